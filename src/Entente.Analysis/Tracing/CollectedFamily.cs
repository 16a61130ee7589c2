using System.Collections.Immutable;
using Entente.Analysis.Attributions;

namespace Entente.Analysis.Tracing;

/// <summary>A quotation that several reports carry, with each place that does.</summary>
/// <param name="Members">One for each of the family's variants, in their order.</param>
public sealed record CollectedFamily(QuotationFamily Family, ImmutableArray<FoundQuotation> Members);
