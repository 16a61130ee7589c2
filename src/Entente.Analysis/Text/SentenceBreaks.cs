namespace Entente.Analysis.Text;

/// <summary>Where a sentence begins although no stop stands before it: at what was a line of its own before somebody ran the lines together.</summary>
/// <remarks>Saved mail, forum posts and captions lose their line ends. Each rule looks at a handful of tokens.</remarks>
internal static class SentenceBreaks
{
    /// <param name="start">The first token of the sentence so far.</param>
    /// <param name="t">A later token of the same block.</param>
    public static bool IsBefore(string text, List<Token> tokens, int start, int t)
    {
        Token token = tokens[t];
        Token before = tokens[t - 1];
        if (token.Start == before.End)
        {
            return false;
        }

        char first = text[token.Start];
        if (IsRule(text, token) || IsRule(text, before))
        {
            return true;
        }

        // "By A. Lind <lind@example.org> The pier is closed."
        bool opens = char.IsUpper(first) || (first is '"' or '“' or '(' or '[' && t + 1 < tokens.Count && char.IsUpper(text[tokens[t + 1].Start]));
        return (opens && (ClosesBrackets(text, tokens, start, t) || ClosesLetter(text, tokens, start, t) || ClosesAddress(text, tokens, t) || ClosesTimeStamp(text, tokens, t)))
            || (char.IsUpper(text[before.Start]) && IsTimeStamp(text, tokens, t))
            || (token.Kind == TokenKind.Address && before.Kind == TokenKind.Address && IsWeb(text, token) && IsWeb(text, before))
            || IsPictureCredit(text, tokens, t);
    }

    /// <summary>A line drawn with characters, by itself: <c>***</c>, <c>-----</c>. A short one of underscores is a blank to fill in.</summary>
    private static bool IsRule(string text, Token token)
    {
        int least = text[token.Start] switch
        {
            '*' => 3,
            '=' or '-' or '~' or '#' or '–' or '—' => 5,
            '_' => 20,
            _ => int.MaxValue,
        };
        return token.Length >= least && token.Kind is TokenKind.Punctuation or TokenKind.Symbol && (token.Start == 0 || char.IsWhiteSpace(text[token.Start - 1])) && (token.End == text.Length || char.IsWhiteSpace(text[token.End]));
    }

    /// <summary>"(Harbour News) The pier is closed.": the sentence so far is no more than what stands in brackets.</summary>
    private static bool ClosesBrackets(string text, List<Token> tokens, int start, int t) =>
        t - start is > 2 and < 12 && text[tokens[t - 1].Start] == ')' && text[tokens[start].Start] == '('
        && text.AsSpan(tokens[start].End, tokens[t - 1].Start - tokens[start].End).IndexOfAny('(', ')') < 0;

    /// <summary>"Best regards, A. Lind": the sentence so far is the close of a letter.</summary>
    private static bool ClosesLetter(string text, List<Token> tokens, int start, int t)
    {
        if (t - start is < 2 or > 5 || text[tokens[t - 1].Start] != ',')
        {
            return false;
        }

        ReadOnlySpan<char> first = tokens[start].Span.In(text);
        ReadOnlySpan<char> last = tokens[t - 2].Span.In(text);
        return last is "regards" or "Regards" or "REGARDS" or "wishes"
            || (last is "sincerely" or "Sincerely" or "faithfully" or "truly" or "respectfully" or "Respectfully" && (t - start == 2 || first is "Yours" or "Very"));
    }

    /// <summary>Behind <c>&lt;lind@example.org&gt;</c>.</summary>
    private static bool ClosesAddress(string text, List<Token> tokens, int t) =>
        t >= 3 && text[tokens[t - 1].Start] == '>' && text[tokens[t - 3].Start] == '<' && tokens[t - 2].Kind == TokenKind.Address;

    /// <summary>03/27/2001 01:58 PM, as mail programs write it above a message.</summary>
    private static bool IsTimeStamp(string text, List<Token> tokens, int t) =>
        t + 2 < tokens.Count && tokens[t].Kind == TokenKind.Number && tokens[t + 1].Kind == TokenKind.Number
        && tokens[t].Span.In(text).Count('/') == 2 && tokens[t + 1].Span.In(text).Contains(':') && tokens[t + 2].Span.In(text) is "AM" or "PM";

    private static bool ClosesTimeStamp(string text, List<Token> tokens, int t) => t >= 3 && IsTimeStamp(text, tokens, t - 3);

    private static bool IsWeb(string text, Token address) => address.Span.In(text).StartsWith("http");

    /// <summary>"Image: A. Lind." behind a caption that has no stop.</summary>
    private static bool IsPictureCredit(string text, List<Token> tokens, int t) =>
        t + 2 < tokens.Count
        && text[tokens[t + 1].Start] == ':' && tokens[t + 1].Start == tokens[t].End && char.IsUpper(text[tokens[t + 2].Start])
        && tokens[t - 1].Kind != TokenKind.Punctuation && tokens[t - 1].Span.In(text) is not ("File" or "Main" or "Cover")
        && tokens[t].Span.In(text) is "Image" or "Images" or "Photo" or "Photos" or "Photograph" or "Picture" or "Credit";
}
