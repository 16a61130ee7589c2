namespace Entente.Analysis.Reuse;

/// <summary>Two texts of an index, the one added earlier first, and what they share.</summary>
/// <param name="Chains">Longest first; a run's first place is in the first text.</param>
internal readonly record struct TextPair(int First, int Second, IReadOnlyList<Chain> Chains);
