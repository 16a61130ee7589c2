using System.Collections.Immutable;

namespace Entente.Reading;

/// <summary>Cuts the byline of a record, feed or mail into the people it names.</summary>
/// <remarks>What a record states is a byline for certain, so nothing of it is thrown away; <see cref="Metadata.Bylines"/> looks for names in what a page
/// shows where bylines stand, and takes what is no name for none.</remarks>
internal static class RecordBylines
{
    private static readonly string[] s_openings = ["by ", "written by ", "reported by ", "reporting by ", "story by ", "text by ", "posted by "];

    public static ImmutableArray<string> Split(IEnumerable<string> written)
    {
        List<string> names = [];
        foreach (string line in written)
        {
            string rest = string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            foreach (string opening in s_openings)
            {
                if (rest.StartsWith(opening, StringComparison.OrdinalIgnoreCase))
                {
                    rest = rest[opening.Length..].TrimStart(' ', ':');
                    break;
                }
            }

            AddNames(rest, names);
        }

        return [.. names.Distinct(StringComparer.Ordinal)];
    }

    private static void AddNames(string line, List<string> names)
    {
        foreach (string group in line.Split([';', '|', '\u2022'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = group.Replace(" & ", " and ", StringComparison.Ordinal).Replace(", and ", " and ", StringComparison.Ordinal)
                .Split(" and ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            List<string> pieces = [];
            foreach (string part in parts)
            {
                pieces.AddRange(part.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
            }

            // "Foreign Affairs and Trade" is one body and "A. Writer, Reuters" one person: cut only where every piece reads as a full name.
            if (pieces.Count > 1 && pieces.TrueForAll(IsFullName))
            {
                names.AddRange(pieces);
            }
            else if (parts.Length > 1 && Array.TrueForAll(parts, static part => IsFullName(part.Split(',')[0])))
            {
                names.AddRange(parts);
            }
            else
            {
                names.Add(group.Trim(' ', ',', '.'));
            }
        }

        names.RemoveAll(static name => name.Length == 0);
    }

    private static bool IsFullName(string name)
    {
        string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 2 and <= 5 && char.IsUpper(words[0][0]) && char.IsUpper(words[^1][0])
            && !Array.Exists(words, static word => word.Equals("the", StringComparison.OrdinalIgnoreCase) || word.Equals("of", StringComparison.OrdinalIgnoreCase));
    }
}
