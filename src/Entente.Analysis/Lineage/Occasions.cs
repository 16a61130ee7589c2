using System.Collections.Frozen;
using Entente.Analysis.Text;

namespace Entente.Analysis.Lineage;

/// <summary>What an act open to many gives those who come or ask.</summary>
internal enum Occasion
{
    /// <summary>Words that can be heard.</summary>
    Speech,
    /// <summary>A text that can be had: a ruling, a letter.</summary>
    Text,
    /// <summary>A text meant for everybody who reports.</summary>
    Handout,
}

/// <summary>Tells whether a report places words at an occasion open to many: a statement, a news conference, a court, a post.</summary>
internal static class Occasions
{
    private static readonly FrozenDictionary<string, Occasion> s_kinds = DataFile.Rows("Lineage/occasions.tsv")
        .ToFrozenDictionary(r => r[0], r => Enum.Parse<Occasion>(r[1], ignoreCase: true), StringComparer.OrdinalIgnoreCase);

    /// <summary>The first word in <paramref name="span"/> that names one, or null.</summary>
    /// <param name="atLeast">Occasions that hand out less than this do not count.</param>
    public static TextSpan? TryFind(string text, TextSpan span, Occasion atLeast)
    {
        FrozenDictionary<string, Occasion>.AlternateLookup<ReadOnlySpan<char>> words = s_kinds.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int i = span.Start; i < span.End; i++)
        {
            int start = i;
            while (i < span.End && char.IsLetter(text[i]))
            {
                i++;
            }

            if (i > start && words.TryGetValue(text.AsSpan(start, i - start), out Occasion kind) && kind >= atLeast)
            {
                return new TextSpan(start, i);
            }
        }

        return null;
    }
}
