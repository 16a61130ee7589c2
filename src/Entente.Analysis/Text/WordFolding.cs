using System.Collections.Frozen;

namespace Entente.Analysis.Text;

/// <summary>Makes words that differ only in how an outlet spells them the same: case, diacritics, hyphens, "U.S."/"US", "-ise"/"-ize".</summary>
/// <remarks>
/// The only folding there is: passages and quotations are compared by it. Running text is cut into words here, as it is printed, and an apostrophe
/// inside a word is dropped ("Harrow's" is one word, and some write "Harrows"). A quotation's words come from the tokenizer, which parts contractions,
/// for an "n't" put in or left out changes what was said; so of a single token the apostrophe is kept.
/// </remarks>
internal static class WordFolding
{
    private const string Spellings = "Text/Languages/en/spelling.tsv";
    private const int LongestFolded = 64;

    private static readonly WordList s_prefixes = WordList.Load("Text/Languages/en/prefixes.tsv");
    private static readonly (string From, string To)[][] s_endings = LoadEndings();
    private static readonly FrozenDictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> s_spellings = LoadSpellings();

    /// <summary>The folded form of one token; empty where it has nothing but marks that are folded away.</summary>
    public static string Fold(ReadOnlySpan<char> token)
    {
        Span<char> letters = token.Length <= LongestFolded ? stackalloc char[2 * LongestFolded] : new char[2 * token.Length];
        int length = 0;
        for (int i = 0; i < token.Length; i++)
        {
            char c = token[i];
            if (Tokenizer.IsApostrophe(c))
            {
                letters[length++] = '\'';
            }
            else if (c is '.' or ',' || IsHyphen(c))
            {
                // 2.5 and 2026-03-10, but U.S. and co-operation; 1,250 is 1250.
                bool beforeDigit = i + 1 < token.Length && char.IsDigit(token[i + 1]);
                bool isPart = beforeDigit && (i == 0 || char.IsDigit(token[i - 1])) && c != ',';
                if (isPart)
                {
                    letters[length++] = c == '.' ? '.' : '-';
                }
            }
            else if (!IsPassedOver(c))
            {
                length += Letters.Fold(c, letters[length..]);
            }
        }

        ReadOnlySpan<char> word = letters[..length];
        if (s_spellings.TryGetValue(word, out string[]? spelled))
        {
            return string.Concat(spelled);
        }

        int stem = Stem(word, out string ending);
        return string.Concat(word[..stem], ending);
    }

    /// <summary>Appends the folded words of <paramref name="span"/>, each with the place it came from.</summary>
    public static void Fold(string text, TextSpan span, List<ulong> words, List<TextSpan> places)
    {
        // One more, for a letter that is folded to two.
        Span<char> buffer = stackalloc char[LongestFolded + 1];
        int length = 0;
        int start = 0;
        int end = 0;
        for (int i = span.Start; i < span.End; i++)
        {
            char c = text[i];
            if ((char.IsLetterOrDigit(c) && !Tokenizer.IsApostrophe(c)) || char.IsSurrogate(c))
            {
                if (length == 0)
                {
                    start = i;
                }

                // What is longer than any word is cut into pieces, alike wherever it stands.
                if (length >= LongestFolded)
                {
                    Emit(buffer[..length], new TextSpan(start, end), words, places);
                    length = 0;
                    start = i;
                }

                length += Letters.Fold(c, buffer[length..]);
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
            else if (length > 0 && Letters.IsCombiningMark(c))
            {
                end = i + 1;
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
        if (IsPassedOver(mark))
        {
            return true;
        }

        if (i + 1 >= span.End || !char.IsLetterOrDigit(text[i + 1]))
        {
            return false;
        }

        char next = text[i + 1];
        if (Tokenizer.IsApostrophe(mark))
        {
            return char.IsLetterOrDigit(text[i - 1]);
        }

        return mark switch
        {
            // "U.S." and "2.5" hold together; "end.Next" does not.
            '.' => (char.IsDigit(next) && char.IsDigit(text[i - 1])) || (IsSingleLetter(text, i - 1, span) && IsSingleLetter(text, i + 1, span)),
            ',' => char.IsDigit(next) && char.IsDigit(text[i - 1]),
            _ => IsHyphen(mark) && s_prefixes.Is(before, "solid"),
        };
    }

    private static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011';

    /// <summary>Marks without a width, and accents typed behind their letter.</summary>
    private static bool IsPassedOver(char c) => c is '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\uFEFF' || Letters.IsCombiningMark(c);

    private static bool IsSingleLetter(string text, int i, TextSpan span)
        => char.IsLetter(text[i])
        && (i == span.Start || !char.IsLetterOrDigit(text[i - 1]))
        && (i + 1 == span.End || !char.IsLetterOrDigit(text[i + 1]));

    private static void Emit(ReadOnlySpan<char> word, TextSpan place, List<ulong> words, List<TextSpan> places)
    {
        if (s_spellings.TryGetValue(word, out string[]? spelled))
        {
            foreach (string one in spelled)
            {
                words.Add(WordHash.Of(one));
                places.Add(place);
            }

            return;
        }

        int stem = Stem(word, out string ending);
        words.Add(WordHash.Of(word[..stem], ending));
        places.Add(place);
    }

    /// <summary>How much of a word stands whatever the spelling, and the ending it is folded to.</summary>
    private static int Stem(ReadOnlySpan<char> word, out string ending)
    {
        if (word.Length >= 5 && word[^1] is >= 'a' and <= 'z')
        {
            foreach ((string from, string to) in s_endings[word[^1] - 'a'])
            {
                if (word.Length >= from.Length + 2 && word.EndsWith(from, StringComparison.Ordinal))
                {
                    ending = to;
                    return word.Length - from.Length;
                }
            }
        }

        ending = "";
        return word.Length;
    }

    private static (string From, string To)[][] LoadEndings()
    {
        (string From, string To)[][] endings = new (string, string)[26][];
        ILookup<char, (string From, string To)> byLast = DataFile.Rows(Spellings)
            .Where(row => row[0][0] == '-')
            .ToLookup(row => row[0][^1], row => (row[0][1..], row[1][1..]));
        for (int i = 0; i < endings.Length; i++)
        {
            endings[i] = [.. byLast[(char)('a' + i)].OrderByDescending(e => e.From.Length)];
        }

        return endings;
    }

    private static FrozenDictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> LoadSpellings() => DataFile.Rows(Spellings)
        .Where(row => row[0][0] != '-')
        .ToFrozenDictionary(row => row[0], row => row[1].Split(' ').Select(Ended).ToArray(), StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static string Ended(string word)
    {
        int stem = Stem(word, out string ending);
        return word[..stem] + ending;
    }
}
