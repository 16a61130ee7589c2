using System.Collections.Immutable;
using Entente.Analysis.Text;

namespace Entente.Analysis.Lineage;

/// <summary>Follows credits from each report to where they end: a report that credits nobody, an outlet that is not in the pile, or a circle.</summary>
/// <remarks>
/// One chain, the shortest, for each end. A chain is a circle when it comes back to an outlet it has passed, also by another
/// report of that outlet: an outlet that is told its own story again has no confirmation. Time is linear in the edges for each report.
/// </remarks>
internal static class ChainFinder
{
    /// <returns>By document, then by the order in which its ends are reached.</returns>
    public static ImmutableArray<CreditChain> Find(IReadOnlyList<Document> documents, IReadOnlyList<Dependence> dependences)
    {
        Dictionary<string, Document> byId = documents.ToDictionary(d => d.Id, StringComparer.Ordinal);
        ILookup<string, Dependence> sources = dependences
            .Where(d => d.Direction == Direction.Stated)
            .OrderBy(d => d.FromIsOutlet).ThenBy(d => d.From, StringComparer.Ordinal)
            .ToLookup(d => d.To, StringComparer.Ordinal);

        ImmutableArray<CreditChain>.Builder chains = ImmutableArray.CreateBuilder<CreditChain>();
        foreach (Document document in documents.OrderBy(d => d.Id, StringComparer.Ordinal))
        {
            if (sources.Contains(document.Id))
            {
                int before = chains.Count;
                Follow(document, byId, sources, chains);
                if (chains.Count == before)
                {
                    // Every way on leads to a report already seen on another way: walking any of them goes round.
                    chains.Add(WalkRound(document.Id, sources));
                }
            }
        }

        return chains.ToImmutable();
    }

    private sealed record Step(string Id, Step? Before)
    {
        public Stack<string> Path()
        {
            Stack<string> path = [];
            for (Step? step = this; step is not null; step = step.Before)
            {
                path.Push(step.Id);
            }

            return path;
        }
    }

    private static void Follow(Document start, Dictionary<string, Document> byId, ILookup<string, Dependence> sources, ImmutableArray<CreditChain>.Builder chains)
    {
        HashSet<string> seen = [start.Id];
        HashSet<string> missing = new(StringComparer.Ordinal);
        Queue<Step> queue = new([new Step(start.Id, null)]);
        while (queue.TryDequeue(out Step? step))
        {
            foreach (Dependence edge in sources[step.Id])
            {
                string[] keys = edge.FromIsOutlet ? [OutletKey.Of(edge.From)] : [.. OutletKey.Of(byId.GetValueOrDefault(edge.From)?.Outlet)];
                if (ComesBack(step, edge.From, edge.FromIsOutlet, keys, byId))
                {
                    chains.Add(new CreditChain(start.Id, [.. step.Path(), edge.From], ChainEnd.Circle));
                }
                else if (edge.FromIsOutlet)
                {
                    if (missing.Add(keys[0]))
                    {
                        chains.Add(new CreditChain(start.Id, [.. step.Path(), edge.From], ChainEnd.Missing));
                    }
                }
                else if (seen.Add(edge.From))
                {
                    Step next = new(edge.From, step);
                    if (sources.Contains(edge.From))
                    {
                        queue.Enqueue(next);
                    }
                    else
                    {
                        chains.Add(new CreditChain(start.Id, [.. next.Path()], ChainEnd.Origin));
                    }
                }
            }
        }
    }

    private static bool ComesBack(Step step, string from, bool isOutlet, string[] keys, Dictionary<string, Document> byId)
    {
        for (Step? passed = step; passed is not null; passed = passed.Before)
        {
            if ((!isOutlet && passed.Id == from) || OutletKey.Of(byId.GetValueOrDefault(passed.Id)?.Outlet).Any(k => keys.Contains(k, StringComparer.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    private static CreditChain WalkRound(string start, ILookup<string, Dependence> sources)
    {
        List<string> path = [start];
        while (true)
        {
            string next = sources[path[^1]].First().From;
            bool comesBack = path.Contains(next);
            path.Add(next);
            if (comesBack || !sources.Contains(next))
            {
                return new CreditChain(start, [.. path], ChainEnd.Circle);
            }
        }
    }
}
