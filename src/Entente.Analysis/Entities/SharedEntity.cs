using System.Collections.Immutable;

namespace Entente.Analysis.Entities;

/// <summary>A person, body, place or other thing that several documents may mention, put together from the entities of each.</summary>
/// <param name="Name">The full name that most documents use; of what the tables know, the usual one if a document uses it.</param>
/// <param name="Members">In the order of the documents.</param>
/// <param name="Joins">Why each further member is taken to be the same, one fewer than the members; taking one back parts what it joined.</param>
public sealed record SharedEntity(string Id, EntityType Type, string Name, ImmutableArray<EntityMember> Members, ImmutableArray<EntityJoin> Joins)
{
    /// <summary>Takes its name and type from its members: the type that most of them have, the first of several.</summary>
    internal static SharedEntity Of(string id, ImmutableArray<EntityMember> members, ImmutableArray<EntityJoin> joins)
    {
        string[] names = [.. members.SelectMany(m => m.Entity.Aliases.Prepend(m.Entity.Name)).Distinct(StringComparer.Ordinal)];
        string? usual = names.FirstOrDefault(n => NameTable.UsualName(n) == n);
        EntityType type = members.GroupBy(m => m.Entity.Type).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).First().Key;
        string name = usual ?? names.OrderBy(n => IsShort(n, type)).ThenBy(IsDressed).ThenByDescending(n => members.Count(m => m.Entity.Name == n)).ThenByDescending(n => n.Length).ThenBy(n => n, StringComparer.Ordinal).First();
        return new SharedEntity(id, type, name, members, joins);
    }

    /// <summary>A person's surname, a body's initials.</summary>
    private static bool IsShort(string name, EntityType type) => Gazetteer.IsCapitals(name) || (type == EntityType.Person && NameSpelling.Words(name).Length == 1);

    /// <summary>Whether an article or a possessive stands with the name.</summary>
    private static bool IsDressed(string name) => name.StartsWith("The ", StringComparison.Ordinal) || name.EndsWith('\'') || name.EndsWith('’') || name.EndsWith("'s", StringComparison.Ordinal) || name.EndsWith("’s", StringComparison.Ordinal);

    /// <summary>The two things that are left when <paramref name="join"/>, one of its joins, is taken back.</summary>
    internal (SharedEntity First, SharedEntity Second) Parted(EntityJoin join, string secondId)
    {
        ImmutableArray<EntityJoin> kept = Joins.Remove(join);
        HashSet<(string, string)> first = [(Members[0].Document, Members[0].Entity.Id)];
        for (bool grew = true; grew;)
        {
            grew = false;
            foreach (EntityJoin other in kept)
            {
                grew |= first.Contains(other.First) ? first.Add(other.Second) : first.Contains(other.Second) && first.Add(other.First);
            }
        }

        ILookup<bool, EntityMember> members = Members.ToLookup(m => first.Contains((m.Document, m.Entity.Id)));
        ILookup<bool, EntityJoin> joins = kept.ToLookup(j => first.Contains(j.First));
        return (Of(Id, [.. members[true]], [.. joins[true]]), Of(secondId, [.. members[false]], [.. joins[false]]));
    }
}

/// <summary>What one document calls it.</summary>
public sealed record EntityMember(string Document, Entity Entity);

/// <summary>Two documents' entities taken for one, or kept apart.</summary>
/// <param name="First">Document and entity.</param>
/// <param name="Second">The other.</param>
/// <param name="Doubt">From 0 to 1: how likely it is that they are not one.</param>
/// <param name="Why">In words.</param>
public sealed record EntityJoin((string Document, string Entity) First, (string Document, string Entity) Second, LinkReason Reason, double Doubt, string Why);

/// <summary>What was joined over a pile, and what looked alike and was kept apart.</summary>
/// <param name="KeptApart">Of two things one pair, the likeliest to be one.</param>
public sealed record SharedEntities(ImmutableArray<SharedEntity> Entities, ImmutableArray<EntityJoin> KeptApart)
{
    /// <summary>The same with one join taken back: what it joined is two things, and kept apart. A join that is not there changes nothing.</summary>
    /// <remarks>The part with the first member keeps the id; the other stands last, with a new one. Quadratic in the members of that one thing.</remarks>
    public SharedEntities Without(EntityJoin join)
    {
        ArgumentNullException.ThrowIfNull(join);
        for (int e = 0; e < Entities.Length; e++)
        {
            if (Entities[e].Joins.Contains(join))
            {
                (SharedEntity first, SharedEntity second) = Entities[e].Parted(join, $"n{Entities.Length + 1}");
                return new SharedEntities(Entities.SetItem(e, first).Add(second), KeptApart.Add(join with { Doubt = 1, Why = join.Why + "; taken back" }));
            }
        }

        return this;
    }
}
