using System.Collections.Immutable;
using Entente.Analysis.Entities;
using Entente.Analysis.Syntax;
using Entente.Analysis.Text;
using Entente.Analysis.Times;

namespace Entente.Analysis.Quantities;

/// <summary>Reads from the tree of a sentence what its quantities are quantities of: the noun counted or measured, the word said of it, the place and the time.</summary>
/// <remarks>Where the tree leaves it open there is no slot. A quantity climbs a bounded number of arcs and looks at the dependents on its way.</remarks>
internal sealed partial class SlotFinder
{
    private const int None = ScannedQuantity.None;

    /// <summary>Arcs from a quantity to what governs it; a longer way is no longer about it.</summary>
    private const int Farthest = 6;

    private readonly ParsedDocument _parsed;
    private readonly string _text;
    private readonly ImmutableArray<TimeExpression> _times;
    private readonly NamesInText _names;
    /// <summary>Times that are the end of a stretch: "from 3 to 5 May" is neither the one day nor the other.</summary>
    private readonly HashSet<int> _ends = [];
    private readonly List<(ScannedQuantity Quantity, Frame Frame)> _before = [];
    private Sentence _sentence;

    /// <summary>The times of the sentence that date something, with the token of each that hangs on the rest; read once it is asked.</summary>
    private List<(TimeExpression Time, int Top)>? _moments;

    public SlotFinder(ParsedDocument parsed, ImmutableArray<TimeExpression> times, ImmutableArray<Entity> entities)
    {
        _parsed = parsed;
        _text = parsed.Document.Document.Text;
        _times = times;
        _names = new NamesInText(entities);
        foreach (TimeRange range in TimeFinder.Ranges(parsed.Document.Document, times))
        {
            _ends.Add(range.Start);
            _ends.Add(range.End);
        }
    }

    /// <summary>What a quantity was found to be of, in tokens.</summary>
    /// <param name="Clause">The verb that governs it, whether it says anything or not.</param>
    private readonly record struct Frame(int Noun, int Predicate, int Clause, string Rule)
    {
        public static readonly Frame Nothing = new(None, None, None, "no-slot");

        public bool IsEmpty => Noun == None && Predicate == None;
    }

    public void Open(Sentence sentence)
    {
        _sentence = sentence;
        _before.Clear();
        _moments = null;
    }

    /// <summary>The slot of the next quantity of the sentence, and the rule that found it.</summary>
    public Slot? Find(ScannedQuantity quantity, out string rule)
    {
        Frame frame = FrameOf(quantity);
        _before.Add((quantity, frame));
        rule = frame.Rule;
        return frame.IsEmpty ? null : SlotOf(quantity, frame);
    }

    private Frame FrameOf(ScannedQuantity quantity)
    {
        if (quantity.Bearer != None)
        {
            return new Frame(quantity.Bearer, None, None, "bearer");
        }

        if (!quantity.MayFillSlot)
        {
            return Frame.Nothing with { Rule = "" };
        }

        if (quantity.Restates && _before.Count > 0)
        {
            return _before[^1].Frame with { Rule = "restated" };
        }

        int anchor = Anchor(quantity);
        if (_parsed.Relations[anchor] == Relation.None)
        {
            return Frame.Nothing with { Rule = "no-tree" };
        }

        return quantity.Kind switch
        {
            QuantityKind.Count or QuantityKind.Ratio => Counted(quantity, anchor),
            QuantityKind.Age => Aged(quantity, anchor),
            _ => Measured(quantity, anchor),
        };
    }

    /// <summary>The token of the quantity that hangs on the rest of the sentence.</summary>
    private int Anchor(ScannedQuantity quantity)
    {
        int best = quantity.CoreEnd - 1;
        for (int t = quantity.CoreEnd - 1; t >= quantity.CoreFirst; t--)
        {
            int head = _parsed.Heads[t];
            bool outside = head < quantity.CoreFirst || head >= quantity.CoreEnd;
            if (outside && _parsed.Relations[t].Universal() is not (Relation.Punct or Relation.Case or Relation.Det or Relation.Cc))
            {
                best = t;
                break;
            }
        }

        // "two of the five members": the first figure governs, not the second.
        if (quantity.Kind == QuantityKind.Ratio)
        {
            for (int t = quantity.CoreFirst; t < best; t++)
            {
                int head = _parsed.Heads[t];
                if ((head < quantity.CoreFirst || head >= quantity.CoreEnd) && _parsed.Tags[t] is PartOfSpeech.Num or PartOfSpeech.Noun or PartOfSpeech.Pron or PartOfSpeech.Det)
                {
                    return t;
                }
            }
        }

        return best;
    }

