using System.Collections.Frozen;
using Entente.Analysis.Text;

namespace Entente.Analysis.Quantities;

/// <summary>The words that bound a number, before it ("at least"), behind it ("or more"), and those that may stand between.</summary>
internal static class Bounds
{
    public const int LongestPhrase = 5;

    private static readonly Dictionary<string, FrozenDictionary<string, Qualifier>> s_phrases = DataFile.Rows("Text/Languages/en/quantity-bounds.tsv")
        .GroupBy(row => row[0], StringComparer.Ordinal)
        .ToDictionary(
            side => side.Key,
            side => side.ToFrozenDictionary(row => row[1], row => row[2].Length == 0 ? Qualifier.Exactly : Enum.Parse<Qualifier>(row[2].Replace("-", "", StringComparison.Ordinal), ignoreCase: true), StringComparer.OrdinalIgnoreCase),
            StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Qualifier>.AlternateLookup<ReadOnlySpan<char>> s_before = s_phrases["before"].GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenDictionary<string, Qualifier>.AlternateLookup<ReadOnlySpan<char>> s_after = s_phrases["after"].GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenDictionary<string, Qualifier>.AlternateLookup<ReadOnlySpan<char>> s_skip = s_phrases["skip"].GetAlternateLookup<ReadOnlySpan<char>>();

    public static Qualifier? Before(ReadOnlySpan<char> phrase) => s_before.TryGetValue(phrase, out Qualifier found) ? found : null;

    public static Qualifier? After(ReadOnlySpan<char> phrase) => s_after.TryGetValue(phrase, out Qualifier found) ? found : null;

    public static bool MayStandBetween(ReadOnlySpan<char> phrase) => s_skip.ContainsKey(phrase);
}
