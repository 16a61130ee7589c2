using System.Collections.Immutable;
using Entente.Analysis.Attributions;
using Entente.Analysis.Lineage;
using Entente.Analysis.Reuse;
using Entente.Analysis.Text;

namespace Entente.Analysis.Tracing;

/// <summary>Words that both of two reports hold, in the place they have in each, with the edits between.</summary>
/// <param name="Number">From 1, in the order of the first report.</param>
/// <param name="Runs">The runs of words alike; none for a quotation too short to be a passage.</param>
/// <param name="Words">Words alike.</param>
/// <param name="WordsOutsideQuotation">How many of them stand outside quotation marks in at least one of the two.</param>
/// <param name="IsMoved">Whether it stands in another order in the second report than the passages around it.</param>
public sealed record AlignedPassage(
    int Number,
    TextSpan FirstSpan,
    TextSpan SecondSpan,
    ImmutableArray<SharedRun> Runs,
    int Words,
    int WordsOutsideQuotation,
    bool IsMoved,
    ImmutableArray<WordEdit> Edits)
{
    public bool InQuotation => WordsOutsideQuotation == 0;

    public TextSpan SpanIn(bool first) => first ? FirstSpan : SecondSpan;
}

/// <summary>A stretch of a report's text, one span for each paragraph: a passage that the other has too, or what stands in this one alone.</summary>
/// <param name="Passage">Number of the passage; null for what stands in this report alone.</param>
public sealed record TextPiece(int? Passage, ImmutableArray<TextSpan> Spans, int Words);

/// <summary>One of two reports that are compared.</summary>
/// <param name="Words">Words of its reporting.</param>
/// <param name="SharedWords">How many of them stand alike in the other.</param>
/// <param name="Pieces">All of its reporting, in order.</param>
/// <param name="CreditsToOther">Where it names the other's outlet as a source.</param>
/// <param name="OtherCredits">The outlets that it names besides.</param>
public sealed record ComparedReport(
    Document Document,
    int Words,
    int SharedWords,
    ImmutableArray<TextPiece> Pieces,
    ImmutableArray<Credit> CreditsToOther,
    ImmutableArray<string> OtherCredits)
{
    public double Share => Words == 0 ? 0 : (double)SharedWords / Words;
}

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
