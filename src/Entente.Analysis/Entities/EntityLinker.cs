using System.Collections.Immutable;
using Entente.Analysis.Text;

namespace Entente.Analysis.Entities;

/// <summary>Puts entities of several documents together where their names, and what stands around them, say that they are one.</summary>
/// <remarks>
/// One full name is one thing, unless the documents have nothing in common and tell different things of it. A surname, a spelling, initials and a body's common name ("the Supreme Court") need
/// context that agrees: other names in both documents that are no country's. Countries and groups are joined by name, and count as no context. Pairs are looked for only among entities that share
/// a key (a word of the name, its consonants, its initials), so cost grows with the entities and with how many share a key. The order of the documents has no bearing on the result.
/// </remarks>
public static class EntityLinker
{
    /// <summary>Where more entities share a key, each is compared with the next few alone: what is one name in many reports holds together by its neighbours.</summary>
    private const int Crowd = 60;
    private const int Neighbours = 12;

    private const NameKinds Common = NameKinds.OrganisationNoun | NameKinds.FacilityNoun | NameKinds.EventNoun | NameKinds.CommonNoun | NameKinds.CommonAdjective;

    /// <param name="documents">Each with the entities found in it.</param>
    public static SharedEntities Link(IReadOnlyList<(Document Document, ImmutableArray<Entity> Entities)> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        List<Candidate> all = [];
        foreach ((Document document, ImmutableArray<Entity> entities) in documents.OrderBy(d => d.Document.Id, StringComparer.Ordinal))
        {
            Context context = new(entities);
            all.AddRange(entities.Select(e => new Candidate(document, e, context)));
        }

        int[] parent = [.. Enumerable.Range(0, all.Count)];
        HashSet<string>[] documentsOf = [.. all.Select(c => new HashSet<string>(StringComparer.Ordinal) { c.Document.Id })];
        List<(int First, EntityJoin Join)> joins = [];
        List<EntityJoin> apart = [];
        foreach (Pair pair in Pairs(all))
        {
            int a = Root(parent, pair.First), b = Root(parent, pair.Second);
            if (a == b)
            {
                continue;
            }

            EntityJoin join = new(KeyOf(all[pair.First]), KeyOf(all[pair.Second]), pair.Reason, pair.Doubt, pair.Why);
            // One document's two entities were told apart in it; what would join them by way of another is doubtful.
            bool clash = documentsOf[a].Overlaps(documentsOf[b]);
            if (pair.Joins && !clash)
            {
                parent[Math.Max(a, b)] = Math.Min(a, b);
                documentsOf[Math.Min(a, b)].UnionWith(documentsOf[Math.Max(a, b)]);
                joins.Add((pair.First, join));
            }
            else
            {
                apart.Add(clash ? join with { Why = "one report tells them apart" } : join);
            }
        }

        return new SharedEntities(Collect(all, parent, joins), [.. apart]);
    }

    private sealed record Pair(int First, int Second, bool Joins, LinkReason Reason, double Doubt, string Why);

    private sealed class Context
    {
        public Context(ImmutableArray<Entity> entities)
        {
            Names = [.. entities.Where(e => e.Type is not (EntityType.Group or EntityType.None) && !IsCountry(e)).SelectMany(e => e.Aliases.Add(e.Name)).Select(n => n.ToLowerInvariant())];
            Countries = [.. entities.Where(IsCountry).Select(e => NameTable.UsualName(e.Name) ?? e.Name)];
        }

        public HashSet<string> Names { get; }

        public HashSet<string> Countries { get; }
    }

    private sealed record Candidate(Document Document, Entity Entity, Context Context)
    {
        public ImmutableArray<string> Names { get; } = [Entity.Name, .. Entity.Aliases];

        public string[] Words { get; } = WordsOf(Entity.Name);
    }

    private static bool IsCountry(Entity entity) => entity.Type == EntityType.Place && NameTable.IsCountry(entity.Name);

    private static (string Document, string Entity) KeyOf(Candidate candidate) => (candidate.Document.Id, candidate.Entity.Id);

    private static string[] WordsOf(string name) => [.. name.Split([' ', '-', '’', '\'', '.'], StringSplitOptions.RemoveEmptyEntries).Select(Fold).Where(w => w.Length > 0 && w is not ("al" or "el" or "the" or "s" or "bin" or "ibn"))];

    private static string Fold(string word)
    {
        Span<char> letters = stackalloc char[2];
        System.Text.StringBuilder folded = new(word.Length);
        foreach (char c in word)
        {
            folded.Append(letters[..Letters.Fold(c, letters)]);
        }

        return folded.ToString();
    }

