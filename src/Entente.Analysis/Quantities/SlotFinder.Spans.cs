using Entente.Analysis.Syntax;
using Entente.Analysis.Text;

namespace Entente.Analysis.Quantities;

/// <summary>The words of a slot: a noun, its phrase, a name in whole.</summary>
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

    private TextSpan Span(int from, int to) => new(_parsed.Document.Tokens[from].Start, _parsed.Document.Tokens[to].End);
}
