using System.Collections.Immutable;

namespace Entente.Analysis.Reuse;

/// <summary>What the documents of a pile share, pair by pair.</summary>
/// <param name="Passages">By first id, second id and place.</param>
/// <param name="TooShort">For pairs without a passage, the longest shared stretch that was looked at and is too short to mean anything.</param>
public sealed record SharedText(ImmutableArray<Passage> Passages, ImmutableArray<Passage> TooShort);
