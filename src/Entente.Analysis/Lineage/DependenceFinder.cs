using Entente.Analysis.Attributions;
using Entente.Analysis.Reuse;

namespace Entente.Analysis.Lineage;

/// <summary>Which reports of a story derive from which others, or from outlets that are not in the pile.</summary>
/// <remarks>
/// What a report states about itself comes first; shared text that a stated source accounts for is not counted against
/// anyone; what remains is weighed by how much of it stands outside quotation marks. An inferred direction rests on
/// publication times alone: being the earlier of two is not being the first.
/// </remarks>
internal static class DependenceFinder
{
    /// <summary>Shared stretches shorter than this are not worth a word.</summary>
    private const int ShortestNearMiss = 8;

    /// <param name="reports">The reports of one story.</param>
    /// <param name="series">What each outlet prints in report after report.</param>
    public static DependenceFindings Find(IReadOnlyList<AttributedReport> reports, SharedText shared, OutletSeries series, IReadOnlyList<QuotationFamily> quotations)
    {
        StoryText story = new(
            reports.Select(r => new StoryReport(r, series.FurnitureOf(r.Tokenized.Document.Id))),
            shared.Passages.Where(p => !series.IsFurniture(p)));
        StoryMatter matter = new(story.Reports);
        CreditEdges credits = new(story, matter, quotations);
        credits.Find();
        UncreditedSources sources = new(story, matter, credits.Edges);
        sources.Find();
        PassageEdges passages = new(story, [.. credits.Edges, .. sources.Edges]);
        passages.Find();

        Dependence[] edges = [.. credits.Edges, .. sources.Edges, .. passages.Edges];
        // What a report did with one source shows only beside its others: types are told when all edges are known.
        DependenceTypes types = new(story, matter, edges);
        edges = [.. edges.Select(e => e.FromIsOutlet || e.Type == DependenceType.CommonSource ? e : e with { Type = types.Of(e) })];
        List<NearMiss> rejected = [.. credits.Rejected, .. sources.Rejected, .. passages.Rejected];
        rejected.AddRange(Unconnected(story, shared, series, quotations, edges));
        return new DependenceFindings(
            [.. edges
                .OrderBy(e => e.To, StringComparer.Ordinal)
                .ThenBy(e => e.FromIsOutlet)
                .ThenBy(e => e.From, StringComparer.Ordinal)
                .ThenBy(e => e.Type)
                .ThenBy(e => e.Rule, StringComparer.Ordinal)],
            [.. rejected
                .OrderBy(r => r.Kind, StringComparer.Ordinal)
                .ThenBy(r => string.Join('\n', r.Between), StringComparer.Ordinal)
                .ThenBy(r => r.Reason, StringComparer.Ordinal)]);
    }

    private static IEnumerable<NearMiss> Unconnected(StoryText story, SharedText shared, OutletSeries series, IReadOnlyList<QuotationFamily> quotations, Dependence[] edges)
    {
        HashSet<(string, string)> joined = [.. edges.SelectMany(e => new[] { (e.From, e.To), (e.To, e.From) })];
        foreach (IGrouping<(string First, string Second), Passage> pair in shared.Passages
            .Where(p => series.IsFurniture(p) && story.Find(p.First) is not null && story.Find(p.Second) is not null)
            .GroupBy(p => (p.First, p.Second)))
        {
            if (!joined.Contains(pair.Key) && story.Find(story.Find(pair.Key.First)!, story.Find(pair.Key.Second)!) is null)
            {
                yield return new NearMiss("dependence", [pair.Key.First, pair.Key.Second], $"share {pair.Sum(p => p.Words)} words, all of them an outlet's furniture");
            }
        }

        foreach (Passage passage in shared.TooShort)
        {
            if (passage.Words >= ShortestNearMiss && story.Find(passage.First) is not null && story.Find(passage.Second) is not null && !joined.Contains((passage.First, passage.Second)))
            {
                yield return new NearMiss("dependence", [passage.First, passage.Second], $"share {passage.Words} words at a stretch, fewer than {PassageFinder.FewestWords}");
            }
        }

        foreach (QuotationFamily family in quotations)
        {
            string[] carriers = [.. family.Variants.Select(v => v.Document).Where(d => story.Find(d) is not null).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
            string[] alone = [.. carriers.Where(c => !carriers.Any(o => joined.Contains((c, o))))];
            if (carriers.Length > 1 && alone.Length > 0)
            {
                yield return new NearMiss("dependence", [.. carriers], $"the same quotation{(family.Speaker is { } speaker ? $" of {speaker}" : "")}: each may have heard it ({string.Join(", ", alone)})");
            }
        }
    }
}
