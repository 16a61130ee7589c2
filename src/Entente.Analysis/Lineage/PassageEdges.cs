using System.Collections.Immutable;
using Entente.Analysis.Reuse;
using Entente.Analysis.Text;

namespace Entente.Analysis.Lineage;

/// <summary>Dependence that nobody states: text two reports share, after all that a source credited by both accounts for.</summary>
internal sealed class PassageEdges(StoryText story, IReadOnlyList<Dependence> known)
{
    /// <summary>From this many shared words outside quotation marks on, chance and habit are out of the question.</summary>
    private const int LongRun = 25;

    private const double TellingPart = 0.15;

    /// <summary>A text that both name accounts for shared words only while they are a small part of both reports.</summary>
    private const double SmallPart = 0.4;

    /// <summary>Quoted words that another report lacks, from which on they are a quotation of one's own and not a scare quote.</summary>
    private const int OwnQuotation = 8;

    private readonly HashSet<(string From, string To)> _stated = [.. known.Where(d => !d.FromIsOutlet).Select(d => (d.From, d.To))];

    /// <summary>By derived report: the edges whose source in the pile is known, stated or inferred.</summary>
    private readonly Dictionary<string, List<Dependence>> _sources = known
        .Where(d => !d.FromIsOutlet)
        .GroupBy(d => d.To, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);

    private readonly Dictionary<string, CreditedSource[]> _credited = story.Reports.ToDictionary(r => r.Id, r => CreditedSource.Of(r).ToArray(), StringComparer.Ordinal);

    public List<Dependence> Edges { get; } = [];

    public List<NearMiss> Rejected { get; } = [];

    public void Find()
    {
        // The closest pairs first, then the earliest: what they explain need not be explained again.
        foreach (SharedPair pair in story.Pairs
            .OrderByDescending(p => p.Words)
            .ThenBy(p => Earliest(p.First, p.Second))
            .ThenBy(p => p.First.Id, StringComparer.Ordinal).ThenBy(p => p.Second.Id, StringComparer.Ordinal))
        {
            if (!_stated.Contains((pair.First.Id, pair.Second.Id)) && !_stated.Contains((pair.Second.Id, pair.First.Id)))
            {
                Weigh(pair);
            }
        }
    }

    private static DateTime Earliest(StoryReport one, StoryReport other)
    {
        DateTime first = one.Document.Published?.Earliest ?? DateTime.MaxValue;
        DateTime second = other.Document.Published?.Earliest ?? DateTime.MaxValue;
        return first < second ? first : second;
    }

    private void Weigh(SharedPair pair)
    {
        List<Passage> rest = [];
        SortedDictionary<string, (Strength Strength, List<Passage> Passages)> common = new(StringComparer.Ordinal);
        foreach (Passage passage in pair.Passages)
        {
            if (TryFindCommonSource(pair, passage) is (string source, Strength strength))
            {
                common.TryAdd(source, (strength, []));
                common[source].Passages.Add(passage);
            }
            else
            {
                rest.Add(passage);
            }
        }

        foreach ((string source, (Strength strength, List<Passage> explained)) in common)
        {
            AddCommonSource(pair with { Passages = [.. explained] }, source, strength);
        }

        if (rest.Count > 0)
        {
            WeighUnexplained(pair with { Passages = [.. rest] });
        }
    }

    /// <summary>The source that accounts for a passage on both sides: an outlet both credit for it, or a report both are known to draw it from.</summary>
    private (string Source, Strength Strength)? TryFindCommonSource(SharedPair pair, Passage passage)
    {
        foreach (CreditedSource first in _credited[pair.First.Id])
        {
            foreach (CreditedSource second in _credited[pair.Second.Id])
            {
                if (first.Key == second.Key && first.Accounts(passage.FirstSpan) && second.Accounts(passage.SecondSpan))
                {
                    return (first.Name, Strength.Proven);
                }
            }
        }

        foreach (Dependence first in SourcesOf(pair.First))
        {
            foreach (Dependence second in SourcesOf(pair.Second))
            {
                if (first.From == second.From && story.Find(first.From) is { } source
                    && Holds(source, pair.First, passage.FirstSpan) && Holds(source, pair.Second, passage.SecondSpan))
                {
                    return (source.Id, first.Strength < second.Strength ? first.Strength : second.Strength);
                }
            }
        }

        return null;
    }

