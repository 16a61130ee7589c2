namespace Entente.Analysis.Text;

/// <summary>Groups the tokens of one block into sentences.</summary>
/// <remarks>White space alone never ends a sentence, however much of it there is: a paragraph that a page break cut goes on behind it.
/// The end of a block always does, and so does a bullet that starts a line.</remarks>
internal static class SentenceSplitter
{
    /// <param name="first">The block's first token; its tokens run to the end of <paramref name="tokens"/>.</param>
    public static void Split(string text, List<Token> tokens, int first, int block, List<Sentence> sentences)
    {
        int start = first;
        int t = first;
        while (t < tokens.Count)
        {
            if (t > start && IsBullet(text, tokens, t))
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

    private static bool MayEnd(string text, Token token) =>
        text[token.End - 1] is '.' or '!' or '?' or '…' or '。' or '！' or '？' or '؟' && token.Kind is TokenKind.Punctuation or TokenKind.Word;

    /// <summary>Skips quotation marks, brackets and markup that close directly behind a stop.</summary>
    private static int AfterClosers(string text, List<Token> tokens, int t)
    {
        while (t < tokens.Count && tokens[t].Start == tokens[t - 1].End
            && (text[tokens[t].Start] is '"' or '”' or '“' or '’' or '\'' or '»' or '›' or ')' or ']' or '*' or '_' or '`'))
        {
            t++;
        }

        return t;
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
        if (char.IsLower(initial) || initial is ',' or ';' or ':' or ')' or '.' || (glued && !char.IsUpper(initial)))
        {
            return false;
        }

        // "1." before a list item, "A. B." before a name.
        if (t == start + 1 && stop.Length == 1 && tokens[start].Kind == TokenKind.Number && tokens[start].Length <= 2)
        {
            return false;
        }

        if (stop.Kind == TokenKind.Word)
        {
            return AbbreviationEnds(stop.Span.In(text), word, opened);
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
        or "Eastern" or "Pacific" or "Central" or "GMT" or "EST" or "EDT" or "PST" or "PDT" or "CET" or "UTC" or "BST" or "ET" or "PT" or "Moscow" or "Local";

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
