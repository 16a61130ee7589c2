using System.Collections.Immutable;

namespace Entente.Analysis.Reuse;

/// <summary>What the documents of a pile share, pair by pair.</summary>
/// <param name="Passages">By first id, second id and place.</param>
/// <param name="TooShort">For pairs without a passage, the longest shared stretch that was looked at and is too short to mean anything.</param>
public sealed record SharedText(ImmutableArray<Passage> Passages, ImmutableArray<Passage> TooShort)
{
    public static SharedText Nothing { get; } = new([], []);

    /// <summary>What the documents of each group share among themselves; what crosses groups is left out.</summary>
    public IReadOnlyDictionary<string, SharedText> ByGroup(IReadOnlyDictionary<string, string> groupOf)
    {
        ILookup<string, Passage> passages = Inside(Passages, groupOf);
        ILookup<string, Passage> tooShort = Inside(TooShort, groupOf);
        return passages.Select(g => g.Key).Union(tooShort.Select(g => g.Key)).ToDictionary(
            g => g, g => new SharedText([.. passages[g]], [.. tooShort[g]]), StringComparer.Ordinal);
    }

    private static ILookup<string, Passage> Inside(IEnumerable<Passage> passages, IReadOnlyDictionary<string, string> groupOf) => passages
        .Where(p => groupOf[p.First] == groupOf[p.Second])
        .ToLookup(p => groupOf[p.First], StringComparer.Ordinal);
}
