using System.Collections.Immutable;
using Entente.Analysis.Attributions;
using Entente.Analysis.Text;

namespace Entente.Analysis.Lineage;

/// <summary>A report with who is said to have said what in it.</summary>
internal sealed record AttributedReport(TokenizedDocument Tokenized, ImmutableArray<Attribution> Attributions);
