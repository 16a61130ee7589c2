using Entente.Analysis.Syntax;

namespace Entente.Analysis.Quantities;

/// <summary>What has the size that a sum, a share or a measure gives.</summary>
internal sealed partial class SlotFinder
{
    private Frame Measured(ScannedQuantity quantity, int anchor)
    {
        if (Substance(quantity) is >= 0 and int substance)
        {
            int clause = Governor(anchor, out int said);
            int restriction = quantity.Kind == QuantityKind.Measure ? Restriction(substance) : None;
            return new Frame(substance, restriction == None ? said : restriction, clause, "measured-of");
        }

        if (Dimension(quantity, anchor) is { IsEmpty: false } dimension)
        {
            return dimension;
        }

        int head = _parsed.Heads[anchor];
        Relation relation = _parsed.Relations[anchor].Universal();
        bool hyphened = quantity.CoreEnd - 2 > quantity.CoreFirst && Word(quantity.CoreEnd - 2) is "-" && quantity.Unit is not "percentage-point" and not "light-year";
        if (hyphened && !(head >= quantity.CoreEnd && IsNoun(head)) && NounFrom(BehindBrackets(quantity.CoreEnd)) is >= 0 and int described)
        {
            // "a ten-ton (11-tonne) crane"
            int clause = Governor(described, out int said);
            return new Frame(described, said, clause, "measured-attribute");
        }

        if (head >= quantity.CoreEnd && IsNoun(head) && !HasBreak(quantity.CoreEnd, head) && relation is Relation.Compound or Relation.Nummod or Relation.Amod or Relation.Nmod or Relation.Obl or Relation.Advmod or Relation.Det)
        {
            if (IsMomentNoun(head))
            {
                return Behind(quantity);
            }

            head = WholeNoun(head);
            int clause = Governor(head, out int said);
            return new Frame(head, said, clause, "measured-attribute");
        }

        if (relation == Relation.Conj && head >= 0)
        {
            foreach ((ScannedQuantity other, Frame frame) in _before)
            {
                if (head >= other.CoreFirst && head < other.CoreEnd && other.Kind == quantity.Kind)
                {
                    return frame with { Rule = "measured-joined" };
                }
            }
        }

        if (relation == Relation.Nmod && head >= 0 && head < quantity.First && IsNoun(head) && !IsQuantity(head))
        {
            if (CaseOf(anchor).Length == 0 || (IsTime(quantity) && CaseOf(anchor) is not "of"))
            {
                return Frame.Nothing;
            }

            int clause = Governor(head, out int said);
            return new Frame(head, said, clause, "measured-noun");
        }

        if (head < 0)
        {
            return Subject(anchor, out int has) && has != None ? new Frame(has, None, None, "measured-is") : Behind(quantity);
        }

        // "the pier cost $5", taken for a noun.
        if (head == quantity.First - 1 && relation is Relation.Appos or Relation.Nmod or Relation.Dep or Relation.Nummod or Relation.Obj && head > _sentence.FirstToken && Word(head) is "cost" or "costs" or "measures" or "totals"
            && IsNoun(head - 1) && _parsed.Heads[head - 1] == head)
        {
            return new Frame(head - 1, head, head, "measured-extent");
        }

        Frame byVerb = OfVerb(quantity, anchor, relation);
        return byVerb.IsEmpty ? Behind(quantity) : byVerb;
    }

    /// <summary>"a high of $2" where the tree is no help: the noun right before "of".</summary>
    private Frame Behind(ScannedQuantity quantity)
    {
        int noun = quantity.First - 2;
        if (noun < _sentence.FirstToken || Word(noun + 1) is not "of" || !IsNoun(noun) || IsQuantity(noun))
        {
            return BehindChange(quantity);
        }

        int clause = Governor(noun, out int said);
        return new Frame(noun, said, clause, "measured-noun");
    }

