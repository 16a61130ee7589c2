using System.Collections.Frozen;
using Entente.Analysis.Text;

namespace Entente.Analysis.Quantities;

/// <summary>Signs, codes and words of money.</summary>
internal static class Currency
{
    /// <summary>Words of the longest name in the list.</summary>
    public const int LongestName = 3;

    private static readonly FrozenDictionary<string, string> s_names = DataFile.Rows("Text/Languages/en/currencies.tsv")
        .ToFrozenDictionary(row => row[0], row => row[1], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> s_lookup = s_names.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly ILookup<string, string> s_written = s_names.ToLookup(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    /// <summary>The ISO 4217 code, or a sign or word where that is not certain.</summary>
    public static string? Find(ReadOnlySpan<char> name)
    {
        if (!s_lookup.TryGetValue(name, out string? code))
        {
            return null;
        }

        // "try" and "all" are words, TRY and ALL are codes.
        return name.Length == 3 && char.IsAsciiLetter(name[0]) && char.IsUpper(code[0]) && name.Equals(code, StringComparison.OrdinalIgnoreCase) && !name.Equals(code, StringComparison.Ordinal) ? null : code;
    }

    public static bool IsSign(char c) => c is '$' or '€' or '£' or '¥' or '₹' or '₽' or '₺' or '₩' or '₪' or '₴' or '₦' or '₫' or '฿';

    /// <summary>The words and signs that a text may use for a code.</summary>
    public static IEnumerable<string> Written(string code) => s_written[code].Order(StringComparer.Ordinal);
}
