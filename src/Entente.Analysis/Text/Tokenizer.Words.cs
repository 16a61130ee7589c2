namespace Entente.Analysis.Text;

public static partial class Tokenizer
{
    private static readonly WordList s_abbreviations = WordList.Load("Text/Languages/en/abbreviations.tsv");
    private static readonly WordList s_starters = WordList.Load("Text/Languages/en/sentence-starters.tsv");
    private static readonly WordList s_prefixes = WordList.Load("Text/Languages/en/prefixes.tsv");
    private static readonly WordList s_contractions = WordList.Load("Text/Languages/en/contractions.tsv");

    /// <summary>What the list says of a word before a dot: <c>title</c>, <c>number</c>, <c>date</c>, <c>general</c>; null when it is no abbreviation.</summary>
    internal static string? Abbreviation(ReadOnlySpan<char> wordWithoutDot) => s_abbreviations.Find(wordWithoutDot);

    internal static bool StartsSentences(ReadOnlySpan<char> word) => s_starters.Contains(word);

    /// <summary>Adds the word at <paramref name="i"/> with the clitics and dot that belong to it; returns where it ends.</summary>
    private static int AddWord(ReadOnlySpan<char> s, int i, List<Token> tokens)
    {
        int j = LettersEnd(s, i);

        // U.S., a.m., i.e.: single letters with dots between.
        int dotted = DottedEnd(s, i, j);
        if (dotted > j)
        {
            return AddClitics(s, i, dotted, tokens);
        }

        // Ph.D., M.Sc.: a word and a dot inside one abbreviation.
        if (At(s, j) == '.' && IsLetter(At(s, j + 1)) && LettersEnd(s, j + 1) is int last && s_abbreviations.Is(s[i..last], "dotted"))
        {
            return AddClitics(s, i, At(s, last) == '.' ? last + 1 : last, tokens);
        }

        if (At(s, j) == '.' && DotBelongs(s, i, j))
        {
            return AddClitics(s, i, j + 1, tokens);
        }

        // non-binding, e-mail: a prefix stays with its word; AT&T, under_scores.
        while (true)
        {
            char c = At(s, j);
            if (c == '-' && IsLetter(At(s, j + 1)) && s_prefixes.Contains(s[i..j]))
            {
                j = LettersEnd(s, j + 1);
            }
            else if ((c == '&' && j - i <= 3 && char.IsUpper(s[j - 1]) && char.IsUpper(At(s, j + 1))) || (c == '_' && IsWordChar(At(s, j + 1))))
            {
                j = LettersEnd(s, j + 1);
            }
            else
            {
                break;
            }
        }

        return AddClitics(s, i, j, tokens);
    }

    private static bool IsLetter(char c) => IsWordChar(c) && !char.IsAsciiDigit(c);

    /// <summary>The end of letters and digits, with apostrophes inside that are no clitic (o'clock, Shi'ite).</summary>
    private static int LettersEnd(ReadOnlySpan<char> s, int i)
    {
        int j = i;
        while (j < s.Length)
        {
            if (IsWordChar(s[j]))
            {
                j++;
            }
            else if (char.IsHighSurrogate(s[j]) && IsWordStart(s, j))
            {
                j += 2;
            }
            else if (IsApostrophe(s[j]) && j > i && IsLetter(At(s, j + 1)) && IsLetter(s[j - 1]) && CliticEnd(s, j) == 0)
            {
                j++;
            }
            else
            {
                break;
            }
        }

        return j;
    }

    /// <summary>Where the clitic at the apostrophe <paramref name="j"/> ends ('s, 'll, 're, 've, 'm, 'd, and the 't of n't); 0 when there is none.</summary>
    private static int CliticEnd(ReadOnlySpan<char> s, int j)
    {
        char a = At(s, j + 1), b = At(s, j + 2);
        bool one = !IsWordChar(b) && !(IsApostrophe(b) && IsLetter(At(s, j + 3)));
        if (one && (a | 0x20) is 's' or 'm' or 'd')
        {
            return one ? j + 2 : 0;
        }

        if (one && (a | 0x20) == 't' && j > 0 && (s[j - 1] | 0x20) == 'n')
        {
            return j + 2;
        }

        return !IsWordChar(At(s, j + 3)) && ((char)(a | 0x20), (char)(b | 0x20)) is ('l', 'l') or ('r', 'e') or ('v', 'e') ? j + 3 : 0;
    }

