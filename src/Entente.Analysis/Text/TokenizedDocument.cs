using System.Collections.Immutable;

namespace Entente.Analysis.Text;

/// <summary>A document with the tokens and sentences of its reporting blocks.</summary>
/// <remarks>Comments, furniture, rights, bylines and datelines carry no tokens here: they are no evidence.</remarks>
public sealed record TokenizedDocument(Document Document, ImmutableArray<Token> Tokens, ImmutableArray<Sentence> Sentences)
{
    /// <summary>The tokens <c>[First, End)</c> that <paramref name="span"/> touches. Logarithmic in the tokens.</summary>
    public (int First, int End) TokensIn(TextSpan span)
    {
        int first = FirstWhere(span, static (token, s) => token.End > s.Start);
        int end = FirstWhere(span, static (token, s) => token.Start >= s.End);
        return (first, Math.Max(first, end));
    }

    /// <summary>The index of the sentence a token stands in; -1 for none.</summary>
    public int SentenceOf(int token)
    {
        int low = 0, high = Sentences.Length;
        while (low < high)
        {
            int mid = (low + high) / 2;
            if (Sentences[mid].FirstToken + Sentences[mid].TokenCount <= token)
            {
                low = mid + 1;
            }
            else
            {
                high = mid;
            }
        }

        return low < Sentences.Length && Sentences[low].FirstToken <= token ? low : -1;
    }

    private int FirstWhere(TextSpan span, Func<Token, TextSpan, bool> holds)
    {
        int low = 0, high = Tokens.Length;
        while (low < high)
        {
            int mid = (low + high) / 2;
            if (holds(Tokens[mid], span))
            {
                high = mid;
            }
            else
            {
                low = mid + 1;
            }
        }

        return low;
    }
}
