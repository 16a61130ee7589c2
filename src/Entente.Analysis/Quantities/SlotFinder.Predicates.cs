using Entente.Analysis.Syntax;

namespace Entente.Analysis.Quantities;

/// <summary>What is said of the things counted, and by which subject a verb is said.</summary>
internal sealed partial class SlotFinder
{
    /// <summary>The word that governs a phrase as its subject, object or adjunct.</summary>
    /// <param name="said">The same, or the verb below it that says what happened; none where it says nothing: "be", "have".</param>
    private int Governor(int token, out int said)
    {
        said = None;
        int at = token;
        for (int step = 0; step < Farthest; step++)
        {
            int head = _parsed.Heads[at];
            if (head < 0)
            {
                // The phrase is itself what is said: "12 of them were spies".
                return None;
            }

            switch (_parsed.Relations[at].Universal())
            {
                case Relation.Conj when IsNoun(head) || _parsed.Tags[head] is PartOfSpeech.Num or PartOfSpeech.Sym:
                case Relation.Nmod when IsGroup(head) && CaseOf(at) is "of":
                case Relation.Compound or Relation.Flat or Relation.Nummod or Relation.Fixed:
                case Relation.Appos when Word(head) is "%" || _parsed.Tags[head] is PartOfSpeech.Num or PartOfSpeech.Sym:
                    at = head;
                    continue;
                case Relation.Nsubj:
                    int below = Lowest(head, isSubject: true);
                    said = IsPredicate(below) && !(IsNoun(below) && _parsed.Dependent(below, Relation.Cop) < 0) ? below : None;
                    return head;
                case Relation.Obj or Relation.Iobj or Relation.Obl or Relation.Xcomp or Relation.Advmod or Relation.Ccomp:
                    bool states = _parsed.Tags[head] is PartOfSpeech.Verb or PartOfSpeech.Adj || _parsed.Dependent(head, Relation.Cop) >= 0;
                    said = states && IsPredicate(head) ? head : None;
                    return head;
                default:
                    return None;
            }
        }

        return None;
    }

    /// <summary>"a group of 12 boats": who says something of the group says it of the boats.</summary>
    private bool IsGroup(int t) => Word(t) is "group" or "total" or "team" or "number" or "set" or "series" or "string" or "crew" or "average" or "minimum" or "maximum" or "fleet" or "batch";

    /// <summary>The last verb under "are believed to", "began to".</summary>
    private int Lowest(int verb, bool isSubject)
    {
        for (int step = 0; step < 3 && isSubject; step++)
        {
            if (!QuantityWords.Is(Word(verb), QuantityWord.Raising))
            {
                break;
            }

            int below = None;
            foreach (int child in _parsed.Of(verb))
            {
                if (_parsed.Relations[child] == Relation.Xcomp && child > verb && _parsed.Tags[child] is PartOfSpeech.Verb or PartOfSpeech.Adj or PartOfSpeech.Noun)
                {
                    below = child;
                    break;
                }
            }

            if (below == None)
            {
                break;
            }

            verb = below;
        }

        return verb;
    }

    /// <summary>Whether a word says something: no form of "be", "have" or "do", no number, no pronoun.</summary>
    private bool IsPredicate(int t)
    {
        PartOfSpeech tag = _parsed.Tags[t];
        if (tag is not (PartOfSpeech.Verb or PartOfSpeech.Adj or PartOfSpeech.Noun or PartOfSpeech.Adv or PartOfSpeech.Adp or PartOfSpeech.Propn))
        {
            return false;
        }

        ReadOnlySpan<char> word = Word(t);
        if (word is "more" or "less" or "fewer" or "other" or "such" or "many" or "much" or "same")
        {
            return false;
        }

        return !(tag == PartOfSpeech.Verb && word is "be" or "is" or "are" or "was" or "were" or "been" or "being" or "have" or "has" or "had" or "having" or "do" or "does" or "did" or "done"
            or "’s" or "'s" or "’re" or "'re" or "’ve" or "'ve" or "Is" or "Are" or "Was" or "Were" or "Have" or "Has");
    }

    /// <summary>The noun that a word is said of. A pronoun is found and is none.</summary>
    private bool Subject(int verb, out int subject)
    {
        subject = None;
        int at = verb;
        for (int step = 0; step < Farthest && at >= 0; step++)
        {
            Relation relation = _parsed.Relations[at];
            foreach (int child in _parsed.Of(at))
            {
                if (_parsed.Relations[child].Universal() != Relation.Nsubj)
                {
                    continue;
                }

                if (IsNoun(child))
                {
                    subject = child;
                }
                else if (_parsed.Tags[child] is PartOfSpeech.Pron or PartOfSpeech.Det && Word(child) is "who" or "which" or "that")
                {
                    int antecedent = relation == Relation.AclRelcl ? _parsed.Heads[at] : None;
                    subject = antecedent >= 0 && IsNoun(antecedent) ? antecedent : None;
                }

                return true;
            }

            int head = _parsed.Heads[at];
            // "Turnout rose", the first word taken for part of a name
            if (at - 1 >= _sentence.FirstToken && _parsed.Tags[at] == PartOfSpeech.Verb && _parsed.Relations[at - 1] == Relation.Compound && _parsed.Heads[at - 1] == at && IsNoun(at - 1))
            {
                subject = at - 1;
                return true;
            }

            // "tolls rose and turnout fell": the tree may give the second subject to the first clause.
            if (relation == Relation.Conj && at - 2 >= _sentence.FirstToken && _parsed.Tags[at - 1] == PartOfSpeech.Noun && _parsed.Relations[at - 1] == Relation.Conj && _parsed.Tags[at - 2] != PartOfSpeech.Num)
            {
                subject = at - 1;
                return true;
            }

            switch (relation.Universal())
            {
                case Relation.Acl when head >= 0 && IsNoun(head):
                    subject = head;
                    return true;
                case Relation.Xcomp or Relation.Conj when head >= 0 && !IsNoun(head):
                case Relation.Advcl when head >= 0 && _parsed.PennTags[at] is PennTag.Vbg or PennTag.Vbn:
                    at = head;
                    break;
                default:
                    return false;
            }
        }

        return false;
    }
}
