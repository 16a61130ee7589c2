using System.Collections.Frozen;
using Entente.Analysis.Text;

namespace Entente.Analysis.Quantities;

/// <summary>The words of <c>quantity-words.tsv</c> with their classes.</summary>
internal static class QuantityWords
{
    private static readonly FrozenDictionary<string, QuantityWord>.AlternateLookup<ReadOnlySpan<char>> s_words = DataFile.Rows("Text/Languages/en/quantity-words.tsv")
        .SelectMany(row => row[0].Split(' ').Select(word => (Word: word, Class: Enum.Parse<QuantityWord>(row[1].Replace("-", "", StringComparison.Ordinal), ignoreCase: true))))
        .GroupBy(pair => pair.Word, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(word => word.Key, word => word.Aggregate(QuantityWord.None, (all, pair) => all | pair.Class), StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    public static QuantityWord Find(ReadOnlySpan<char> word) => s_words.TryGetValue(word, out QuantityWord found) ? found : QuantityWord.None;

    public static bool Is(ReadOnlySpan<char> word, QuantityWord one) => (Find(word) & one) != 0;
}
