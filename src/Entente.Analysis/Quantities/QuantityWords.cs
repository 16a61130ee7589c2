using System.Collections.Frozen;
using Entente.Analysis.Text;

namespace Entente.Analysis.Quantities;

/// <summary>What a word beside a number says of it: the classes of <c>quantity-words.tsv</c>. A word may be of several.</summary>
[Flags]
internal enum QuantityWord : ushort
{
    None = 0,
    Month = 1,
    Numbered = 2,
    Street = 4,
    Clock = 8,
    Placing = 16,
    PlacingBefore = 32,
    Score = 64,
    State = 128,
    Extent = 256,
    Change = 512,
    Raising = 1024,
    Place = 2048,
    In = 4096,
    Amounting = 8192,
    Sending = 16384,
    Person = 32768,
}

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
