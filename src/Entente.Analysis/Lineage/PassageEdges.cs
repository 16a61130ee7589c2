using Entente.Analysis.Reuse;
using Entente.Analysis.Text;

namespace Entente.Analysis.Lineage;

/// <summary>Shared text that no known source accounts for: copied outright, taken from a third text, or no evidence of either.</summary>
internal sealed class PassageEdges(StoryText story, IReadOnlyList<Dependence> known)
{
    /// <summary>From this part of the shorter report on, shared text outside quotation marks is copied, be it in many short runs.</summary>
    private const double TellingPart = 0.15;

    /// <summary>From this part of the shorter report on, two reports are copies of one text, and that is said even where another report accounts for it.</summary>
    private const double CopyPart = 0.5;

    /// <summary>The part of a passage that must stand in a report's source for that source to account for it.</summary>
    private const double NearlyAll = 0.9;

    /// <summary>Quoted words that another report lacks, from which on they are a quotation of one's own and not a scare quote.</summary>
    private const int OwnQuotation = 8;

    private readonly HashSet<(string, string)> _joined = [.. known.Where(d => !d.FromIsOutlet).SelectMany(d => new[] { (d.From, d.To), (d.To, d.From) })];

    /// <summary>By report: those it is known to derive from, or to have to do with where the direction is unknown.</summary>
    private readonly ILookup<string, StoryReport> _sources = known
        .Where(d => !d.FromIsOutlet && d.Type != DependenceType.CommonSource)
        .SelectMany(d => d.Direction == Direction.Unknown ? [(Derived: d.To, Source: d.From), (Derived: d.From, Source: d.To)] : new[] { (Derived: d.To, Source: d.From) })
        .ToLookup(d => d.Derived, d => story.Find(d.Source)!, StringComparer.Ordinal);

    private readonly Dictionary<string, CreditedSource[]> _credited = story.Reports.ToDictionary(r => r.Id, r => CreditedSource.Of(r).ToArray(), StringComparer.Ordinal);

    public List<Dependence> Edges { get; } = [];

    public List<NearMiss> Rejected { get; } = [];

    public void Find()
    {
        foreach (SharedPair pair in story.Pairs.Where(p => !_joined.Contains((p.First.Id, p.Second.Id))))
        {
            Weigh(pair);
        }
    }

    private void Weigh(SharedPair pair)
    {
        List<Passage> open = [];
        List<Passage> accounted = [];
        SortedDictionary<string, List<Passage>> credited = new(StringComparer.Ordinal);
        SortedSet<string> accounting = new(StringComparer.Ordinal);
        foreach (Passage passage in pair.Passages)
        {
            if (CreditedByBoth(pair, passage) is { } outlet)
            {
                (credited.TryGetValue(outlet, out List<Passage>? passages) ? passages : credited[outlet] = []).Add(passage);
            }
            else if (AccountingSource(pair, passage) is { } source)
            {
                accounted.Add(passage);
                accounting.Add(source.Id);
            }
            else
            {
                open.Add(passage);
            }
        }

        foreach ((string outlet, List<Passage> passages) in credited)
        {
            AddCommonOutlet(pair with { Passages = [.. passages] }, outlet);
        }

        SharedPair? rest = open.Count > 0 ? pair with { Passages = [.. open] } : null;
        SharedPair? elsewhere = accounted.Count > 0 ? pair with { Passages = [.. accounted] } : null;
        bool isProvenElsewhere = pair.IsProven && elsewhere is { LongestOwnRun: >= SharedPair.LongRun };
        if (elsewhere is not null && (rest is null || (isProvenElsewhere && rest.LongestOwnRun < SharedPair.LongRun)))
        {
            WeighAccounted(elsewhere, isProvenElsewhere, accounting);
        }
        else if (rest is not null)
        {
            WeighOpen(rest, pair);
        }
    }

