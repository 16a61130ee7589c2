using System.Globalization;
using System.Text;

namespace Entente.Analysis.Text;

/// <summary>Cuts the reporting blocks of a document into tokens and sentences.</summary>
/// <remarks>Tokens follow Universal Dependencies for English: clitics and hyphenated compounds are parted, abbreviations, figures and
/// addresses are whole, every quotation mark stands alone. Every character that is not white space is in exactly one token. Time is linear in the text.</remarks>
public static partial class Tokenizer
{
    public static TokenizedDocument Tokenize(Document document)
    {
        List<Token> tokens = [];
        List<Sentence> sentences = [];
        for (int b = 0; b < document.Blocks.Length; b++)
        {
            Block block = document.Blocks[b];
            if (block.IsReporting)
            {
                int first = tokens.Count;
                Tokenize(document.Text, block.Span, tokens);
                SentenceSplitter.Split(document.Text, tokens, first, b, sentences);
            }
        }

        return new TokenizedDocument(document, [.. tokens], [.. sentences]);
    }

    /// <summary>Appends the tokens of <paramref name="span"/> to <paramref name="tokens"/>. Allocates nothing but the list's growth.</summary>
    public static void Tokenize(string text, TextSpan span, List<Token> tokens)
    {
        ReadOnlySpan<char> s = text.AsSpan(0, span.End);
        int i = span.Start;
        while (i < s.Length)
        {
            char c = s[i];
            if (char.IsWhiteSpace(c))
            {
                i++;
                continue;
            }

            bool fresh = i == span.Start || !IsWordChar(s[i - 1]);
            int end;
            if (fresh && (end = AddressEnd(s, i)) > i)
            {
                tokens.Add(new Token(i, end, TokenKind.Address));
            }
            else if (char.IsAsciiDigit(c) || (c == '.' && fresh && At(s, i + 1) is >= '0' and <= '9'))
            {
                end = NumberEnd(s, i);
                end = AddNumberWithSuffix(s, i, end, tokens);
            }
            else if (IsWordStart(s, i))
            {
                end = AddWord(s, i, tokens);
            }
            else if (fresh && IsApostrophe(c) && (end = ElisionEnd(s, i)) > i)
            {
                tokens.Add(new Token(i, end, TokenKind.Word));
            }
            else
            {
                end = MarkEnd(s, i, out TokenKind kind);
                tokens.Add(new Token(i, end, kind));
            }

            i = end;
        }
    }

    internal static bool IsApostrophe(char c) => c is '\'' or '’' or '‘' or '`' or '´' or 'ʼ' or '＇';

    internal static char At(ReadOnlySpan<char> s, int i) => (uint)i < (uint)s.Length ? s[i] : '\0';

    /// <summary>A letter, digit or a mark that belongs to the one before it.</summary>
    internal static bool IsWordChar(char c)
    {
        if (c < 0x80)
        {
            return char.IsAsciiLetterOrDigit(c);
        }

        return c != 'ʼ' && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.EnclosingMark or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber || c == '\u00AD';
    }

    private static bool IsWordStart(ReadOnlySpan<char> s, int i) =>
        IsWordChar(s[i]) || (char.IsHighSurrogate(s[i]) && char.IsLowSurrogate(At(s, i + 1)) && Rune.IsLetterOrDigit(new Rune(s[i], s[i + 1])));

    /// <summary>'90s, ’em, 'til: an apostrophe that stands for letters left out at the front.</summary>
    private static int ElisionEnd(ReadOnlySpan<char> s, int i)
    {
        int j = i + 1;
        if (char.IsAsciiDigit(At(s, j)) && char.IsAsciiDigit(At(s, j + 1)) && At(s, j + 2) == 's' && !IsWordChar(At(s, j + 3)))
        {
            return j + 3;
        }

        while (IsWordChar(At(s, j)))
        {
            j++;
        }

        return s[(i + 1)..j] is "em" or "til" or "tis" or "twas" or "cos" && s[i] != '‘' ? j : i;
    }

    /// <summary>The end of a mark: runs of dots, stops and dashes are one token, quotation marks stand alone.</summary>
    private static int MarkEnd(ReadOnlySpan<char> s, int i, out TokenKind kind)
    {
        char c = s[i];
        kind = char.IsPunctuation(c) ? TokenKind.Punctuation : TokenKind.Symbol;
        int j = i + 1;
        switch (c)
        {
            case '.' or '…':
                while (At(s, j) is '.' or '…')
                {
                    j++;
                }

                return StopsEnd(s, j);
            case '!' or '?':
                return StopsEnd(s, j);
            case '\'' or '`' when At(s, j) == c:
                // Typed double marks: ''so'' and ``so''.
                kind = TokenKind.Punctuation;
                return j + 1;
            case ']' when LinkTailEnd(s, i) is > 0 and int tail:
                kind = TokenKind.Symbol;
                return tail;
            case ':' or ';':
                return EmoticonEnd(s, i, ref kind);
            case '-' or '–' or '—' or '*' or '_' or '=' or '+' or '~' or '#' or '<' or '>' or '$' or '|' or '\\':
                while (At(s, j) == c)
                {
                    j++;
                }

                return j;
            default:
                if (char.IsHighSurrogate(c) && char.IsLowSurrogate(At(s, j)))
                {
                    kind = TokenKind.Symbol;
                    return j + 1;
                }

                return j;
        }
    }

    /// <summary>The end of a run of mixed stops, such as <c>?!</c> and <c>..?</c>.</summary>
    private static int StopsEnd(ReadOnlySpan<char> s, int j)
    {
        while (At(s, j) is '!' or '?' || (At(s, j) == '.' && s[j - 1] is '!' or '?' && !IsWordChar(At(s, j + 1))))
        {
            j++;
        }

        return j;
    }

    private static int EmoticonEnd(ReadOnlySpan<char> s, int i, ref TokenKind kind)
    {
        int j = At(s, i + 1) == '-' ? i + 2 : i + 1;
        if (j == i + 2 && At(s, j) is ')' or '(')
        {
            // With a nose it is nothing else.
            kind = TokenKind.Symbol;
            return j + 1;
        }

        if (At(s, j) is ')' or '(' or 'D' or 'P' or '/' && (j + 1 >= s.Length || char.IsWhiteSpace(s[j + 1])) && (i == 0 || char.IsWhiteSpace(s[i - 1])))
        {
            kind = TokenKind.Symbol;
            return j + 1;
        }

        return i + 1;
    }

    /// <summary>The tail of a Markdown link, <c>](https://…)</c> or <c>](#)</c>: markup that no word belongs to.</summary>
    private static int LinkTailEnd(ReadOnlySpan<char> s, int i)
    {
        if (At(s, i + 1) != '(')
        {
            return 0;
        }

        ReadOnlySpan<char> target = s[(i + 2)..];
        if (!(target.StartsWith("#") || target.StartsWith("/") || target.StartsWith("http") || target.StartsWith("mailto:") || target.StartsWith("www.")))
        {
            return 0;
        }

        int length = target[..Math.Min(target.Length, 2_000)].IndexOfAny(") \n");
        return length >= 0 && target[length] == ')' ? i + 2 + length + 1 : 0;
    }
}
