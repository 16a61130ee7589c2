using System.Collections.Immutable;
using Entente.Analysis.Attributions;
using Entente.Analysis.Text;

namespace Entente.Analysis.Tracing;

/// <summary>A report as the analysis of the pile completed it.</summary>
internal sealed record ReportOfPile(TokenizedDocument Tokenized, ImmutableArray<Attribution> Attributions);
