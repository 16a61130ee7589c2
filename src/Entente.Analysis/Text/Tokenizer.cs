
namespace Entente.Analysis.Text;

/// <summary>Cuts the reporting blocks of a document into tokens and sentences.</summary>
public static class Tokenizer
{
    public static TokenizedDocument Tokenize(Document document)
    {
        List<Token> tokens = [];
        List<Sentence> sentences = [];
        for (int b = 0; b < document.Blocks.Length; b++)
        {
            Block block = document.Blocks[b];
            if (!block.IsReporting)
            {
                continue;
            }

            int first = tokens.Count;
            Tokenize(document.Text, block.Span, tokens);
            int start = first;
            for (int t = first; t < tokens.Count; t++)
            {
                char mark = document.Text[tokens[t].Start];
                bool ends = tokens[t].Kind == TokenKind.Punctuation && mark is '.' or '!' or '?';
                if (ends || t == tokens.Count - 1)
                {
                    sentences.Add(new Sentence(new TextSpan(tokens[start].Start, tokens[t].End), start, t + 1 - start, b));
                    start = t + 1;
                }
            }
        }

        return new TokenizedDocument(document, [.. tokens], [.. sentences]);
    }

    /// <summary>Appends the tokens of <paramref name="span"/> to <paramref name="tokens"/>. Allocates nothing but the list's growth.</summary>
    public static void Tokenize(string text, TextSpan span, List<Token> tokens)
    {
        int i = span.Start;
        while (i < span.End)
        {
            char c = text[i];
            if (char.IsWhiteSpace(c))
            {
                i++;
                continue;
            }

            int start = i++;
            if (char.IsLetterOrDigit(c))
            {
                while (i < span.End && char.IsLetterOrDigit(text[i]))
                {
                    i++;
                }

                tokens.Add(new Token(start, i, char.IsDigit(c) ? TokenKind.Number : TokenKind.Word));
            }
            else
            {
                tokens.Add(new Token(start, i, char.IsPunctuation(c) ? TokenKind.Punctuation : TokenKind.Symbol));
            }
        }
    }
}
