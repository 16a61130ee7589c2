using System.Collections.Immutable;

namespace Entente.Analysis.Lineage;

/// <summary>The edges of one story and what was looked at and not believed.</summary>
internal sealed record DependenceFindings(ImmutableArray<Dependence> Dependences, ImmutableArray<NearMiss> Rejected);
