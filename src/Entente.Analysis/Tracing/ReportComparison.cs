using System.Collections.Immutable;
using Entente.Analysis.Lineage;

namespace Entente.Analysis.Tracing;

/// <summary>Two reports side by side: what they share, what each has alone, and what joins them.</summary>
/// <param name="Dependences">Those found between the two, then those of either on an outlet that is not among them.</param>
/// <param name="NearMisses">Joins between the two that were looked at and not believed.</param>
public sealed record ReportComparison(
    ComparedReport First,
    ComparedReport Second,
    ImmutableArray<AlignedPassage> Passages,
    ImmutableArray<Dependence> Dependences,
    ImmutableArray<NearMiss> NearMisses)
{
    /// <summary>Words that stand in both, inside quotation marks in both.</summary>
    public int WordsInQuotation => Passages.Sum(p => p.Words - p.WordsOutsideQuotation);

    public int WordsOutsideQuotation => Passages.Sum(p => p.WordsOutsideQuotation);

    /// <summary>Whether the first report was certainly published before the second, or after it; null where that is not known.</summary>
    public bool? FirstIsEarlier => (First.Document.Published, Second.Document.Published) switch
    {
        ({ } first, { } second) when first.IsBefore(second) => true,
        ({ } first, { } second) when second.IsBefore(first) => false,
        _ => null,
    };
}