    /// <summary>Pairs worth judging, the surest first.</summary>
    private static IEnumerable<Pair> Pairs(List<Candidate> all)
    {
        Dictionary<string, List<int>> byKey = new(StringComparer.Ordinal);
        for (int i = 0; i < all.Count; i++)
        {
            foreach (string key in KeysOf(all[i]))
            {
                if (!byKey.TryGetValue(key, out List<int>? sharing))
                {
                    byKey[key] = sharing = [];
                }

                sharing.Add(i);
            }
        }

        HashSet<(int, int)> seen = [];
        List<Pair> pairs = [];
        foreach ((string _, List<int> sharing) in byKey.OrderBy(k => k.Key, StringComparer.Ordinal))
        {
            for (int i = 0; i < sharing.Count; i++)
            {
                for (int j = i + 1; j < (sharing.Count > Crowd ? Math.Min(sharing.Count, i + Neighbours) : sharing.Count); j++)
                {
                    if (all[sharing[i]].Document != all[sharing[j]].Document && seen.Add((sharing[i], sharing[j])) && Judge(sharing[i], sharing[j], all) is { } pair)
                    {
                        pairs.Add(pair);
                    }
                }
            }
        }

        return pairs.OrderBy(p => p.Joins ? 0 : 1).ThenBy(p => p.Doubt).ThenBy(p => p.First).ThenBy(p => p.Second);
    }

    private static HashSet<string> KeysOf(Candidate candidate)
    {
        HashSet<string> keys = [];
        foreach (string name in candidate.Names)
        {
            keys.Add("usual " + (NameTable.UsualName(name) ?? name).ToLowerInvariant());
            string[] words = WordsOf(name);
            if (words.Length > 0 && candidate.Entity.Type == EntityType.Person)
            {
                keys.Add("last " + words[^1]);
                keys.Add("sound " + Consonants(words[^1]));
            }

            if (words.Length > 1 && candidate.Entity.Type is EntityType.Organisation)
            {
                keys.Add("initials " + string.Concat(words.Where(w => w is not ("of" or "and" or "for")).Select(w => w[0])));
                keys.Add("first " + words[0] + " " + words[1]);
            }
            else if (words.Length == 1 && candidate.Entity.Type is EntityType.Organisation)
            {
                keys.Add("initials " + words[0]);
            }
        }

        return keys;
    }

