using System.Collections.Immutable;

namespace Entente.Analysis.Entities;

/// <summary>Entities of several documents as they are put together, the surest pair first, and what was kept apart.</summary>
/// <remarks>The joins of a group are a tree: taking back any one of them parts it in two. What a group tells of its thing is kept as a whole, so that a bishop and a goalkeeper do not
/// become one by way of a report that says nothing of either. A join costs as much as the smaller group is large.</remarks>
internal sealed class LinkedGroups
{
    private readonly List<LinkCandidate> _all;
    private readonly int[] _parent;
    private readonly Group[] _groups;
    private readonly List<(int First, EntityJoin Join)> _joins = [];
    private readonly List<(int First, int Second, EntityJoin Join)> _apart = [];
    private readonly HashSet<(int, int)> _told = [];

    /// <param name="Where">What is told of where it is, each place once.</param>
    /// <param name="Full">Of a person, one candidate for each name of two words and more.</param>
    private sealed record Group(Dictionary<int, List<int>> ByDocument, List<Whereabouts> Where, List<LinkCandidate> Full)
    {
        public uint Walks { get; set; }
    }

    public LinkedGroups(List<LinkCandidate> all)
    {
        _all = all;
        _parent = [.. Enumerable.Range(0, all.Count)];
        _groups = [.. all.Select((c, i) => new Group(new Dictionary<int, List<int>> { [c.Place] = [i] }, c.Where is null ? [] : [c.Where], c.Entity.Type == EntityType.Person && c.Words.Length > 1 ? [c] : []) { Walks = c.Calling?.Walks ?? 0 })];
    }

    /// <summary>Joins two entities of one document that it says itself are one.</summary>
    public void JoinTold(int first, int second)
    {
        _told.Add((first, second));
        if (Root(first) != Root(second))
        {
            Join(first, second, new EntityJoin(_all[first].Key, _all[second].Key, LinkReason.ToldAlias, 0.05, $"one report says that \"{_all[first].Entity.Name}\" and \"{_all[second].Entity.Name}\" are one"));
        }
    }

    public void Add(int first, int second, PairJudge.Verdict verdict)
    {
        int a = Root(first), b = Root(second);
        if (a == b)
        {
            return;
        }

        EntityJoin join = new(_all[first].Key, _all[second].Key, verdict.Reason, verdict.Doubt, verdict.Why);
        if (!verdict.Joins)
        {
            _apart.Add((first, second, join));
        }
        else if ((SeparateIn(_groups[a], _groups[b]) ?? (PairJudge.Against(_all[first], _all[second]) is null ? Contrary(_groups[a], _groups[b]) : null)) is { } clash)
        {
            _apart.Add((first, second, join with { Doubt = 0.7, Why = $"{verdict.Why}; {clash}" }));
        }
        else
        {
            Join(first, second, join);
        }
    }

    public SharedEntities ToShared()
    {
        ImmutableArray<SharedEntity>.Builder shared = ImmutableArray.CreateBuilder<SharedEntity>();
        ILookup<int, EntityJoin> joined = _joins.ToLookup(j => Root(j.First), j => j.Join);
        foreach (IGrouping<int, int> group in Enumerable.Range(0, _all.Count).GroupBy(Root))
        {
            shared.Add(SharedEntity.Of($"n{shared.Count + 1}", [.. group.Select(i => new EntityMember(_all[i].Document.Id, _all[i].Entity))], [.. joined[group.Key]]));
        }

        // Of two groups kept apart the surest pair says why; the others would say the same again.
        IEnumerable<EntityJoin> apart = _apart.Where(p => Root(p.First) != Root(p.Second)).DistinctBy(p => (Math.Min(Root(p.First), Root(p.Second)), Math.Max(Root(p.First), Root(p.Second)))).Select(p => p.Join);
        return new SharedEntities(shared.ToImmutable(), [.. apart]);
    }

    private void Join(int first, int second, EntityJoin join)
    {
        int a = Root(first), b = Root(second);
        (int root, int other) = (Math.Min(a, b), Math.Max(a, b));
        _parent[other] = root;
        Group one = _groups[root], two = _groups[other];
        (Group large, Group small) = one.ByDocument.Count >= two.ByDocument.Count ? (one, two) : (two, one);
        foreach ((int document, List<int> entities) in small.ByDocument)
        {
            (large.ByDocument.TryGetValue(document, out List<int>? known) ? known : large.ByDocument[document] = []).AddRange(entities);
        }

        large.Where.AddRange(small.Where.Where(w => !large.Where.Contains(w)));
        large.Full.AddRange(small.Full.Where(f => !large.Full.Exists(k => k.Names[0].Number == f.Names[0].Number)));
        large.Walks |= small.Walks;
        _groups[root] = large;
        _joins.Add((first, join));
    }

    /// <summary>Whether a document of both keeps them apart, in words; null where none does.</summary>
    private string? SeparateIn(Group a, Group b)
    {
        (Group large, Group small) = a.ByDocument.Count >= b.ByDocument.Count ? (a, b) : (b, a);
        foreach ((int document, List<int> entities) in small.ByDocument)
        {
            if (!large.ByDocument.TryGetValue(document, out List<int>? others))
            {
                continue;
            }

            // What one document keeps apart for want of a rule is no finding; two first names are.
            if (entities.Exists(e => others.Exists(o => !_told.Contains((Math.Min(e, o), Math.Max(e, o))) && !PairJudge.MayBeOne(_all[e], _all[o]))))
            {
                return "one report tells them apart";
            }
        }

        return null;
    }

    /// <summary>Why two groups cannot be one thing, though the pair that would join them tells nothing against it; null where they may be.</summary>
    private static string? Contrary(Group a, Group b) =>
        WalksOfLife.Shipped.Conflict(a.Walks, b.Walks) ? "other reports of each give them different callings"
            : a.Full.Count > 0 && b.Full.Count > 0 && !a.Full.Exists(f => b.Full.Exists(g => PairJudge.AreRelated(f, g))) ? "other reports of each give them different full names"
            : a.Where.Exists(w => b.Where.Exists(w.Excludes)) ? "other reports of each put them in different places"
            : null;

    private int Root(int i)
    {
        while (_parent[i] != i)
        {
            i = _parent[i] = _parent[_parent[i]];
        }

        return i;
    }
}
