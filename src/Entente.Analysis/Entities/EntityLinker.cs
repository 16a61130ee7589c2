using System.Collections.Immutable;
using Entente.Analysis.Text;

namespace Entente.Analysis.Entities;

/// <summary>Puts entities of several documents together where their names, and what stands around them, say that they are one.</summary>
/// <remarks>
/// One full name is one thing, unless the documents have nothing in common or tell what one thing cannot be: a bishop and a goalkeeper, a town in two countries. A surname, a spelling, initials and
/// a common name ("the Supreme Court") need context that agrees: other names in both documents that are no country's. Pairs are looked for only among entities that share a key (a word of the name,
/// its consonants, its initials), so cost grows with the entities and with how many share a key, each pair with the names of its two documents. The order of the documents has no bearing on the result.
/// </remarks>
public static class EntityLinker
{
    /// <summary>Where more entities share a key, each is compared with the next few alone: what is one name in many reports holds together by its neighbours.</summary>
    private const int Crowd = 60;
    private const int Neighbours = 12;

    /// <param name="documents">Each with the entities found in it.</param>
    public static SharedEntities Link(IReadOnlyList<(TokenizedDocument Document, ImmutableArray<Entity> Entities)> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        (TokenizedDocument Document, ImmutableArray<Entity> Entities)[] ordered = [.. documents.OrderBy(d => d.Document.Document.Id, StringComparer.Ordinal)];
        LinkContext context = new(ordered);
        LinkedGroups groups = new(context.Candidates);
        for (int d = 0; d < ordered.Length; d++)
        {
            int first = context.Documents[d].First;
            foreach ((int one, int other) in ToldAliases.Find(ordered[d].Document.Document, ordered[d].Entities))
            {
                groups.JoinTold(first + one, first + other);
            }
        }

        foreach (Pair pair in Pairs(context))
        {
            groups.Add(pair.First, pair.Second, pair.Verdict);
        }

        return groups.ToShared();
    }

    private readonly record struct Pair(int First, int Second, PairJudge.Verdict Verdict);

    /// <summary>Pairs worth judging, the surest first.</summary>
    private static IEnumerable<Pair> Pairs(LinkContext context)
    {
        List<LinkCandidate> all = context.Candidates;
        Dictionary<string, List<int>> byKey = new(StringComparer.Ordinal);
        for (int i = 0; i < all.Count; i++)
        {
            foreach (string key in KeysOf(all[i]))
            {
                (byKey.TryGetValue(key, out List<int>? sharing) ? sharing : byKey[key] = []).Add(i);
            }
        }

        PairJudge judge = new(context);
        HashSet<(int, int)> seen = [];
        List<Pair> pairs = [];
        foreach (List<int> sharing in byKey.Values)
        {
            for (int i = 0; i < sharing.Count; i++)
            {
                int end = sharing.Count > Crowd ? Math.Min(sharing.Count, i + Neighbours) : sharing.Count;
                for (int j = i + 1; j < end; j++)
                {
                    if (all[sharing[i]].Place != all[sharing[j]].Place && seen.Add((sharing[i], sharing[j])) && judge.Judge(all[sharing[i]], all[sharing[j]]) is { } verdict)
                    {
                        pairs.Add(new Pair(sharing[i], sharing[j], verdict));
                    }
                }
            }
        }

        PartSurnames(all, pairs);
        return pairs.OrderBy(p => p.Verdict.Joins ? 0 : 1).ThenBy(p => p.Verdict.Doubt).ThenBy(p => p.First).ThenBy(p => p.Second);
    }

    /// <summary>A surname alone that may mean two persons of other reports goes to the one whose report has more in common with it, and to neither if both have as much.</summary>
    private static void PartSurnames(List<LinkCandidate> all, List<Pair> pairs)
    {
        Dictionary<int, List<int>> bearers = [];
        for (int p = 0; p < pairs.Count; p++)
        {
            (int first, int second, PairJudge.Verdict verdict) = pairs[p];
            bool isAlone = all[first].Words.Length == 1, isOtherAlone = all[second].Words.Length == 1;
            if (verdict.Joins && isAlone != isOtherAlone && all[first].Entity.Type == EntityType.Person)
            {
                int alone = isAlone ? first : second;
                (bearers.TryGetValue(alone, out List<int>? known) ? known : bearers[alone] = []).Add(p);
            }
        }

        foreach ((int alone, List<int> of) in bearers)
        {
            int best = of[0];
            foreach (int p in of)
            {
                best = pairs[p].Verdict.Agreeing > pairs[best].Verdict.Agreeing ? p : best;
            }

            LinkCandidate bearer = Bearer(best, alone);
            int[] others = [.. of.Where(p => !PairJudge.AreRelated(Bearer(p, alone), bearer))];
            bool isEither = Array.Exists(others, p => pairs[p].Verdict.Agreeing == pairs[best].Verdict.Agreeing);
            foreach (int p in isEither ? of : [.. others])
            {
                string why = isEither ? $"{bearer.Name} may be meant as well as {Bearer(others[0], alone).Name}" : $"{bearer.Name} has more in common with it";
                pairs[p] = pairs[p] with { Verdict = pairs[p].Verdict.Apart(why) };
            }
        }

        LinkCandidate Bearer(int pair, int alone) => all[pairs[pair].First == alone ? pairs[pair].Second : pairs[pair].First];
    }

    private static HashSet<string> KeysOf(LinkCandidate candidate)
    {
        HashSet<string> keys = new(StringComparer.Ordinal);
        foreach ((int number, _, string[] words) in candidate.Names)
        {
            keys.Add($"name {number}");
            if (words.Length == 0)
            {
                continue;
            }

            if (candidate.Entity.Type == EntityType.Person)
            {
                // "Mr Xi" is Xi Jinping.
                keys.Add("last " + words[^1]);
                keys.Add("last " + words[0]);
                NameSpelling.AddKeys(words[^1], keys);
            }
            else if (candidate.Entity.Type == EntityType.Organisation)
            {
                keys.Add("initials " + (words.Length > 1 ? NameSpelling.Initials(words) : words[0]));
                keys.Add("firm " + string.Join(' ', words.AsSpan(0, NameSpelling.WithoutFirmMarks(words)).ToArray()));
            }
        }

        return keys;
    }
}
