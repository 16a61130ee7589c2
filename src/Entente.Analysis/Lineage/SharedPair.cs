using System.Collections.Immutable;
using Entente.Analysis.Reuse;
using Entente.Analysis.Text;

namespace Entente.Analysis.Lineage;

/// <summary>What two reports of a story have in common word for word, furniture aside.</summary>
internal sealed record SharedPair(StoryReport First, StoryReport Second, ImmutableArray<Passage> Passages)
{
    /// <summary>An unbroken run of this many words outside quotation marks is copied: chance and habit are out of the question.</summary>
    public const int LongRun = 25;

    // A year, a name or an address may follow.
    private const int FrameSlack = 5;

    public int Words => Passages.Sum(p => p.Words);

    /// <summary>Shared words outside quotation marks, of passages with enough of them: the "he said on Monday" around many
    /// quotations does not add up to copied text.</summary>
    public int TellingWords => Passages.Sum(p => p.WordsOutsideQuotation >= PassageFinder.FewestWords ? p.WordsOutsideQuotation : 0);

    /// <summary>Whether every passage stands where both reports begin or where both end.</summary>
    public bool IsFrame => Passages.All(p => IsAtEnd(p, atStart: true) || IsAtEnd(p, atStart: false));

    public StoryReport Other(StoryReport report) => report == First ? Second : First;

    public IEnumerable<TextSpan> SpansIn(StoryReport report)
        => Passages.SelectMany(p => p.Runs.Select(r => p.First == report.Id ? r.First : r.Second));

    /// <summary>The part of a report's body that also stands in the other one.</summary>
    public double PartOf(StoryReport report) => report.BodyWords == 0 ? 0 : (double)report.BodyWordsIn(SpansIn(report)) / report.BodyWords;

    /// <summary>The longest unbroken run outside quotation marks, in words.</summary>
    public int LongestOwnRun => Passages.SelectMany(p => p.Runs).Max(r => StoryReport.LongestOutsideQuotation(First, Second, r));

    private bool IsAtEnd(Passage passage, bool atStart) => IsAtEnd(First, passage.FirstSpan, atStart) && IsAtEnd(Second, passage.SecondSpan, atStart);

    private static bool IsAtEnd(StoryReport report, TextSpan span, bool atStart)
    {
        (int first, int last) = report.BodyEnds;
        return atStart ? report.WordAtOrAfter(span.Start) <= first + FrameSlack : report.WordAtOrAfter(span.End) > last - FrameSlack;
    }

    /// <summary>The longest passage first.</summary>
    public IEnumerable<Evidence> ToEvidence() => Passages.OrderByDescending(p => p.Words).ThenBy(p => p.FirstSpan).Select(p => new Evidence(
        "passage",
        p.InQuotation ? $"{p.Words} words alike, all inside quotation marks" : $"{p.Words} words alike, {p.WordsOutsideQuotation} of them outside quotation marks",
        ImmutableSortedDictionary<string, ImmutableArray<TextSpan>>.Empty
            .WithComparers(StringComparer.Ordinal)
            .Add(p.First, [.. p.Runs.Select(r => r.First)])
            .Add(p.Second, [.. p.Runs.Select(r => r.Second)])));
}