    private static int AddClitics(ReadOnlySpan<char> s, int i, int j, List<Token> tokens)
    {
        if (s_contractions.Find(s[i..j]) is { } length)
        {
            int cut = i + (length[0] - '0');
            tokens.Add(new Token(i, cut, TokenKind.Word));
            tokens.Add(new Token(cut, j, TokenKind.Word));
            return j;
        }

        // Several may follow one another: wouldn't've.
        int start = i;
        while (IsApostrophe(At(s, j)) && IsLetter(At(s, j + 1)) && CliticEnd(s, j) is > 0 and int end)
        {
            int cut = (At(s, j + 1) | 0x20) == 't' && j - 1 > start ? j - 1 : j;
            if (cut > start)
            {
                tokens.Add(new Token(start, cut, TokenKind.Word));
            }

            start = cut;
            j = end;
        }

        tokens.Add(new Token(start, j, TokenKind.Word));
        return j;
    }

    private static int DottedEnd(ReadOnlySpan<char> s, int i, int j)
    {
        if (j - i != 1 || At(s, j) != '.' || !IsLetter(At(s, j + 1)))
        {
            return 0;
        }

        int k = j;
        while (At(s, k) == '.' && IsLetter(At(s, k + 1)) && !IsWordChar(At(s, k + 2)))
        {
            k += 2;
        }

        if (k == j)
        {
            return 0;
        }

        // The last dot is theirs too, but not the first of an ellipsis.
        return At(s, k) == '.' && !StartsEllipsis(s, k) ? k + 1 : k;
    }

    /// <summary>Three dots or more; two are the dot of an abbreviation and a full stop.</summary>
    private static bool StartsEllipsis(ReadOnlySpan<char> s, int dot) => At(s, dot + 1) == '.' && At(s, dot + 2) == '.';

    private static bool DotBelongs(ReadOnlySpan<char> s, int i, int j)
    {
        if (StartsEllipsis(s, j) || IsWordChar(At(s, j + 1)))
        {
            return false;
        }

        ReadOnlySpan<char> word = s[i..j];
        if (At(s, j + 1) == '.')
        {
            return Abbreviation(word) == "general";
        }

        ReadOnlySpan<char> next = NextWord(s, j + 1);
        char first = next.IsEmpty ? '\0' : next[0];
        if (word.Length == 1 && !char.IsLower(word[0]))
        {
            // An initial: "J. Smith". "Plan B. The …" ends a sentence.
            return char.IsUpper(word[0]) && ((char.IsUpper(first) && !StartsSentences(next) && (word[0] != 'I' || next.Length > 1)) || At(s, j + 1) == ']');
        }

        return Abbreviation(word) switch
        {
            // Roe v. Wade
            "title" when word is "v" => char.IsUpper(first) && !StartsSentences(next),
            // born and died in a month that is named
            "number" when word is "b" or "d" && (next is "May" || s_abbreviations.Is(next[..Math.Min(3, next.Length)], "date")) => true,
            "title" => char.IsUpper(word[0]) && (char.IsUpper(first) || !char.IsLetter(first)) && !next.IsEmpty,
            "number" => char.IsAsciiDigit(first),
            "date" => char.IsUpper(word[0]) && (char.IsAsciiDigit(first) || At(s, j + 1) == ',' || s_abbreviations.Is(next, "date") || char.IsLower(first)),
            "general" => true,
            _ => false,
        };
    }

    /// <summary>The word after white space, opening brackets and quotation marks; empty when there is none.</summary>
    private static ReadOnlySpan<char> NextWord(ReadOnlySpan<char> s, int i)
    {
        int limit = Math.Min(s.Length, i + 16);
        while (i < limit && !IsWordChar(s[i]))
        {
            if (!char.IsWhiteSpace(s[i]) && !(s[i] is '(' or '[' or '"' or '“' or '‘' or '\'' or '«' or '„'))
            {
                return [];
            }

            i++;
        }

        int j = i;
        while (j < s.Length && j - i < 32 && IsWordChar(s[j]))
        {
            j++;
        }

        return s[Math.Min(i, s.Length)..j];
    }
}
