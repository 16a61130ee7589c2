using Entente.Analysis.Syntax;
using Entente.Analysis.Text;
using Entente.Analysis.Times;

namespace Entente.Analysis.Quantities;

/// <summary>The spans of a slot, and its place and time.</summary>
internal sealed partial class SlotFinder
{
    private Slot SlotOf(ScannedQuantity quantity, Frame frame)
    {
        TextSpan? noun = frame.Noun == None ? null : NameSpan(frame.Noun);
        bool hasTree = _parsed.Relations[quantity.CoreFirst] != Relation.None;
        return new Slot(
            noun,
            frame.Noun == None ? null : PhraseSpan(quantity, frame.Noun, noun!.Value),
            frame.Noun == None ? null : _parsed.Lemma(frame.Noun),
            frame.Predicate == None ? null : _parsed.Document.Tokens[frame.Predicate].Span,
            frame.Predicate == None ? null : _parsed.Lemma(frame.Predicate),
            hasTree ? Place(quantity, frame) : null,
            hasTree ? Moment(frame) : null);
    }

    /// <summary>A name is whole; of another noun the head alone.</summary>
    private TextSpan NameSpan(int noun)
    {
        int from = noun;
        int to = noun;
        if (_parsed.Tags[noun] == PartOfSpeech.Propn)
        {
            while (from > _sentence.FirstToken && IsNamePart(from - 1, noun))
            {
                from--;
            }

            while (to + 1 < End && IsNamePart(to + 1, noun))
            {
                to++;
            }
        }

        return Span(from, to);
    }

    private bool IsNamePart(int t, int noun) =>
        _parsed.Tags[t] == PartOfSpeech.Propn
        && (_parsed.Heads[t] == noun || (_parsed.Heads[t] >= 0 && _parsed.Heads[t] == _parsed.Heads[noun]) || _parsed.Heads[noun] == t)
        && _parsed.Relations[t].Universal() is Relation.Flat or Relation.Compound or Relation.Nmod or Relation.Nsubj or Relation.Obj or Relation.Appos;

    /// <summary>The noun with the modifiers that stand before it, the quantity and articles left out.</summary>
    private TextSpan PhraseSpan(ScannedQuantity quantity, int noun, TextSpan name)
    {
        int from = noun;
        int stop = quantity.End <= noun ? quantity.End : _sentence.FirstToken;
        while (from > stop && IsModifier(from - 1, noun) && !IsQuantity(from - 1))
        {
            from--;
        }

        while (from < noun && Word(from) is "-" or "," or "and")
        {
            from++;
        }

        int start = _parsed.Document.Tokens[from].Start;
        return new TextSpan(Math.Min(start, name.Start), name.End);
    }

    private bool IsModifier(int t, int noun)
    {
        for (int step = 0; step < 3; step++)
        {
            Relation relation = _parsed.Relations[t].Universal();
            int head = _parsed.Heads[t];
            if (relation is not (Relation.Amod or Relation.Compound or Relation.Flat or Relation.Punct or Relation.Advmod or Relation.Conj or Relation.Cc) || head < 0)
            {
                return false;
            }

            if (head == noun)
            {
                return true;
            }

            t = head;
        }

        return false;
    }

    /// <summary>A phrase at the predicate or the noun that a preposition of place opens and that holds a name; failing that, one at a phrase of theirs:
    /// "during parades in Lynmar".</summary>
    private TextSpan? Place(ScannedQuantity quantity, Frame frame)
    {
        ReadOnlySpan<int> holders = [frame.Predicate, frame.Clause, frame.Noun];
        foreach (int holder in holders)
        {
            if (holder != None && PlaceAt(holder, quantity, frame) is { } near)
            {
                return near;
            }
        }

        // "in Lynmar, where 40 boats sank"
        if (frame.Clause != None && _parsed.Relations[frame.Clause].Universal() == Relation.Acl && _parsed.Heads[frame.Clause] is >= 0 and int antecedent && antecedent < quantity.First)
        {
            foreach (int child in _parsed.Of(frame.Clause))
            {
                if (Word(child) is "where" && NamedPlace(antecedent) is { } named)
                {
                    return named;
                }
            }
        }

        foreach (int holder in holders[..2])
        {
            if (holder == None)
            {
                continue;
            }

            foreach (int child in _parsed.Of(holder))
            {
                if (child != frame.Noun && _parsed.Relations[child].Universal() is Relation.Obl or Relation.Obj && PlaceAt(child, quantity, frame) is { } far)
                {
                    return far;
                }
            }
        }

        return null;
    }

