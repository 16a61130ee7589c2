using System.Collections.Immutable;
using Entente.Analysis.Text;
using Entente.Analysis.Times;

namespace Entente.Analysis.Attributions;

/// <summary>Which tokens of a document tell a date or an hour, by its expressions of time. Behind a verb of speech they say when it was said, and are not what was said.</summary>
/// <remarks>Durations ("for three days") and repetitions ("every Friday") are left to the content. One number a token, filled once.</remarks>
internal sealed class SaidWhen
{
    private readonly int[] _endOf;

    public SaidWhen(TokenizedDocument document, ImmutableArray<TimeExpression> times)
    {
        _endOf = new int[document.Tokens.Length];
        int t = 0;
        foreach (TimeExpression time in times)
        {
            if (time.Type is not (TimeType.Date or TimeType.Time))
            {
                continue;
            }

            while (t < _endOf.Length && document.Tokens[t].Start < time.Span.Start)
            {
                t++;
            }

            int first = t;
            while (t < _endOf.Length && document.Tokens[t].End <= time.Span.End)
            {
                t++;
            }

            for (int i = first; i < t; i++)
            {
                _endOf[i] = t;
            }
        }
    }

    public bool Holds(int token) => _endOf[token] != 0;

    /// <summary>The token behind the expression that a token is in; the token itself where it is in none.</summary>
    public int EndFrom(int token) => token < _endOf.Length && _endOf[token] != 0 ? _endOf[token] : token;
}
