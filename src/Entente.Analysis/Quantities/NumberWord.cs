using System.Collections.Frozen;
using System.Globalization;
using Entente.Analysis.Text;

namespace Entente.Analysis.Quantities;

internal enum NumberClass : byte
{
    None,
    Digit,
    Ten,
    Hundred,
    Scale,
    Plural,
    Fraction,
    Ordinal,
}

/// <summary>A word of number and what it is worth.</summary>
internal readonly record struct NumberWord(NumberClass Class, decimal Value)
{
    private static readonly FrozenDictionary<string, NumberWord>.AlternateLookup<ReadOnlySpan<char>> s_words = DataFile.Rows("Text/Languages/en/numbers.tsv")
        .ToFrozenDictionary(
            row => row[0],
            row => new NumberWord(Enum.Parse<NumberClass>(row[1], ignoreCase: true), decimal.Parse(row[2], CultureInfo.InvariantCulture)),
            StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    public static NumberWord Find(ReadOnlySpan<char> word) => s_words.TryGetValue(word, out NumberWord found) ? found : default;
}
