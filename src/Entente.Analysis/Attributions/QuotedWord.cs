using Entente.Analysis.Text;

namespace Entente.Analysis.Attributions;

/// <summary>A word of a quotation: where it stands, and its folded form for comparing.</summary>
internal readonly record struct QuotedWord(TextSpan Span, string Folded)
{
    /// <summary>The words of some stretches of text, punctuation left out.</summary>
    public static List<QuotedWord> Of(string text, IEnumerable<TextSpan> spans)
    {
        List<Token> tokens = [];
        List<QuotedWord> words = [];
        foreach (TextSpan span in spans)
        {
            tokens.Clear();
            Tokenizer.Tokenize(text, span, tokens);
            foreach (Token token in tokens)
            {
                bool isWord = token.Kind is TokenKind.Word or TokenKind.Number or TokenKind.Address || text[token.Start] is '%' or '$' or '€' or '£';
                if (isWord && WordFolding.Fold(token.Span.In(text)) is { Length: > 0 } folded)
                {
                    words.Add(new QuotedWord(token.Span, folded));
                }
            }
        }

        return words;
    }

    /// <summary>A word of weight: no article, preposition, pronoun or auxiliary.</summary>
    public bool IsContent => Vocabulary.Function(Folded) is null or "verb" or "time" or "adverb" && Folded.Length > 1;
}
