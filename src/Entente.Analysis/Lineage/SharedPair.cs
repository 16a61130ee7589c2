using System.Collections.Immutable;
using Entente.Analysis.Reuse;
using Entente.Analysis.Text;

namespace Entente.Analysis.Lineage;

/// <summary>What two reports of a story have in common word for word, furniture aside.</summary>
internal sealed record SharedPair(StoryReport First, StoryReport Second, ImmutableArray<Passage> Passages)
{
    // The editors' rule of thumb: from this share of words on, one text stands in the other.
    private const double Most = 0.8;
    private const double SimilarLength = 0.8;

    public int Words => Passages.Sum(p => p.Words);

    /// <summary>Shared words outside quotation marks, of passages with enough of them: the "he said on Monday" around many
    /// quotations does not add up to copied text.</summary>
    public int TellingWords => Passages.Sum(p => p.WordsOutsideQuotation >= PassageFinder.FewestWords ? p.WordsOutsideQuotation : 0);

    public StoryReport Other(StoryReport report) => report == First ? Second : First;

    public IEnumerable<TextSpan> SpansIn(StoryReport report)
        => Passages.SelectMany(p => p.Runs.Select(r => p.First == report.Id ? r.First : r.Second));

    /// <summary>The part of a report's body that also stands in the other one.</summary>
    public double PartOf(StoryReport report) => report.BodyWords == 0 ? 0 : (double)report.BodyWordsIn(SpansIn(report)) / report.BodyWords;

    /// <summary>How the derived report uses the source, told from how much of each stands in the other.</summary>
    public DependenceType TypeFor(StoryReport derived)
    {
        StoryReport source = Other(derived);
        if (TellingWords == 0)
        {
            return DependenceType.QuotationOnly;
        }

        double length = (double)derived.BodyWords / Math.Max(1, source.BodyWords);
        return PartOf(derived) >= Most
            ? length >= SimilarLength ? DependenceType.Reprint : DependenceType.Abridgement
            : PartOf(source) >= Most && length > 1 / SimilarLength ? DependenceType.Expansion : DependenceType.Excerpt;
    }

    /// <summary>The same where it is not known which of the two derives: then only a reprint looks the same from both sides.</summary>
    public DependenceType TypeEitherWay()
        => TellingWords == 0 ? DependenceType.QuotationOnly
        : PartOf(First) >= Most && PartOf(Second) >= Most ? DependenceType.Reprint
        : DependenceType.Excerpt;

    public IEnumerable<Evidence> ToEvidence() => Passages.Select(p => new Evidence(
        "passage",
        p.InQuotation ? $"{p.Words} words alike, all inside quotation marks" : $"{p.Words} words alike, {p.WordsOutsideQuotation} of them outside quotation marks",
        ImmutableSortedDictionary<string, ImmutableArray<TextSpan>>.Empty
            .WithComparers(StringComparer.Ordinal)
            .Add(p.First, [.. p.Runs.Select(r => r.First)])
            .Add(p.Second, [.. p.Runs.Select(r => r.Second)])));
}
