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
    private static readonly OtherSpellings s_otherSpellings = new(DataFile.Rows(Spellings).Select(row => row[0]));
    private static readonly int s_longestPrefix = DataFile.Rows("Text/Languages/en/prefixes.tsv").Where(row => row[^1] == "solid").SelectMany(row => row[0].Split(' ')).Max(prefix => prefix.Length);

    /// <summary>By ASCII character: a letter, small, or a digit; nought for all else.</summary>
    private static ReadOnlySpan<byte> SmallAscii =>
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\00123456789\0\0\0\0\0\0\0abcdefghijklmnopqrstuvwxyz\0\0\0\0\0\0abcdefghijklmnopqrstuvwxyz\0\0\0\0\0"u8;

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
    public static void Fold(string text, TextSpan span, List<ulong> words, List<TextSpan> places) => FoldRunning(text, span, new FoldedWords(words, places, span.Length));

    /// <summary>Appends the folded words of <paramref name="span"/>.</summary>
    public static void Fold(string text, TextSpan span, List<ulong> words) => FoldRunning(text, span, new FoldedWords(words, null, span.Length));

    private static void FoldRunning(string text, TextSpan span, FoldedWords words)
    {
        ReadOnlySpan<char> read = text.AsSpan(0, span.End);
        for (int i = span.Start; i < read.Length;)
        {
            i = FoldPlainWords(read, i, ref words);
            if (i < read.Length)
            {
                i = StartsWord(read[i]) ? FoldWord(text, span, i, ref words) : AfterMark(text, i, span.End, ref words);
            }
        }

        words.Complete();
    }

    /// <summary>Folds words for as long as they are nothing but ASCII letters and digits and spelt alike everywhere, as nearly all of English are.</summary>
    /// <remarks>O(n): the hash of a word is made while it is read.</remarks>
    /// <returns>Where the first word, or mark that is a word, begins that must be looked at more closely.</returns>
    private static int FoldPlainWords(ReadOnlySpan<char> read, int i, ref FoldedWords words)
    {
        ReadOnlySpan<byte> small = SmallAscii;
        FoldedWords.Room room = words.TakeRoom();
        int start = i;
        while ((uint)i < (uint)read.Length)
        {
            uint c = read[i];
            uint letter = c < (uint)small.Length ? small[(int)c] : 0u;
            start = i;
            if (letter == 0)
            {
                if (c >= (uint)small.Length || c is '%' or '&')
                {
                    break;
                }

                i++;
                start = i;
                continue;
            }

            ulong hash = WordHash.Empty;
            ulong last = 0;
            do
            {
                do
                {
                    hash = WordHash.Append(hash, letter);
                    last = (last << 16) | letter;
                    i++;
                    if ((uint)i >= (uint)read.Length)
                    {
                        break;
                    }

                    c = read[i];
                    letter = c < (uint)small.Length ? small[(int)c] : 0u;
                }
                while (letter != 0);

                letter = c == ' ' ? 0u : BehindApostrophe(read, i);
                i += letter != 0 ? 1 : 0;
            }
            while (letter != 0);

            hash = WordHash.Mix(hash);
            if ((c != ' ' && (uint)i < (uint)read.Length && MayGoOn(read, i, i - start)) || s_otherSpellings.MayHave(hash, last, i - start) || i - start > LongestFolded || !room.TryAdd(hash, start, i))
            {
                break;
            }

            start = i;
        }

        words.GiveBack(room);
        return start;
    }

    private static bool StartsWord(char c) => (char.IsLetterOrDigit(c) && !Tokenizer.IsApostrophe(c)) || char.IsSurrogate(c);

    /// <summary>The letter that goes on a word behind a dropped apostrophe, or nought.</summary>
    private static uint BehindApostrophe(ReadOnlySpan<char> read, int i)
        => i + 1 < read.Length && read[i] is '\'' or '\u2019' && read[i + 1] < SmallAscii.Length ? SmallAscii[read[i + 1]] : 0u;

    /// <summary>Whether a word of ASCII letters may go on behind the mark that stands at <paramref name="i"/>; only what is certain is denied.</summary>
    private static bool MayGoOn(ReadOnlySpan<char> read, int i, int length)
    {
        char mark = read[i];
        bool beforeWord = i + 1 < read.Length && (read[i + 1] >= SmallAscii.Length || SmallAscii[read[i + 1]] != 0);
        if (mark < SmallAscii.Length)
        {
            return beforeWord && mark switch
            {
                '-' => length <= s_longestPrefix,
                ',' => char.IsDigit(read[i - 1]),
                '.' or '\'' or '`' => true,
                _ => false,
            };
        }

        // Of all others dashes and quotation marks are the most frequent.
        return mark is '\u2018' or '\u2019' ? beforeWord : mark is not (>= '\u2012' and <= '\u2026');
    }

    /// <summary>Two marks are words.</summary>
    private static int AfterMark(string text, int i, int end, ref FoldedWords words)
    {
        if (text[i] == '%')
        {
            Emit("%", new TextSpan(i, i + 1), ref words);
        }
        else if (text[i] == '&' && (i + 1 == end || char.IsWhiteSpace(text[i + 1])))
        {
            Emit("and", new TextSpan(i, i + 1), ref words);
        }

        return i + 1;
    }

    /// <summary>Folds the word that begins at <paramref name="start"/>, whatever it is made of.</summary>
    /// <returns>Where it ends.</returns>
    private static int FoldWord(string text, TextSpan span, int start, ref FoldedWords words)
    {
        // One more, for a letter that is folded to two.
        Span<char> buffer = stackalloc char[LongestFolded + 1];
        int length = 0;
        int end = start;
        int i = start;
        for (; i < span.End; i++)
        {
            char c = text[i];
            if (StartsWord(c))
            {
                // What is longer than any word is cut into pieces, alike wherever it stands.
                if (length >= LongestFolded)
                {
                    break;
                }

                length += Letters.Fold(c, buffer[length..]);
                end = i + 1;
            }
            else if (!IsInsideWord(text, i, span, buffer[..length]))
            {
                break;
            }
            else if (c == '.' && length < LongestFolded && char.IsDigit(text[i - 1]))
            {
                buffer[length++] = c;
            }
            else if (Letters.IsCombiningMark(c))
            {
                end = i + 1;
            }
        }

        Emit(buffer[..length], new TextSpan(start, end), ref words);
        return i;
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

    private static void Emit(scoped ReadOnlySpan<char> word, TextSpan place, ref FoldedWords words)
    {
        if (s_spellings.TryGetValue(word, out string[]? spelled))
        {
            foreach (string one in spelled)
            {
                words.Add(WordHash.Of(one), place);
            }

            return;
        }

        int stem = Stem(word, out string ending);
        words.Add(WordHash.Of(word[..stem], ending), place);
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
