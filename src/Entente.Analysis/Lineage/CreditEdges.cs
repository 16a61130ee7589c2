using System.Collections.Immutable;
using Entente.Analysis.Attributions;
using Entente.Analysis.Reuse;
using Entente.Analysis.Text;

namespace Entente.Analysis.Lineage;

/// <summary>What reports say themselves about where they have it from, followed to the report meant where it is in the pile.</summary>
internal sealed class CreditEdges(StoryText story, StoryMatter matter, IReadOnlyList<QuotationFamily> quotations)
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
            Evidence link = Evidence.At("link", $"links to {links.First().Href}", (report, links.Select(l => l.Span)));
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
                source.IsWhole ? DependenceType.Reprint : IsQuoted(source) ? DependenceType.QuotationOnly : DependenceType.Cites,
                Strength.Proven, Direction.Stated, true, [source.ToEvidence()],
                source.IsWhole ? "credit/whole-report" : "credit/cites"));
            return;
        }

        StoryReport meant = Meant(source, able);
        AddMeant(meant, source, able.Length == 1 ? "credit" : "credit/most-alike");

        // Another report of the outlet is meant too if words stand in it that the first does not have.
        List<TextSpan> accounted = [.. story.Find(report, meant)?.SpansIn(report) ?? []];
        foreach (StoryReport other in able.Where(a => a != meant))
        {
            int before = report.BodyWordsIn(accounted);
            accounted.AddRange(story.Find(report, other)?.SpansIn(report) ?? []);
            if (report.BodyWordsIn(accounted) - before >= PassageFinder.FewestWords)
            {
                AddMeant(other, source, "credit/further-text");
            }
        }
    }

    /// <summary>Of several reports of the outlet the one that tells most of what the report tells, the words of the paragraph with the credit counting as much as all the rest.</summary>
    /// <remarks>What is quoted there may be told here in other words, so quotations count among those words.</remarks>
    private StoryReport Meant(CreditedSource source, StoryReport[] able)
    {
        TextSpan[] paragraphs = [.. source.Credits.Where(c => !c.Span.IsEmpty).Select(c => source.Report.Around(c.Span, paragraphs: 0))];
        return able
            .OrderByDescending(a => matter.PartTold(source.Report, a) + source.Report.PartWorded(paragraphs, a))
            .ThenBy(a => a.Id, StringComparer.Ordinal)
            .First();
    }

    private void AddMeant(StoryReport meant, CreditedSource source, string rule)
    {
        SharedPair? pair = story.Find(meant, source.Report);
        Evidence? quotation = pair is null ? QuotedAlike(source.Report, meant) : null;
        Edges.Add(Edge(meant, source.Report, pair, [source.ToEvidence(), .. quotation is null ? [] : new[] { quotation }], rule));
    }

    /// <summary>Whether what a report takes from an outlet is the outlet's own words between quotation marks.</summary>
    private static bool IsQuoted(CreditedSource source) => source.Report.Attributions.Any(a =>
        a.IsQuoted && a.SourceKind == SourceKind.Outlet && a.Source.Any(s => source.Credits.Any(c => c.Span.Overlaps(s))));

    private static Dependence Edge(StoryReport from, StoryReport to, SharedPair? pair, ImmutableArray<Evidence> stated, string rule) => new(
        from.Id, false, to.Id, DependenceType.Cites, Strength.Proven, Direction.Stated, true, [.. stated, .. pair?.ToEvidence() ?? []], rule);

    private Evidence? QuotedAlike(StoryReport one, StoryReport other)
    {
        foreach (QuotationFamily family in quotations)
        {
            QuotationVariant? here = family.Variants.FirstOrDefault(v => v.Document == one.Id);
            QuotationVariant? there = family.Variants.FirstOrDefault(v => v.Document == other.Id);
            if (here is not null && there is not null)
            {
                return Evidence.At("quotation", $"the same quotation ({family.Id})", (one, here.Spans), (other, there.Spans));
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
