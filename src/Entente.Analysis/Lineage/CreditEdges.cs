using System.Collections.Immutable;
using Entente.Analysis.Attributions;
using Entente.Analysis.Reuse;
using Entente.Analysis.Text;

namespace Entente.Analysis.Lineage;

/// <summary>What reports say themselves about where they have it from, followed to the report meant where it is in the pile.</summary>
internal sealed class CreditEdges(StoryText story, IReadOnlyList<QuotationFamily> quotations)
{
    public List<Dependence> Edges { get; } = [];

    public List<NearMiss> Rejected { get; } = [];

    public void Find()
    {
        foreach (StoryReport report in story.Reports)
        {
            HashSet<StoryReport> linked = FollowLinks(report);
            foreach (CreditedSource source in CreditedSource.Of(report))
            {
                Follow(source, linked);
            }
        }
    }

    /// <summary>A link to the address of a report in the pile says which one is meant.</summary>
    private HashSet<StoryReport> FollowLinks(StoryReport report)
    {
        HashSet<StoryReport> linked = [];
        foreach (IGrouping<StoryReport, Link> links in report.Document.Links
            .OrderBy(l => l.Span)
            .Select(l => (Link: l, Target: story.Reports.FirstOrDefault(r => r != report && IsSame(l.Href, r.Document.Url))))
            .Where(l => l.Target is not null && !l.Target.IsOfSameOutlet(report))
            .GroupBy(l => l.Target!, l => l.Link))
        {
            SharedPair? pair = story.Find(report, links.Key);
            Evidence link = new(
                "link",
                $"links to {links.First().Href}",
                ImmutableSortedDictionary<string, ImmutableArray<TextSpan>>.Empty.WithComparers(StringComparer.Ordinal).Add(report.Id, [.. links.Select(l => l.Span)]));
            IEnumerable<Evidence> credits = CreditedSource.Of(report).Where(c => links.Key.OutletKeys.Contains(c.Key)).Select(c => c.ToEvidence());
            Edges.Add(Edge(links.Key, report, pair, [link, .. credits], pair is null ? "link/cites" : "link/shared-text"));
            linked.Add(links.Key);
        }

        return linked;
    }

    private void Follow(CreditedSource source, HashSet<StoryReport> linked)
    {
        StoryReport report = source.Report;
        StoryReport[] named = [.. story.Reports.Where(r => r != report && r.OutletKeys.Contains(source.Key))];
        if (named.Any(linked.Contains))
        {
            return;
        }

        StoryReport[] able = [.. named.Where(r => !report.IsBefore(r))];
        if (able.Length == 0)
        {
            foreach (StoryReport later in named)
            {
                Rejected.Add(new NearMiss("dependence", [later.Id, report.Id], $"{report.Id} credits {source.Name}, but the report of that name in the pile was published later"));
            }

            Edges.Add(new Dependence(
                source.Name, true, report.Id,
                source.IsWhole ? DependenceType.Reprint : DependenceType.Cites,
                Strength.Proven, Direction.Stated, true, [source.ToEvidence()],
                source.IsWhole ? "credit/whole-report" : "credit/cites"));
            return;
        }

        SharedPair[] sharing = [.. able.Select(a => story.Find(report, a)).OfType<SharedPair>().OrderByDescending(p => p.Words)];
        if (sharing.Length > 0)
        {
            FollowText(source, sharing);
            return;
        }

        foreach (StoryReport other in able)
        {
            if (QuotedAlike(report, other) is { } quotation)
            {
                Edges.Add(new Dependence(other.Id, false, report.Id, DependenceType.QuotationOnly, Strength.Proven, Direction.Stated, true, [source.ToEvidence(), quotation], "credit/quotation"));
                return;
            }
        }

        StoryReport meant = able.OrderByDescending(a => a.WordsInCommon(report)).ThenBy(a => a.Id, StringComparer.Ordinal).First();
        Edges.Add(Edge(meant, report, null, [source.ToEvidence()], able.Length == 1 ? "credit/cites" : "credit/cites-most-alike"));
    }

    /// <summary>The report that shares most, and any other of the outlet that accounts for words the ones before do not.</summary>
    private void FollowText(CreditedSource source, SharedPair[] sharing)
    {
        StoryReport report = source.Report;
        List<TextSpan> accounted = [];
        foreach (SharedPair pair in sharing)
        {
            int before = report.BodyWordsIn(accounted);
            accounted.AddRange(pair.SpansIn(report));
            if (pair == sharing[0] || report.BodyWordsIn(accounted) - before >= PassageFinder.FewestWords)
            {
                Edges.Add(Edge(pair.Other(report), report, pair, [source.ToEvidence()], "credit/shared-text"));
            }
        }
    }

    private static Dependence Edge(StoryReport from, StoryReport to, SharedPair? pair, ImmutableArray<Evidence> stated, string rule) => new(
        from.Id, false, to.Id, pair?.TypeFor(to) ?? DependenceType.Cites, Strength.Proven, Direction.Stated, true, [.. stated, .. pair?.ToEvidence() ?? []], rule);

    private Evidence? QuotedAlike(StoryReport one, StoryReport other)
    {
        foreach (QuotationFamily family in quotations)
        {
            QuotationVariant? here = family.Variants.FirstOrDefault(v => v.Document == one.Id);
            QuotationVariant? there = family.Variants.FirstOrDefault(v => v.Document == other.Id);
            if (here is not null && there is not null)
            {
                return new Evidence("quotation", $"the same quotation ({family.Id})", ImmutableSortedDictionary<string, ImmutableArray<TextSpan>>.Empty
                    .WithComparers(StringComparer.Ordinal).Add(one.Id, here.Spans).Add(other.Id, there.Spans));
            }
        }

        return null;
    }

    private static bool IsSame(string href, string? url) => !string.IsNullOrWhiteSpace(href) && !string.IsNullOrWhiteSpace(url) && Address(href) == Address(url);

    /// <summary>An address without what may differ between two spellings of it: scheme, "www.", query, fragment and a last slash.</summary>
    private static string Address(string url)
    {
        int scheme = url.IndexOf("://", StringComparison.Ordinal);
        string rest = scheme < 0 ? url : url[(scheme + 3)..];
        int end = rest.IndexOfAny(['?', '#']);
        rest = (end < 0 ? rest : rest[..end]).TrimEnd('/').ToLowerInvariant();
        return rest.StartsWith("www.", StringComparison.Ordinal) ? rest[4..] : rest;
    }
}