    /// <summary>"rose 2 percent to $5" where the tree loses the sum: the verb of change shortly before.</summary>
    private Frame BehindChange(ScannedQuantity quantity)
    {
        if (quantity.First - 1 < _sentence.FirstToken || quantity.Kind is not (QuantityKind.Money or QuantityKind.Percent) || Word(quantity.First - 1) is not ("to" or "from" or "at" or "by"))
        {
            return Frame.Nothing;
        }

        for (int t = quantity.First - 2; t >= Math.Max(_sentence.FirstToken, quantity.First - 8); t--)
        {
            if (Word(t) is "," or ";" or "(" or ")" or ":")
            {
                break;
            }

            if (_parsed.Tags[t] == PartOfSpeech.Verb)
            {
                return QuantityWords.Is(Word(t), QuantityWord.Change) ? new Frame(Subject(t, out int subject) ? subject : None, t, t, "measured-change") : Frame.Nothing;
            }
        }

        return Frame.Nothing;
    }

    /// <summary>"Friday afternoon" dates the sum before it and does not have it.</summary>
    private bool IsMomentNoun(int t) => UnitOfMeasure.Find(Word(t)) is { IsTime: true } || Word(t).EndsWith("day") || Word(t) is "afternoon" or "morning" or "evening" or "tonight" or "noon" or "midnight";

    /// <summary>"tolls rose 5 percent", "the bridge weighs ten tons": the subject of a verb of extent has the size; of other verbs nothing does.</summary>
    private Frame OfVerb(ScannedQuantity quantity, int anchor, Relation relation)
    {
        int verb = Governor(anchor, out int said);
        if (verb == None)
        {
            if (_parsed.Dependent(anchor, Relation.Cop) >= 0 && Subject(anchor, out int is_) && is_ != None)
            {
                return new Frame(is_, None, None, "measured-is");
            }

            return Frame.Nothing;
        }

        bool itself = relation == Relation.Nsubj;
        bool extent = !itself && IsExtent(verb, quantity);
        // "passing Lund's $5 million": hers.
        int noun = extent && _parsed.Dependent(anchor, Relation.NmodPoss) < 0 && Subject(verb, out int subject) ? subject : None;
        return new Frame(noun, said, verb, extent ? "measured-extent" : "measured-verb");
    }

    private bool IsExtent(int verb, ScannedQuantity quantity)
    {
        QuantityWord classes = QuantityWords.Find(Word(verb));
        if ((classes & QuantityWord.Change) != 0)
        {
            // "raised $5 million" is what somebody did; "fell $5" is what a price did. With "for three days" neither is a size.
            return _parsed.PennTags[verb] != PennTag.Vbn || _parsed.Dependent(verb, Relation.AuxPass) >= 0 || IsPerfect(verb) ? !IsTime(quantity) && !IsDoing(verb, quantity) : !IsTime(quantity);
        }

        return (classes & QuantityWord.Extent) != 0;
    }

