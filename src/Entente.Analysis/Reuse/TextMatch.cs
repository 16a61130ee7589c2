namespace Entente.Analysis.Reuse;

/// <summary>A text of an index that shares words with those that were sought.</summary>
/// <param name="Documents">The ids of all documents that have this text word for word, as they were added.</param>
/// <param name="Chains">Longest first; a run's first place is in the text of the index.</param>
internal sealed record TextMatch(IReadOnlyList<string> Documents, IReadOnlyList<Chain> Chains);
