using System.Collections.Frozen;
using Entente.Analysis.Text;

namespace Entente.Analysis.Reuse;

/// <summary>Makes words that differ only in how an outlet spells them the same: case, apostrophes, hyphens, "U.S."/"US", "-ise"/"-ize".</summary>
/// <remarks>
/// A folded word is a 64-bit hash, not a string, so that folding a token allocates nothing; a billion different words would
/// be needed for a likely collision, and one collision cannot make a passage of twelve words.
/// </remarks>
internal static class WordFolding
{
    // Hyphens after these are dropped and the parts joined ("co-operation" = "cooperation"); any other hyphen parts two words.
    private static readonly FrozenSet<string> s_joining = FrozenSet.Create("co", "e", "re", "pre", "non", "anti", "sub", "un", "semi", "inter", "micro", "multi");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_isJoining = s_joining.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly (string From, string To)[][] s_endings = new (string, string)[26][];
    private static readonly FrozenDictionary<string, ulong[]>.AlternateLookup<ReadOnlySpan<char>> s_spellings = LoadSpellings();

    private const int LongestFolded = 64;

    /// <summary>Appends the folded words of <paramref name="span"/>, each with the place it came from.</summary>
    public static void Fold(string text, TextSpan span, List<ulong> words, List<TextSpan> places)
    {
        Span<char> buffer = stackalloc char[LongestFolded];
        int length = 0;
        int start = 0;
        int end = 0;
        for (int i = span.Start; i < span.End; i++)
        {
            char c = text[i];
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            {
                if (length == 0)
                {
                    start = i;
                }

                // What is longer than any word is cut into pieces, alike wherever it stands.
                if (length == LongestFolded)
                {
                    Emit(buffer, new TextSpan(start, end), words, places);
                    length = 0;
                    start = i;
                }

                buffer[length++] = char.ToLowerInvariant(c);
                end = i + 1;
            }
            else if (length > 0 && !IsInsideWord(text, i, span, buffer[..length]))
            {
                Emit(buffer[..length], new TextSpan(start, end), words, places);
                length = 0;
            }
            else if (c == '.' && length is > 0 and < LongestFolded && char.IsDigit(text[i - 1]))
            {
                buffer[length++] = c;
            }

            if (c == '%')
            {
                Emit("%", new TextSpan(i, i + 1), words, places);
            }
            else if (c == '&' && (i + 1 == span.End || char.IsWhiteSpace(text[i + 1])))
            {
                Emit("and", new TextSpan(i, i + 1), words, places);
            }
        }

        if (length > 0)
        {
            Emit(buffer[..length], new TextSpan(start, end), words, places);
        }
    }

    /// <summary>Whether the mark at <paramref name="i"/> stands inside a word and is dropped, rather than ending it.</summary>
    private static bool IsInsideWord(string text, int i, TextSpan span, ReadOnlySpan<char> before)
    {
        char mark = text[i];
        if (mark is '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\uFEFF' or '\u0301')
        {
            return true;
        }

        if (i + 1 >= span.End || !char.IsLetterOrDigit(text[i + 1]))
        {
            return false;
        }

        char next = text[i + 1];
        return mark switch
        {
            '\'' or '’' or '‘' => char.IsLetterOrDigit(text[i - 1]),
            // "U.S." and "2.5" hold together; "end.Next" does not.
            '.' => (char.IsDigit(next) && char.IsDigit(text[i - 1])) || (IsSingleLetter(text, i - 1, span) && IsSingleLetter(text, i + 1, span)),
            ',' => char.IsDigit(next) && char.IsDigit(text[i - 1]),
            '-' or '\u2010' or '\u2011' => s_isJoining.Contains(before),
            _ => false,
        };
    }

    private static bool IsSingleLetter(string text, int i, TextSpan span)
        => char.IsLetter(text[i])
        && (i == span.Start || !char.IsLetterOrDigit(text[i - 1]))
        && (i + 1 == span.End || !char.IsLetterOrDigit(text[i + 1]));

    private static void Emit(ReadOnlySpan<char> word, TextSpan place, List<ulong> words, List<TextSpan> places)
    {
        if (s_spellings.TryGetValue(word, out ulong[]? hashes))
        {
            foreach (ulong hash in hashes)
            {
                words.Add(hash);
                places.Add(place);
            }

            return;
        }

        words.Add(HashByEnding(word));
        places.Add(place);
    }

    private static ulong HashByEnding(ReadOnlySpan<char> word)
    {
        int last = word[^1] - 'a';
        if (word.Length >= 5 && last is >= 0 and < 26)
        {
            foreach ((string from, string to) in s_endings[last])
            {
                if (word.Length >= from.Length + 2 && word.EndsWith(from, StringComparison.Ordinal))
                {
                    return Hash(word[..^from.Length], to);
                }
            }
        }

        return Hash(word, []);
    }

    // FNV-1a over UTF-16 units, then the finaliser of MurmurHash3: winnowing needs every bit to be good.
    private static ulong Hash(ReadOnlySpan<char> stem, ReadOnlySpan<char> ending)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in stem)
        {
            hash = (hash ^ c) * 1099511628211;
        }

        foreach (char c in ending)
        {
            hash = (hash ^ c) * 1099511628211;
        }

        return Fingerprints.Mix(hash);
    }

    private static FrozenDictionary<string, ulong[]>.AlternateLookup<ReadOnlySpan<char>> LoadSpellings()
    {
        List<(string From, string To)>[] endings = new List<(string, string)>[26];
        for (int i = 0; i < 26; i++)
        {
            endings[i] = [];
        }

        List<string[]> words = [];
        foreach (string[] row in DataFile.Rows("Reuse/spelling.tsv"))
        {
            if (row[0][0] == '-')
            {
                endings[row[0][^1] - 'a'].Add((row[0][1..], row[1][1..]));
            }
            else
            {
                words.Add(row);
            }
        }

        for (int i = 0; i < 26; i++)
        {
            s_endings[i] = [.. endings[i].OrderByDescending(e => e.From.Length)];
        }

        Dictionary<string, ulong[]> spellings = new(StringComparer.Ordinal);
        foreach (string[] row in words)
        {
            spellings[row[0]] = [.. row[1].Split(' ').Select(w => HashByEnding(w))];
        }

        return spellings.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
