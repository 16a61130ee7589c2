using Entente.Analysis.Text;

namespace Entente.Analysis.Attributions;

internal enum MarkFamily : byte
{
    None,
    Double,
    Single,
    Guillemet,
}

/// <summary>What a mark could be, judged from itself and the characters beside it alone.</summary>
internal readonly record struct QuotationMark(MarkFamily Family, bool CanOpen, bool CanClose)
{
    public static QuotationMark Of(string text, Token token)
    {
        if (token.Length > 2 || token.Kind != TokenKind.Punctuation && text[token.Start] is not ('`' or '´'))
        {
            return default;
        }

        char mark = text[token.Start];
        char before = token.Start > 0 ? text[token.Start - 1] : ' ';
        char after = token.End < text.Length ? text[token.End] : ' ';
        if (token.Length == 2)
        {
            return mark switch
            {
                '`' => new(MarkFamily.Double, true, false),
                '\'' => Straight(MarkFamily.Double, before, after),
                _ => default,
            };
        }

        switch (mark)
        {
            case '“':
                // Also closes what „ opened.
                return new(MarkFamily.Double, true, !char.IsWhiteSpace(before));
            case '„' or '‟':
                return new(MarkFamily.Double, true, false);
            case '”':
                return new(MarkFamily.Double, Opens(before, after) && char.IsWhiteSpace(before), true);
            case '"' or '＂':
                // A blank keeps it apart from the mark that closes an inner quotation: "… the 'red list,' " she said.
                bool apart = before == ' ' && char.IsWhiteSpace(after) && token.Start > 1 && text[token.Start - 2] is '\'' or '’';
                return apart ? new(MarkFamily.Double, false, true) : IsInchMark(text, token) ? default : Straight(MarkFamily.Double, before, after);
            case '«' or '»':
                // French leaves a blank inside, German points the marks inwards: which one opens is the scanner's to decide.
                return new(MarkFamily.Guillemet, !char.IsWhiteSpace(after) || mark == '«', !char.IsWhiteSpace(before) || mark == '»');
            case '‹' or '›':
                return new(MarkFamily.Single, mark == '‹', mark == '›');
            case '‚':
                return new(MarkFamily.Single, true, false);
            case '‘':
                return new(MarkFamily.Single, Opens(before, after), !char.IsWhiteSpace(before) && !IsLetterOrDigit(after));
            case '’' or '\'' or '`' or '´':
                if (IsLetterOrDigit(before) && IsLetterOrDigit(after))
                {
                    return default;
                }

                bool opens = mark != '’' && Opens(before, after) && !StandsForYears(text, token.End);
                bool closes = !char.IsWhiteSpace(before) && !IsLetterOrDigit(after) && mark != '`';
                return IsFootMark(text, token) ? default : new(MarkFamily.Single, opens, closes);
            default:
                return default;
        }
    }

    private static QuotationMark Straight(MarkFamily family, char before, char after)
    {
        bool opens = Opens(before, after);
        bool closes = !char.IsWhiteSpace(before) && !(before is '(' or '[' or '{');
        return new(family, opens, closes && !(opens && before is '—' or '–' && IsLetterOrDigit(after)));
    }

    private static bool Opens(char before, char after) =>
        !char.IsWhiteSpace(after) && !IsLetterOrDigit(before) && !(after is ',' or '.' or ';' or ':' or '!' or '?' or ')' or ']' && before is not ' ' && !char.IsWhiteSpace(before));

    private static bool IsLetterOrDigit(char c) => char.IsLetterOrDigit(c);

    /// <summary>'90s, '07.</summary>
    private static bool StandsForYears(string text, int i) =>
        i + 1 < text.Length && char.IsAsciiDigit(text[i]) && char.IsAsciiDigit(text[i + 1]) && (i + 2 >= text.Length || !char.IsAsciiDigit(text[i + 2]));

    /// <summary>5'10" or a bare 12" between blanks: inches.</summary>
    private static bool IsInchMark(string text, Token token)
    {
        int i = token.Start - 1;
        if (i < 0 || !char.IsAsciiDigit(text[i]))
        {
            return false;
        }

        while (i >= 0 && (char.IsAsciiDigit(text[i]) || text[i] == '.'))
        {
            i--;
        }

        return i > 0 && text[i] is '\'' or '’' or '′' && char.IsAsciiDigit(text[i - 1]);
    }

    private static bool IsFootMark(string text, Token token) =>
        token.Start > 0 && char.IsAsciiDigit(text[token.Start - 1]) && token.End < text.Length && char.IsAsciiDigit(text[token.End]);
}