    /// <summary>The outlet that both credit for a passage, as the first of them spells it.</summary>
    private string? CreditedByBoth(SharedPair pair, Passage passage) =>
        (from first in _credited[pair.First.Id]
         from second in _credited[pair.Second.Id]
         where first.Key == second.Key && first.Accounts(passage.FirstSpan) && second.Accounts(passage.SecondSpan)
         select first.Name).FirstOrDefault();

    /// <summary>A third report that one of the two derives from and that holds the passage too.</summary>
    private StoryReport? AccountingSource(SharedPair pair, Passage passage) =>
        _sources[pair.First.Id].Where(s => s != pair.Second).FirstOrDefault(s => Holds(s, pair.First, passage.FirstSpan))
        ?? _sources[pair.Second.Id].Where(s => s != pair.First).FirstOrDefault(s => Holds(s, pair.Second, passage.SecondSpan));

    /// <summary>Whether nearly all of a stretch of <paramref name="report"/> also stands in <paramref name="source"/>.</summary>
    private bool Holds(StoryReport source, StoryReport report, TextSpan stretch)
    {
        if (story.Find(source, report) is not { } pair)
        {
            return false;
        }

        TextSpan[] inside = [.. pair.SpansIn(report)
            .Select(s => new TextSpan(Math.Max(s.Start, stretch.Start), Math.Min(s.End, stretch.End)))
            .Where(s => !s.IsEmpty)];
        return report.BodyWordsIn(inside) >= NearlyAll * report.BodyWordsIn([stretch]);
    }

    private void AddCommonOutlet(SharedPair pair, string outlet)
    {
        string key = OutletKey.Of(outlet);
        AddCommon(pair, Strength.Proven, credited: true, "passage/common-source", Evidence.At(
            "common-source", $"both have it from {outlet}", (pair.First, CreditSpans(pair.First, key)), (pair.Second, CreditSpans(pair.Second, key))));
    }

    private TextSpan[] CreditSpans(StoryReport report, string key) =>
        [.. _credited[report.Id].Where(c => c.Key == key).SelectMany(c => c.Credits).Select(c => c.Span).Distinct()];

    /// <summary>What a third report accounts for needs no edge, unless it is a long run or the two are as good as the same text: that is proven, whatever else the pile holds.</summary>
    private void WeighAccounted(SharedPair pair, bool isProven, SortedSet<string> accounting)
    {
        string sources = string.Join(", ", accounting);
        if (!isProven && Math.Max(pair.PartOf(pair.First), pair.PartOf(pair.Second)) < CopyPart)
        {
            Rejected.Add(new NearMiss("dependence", [pair.First.Id, pair.Second.Id], $"share {pair.Words} words, all of them also in {sources}, which accounts for them"));
            return;
        }

        Strength strength = isProven ? Strength.Proven : Strength.Probable;
        StoryReport? common = _sources[pair.First.Id].Intersect(_sources[pair.Second.Id]).FirstOrDefault(s => accounting.Contains(s.Id));
        if (common is not null)
        {
            AddCommon(pair, strength, credited: false, "passage/common-source", Evidence.At("common-source", $"both have it from {common.Id}"));
        }
        else
        {
            AddDerived(pair, strength, "passage/also-elsewhere", Evidence.At("accounted-for", $"the same words stand in {sources} too"));
        }
    }