    /// <summary>Of counts: the noun that the number stands at, then what is said of it.</summary>
    private Frame Counted(ScannedQuantity quantity, int anchor)
    {
        int noun = NounCounted(quantity, anchor);
        int from = noun != None && IsBelow(anchor, noun) ? noun : anchor;
        int predicate = noun == None ? None : Restriction(noun);
        int clause = Governor(from, out int said);
        if (predicate == None)
        {
            predicate = State(quantity, noun, clause);
        }

        if (predicate == None)
        {
            predicate = said;
        }

        if (noun == None && quantity.Kind == QuantityKind.Count && CountedSubject(anchor, clause) is >= 0 and int subject)
        {
            noun = subject;
        }

        return new Frame(noun, predicate, clause, noun == None ? "counted-bare" : "counted");
    }

    /// <summary>"the toll rose to 12", "the number of dead is 12": a bare number is what its subject comes to.</summary>
    private int CountedSubject(int anchor, int verb)
    {
        bool comesTo = verb != None && _parsed.Relations[anchor].Universal() != Relation.Nsubj
            && QuantityWords.Is(Word(verb), QuantityWord.Change | QuantityWord.Amounting);
        bool isSo = verb == None && _parsed.Dependent(anchor, Relation.Cop) >= 0;
        if (!(comesTo || isSo) || !Subject(comesTo ? verb : anchor, out int subject) || subject == None)
        {
            return None;
        }

        if (Word(subject) is "number" or "total" or "Number" or "Total")
        {
            foreach (int child in _parsed.Of(subject))
            {
                if (child > subject && _parsed.Relations[child].Universal() == Relation.Nmod && (IsNoun(child) || IsState(child)) && CaseOf(child) is "of")
                {
                    return WholeNoun(child);
                }
            }
        }

        return subject;
    }

    private int NounCounted(ScannedQuantity quantity, int anchor)
    {
        // "a seven-page letter" counts pages.
        int written = quantity.CoreEnd + 1;
        if (written < End && quantity.End == quantity.CoreEnd && Word(quantity.CoreEnd) is "-" && IsNoun(written))
        {
            return written;
        }

        int last = quantity.Kind == QuantityKind.Ratio ? quantity.CoreEnd - 1 : anchor;
        int head = _parsed.Heads[last];
        for (int step = 0; step < 3 && head >= quantity.CoreEnd && head < quantity.End; step++)
        {
            // "60-odd boats"
            last = head;
            head = _parsed.Heads[head];
        }

        if (head >= quantity.CoreEnd && IsNoun(head) && _parsed.Relations[last].Universal() is Relation.Nummod or Relation.Compound or Relation.Amod or Relation.Det or Relation.Nmod or Relation.Advmod)
        {
            return WholeNoun(head);
        }

        for (int t = quantity.CoreFirst; t < quantity.CoreEnd; t++)
        {
            foreach (int child in _parsed.Of(t))
            {
                if (child >= quantity.CoreEnd && _parsed.Relations[child].Universal() == Relation.Nmod && (IsNoun(child) || IsState(child)) && CaseOf(child) is "of" or "in" && (CaseOf(child) is "of" || quantity.Kind == QuantityKind.Ratio))
                {
                    return WholeNoun(child);
                }
            }
        }

        // "a town of nine thousand"
        return head >= 0 && head < quantity.First && IsNoun(head) && !IsQuantity(head) && _parsed.Relations[anchor].Universal() == Relation.Nmod && CaseOf(anchor) is "of"
            ? head
            : NounBehind(quantity);
    }

    /// <summary>The noun right behind, where the tree hangs the number elsewhere.</summary>
    private int NounBehind(ScannedQuantity quantity) => NounFrom(quantity.End);

    private int NounFrom(int first)
    {
        int noun = None;
        for (int t = first; t < Math.Min(End, first + 5); t++)
        {
            if (IsNoun(t) && !IsMomentNoun(t))
            {
                noun = t;
            }
            else if (noun != None || !((_parsed.Tags[t] == PartOfSpeech.Adj && !IsState(t)) || (_parsed.PennTags[t] == PennTag.Vbg && t + 1 < End && IsNoun(t + 1))))
            {
                break;
            }
        }

        return noun != None && _parsed.Tags[noun] == PartOfSpeech.Noun ? noun : None;
    }

