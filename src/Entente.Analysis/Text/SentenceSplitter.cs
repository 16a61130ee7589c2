using System.Buffers;

namespace Entente.Analysis.Text;

/// <summary>Groups the tokens of one block into sentences.</summary>
/// <remarks>White space alone never ends a sentence, however much of it there is: a paragraph that a page break cut goes on behind it.
/// The end of a block always does, and so does a bullet that starts a line.
/// A capital after the stop is not needed, since many write without; what tells an abbreviation from an end is the list and the form of the word. Linear in the tokens.</remarks>
internal static class SentenceSplitter
{
    private static readonly SearchValues<char> s_vowels = SearchValues.Create("aeiouyAEIOUYáéíóúäöüåøæèàâêîôûœ");

    /// <param name="first">The block's first token; its tokens run to the end of <paramref name="tokens"/>.</param>
    public static void Split(string text, List<Token> tokens, int first, int block, List<Sentence> sentences)
    {
        int start = first;
        int t = first;
        while (t < tokens.Count)
        {
            if (t > start && (IsBullet(text, tokens, t) || SentenceBreaks.IsBefore(text, tokens, start, t)))
            {
                Add(tokens, start, t, block, sentences);
                start = t;
            }

            if (MayEnd(text, tokens[t]))
            {
                int after = AfterClosers(text, tokens, t + 1);
                if (Ends(text, tokens, start, t, after))
                {
                    Add(tokens, start, after, block, sentences);
                    start = after;
                }

                t = after;
            }
            else
            {
                t++;
            }
        }

        if (start < tokens.Count)
        {
            Add(tokens, start, tokens.Count, block, sentences);
        }
    }

    private static void Add(List<Token> tokens, int from, int to, int block, List<Sentence> sentences) =>
        sentences.Add(new Sentence(new TextSpan(tokens[from].Start, tokens[to - 1].End), from, to - from, block));

    private static bool MayEnd(string text, Token token) => IsEmoticon(text, token) || MayStop(text, token);

    private static bool IsEmoticon(string text, Token token) => token.Kind == TokenKind.Symbol && token.Length > 1 && text[token.Start] is ':' or ';';

    private static bool MayStop(string text, Token token) =>
        text[token.End - 1] is '.' or '!' or '?' or '…' or '。' or '！' or '？' or '؟' && token.Kind is TokenKind.Punctuation or TokenKind.Word;

    /// <summary>Skips quotation marks, brackets and markup that close directly behind a stop, and the numbers of notes.</summary>
    private static int AfterClosers(string text, List<Token> tokens, int t)
    {
        while (t < tokens.Count
            && (text[tokens[t].Start] is ')' || IsEmoticon(text, tokens[t])
                || (tokens[t].Start == tokens[t - 1].End && text[tokens[t].Start] is '"' or '”' or '“' or '’' or '\'' or '»' or '›' or ']' or '*' or '_' or '`')))
        {
            t++;
        }

        while (NoteEnd(text, tokens, t) is > 0 and int end)
        {
            t = end;
        }

        return t;
    }

    /// <summary>The token behind the note number at <paramref name="t"/>, <c>[4]</c> or <c>[3, 5–7]</c>; 0 when there is none.</summary>
    private static int NoteEnd(string text, List<Token> tokens, int t)
    {
        if (t >= tokens.Count || text[tokens[t].Start] != '[')
        {
            return 0;
        }

        int limit = Math.Min(tokens.Count, t + 10);
        int numbers = 0;
        for (t++; t < limit; t++)
        {
            char c = text[tokens[t].Start];
            if (c == ']')
            {
                return numbers > 0 ? t + 1 : 0;
            }

            // A year in square brackets was put into a quotation.
            bool isNumber = tokens[t].Kind == TokenKind.Number && tokens[t].Length != 4;
            if (!isNumber && c is not (',' or '-' or '–' or '—' or ';'))
            {
                return 0;
            }

            numbers += isNumber ? 1 : 0;
        }

        return 0;
    }

    private static bool IsBullet(string text, List<Token> tokens, int t)
    {
        Token token = tokens[t];
        if (token.Length != 1 || token.Start == 0 || text[token.Start] is not ('•' or '‣' or '◦' or '▪' or '●' or '-' or '*' or '–')
            || token.End >= text.Length || !char.IsWhiteSpace(text[token.End]))
        {
            return false;
        }

        for (int i = token.Start - 1; i >= tokens[t - 1].End; i--)
        {
            if (text[i] == '\n')
            {
                return true;
            }
        }

        return false;
    }

