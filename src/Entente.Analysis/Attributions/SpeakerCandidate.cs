using System.Collections.Immutable;

namespace Entente.Analysis.Attributions;

/// <summary>A person, body or outlet that reports name as the speaker of a quotation, with the places that do.</summary>
/// <param name="Name">The words of the mention that names it most fully; of equal ones the first.</param>
/// <param name="Votes">Reports that name it; those of one publisher family count once.</param>
/// <param name="Mentions">In the order of the family's variants.</param>
public sealed record SpeakerCandidate(string Name, int Votes, ImmutableArray<SpeakerMention> Mentions);