    /// <summary>The noun that a compound ends in: of "rescue operation" the operation.</summary>
    private int WholeNoun(int noun)
    {
        for (int step = 0; step < 3; step++)
        {
            int head = _parsed.Heads[noun];
            if (_parsed.Relations[noun].Universal() is not Relation.Compound || head <= noun || head > noun + 3 || !IsNoun(head))
            {
                break;
            }

            noun = head;
        }

        return noun;
    }

    /// <summary>A participle or relative clause right at the noun that says what happened to the things counted.</summary>
    private int Restriction(int noun)
    {
        foreach (int child in _parsed.Of(noun))
        {
            if (child < noun || HasComma(noun, child))
            {
                continue;
            }

            Relation relation = _parsed.Relations[child];
            if (relation == Relation.Acl && _parsed.PennTags[child] is PennTag.Vbn or PennTag.Vbg && _parsed.Tags[child] == PartOfSpeech.Verb)
            {
                return Lowest(child, isSubject: true);
            }

            if (relation == Relation.AclRelcl)
            {
                int said = Lowest(child, isSubject: true);
                if (IsPredicate(said))
                {
                    return said;
                }
            }
        }

        return None;
    }

    /// <summary>"12 dead", "left 12 people homeless": the state that the things counted are in.</summary>
    private int State(ScannedQuantity quantity, int noun, int clause)
    {
        int behind = noun == None ? quantity.End : noun + 1;
        if (noun == None && behind < End && IsState(behind) && _parsed.Tags[behind] is PartOfSpeech.Adj or PartOfSpeech.Verb or PartOfSpeech.Noun)
        {
            return behind;
        }

        if (noun != None && behind < End && IsState(behind) && _parsed.Tags[behind] == PartOfSpeech.Adj)
        {
            return behind;
        }

        if (clause == None || noun == None)
        {
            return None;
        }

        foreach (int child in _parsed.Of(clause))
        {
            if (_parsed.Relations[child] == Relation.Xcomp && child > noun && IsState(child))
            {
                return child;
            }
        }

        return None;
    }

    private bool IsState(int t) => QuantityWords.Is(Word(t), QuantityWord.State);

    /// <summary>Of ages: who has it.</summary>
    private Frame Aged(ScannedQuantity quantity, int anchor)
    {
        int at = anchor;
        for (int step = 0; step < Farthest; step++)
        {
            int head = _parsed.Heads[at];
            Relation relation = _parsed.Relations[at].Universal();
            if (head < 0 || relation is Relation.Root or Relation.Nsubj || _parsed.Dependent(at, Relation.Nsubj) >= 0)
            {
                break;
            }

            bool word = head >= quantity.First && head < quantity.End;
            if (IsNoun(head) && !word)
            {
                bool isAge = Word(head) is "age" or "ages";
                if (!isAge)
                {
                    return relation is Relation.Conj ? Frame.Nothing : new Frame(head, None, None, "aged");
                }
            }
            else if (_parsed.Tags[head] is PartOfSpeech.Verb or PartOfSpeech.Aux && !NumberReader.Same(Word(head), "aged"))
            {
                return relation is Relation.Obj or Relation.Obl or Relation.Xcomp or Relation.Advmod && Subject(head, out int who) && who != None
                    ? new Frame(who, IsPredicate(head) ? head : None, head, "aged-subject")
                    : Frame.Nothing;
            }

            at = head;
        }

        return Subject(at, out int bearer) && bearer != None ? new Frame(bearer, None, None, "aged-subject") : Frame.Nothing;
    }

    private int End => _sentence.FirstToken + _sentence.TokenCount;

    private ReadOnlySpan<char> Word(int t) => _parsed.Document.Tokens[t].Span.In(_text);

    private bool IsNoun(int t) => _parsed.Tags[t] is PartOfSpeech.Noun or PartOfSpeech.Propn;

    private bool IsBelow(int token, int above)
    {
        for (int step = 0; step < Farthest && token >= 0; step++)
        {
            if (token == above)
            {
                return true;
            }

            token = _parsed.Heads[token];
        }

        return false;
    }

    private bool HasComma(int from, int to)
    {
        for (int t = from + 1; t < to; t++)
        {
            if (Word(t) is "," or "—" or "–" or ";" or "(")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The preposition of a phrase; empty for none.</summary>
    private ReadOnlySpan<char> CaseOf(int head)
    {
        foreach (int child in _parsed.Of(head))
        {
            if (_parsed.Relations[child] == Relation.Case && child < head)
            {
                return Word(child);
            }
        }

        return default;
    }
}
