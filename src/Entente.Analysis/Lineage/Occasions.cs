using System.Collections.Frozen;
using Entente.Analysis.Text;

namespace Entente.Analysis.Lineage;

/// <summary>Tells whether a report places words at an occasion open to many: a statement, a news conference, a court, a post.</summary>
internal static class Occasions
{
    private static readonly FrozenDictionary<string, bool> s_handsOutText = DataFile.Rows("Lineage/occasions.tsv")
        .ToFrozenDictionary(r => r[0], r => r[1] == "text", StringComparer.OrdinalIgnoreCase);

    /// <summary>The first word in <paramref name="span"/> that names one, or null.</summary>
    /// <param name="ofText">Only occasions that hand out a text count, not those where something is said.</param>
    public static TextSpan? TryFind(string text, TextSpan span, bool ofText)
    {
        FrozenDictionary<string, bool>.AlternateLookup<ReadOnlySpan<char>> words = s_handsOutText.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int i = span.Start; i < span.End; i++)
        {
            int start = i;
            while (i < span.End && char.IsLetter(text[i]))
            {
                i++;
            }

            if (i > start && words.TryGetValue(text.AsSpan(start, i - start), out bool isText) && (isText || !ofText))
            {
                return new TextSpan(start, i);
            }
        }

        return null;
    }
}