    private static string Consonants(string word) => string.Concat(word.Where(c => c is not ('a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'h' or 'w')).Distinct());

    private static Pair? Judge(int first, int second, List<Candidate> all)
    {
        Candidate a = all[first], b = all[second];
        if (a.Entity.Type != b.Entity.Type)
        {
            return null;
        }

        int agreeing = a.Context.Names.Count(n => b.Context.Names.Contains(n) && !a.Names.Contains(n, StringComparer.OrdinalIgnoreCase) && !b.Names.Contains(n, StringComparer.OrdinalIgnoreCase));
        bool countries = a.Context.Countries.Overlaps(b.Context.Countries);
        string context = agreeing > 0 ? $"{agreeing} other {(agreeing == 1 ? "name" : "names")} in both" : countries ? "only countries in both" : "nothing else in both";

        Pair Found(bool joins, LinkReason reason, double doubt, string why) => new(first, second, joins, reason, doubt, $"{why}; {context}");

        string? same = a.Names.FirstOrDefault(n => b.Names.Contains(n, StringComparer.OrdinalIgnoreCase));
        if (same is not null)
        {
            bool surnameAlone = a.Entity.Type == EntityType.Person && WordsOf(same).Length == 1;
            bool common = a.Entity.Type == EntityType.Organisation && IsCommon(same);
            return surnameAlone || common
                ? Found(agreeing > 0, LinkReason.SameName, agreeing > 0 ? 0.15 : 0.6, $"both say \"{same}\", which others bear too")
                : Found(a.Entity.Type != EntityType.Person || agreeing > 0 || countries, LinkReason.SameName, agreeing > 0 ? 0.02 : 0.1, $"both say \"{same}\"");
        }

        string? usual = a.Names.Select(NameTable.UsualName).FirstOrDefault(u => u is not null && b.Names.Any(n => NameTable.UsualName(n) == u));
        if (usual is not null)
        {
            return Found(true, LinkReason.KnownAlias, 0.03, $"\"{a.Entity.Name}\" and \"{b.Entity.Name}\" are names of {usual}");
        }

        return a.Entity.Type switch
        {
            EntityType.Person => Persons(a, b, agreeing, Found),
            EntityType.Organisation => Bodies(a, b, agreeing, Found),
            _ => null,
        };
    }

    private static Pair? Persons(Candidate a, Candidate b, int agreeing, Func<bool, LinkReason, double, string, Pair> found)
    {
        (string[] few, string[] many) = a.Words.Length <= b.Words.Length ? (a.Words, b.Words) : (b.Words, a.Words);
        if (few.Length == 0)
        {
            return null;
        }

        if (few.Length < many.Length)
        {
            return many.AsSpan().EndsWith(few) || (few.Length == 2 && few[0] == many[0] && few[1] == many[^1])
                ? found(agreeing > 0, LinkReason.PartOfName, few.Length > 1 ? 0.05 : agreeing > 1 ? 0.12 : agreeing > 0 ? 0.25 : 0.6, $"\"{string.Join(' ', few)}\" is part of the other name")
                : few.Length == 1 && NameSpelling.MayBeOne(few[0], many[^1]) && few[0] != many[^1]
                    ? found(agreeing > 1, LinkReason.Spelling, agreeing > 1 ? 0.3 : 0.7, "a surname spelled otherwise") : null;
        }

        int near = 0;
        for (int w = 0; w < few.Length; w++)
        {
            if (few[w] == many[w])
            {
                continue;
            }

            if (!NameSpelling.MayBeOne(few[w], many[w]))
            {
                return null;
            }

            near++;
        }

        return near == 0 ? found(true, LinkReason.Spelling, 0.05, "the same name but for marks and articles")
            : found(agreeing > 0 && (few.Length > 1 || agreeing > 1), LinkReason.Spelling, agreeing > 0 ? 0.2 : 0.6, "the same name spelled otherwise");
    }

    private static Pair? Bodies(Candidate a, Candidate b, int agreeing, Func<bool, LinkReason, double, string, Pair> found)
    {
        string one = string.Concat(a.Words), other = string.Concat(b.Words);
        bool initials = (a.Words.Length == 1 && Gazetteer.IsCapitals(a.Entity.Name) && one == Initials(b.Words)) || (b.Words.Length == 1 && Gazetteer.IsCapitals(b.Entity.Name) && other == Initials(a.Words));
        if (initials)
        {
            return found(agreeing > 0, LinkReason.Acronym, agreeing > 0 ? 0.15 : 0.6, "the initials of the other name");
        }

        (string[] few, string[] many) = a.Words.Length <= b.Words.Length ? (a.Words, b.Words) : (b.Words, a.Words);
        bool marks = few.Length > 0 && many.AsSpan().StartsWith(few) && many.Skip(few.Length).All(w => (Gazetteer.Shipped.KindsOf(Gazetteer.Key(w)) & NameKinds.FirmMark) != 0);
        return marks ? found(true, LinkReason.PartOfName, few.Length == many.Length ? 0.03 : 0.1, "the same but for what kind of firm it is") : null;
    }

    private static string Initials(string[] words) => string.Concat(words.Where(w => w is not ("of" or "and" or "for" or "on" or "in")).Select(w => w[0]));

    /// <summary>Whether every word of a body's name is common, so that many bodies are called so: "Supreme Court", "Defence Committee".</summary>
    private static bool IsCommon(string name) => WordsOf(name).All(static w => (Gazetteer.Shipped.KindsOf(Gazetteer.Key(w)) & Common) != 0);

    private static int Root(int[] parent, int i)
    {
        while (parent[i] != i)
        {
            i = parent[i] = parent[parent[i]];
        }

        return i;
    }

    private static ImmutableArray<SharedEntity> Collect(List<Candidate> all, int[] parent, List<(int First, EntityJoin Join)> joins)
    {
        ImmutableArray<SharedEntity>.Builder shared = ImmutableArray.CreateBuilder<SharedEntity>();
        ILookup<int, EntityJoin> joined = joins.ToLookup(j => Root(parent, j.First), j => j.Join);
        foreach (IGrouping<int, int> group in Enumerable.Range(0, all.Count).GroupBy(i => Root(parent, i)))
        {
            Candidate[] members = [.. group.Select(i => all[i])];
            string name = members.SelectMany(m => m.Names).OrderByDescending(n => n.Length).ThenBy(n => n, StringComparer.Ordinal).First();
            shared.Add(new SharedEntity($"n{shared.Count + 1}", members[0].Entity.Type, name, [.. members.Select(m => new EntityMember(m.Document.Id, m.Entity))], [.. joined[group.Key]]));
        }

        return shared.ToImmutable();
    }
}
