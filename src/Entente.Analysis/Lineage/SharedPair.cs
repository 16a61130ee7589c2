using System.Collections.Immutable;
using Entente.Analysis.Attributions;
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

    private const double Copied = 0.8;
    private const double SmallPart = 0.4;
    private const int MostChanges = 5;

    public int Words => Passages.Sum(p => p.Words);

    /// <summary>Shared words outside quotation marks, of passages with enough of them: the "he said on Monday" around many
    /// quotations does not add up to copied text.</summary>
    public int TellingWords => Passages.Sum(p => p.WordsOutsideQuotation >= PassageFinder.FewestWords ? p.WordsOutsideQuotation : 0);

    /// <summary>Whether a report stands in the other, all but a little of it (an editors' rule of thumb).</summary>
    public bool IsCopy(StoryReport report) => PartOf(report) >= Copied;

    /// <summary>A text that both name accounts for shared words only while they are a small part of both reports.</summary>
    public bool IsSmall => PartOf(First) < SmallPart && PartOf(Second) < SmallPart;

    /// <summary>Whether the two hold one text, whoever copied: a long run, and no text handed to many that both name and it may come from.</summary>
    /// <remarks>Nothing else in the pile has a say in it, so that what is proven stays proven.</remarks>
    public bool IsProven => LongestOwnRun >= LongRun && (First.IsOfSameOutlet(Second) || !IsSmall || !(First.NamesText && Second.NamesText));

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

    /// <summary>The passages, the longest first, and what was changed inside them.</summary>
    public IEnumerable<Evidence> ToEvidence()
    {
        Passage[] byLength = [.. Passages.OrderByDescending(p => p.Words).ThenBy(p => p.FirstSpan)];
        return byLength.Select(ToEvidence).Concat(byLength.SelectMany(Changes).Take(MostChanges));
    }

    private Evidence ToEvidence(Passage passage) => Evidence.At(
        "passage",
        passage.InQuotation ? $"{passage.Words} words alike, all inside quotation marks" : $"{passage.Words} words alike, {passage.WordsOutsideQuotation} of them outside quotation marks",
        (passage.First == First.Id ? First : Second, passage.Runs.Select(r => r.First)),
        (passage.First == First.Id ? Second : First, passage.Runs.Select(r => r.Second)));

    /// <summary>Edits inside a passage that bear on its meaning. Those between two quotations are told with the quotation.</summary>
    private IEnumerable<Evidence> Changes(Passage passage)
    {
        foreach (WordEdit edit in PassageEdits.Between(First.Folded, Second.Folded, passage.Runs))
        {
            if (edit.MeaningBearing && !(First.IsQuotedAt(edit.FromSpan.Start) && Second.IsQuotedAt(edit.ToSpan.Start)))
            {
                string words = edit.From.Length == 0 || edit.To.Length == 0
                    ? $"\"{edit.From}{edit.To}\" stands only in one of the two"
                    : $"\"{edit.From}\" in {First.Id}, \"{edit.To}\" in {Second.Id}";
                yield return Evidence.At("edit", words, (First, Stretch(edit.FromSpan)), (Second, Stretch(edit.ToSpan)));
            }
        }
    }

    private static TextSpan[] Stretch(TextSpan span) => span.IsEmpty ? [] : [span];
}
