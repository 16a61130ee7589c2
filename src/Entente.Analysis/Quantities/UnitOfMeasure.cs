using System.Collections.Frozen;
using System.Globalization;
using Entente.Analysis.Text;

namespace Entente.Analysis.Quantities;

/// <summary>A unit: its code, what it measures and, where the relation is exact and the same everywhere, how many of another it is.</summary>
/// <param name="Base">The unit that it is an exact multiple of; null for units that differ from country to country.</param>
public sealed record UnitOfMeasure(string Code, string Dimension, string? Base, decimal? Factor)
{
    private static readonly FrozenDictionary<string, UnitOfMeasure> s_words = DataFile.Rows("Text/Languages/en/units.tsv")
        .SelectMany(row => row[0].Split(' ').Select(word => (Word: word, Unit: new UnitOfMeasure(
            row[1],
            row[2],
            row[3].Length == 0 ? null : row[3],
            row[4].Length == 0 ? null : decimal.Parse(row[4], CultureInfo.InvariantCulture)))))
        .ToFrozenDictionary(pair => pair.Word, pair => pair.Unit, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, UnitOfMeasure>.AlternateLookup<ReadOnlySpan<char>> s_lookup = s_words.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly ILookup<string, string> s_written = s_words.ToLookup(pair => pair.Value.Code, pair => pair.Key, StringComparer.Ordinal);

    public bool IsTime => Dimension == "time";

    public static UnitOfMeasure? Find(ReadOnlySpan<char> word) => s_lookup.TryGetValue(word, out UnitOfMeasure? unit) ? unit : null;

    /// <summary>The words and signs that a text may use for a code.</summary>
    public static IEnumerable<string> Written(string code) => s_written[code].Order(StringComparer.Ordinal);
}