    private bool IsPerfect(int verb)
    {
        foreach (int child in _parsed.Of(verb))
        {
            if (_parsed.Relations[child] == Relation.Aux && Word(child) is "has" or "have" or "had" or "’ve" or "'ve" or "’s" or "'s")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Verbs of change that take what they change as object.</summary>
    private bool IsDoing(int verb, ScannedQuantity quantity) =>
        quantity.Kind == QuantityKind.Money && _parsed.Dependent(verb, Relation.AuxPass) < 0 && Word(verb) is "raised" or "raise" or "raises" or "raising" or "cut" or "cuts" or "cutting" or "reduced" or "lifted" or "gained" or "gain" or "moved" or "brought" or "bring";

    private static bool IsTime(ScannedQuantity quantity) => quantity.Kind == QuantityKind.Measure && UnitOfMeasure.Find(quantity.Unit) is { IsTime: true };

    /// <summary>"five tonnes of grain", "$2 in tolls", "70% of boats".</summary>
    private int Substance(ScannedQuantity quantity)
    {
        if (quantity.End >= End || !(Word(quantity.End) is "of" || (Word(quantity.End) is "in" or "worth" && quantity.Kind == QuantityKind.Money)))
        {
            return None;
        }

        int head = _parsed.Heads[quantity.End];
        if (Word(quantity.End) is "worth")
        {
            return quantity.End + 1 < End && Word(quantity.End + 1) is "of" && _parsed.Heads[quantity.End + 1] is > 0 and int what && IsNoun(what) ? what : None;
        }

        bool isSubstance = head > quantity.End && _parsed.Tags[head] == PartOfSpeech.Noun && _parsed.Relations[head].Universal() is Relation.Nmod or Relation.Obl
            && !(Word(quantity.End) is "in" && (head - quantity.End > 3 || _parsed.Dependent(head, Relation.Det) >= 0));
        if (isSubstance || (head > quantity.End && Word(quantity.End) is "of" && (IsNoun(head) || (_parsed.Tags[head] == PartOfSpeech.Verb && _parsed.PennTags[head] == PennTag.Vbg))))
        {
            return WholeNoun(head);
        }

        return None;
    }

    /// <summary>"90 metres long", "14 per cent larger", "a 60-metre-deep shaft", "worth $5".</summary>
    private Frame Dimension(ScannedQuantity quantity, int anchor)
    {
        int adjective = None;
        int head = _parsed.Heads[anchor];
        if (head >= quantity.CoreEnd && _parsed.Tags[head] is PartOfSpeech.Adj or PartOfSpeech.Adv)
        {
            adjective = head;
        }
        else if (head >= 0 && head < quantity.First && Word(head) is "worth")
        {
            adjective = head;
        }
        else
        {
            int behind = quantity.CoreEnd;
            behind = BehindBrackets(behind);
            behind += behind < End && Word(behind) is "-" ? 1 : 0;
            behind += behind < End && Word(behind) is "more" or "less" ? 1 : 0;
            if (behind < End && IsDimension(behind) && (_parsed.Heads[behind] == anchor || _parsed.Heads[behind] == head || _parsed.Heads[anchor] == behind || IsComparative(behind) || behind > quantity.CoreEnd + 2))
            {
                adjective = behind;
            }
        }

        if (adjective == None)
        {
            return Frame.Nothing;
        }

        Relation relation = _parsed.Relations[adjective].Universal();
        int above = _parsed.Heads[adjective];
        if (relation is Relation.Amod or Relation.Acl or Relation.Compound && above > adjective && IsNoun(above))
        {
            int clause = Governor(above, out int said);
            return new Frame(above, said, clause, "measured-dimension");
        }

        int noun = None;
        if (relation is Relation.Amod or Relation.Acl && above >= 0 && above < quantity.First && IsNoun(above) && !IsQuantity(above))
        {
            noun = above;
        }
        else
        {
            int at = adjective;
            for (int step = 0; step < 3 && at >= 0; step++)
            {
                if (Subject(at, out int subject))
                {
                    noun = subject;
                    break;
                }

                at = _parsed.Heads[at];
            }
        }

        return new Frame(noun, adjective, adjective, "measured-dimension");
    }

    /// <summary>"90 metres (295 feet) long"</summary>
    private int BehindBrackets(int t)
    {
        if (t < End && Word(t) is "(")
        {
            for (int close = t + 1; close < Math.Min(End, t + 8); close++)
            {
                if (Word(close) is ")")
                {
                    return close + 1;
                }
            }
        }

        return t;
    }

    /// <summary>Whether a mark parts what a number describes from it; a hyphen inside a word does not, nor do brackets that give the number again.</summary>
    private bool HasBreak(int from, int to)
    {
        for (int t = BehindBrackets(from); t < to; t++)
        {
            if (Word(t) is ";" or ":" or "—" or "–" or "(" or "\"" or "”" or "“"
                || (Word(t) is "-" && (_parsed.Document.Tokens[t - 1].End < _parsed.Document.Tokens[t].Start || _parsed.Document.Tokens[t].End < _parsed.Document.Tokens[t + 1].Start)))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsComparative(int t) => _parsed.Tags[t] == PartOfSpeech.Adj && _parsed.PennTags[t] == PennTag.Jjr && Word(t).EndsWith("er");

    private bool IsDimension(int t)
    {
        ReadOnlySpan<char> word = Word(t);
        return _parsed.Tags[t] is PartOfSpeech.Adj or PartOfSpeech.Adv
            && (word is "long" or "wide" or "deep" or "tall" or "high" or "thick" or "heavy" or "likely" or "broad" || _parsed.PennTags[t] is PennTag.Jjr or PennTag.Rbr);
    }

    private bool IsQuantity(int t) => _parsed.Tags[t] is PartOfSpeech.Num or PartOfSpeech.Sym || _before.Exists(b => t >= b.Quantity.CoreFirst && t < b.Quantity.CoreEnd);
}
