using Entente.Analysis.Syntax;
using Entente.Analysis.Text;
using Entente.Analysis.Times;

namespace Entente.Analysis.Quantities;

/// <summary>The time of a slot.</summary>
internal sealed partial class SlotFinder
{
    private bool IsTimeSpan(TextSpan span)
    {
        for (int i = FirstTime(); i < _times.Length && _times[i].Span.Start < _sentence.Span.End; i++)
        {
            if (_times[i].Span.Overlaps(span))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The expression of time that hangs on the predicate or its clause, the nearest where there are several.</summary>
    private TimeExpression? Moment(Frame frame)
    {
        TimeExpression? best = null;
        int nearest = int.MaxValue;
        int at = frame.Predicate != None ? frame.Predicate : frame.Clause != None ? frame.Clause : frame.Noun;
        foreach ((TimeExpression time, int top) in _moments ??= Moments())
        {
            int distance = Math.Abs(top - at);
            if (distance < nearest && Dates(top, frame))
            {
                nearest = distance;
                best = time;
            }
        }

        return best;
    }

    private List<(TimeExpression Time, int Top)> Moments()
    {
        List<(TimeExpression Time, int Top)> moments = [];
        for (int i = FirstTime(); i < _times.Length && _times[i].Span.Start < _sentence.Span.End; i++)
        {
            // "now" and "currently" date nothing.
            if (_times[i].Type is TimeType.Date or TimeType.Time && !_ends.Contains(i) && !_times[i].Value.EndsWith("_REF", StringComparison.Ordinal) && Top(_times[i].Span) is >= 0 and int top)
            {
                moments.Add((_times[i], top));
            }
        }

        return moments;
    }

    private int FirstTime()
    {
        int low = 0;
        int high = _times.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_times[middle].Span.Start < _sentence.Span.Start)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>The token of a span that hangs on a token outside.</summary>
    private int Top(TextSpan span)
    {
        for (int t = _sentence.FirstToken; t < End; t++)
        {
            TextSpan token = _parsed.Document.Tokens[t].Span;
            if (span.Contains(token))
            {
                int head = _parsed.Heads[t];
                if ((head < 0 || !span.Contains(_parsed.Document.Tokens[head].Span)) && _parsed.Relations[t].Universal() is not (Relation.Case or Relation.Det or Relation.Punct))
                {
                    return t;
                }
            }
        }

        return None;
    }

    private bool Dates(int top, Frame frame)
    {
        int at = top;
        for (int step = 0; step < 4; step++)
        {
            Relation relation = _parsed.Relations[at].Universal();
            int head = _parsed.Heads[at];
            if (head < 0 || relation is Relation.Nsubj or Relation.Obj)
            {
                return false;
            }

            if (head == frame.Predicate || head == frame.Clause || (head == frame.Noun && relation is Relation.Nmod or Relation.Obl))
            {
                return true;
            }

            if (_parsed.Tags[head] is PartOfSpeech.Verb)
            {
                return false;
            }

            at = head;
        }

        return false;
    }
}