    private TextSpan? PlaceAt(int holder, ScannedQuantity quantity, Frame frame)
    {
        TextSpan? best = null;
        int nearest = int.MaxValue;
        foreach (int child in _parsed.Of(holder))
        {
            if (_parsed.Relations[child].Universal() is not (Relation.Obl or Relation.Nmod) || child == frame.Noun || !LeadsToPlace(CaseOf(child), holder) || NamedPlace(child) is not { } span
                || IsTimeSpan(span))
            {
                continue;
            }

            int distance = Math.Abs(child - quantity.CoreEnd);
            if (distance < nearest)
            {
                nearest = distance;
                best = span;
            }
        }

        return best;
    }

    /// <summary>"in Lynmar"; "to Lynmar" of what is sent there.</summary>
    private bool LeadsToPlace(ReadOnlySpan<char> preposition, int holder) =>
        QuantityWords.Is(preposition, QuantityWord.In) || (preposition is "to" && QuantityWords.Is(Word(holder), QuantityWord.Sending));

    /// <summary>A name, or a noun of place with a name at it: "the Vale region", "the port of Lynmar".</summary>
    private TextSpan? NamedPlace(int head)
    {
        if (_parsed.Tags[head] == PartOfSpeech.Propn)
        {
            // "in Resolution 12" is no place.
            bool numbered = head + 1 < End && _parsed.Tags[head + 1] == PartOfSpeech.Num;
            TextSpan name = NameSpan(head);
            // "in “Harbour Lights”" is a title.
            bool titled = name.Start > 0 && _text[name.Start - 1] is '“' or '"' or '‘' or '\'' or '«';
            return !numbered && !titled && !QuantityWords.Is(Word(head), QuantityWord.Month) && !Word(head).EndsWith("day") ? name : null;
        }

        if (_parsed.Tags[head] != PartOfSpeech.Noun || !QuantityWords.Is(Word(head), QuantityWord.Place))
        {
            return null;
        }

        int from = head;
        int to = head;
        bool named = false;
        foreach (int child in _parsed.Of(head))
        {
            Relation relation = _parsed.Relations[child].Universal();
            if (_parsed.Tags[child] == PartOfSpeech.Propn && relation is Relation.Compound or Relation.Flat or Relation.Nmod or Relation.Appos && (child < head ? HasNoGap(child, head) : child - head <= 4))
            {
                named = true;
                from = Math.Min(from, child);
                to = Math.Max(to, child);
            }
        }

        if (!named)
        {
            return null;
        }

        while (from > _sentence.FirstToken && _parsed.Tags[from - 1] is PartOfSpeech.Propn or PartOfSpeech.Adj && _parsed.Heads[from - 1] is var above && (above == head || (above >= from && above <= to)))
        {
            from--;
        }

        return Span(from, to);
    }

    private bool HasNoGap(int from, int to)
    {
        for (int t = from + 1; t < to; t++)
        {
            if (!(IsNoun(t) || _parsed.Tags[t] == PartOfSpeech.Adj || Word(t) is "-"))
            {
                return false;
            }
        }

        return true;
    }

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

    private TextSpan Span(int from, int to) => new(_parsed.Document.Tokens[from].Start, _parsed.Document.Tokens[to].End);
}