    /// <param name="t">The token that may end the sentence.</param>
    /// <param name="after">The first token behind it that does not close with it.</param>
    private static bool Ends(string text, List<Token> tokens, int start, int t, int after)
    {
        if (after >= tokens.Count)
        {
            return true;
        }

        int next = after;
        bool opened = false;
        while (next < tokens.Count && text[tokens[next].Start] is '"' or '“' or '‘' or '\'' or '«' or '„' or '(' or '[' or '*' or '_' or '`' or '‹')
        {
            opened = true;
            next++;
        }

        if (next >= tokens.Count)
        {
            return true;
        }

        Token stop = tokens[t];
        bool glued = after < tokens.Count && tokens[after].Start == tokens[after - 1].End;
        ReadOnlySpan<char> word = tokens[next].Span.In(text);
        char initial = word[0];
        if (initial is ',' or ';' or ':' or ')' or '.' || (glued && !char.IsLetter(initial)))
        {
            return false;
        }

        // "1." before a list item, "4.2." before a heading, and "Two things: 1. The pier".
        if (stop.Length == 1 && t > start && (t == start + 1 || text[tokens[t - 2].Start] == ':') && IsItemNumber(text, tokens[t - 1]))
        {
            return false;
        }

        if (char.IsLower(initial))
        {
            return (!opened || text[tokens[next - 1].Start] == '(') && EndsBeforeLowerCase(text, tokens, start, t, after, glued);
        }

        if (stop.Kind == TokenKind.Word)
        {
            return !(t == start && stop.Span.In(text) is "P.S.") && AbbreviationEnds(stop.Span.In(text), word, opened);
        }

        if (initial is '-' or '–' or '—' or '―' or '…')
        {
            return false;
        }

        // "Are you mad?" Smith asked. / "Well …" the minister said.
        bool closedQuotation = after > t + 1 && text[tokens[t + 1].Start] is '"' or '”' or '’' or '\'' or '»';
        if (closedQuotation && text[stop.Start] != '.' && !opened && ReportingClauseFollows(text, tokens, next))
        {
            return false;
        }

        return true;
    }

    /// <summary>Whether a sentence ends although the next word has a small letter: where people write without capitals, and before names such as iPlayer.</summary>
    private static bool EndsBeforeLowerCase(string text, List<Token> tokens, int start, int t, int after, bool glued)
    {
        Token stop = tokens[t];
        bool closes = after > t + 1 && text[tokens[t + 1].Start] != '[';
        if (stop.Kind == TokenKind.Word || t == start || closes)
        {
            // "Are you mad?" she asked.
            return false;
        }

        Token before = tokens[t - 1];
        ReadOnlySpan<char> word = before.Span.In(text);
        if (text[stop.End - 1] is '?' or '!')
        {
            // Names end in one: Jeopardy! and Yahoo! go on.
            return !(stop.Length == 1 && text[stop.Start] == '!' && char.IsUpper(word[0])) && text[stop.Start] != '.';
        }

        if (glued || stop.Length > 1 || text[stop.Start] != '.')
        {
            return false;
        }

        if (before.Kind == TokenKind.Number)
        {
            // "There are two: 1. the pier and 2. the quay".
            return !IsItemNumber(text, before);
        }

        // A word that has no vowel and is no acronym is an abbreviation nobody has listed.
        return before.Kind != TokenKind.Word || IsClitic(word)
            || (word.Length > 1 && Tokenizer.Abbreviation(word) is null or "number" && (word.ContainsAny(s_vowels) || !word.ContainsAnyInRange('a', 'z')));
    }

    private static bool IsItemNumber(string text, Token token) =>
        token.Kind == TokenKind.Number && (token.Length <= 2 || (token.Length <= 6 && token.Span.In(text).Contains('.')));

    private static bool IsClitic(ReadOnlySpan<char> word) => Tokenizer.IsApostrophe(word[0]) || word is "n't" or "n’t" or "nt";

    private static bool AbbreviationEnds(ReadOnlySpan<char> abbreviation, ReadOnlySpan<char> next, bool opened)
    {
        if (!char.IsUpper(next[0]))
        {
            return opened && !char.IsAsciiDigit(next[0]);
        }

        ReadOnlySpan<char> bare = abbreviation[..^1];
        if (Tokenizer.Abbreviation(bare) is "title" or "number" or "date" || bare.Length == 1)
        {
            return false;
        }

        return Tokenizer.StartsSentences(next) || bare is "etc" or "a.m" or "p.m" && !IsTimeWord(next);
    }

    private static bool IsTimeWord(ReadOnlySpan<char> word) => word is "Monday" or "Tuesday" or "Wednesday" or "Thursday" or "Friday" or "Saturday" or "Sunday"
        or "Eastern" or "Pacific" or "Central" or "GMT" or "EST" or "EDT" or "CST" or "CDT" or "MST" or "MDT" or "IST" or "JST" or "CEST" or "EET" or "EEST" or "MSK" or "AEST" or "AEDT" or "HKT" or "PST" or "PDT" or "CET" or "UTC" or "BST" or "ET" or "PT" or "Moscow" or "Local";

    /// <summary>Whether a name and a verb of speech stand within the next few words.</summary>
    private static bool ReportingClauseFollows(string text, List<Token> tokens, int next)
    {
        for (int t = next; t < Math.Min(tokens.Count, next + 7); t++)
        {
            ReadOnlySpan<char> word = tokens[t].Span.In(text);
            if (tokens[t].Kind == TokenKind.Punctuation && word[0] is not ('-' or ','))
            {
                return false;
            }

            if (t > next && word is "said" or "says" or "asked" or "asks" or "told" or "added" or "wrote" or "replied" or "shouted" or "tweeted" or "cried")
            {
                return true;
            }
        }

        return false;
    }
}
