using System.Collections.Immutable;

namespace Entente.Analysis.Entities;

/// <summary>A person, body, place or other thing that several documents may mention, put together from the entities of each.</summary>
/// <param name="Name">The fullest name.</param>
/// <param name="Members">In the order of the documents.</param>
/// <param name="Joins">Why each further member is taken to be the same; taking one back parts what it joined.</param>
public sealed record SharedEntity(string Id, EntityType Type, string Name, ImmutableArray<EntityMember> Members, ImmutableArray<EntityJoin> Joins);

/// <summary>What one document calls it.</summary>
public sealed record EntityMember(string Document, Entity Entity);

/// <summary>Two documents' entities taken for one, or kept apart.</summary>
/// <param name="First">Document and entity.</param>
/// <param name="Second">The other.</param>
/// <param name="Doubt">From 0 to 1: how likely the join is wrong.</param>
/// <param name="Why">In words.</param>
public sealed record EntityJoin((string Document, string Entity) First, (string Document, string Entity) Second, LinkReason Reason, double Doubt, string Why);

/// <summary>What was joined over a pile, and what looked alike and was kept apart.</summary>
public sealed record SharedEntities(ImmutableArray<SharedEntity> Entities, ImmutableArray<EntityJoin> KeptApart);