    private List<Dependence> SourcesOf(StoryReport report) => _sources.TryGetValue(report.Id, out List<Dependence>? sources) ? sources : [];

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
        return report.BodyWordsIn(inside) >= 0.9 * report.BodyWordsIn([stretch]);
    }

    private void AddCommonSource(SharedPair pair, string source, Strength strength)
    {
        ImmutableArray<Evidence> evidence = [
            new Evidence("common-source", $"both have it from {source}", ImmutableSortedDictionary<string, ImmutableArray<TextSpan>>.Empty.WithComparers(StringComparer.Ordinal)
                .Add(pair.First.Id, CreditSpans(pair.First, source))
                .Add(pair.Second.Id, CreditSpans(pair.Second, source))),
            .. pair.ToEvidence()];
        Add(new Dependence(pair.First.Id, false, pair.Second.Id, DependenceType.CommonSource, strength, Direction.Unknown,
            CreditSpans(pair.First, source).Length > 0 && CreditSpans(pair.Second, source).Length > 0, evidence, "passage/common-source"));
    }

    private ImmutableArray<TextSpan> CreditSpans(StoryReport report, string source)
    {
        string[] keys = story.Find(source)?.OutletKeys ?? [OutletKey.Of(source)];
        return [.. _credited[report.Id].Where(c => keys.Contains(c.Key)).SelectMany(c => c.Credits).Select(c => c.Span).Distinct()];
    }

    private void WeighUnexplained(SharedPair pair)
    {
        if (pair.TellingWords == 0)
        {
            WeighQuotations(pair);
            return;
        }

        if (TryFindOccasion(pair, ofText: true) is { } occasion)
        {
            Add(new Dependence(pair.First.Id, false, pair.Second.Id, DependenceType.CommonSource, Strength.Probable, Direction.Unknown, false,
                [occasion, .. pair.ToEvidence()], "passage/open-occasion"));
            return;
        }

        int shorter = Math.Max(1, Math.Min(pair.First.BodyWords, pair.Second.BodyWords));
        bool isLong = pair.Passages.Any(p => p.WordsOutsideQuotation >= LongRun) || pair.TellingWords >= TellingPart * shorter;

        // Two write-ups of one press release share long runs too; where both name such a text anywhere, copying is not proven.
        bool isProven = isLong && !(IsSmall(pair) && NamesText(pair.First) && NamesText(pair.Second));
        StoryReport? earlier = pair.First.IsBefore(pair.Second) ? pair.First : pair.Second.IsBefore(pair.First) ? pair.Second : null;
        Infer(pair, earlier, isProven ? Strength.Proven : Strength.Probable, isProven ? "passage/long" : isLong ? "passage/long-or-release" : "passage/short");
    }

    /// <summary>Quotations alone say that one may have it from the other only where one of the two quotes nothing else.</summary>
    private void WeighQuotations(SharedPair pair)
    {
        string[] ids = [pair.First.Id, pair.Second.Id];
        if (TryFindOccasion(pair, ofText: false) is { } occasion)
        {
            Rejected.Add(new NearMiss("dependence", [.. ids], $"the same quotation, {pair.Words} words; both place it at an open occasion ({occasion.Detail})"));
            return;
        }

        bool firstHasMore = pair.First.QuotedWordsBeside(pair.SpansIn(pair.First)) >= OwnQuotation;
        bool secondHasMore = pair.Second.QuotedWordsBeside(pair.SpansIn(pair.Second)) >= OwnQuotation;
        if (firstHasMore && secondHasMore)
        {
            Rejected.Add(new NearMiss("dependence", [.. ids], $"the same quotation, {pair.Words} words, but each also quotes what the other does not: both may have heard it"));
            return;
        }

        // Who quotes less may have it from who quotes more, if the times do not speak against it.
        StoryReport? fuller = firstHasMore ? pair.First : secondHasMore ? pair.Second : null;
        Infer(pair, fuller is not null && fuller.IsBefore(pair.Other(fuller)) ? fuller : null, Strength.Probable, "passage/quotation-only");
    }

    private void Infer(SharedPair pair, StoryReport? source, Strength strength, string rule)
    {
        StoryReport from = source ?? pair.First;
        StoryReport to = pair.Other(from);
        Add(new Dependence(
            from.Id, false, to.Id,
            source is null ? pair.TypeEitherWay() : pair.TypeFor(to),
            strength,
            source is null ? Direction.Unknown : Direction.Inferred,
            false,
            [.. pair.ToEvidence(), .. source is null ? [] : new[] { Times(from, to) }],
            rule));
    }

    private static bool NamesText(StoryReport report) => report.Document.Blocks.Any(b => b.IsReporting && Occasions.TryFind(report.Document.Text, b.Span, ofText: true) is not null);

    private static bool IsSmall(SharedPair pair) => pair.PartOf(pair.First) < SmallPart && pair.PartOf(pair.Second) < SmallPart;

    private static Evidence Times(StoryReport from, StoryReport to)
    {
        ImmutableSortedDictionary<string, ImmutableArray<TextSpan>> spans = ImmutableSortedDictionary<string, ImmutableArray<TextSpan>>.Empty.WithComparers(StringComparer.Ordinal);
        foreach (StoryReport report in new[] { from, to })
        {
            if (report.Document.Published!.Span is { } span)
            {
                spans = spans.Add(report.Id, [span]);
            }
        }

        return new Evidence("time", $"published {from.Document.Published!.Value}, before {to.Document.Published!.Value}; a still earlier text may stand behind both", spans);
    }

    /// <summary>Where both reports name a statement, a news conference or the like beside every passage: those words.</summary>
    private static Evidence? TryFindOccasion(SharedPair pair, bool ofText)
    {
        if (ofText && !IsSmall(pair))
        {
            return null;
        }

        List<TextSpan> first = [];
        List<TextSpan> second = [];
        foreach (Passage passage in pair.Passages)
        {
            if (Occasions.TryFind(pair.First.Document.Text, pair.First.Around(passage.FirstSpan, paragraphs: 1), ofText) is not { } here
                || Occasions.TryFind(pair.Second.Document.Text, pair.Second.Around(passage.SecondSpan, paragraphs: 1), ofText) is not { } there)
            {
                return null;
            }

            first.Add(here);
            second.Add(there);
        }

        return new Evidence(
            "occasion",
            $"\"{first[0].Of(pair.First.Document.Text)}\", \"{second[0].Of(pair.Second.Document.Text)}\"",
            ImmutableSortedDictionary<string, ImmutableArray<TextSpan>>.Empty.WithComparers(StringComparer.Ordinal)
                .Add(pair.First.Id, [.. first.Distinct()]).Add(pair.Second.Id, [.. second.Distinct()]));
    }

    private void Add(Dependence edge)
    {
        Edges.Add(edge);
        if (edge.Direction != Direction.Unknown)
        {
            (_sources.TryGetValue(edge.To, out List<Dependence>? sources) ? sources : _sources[edge.To] = []).Add(edge);
        }
    }
}