    /// <param name="whole">The pair with all its passages.</param>
    private void WeighOpen(SharedPair pair, SharedPair whole)
    {
        if (whole.IsProven && pair.LongestOwnRun >= SharedPair.LongRun)
        {
            AddDerived(pair, Strength.Proven, "passage/long", null);
        }
        else if (pair.TellingWords == 0)
        {
            WeighQuotations(pair);
        }
        else if (whole.IsSmall && !pair.First.IsOfSameOutlet(pair.Second) && TryFindOccasion(pair, Occasion.Text) is { } occasion)
        {
            AddCommon(pair, Strength.Probable, credited: false, "passage/open-occasion", occasion);
        }
        else if (pair.LongestOwnRun >= SharedPair.LongRun)
        {
            // Two write-ups of one press release share long runs too; where both name such a text anywhere, copying is not proven.
            AddDerived(pair, Strength.Probable, "passage/long-or-release", null);
        }
        else if (pair.TellingWords >= TellingPart * Math.Max(1, Math.Min(pair.First.BodyWords, pair.Second.BodyWords)))
        {
            AddDerived(pair, Strength.Probable, "passage/many-short", null);
        }
        else
        {
            Rejected.Add(new NearMiss("dependence", [pair.First.Id, pair.Second.Id],
                $"share {pair.TellingWords} words outside quotation marks, at most {pair.LongestOwnRun} at a stretch: from {SharedPair.LongRun} on, or {(int)(100 * TellingPart)} % of the shorter report, they would be copied"));
        }
    }

    /// <summary>Quotations alone say little: both may have heard them.</summary>
    private void WeighQuotations(SharedPair pair)
    {
        if (TryFindOccasion(pair, Occasion.Speech) is { } occasion)
        {
            AddCommon(pair, Strength.Probable, credited: false, "quotation/open-occasion", occasion);
            return;
        }

        bool eachHasMore = pair.First.QuotedWordsBeside(pair.SpansIn(pair.First)) >= OwnQuotation
            && pair.Second.QuotedWordsBeside(pair.SpansIn(pair.Second)) >= OwnQuotation;
        Rejected.Add(new NearMiss("dependence", [pair.First.Id, pair.Second.Id],
            $"the same quotation, {pair.Words} words, " + (eachHasMore
                ? "but each also quotes what the other does not: both may have heard it"
                : "and one of the two quotes nothing else, but tells too little of what the other does to have it from there")));
    }

    private void AddDerived(SharedPair pair, Strength strength, string rule, Evidence? more)
    {
        StoryReport from = pair.Second.IsBefore(pair.First) ? pair.Second : pair.First;
        StoryReport to = pair.Other(from);
        (Direction direction, Evidence? because) = Precedence.Of(from, to);
        if (direction == Direction.Unknown && Precedence.Of(to, from) is { Direction: not Direction.Unknown } turned)
        {
            (from, to, direction, because) = (to, from, turned.Direction, turned.Because);
        }

        Edges.Add(new Dependence(
            from.Id, false, to.Id, DependenceType.Excerpt, strength, direction, false,
            [.. new[] { more, because }.OfType<Evidence>(), .. pair.ToEvidence()], rule));
    }

    private void AddCommon(SharedPair pair, Strength strength, bool credited, string rule, Evidence why) => Edges.Add(new Dependence(
        pair.First.Id, false, pair.Second.Id, DependenceType.CommonSource, strength, Direction.Unknown, credited, [why, .. pair.ToEvidence()], rule));

    /// <summary>Where both reports name a statement, a news conference or the like beside every passage: those words.</summary>
    private static Evidence? TryFindOccasion(SharedPair pair, Occasion atLeast)
    {
        List<TextSpan> first = [];
        List<TextSpan> second = [];
        foreach (Passage passage in pair.Passages)
        {
            if (Occasions.TryFind(pair.First.Document.Text, pair.First.Around(passage.FirstSpan, paragraphs: 1), atLeast) is not { } here
                || Occasions.TryFind(pair.Second.Document.Text, pair.Second.Around(passage.SecondSpan, paragraphs: 1), atLeast) is not { } there)
            {
                return null;
            }

            first.Add(here);
            second.Add(there);
        }

        return Evidence.At(
            "occasion",
            $"\"{first[0].Of(pair.First.Document.Text)}\", \"{second[0].Of(pair.Second.Document.Text)}\"",
            (pair.First, first.Distinct()),
            (pair.Second, second.Distinct()));
    }
}
