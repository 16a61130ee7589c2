using System.Collections.Immutable;
using Entente.Analysis.Syntax;
using Entente.Analysis.Text;

namespace Entente.Analysis.Attributions;

/// <content>What a verb of reporting reports.</content>
internal sealed partial class ReportFinder
{
    /// <summary>The dependents of a verb that decide what it reports; -1 for none.</summary>
    private readonly record struct Arguments(int Subject, int PassiveSubject, int Object, int SecondObject, int Clause, int Infinitive, int Agent, bool IsPassive);

    /// <summary>Words of the shortest "called it X" that is taken without the tree's seeing two phrases; "called a meeting" is shorter.</summary>
    private const int ShortestDescription = 4;

    private Arguments Read(int verb)
    {
        int subject = -1, passiveSubject = -1, obj = -1, second = -1, clause = -1, infinitive = -1, agent = -1;
        bool passive = false;
        foreach (int child in _parsed.Of(verb))
        {
            switch (_parsed.Relations[child])
            {
                case Relation.Nsubj:
                case Relation.NsubjOuter:
                    subject = subject < 0 ? OwnSubject(verb) : subject;
                    break;
                case Relation.NsubjPass when _parsed.PennTags[verb] is PennTag.Vbd or PennTag.Vbz or PennTag.Vbp && _parsed.Dependent(verb, Relation.AuxPass) < 0:
                    subject = subject < 0 ? child : subject;
                    break;
                case Relation.NsubjPass:
                    passiveSubject = child;
                    passive = true;
                    break;
                case Relation.CsubjPass:
                case Relation.Csubj:
                    clause = clause < 0 ? child : clause;
                    break;
                case Relation.AuxPass:
                    passive = true;
                    break;
                case Relation.Obj:
                    obj = obj < 0 ? child : obj;
                    break;
                case Relation.Iobj:
                    second = child;
                    break;
                case Relation.Ccomp:
                    // Of two the one behind the verb that opens with "that".
                    clause = clause < 0 || (clause < verb && child > verb && Marker(child) >= 0) || _parsed.Relations[clause] is Relation.Csubj or Relation.CsubjPass ? child : clause;
                    break;
                case Relation.Xcomp:
                    infinitive = infinitive < 0 ? child : infinitive;
                    break;
                case Relation.OblAgent:
                    agent = child;
                    break;
                case Relation.Obl:
                    if (Marker(child) is >= 0 and var by && Is(by, "by"))
                    {
                        agent = agent < 0 ? child : agent;
                    }

                    break;
                case Relation.Advcl:
                    // "asked if …", "wondered whether …"; "agreed to …" where the tree does not see what the verb takes.
                    if (Marker(child) is >= 0 and var mark && mark > verb && mark <= verb + 3 && clause < 0 && infinitive < 0)
                    {
                        if (Is(mark, "whether") || (Is(mark, "if") && mark == verb + 1))
                        {
                            clause = child;
                        }
                        else if (mark == verb + 1 && IsInfinitive(child))
                        {
                            infinitive = child;
                        }
                    }

                    break;
                default:
                    break;
            }
        }

        // A bare participle behind its noun, "the plan opposed by the port", is passive.
        passive |= _parsed.PennTags[verb] == PennTag.Vbn && obj < 0 && subject < 0 && _parsed.Relations[verb] is Relation.Acl or Relation.Advcl or Relation.Amod && _parsed.Dependent(verb, Relation.Aux) < 0;
        return new Arguments(subject, passiveSubject, obj, second, clause, infinitive, passive ? agent : -1, passive);
    }

    private void ReadVerb(int verb, ReportingCue cue)
    {
        if (!cue.Reports)
        {
            return;
        }

        Arguments has = Read(verb);
        foreach (int child in _parsed.Of(verb))
        {
            // "was quoted as saying", "quoted her as saying": the report is the second verb's.
            if (child > verb && _parsed.PennTags[child] == PennTag.Vbg && Marker(child) is >= 0 and var mark && Is(mark, "as") && ReportingLexicon.Find(Word(child)) is { Verb: { } said } && said.Has(CueTakes.Speech))
            {
                return;
            }
        }

        if (has.IsPassive)
        {
            ReadPassive(verb, cue, has);
            return;
        }

        if (cue.Has(CueTakes.Seeming))
        {
            ReadSeeming(verb, cue, has);
            return;
        }

        if (has.Subject < 0 && has.Clause < 0 && cue.Has(CueTakes.Speech) && IsComma(verb - 1) && Word(verb) is "said" or "says")
        {
            // "…, said Holm.", where the tree makes her the object.
            int speaker = has.Object >= 0 ? has.Object : has.Infinitive;
            if (speaker > verb && CanSpeak(speaker) && OnlyMarks(Rightmost(speaker) + 1, SentenceEnd) && FinitePredicate(_sentence.FirstToken - 1, verb, verb) is >= 0 and var predicate)
            {
                _marks.Clear();
                MarkRange(_sentence.FirstToken, verb);
                RemoveOpening(predicate);
                ImmutableArray<TextSpan> before = _marks.Spans();
                Add(verb, speaker, predicate, CueSpans(verb), before, [], cue.Certainty, "parenthesis", speech: true);
                return;
            }
        }

        if (has.Subject >= 0 && has.Subject < verb && IsComma(verb + 1))
        {
            // "The pier, the mayor says, is safe", where the tree makes the mayor an apposition.
            int named = -1;
            foreach (int child in _parsed.Of(has.Subject))
            {
                named = child > has.Subject && _parsed.Relations[child] == Relation.Appos && Rightmost(child) + 1 == FirstOfVerb(verb) && IsComma(Leftmost(child) - 1) ? child : named;
            }

            if (named >= 0)
            {
                has = has with { Subject = named };
            }
        }

        bool borrowed = has.Subject >= 0 && has.Subject < verb && _parsed.Relations[has.Subject] == Relation.Appos;
        if (has.Subject < 0 && SubjectBeside(verb) is >= 0 and var beside)
        {
            has = has with { Subject = beside };
            borrowed = true;
        }

        int source = borrowed ? has.Subject : SubjectOf(verb);
        if (source < 0 && IsGerund(verb) && OnlyMarks(_sentence.FirstToken, verb))
        {
            // "Claiming that …, Holm left", wherever the tree hangs the participle.
            int root = verb;
            while (_parsed.Heads[root] >= 0)
            {
                root = _parsed.Heads[root];
            }

            source = OwnSubject(root) > verb ? OwnSubject(root) : -1;
        }

        if (source < 0 && _parsed.PennTags[verb] == PennTag.Vb && _parsed.Heads[verb] < 0)
        {
            // "Say they did": an imperative is nobody's report.
            return;
        }

        if (ReadClause(verb, cue, has, source)
            || ReadInfinitive(verb, cue, has, source)
            || ReadObjectAnd(verb, cue, has, source)
            || ReadPhrase(verb, cue, has, source)
            || ReadObject(verb, cue, has, source))
        {
            return;
        }

        ReadParenthesis(verb, cue, has, source);
    }

    private bool ReadClause(int verb, ReportingCue cue, Arguments has, int source)
    {
        int clause = has.Clause;
        string rule = "reported-clause";
        if (clause < 0 && cue.Has(CueTakes.Clause))
        {
            // "told reporters that …", "said to the council that …", where the tree hangs the clause on whoever was told.
            foreach (int told in _parsed.Of(verb))
            {
                if (told > verb && (told == has.Object || told == has.SecondObject ? cue.Has(CueTakes.Hearer) : _parsed.Relations[told] == Relation.Obl && IsOccasion(told)))
                {
                    clause = ThatClauseOn(told) is >= 0 and var hung ? hung : clause;
                }
            }
        }

        if (clause < 0 && has.Infinitive >= 0 && cue.Has(CueTakes.Gerund) && IsGerund(has.Infinitive))
        {
            clause = has.Infinitive;
            rule = "reported-gerund";
        }

        if (clause < 0 ? !cue.Has(CueTakes.Clause) : !(cue.Has(CueTakes.Clause) || (cue.Has(CueTakes.Gerund) && IsGerund(clause))))
        {
            return false;
        }

        int hearer = !cue.Has(CueTakes.Hearer) ? -1 : has.SecondObject >= 0 ? has.SecondObject : has.Object;
        if (clause >= 0 && clause < verb && has.Subject > clause && has.Object > verb && !CanSpeak(has.Object))
        {
            // “Is it safe?” The mayor said nothing.
            return false;
        }

        if (StandsBehind(verb, has.Subject))
        {
            // "…, X said": whatever the tree makes of it, the words reported stand in front.
            if (!cue.Has(CueTakes.Speech))
            {
                return false;
            }

            clause = clause >= 0 && clause < verb ? clause : ClauseAround(verb, has.Subject);
            if (clause < 0)
            {
                return false;
            }

            MarkAround(verb, has.Subject);
            rule = "parenthesis";
        }
        else
        {
            int start = StartOfMatter(verb, hearer);
            int end = EndOfClause(start, verb);
            if (clause >= 0 && clause < verb && has.Subject >= 0 && has.Subject < verb && FinitePredicate(start, end, verb) is >= 0 and var behind)
            {
                clause = behind;
            }

            if (clause < 0)
            {
                bool phrase = start < SentenceEnd && (_parsed.Relations[start] is Relation.Case or Relation.Cc || Is(start, "to") || (_parsed.Relations[start] == Relation.Mark && !Is(start, "that")) || _parsed.PennTags[start] == PennTag.Vbg);
                clause = source < 0 || (has.Subject < 0 && !IsGerund(verb)) || start >= SentenceEnd ? -1
                    : Is(start, "that") && _parsed.PennTags[start] == PennTag.In && start + 2 < end ? Math.Max(start + 1, Math.Min(_parsed.Heads[start], end - 1))
                    // "have not said when …", which the tree may take for when they have not.
                    : start == verb + 1 && IsQuestionWord(start) && start + 2 < end ? Math.Max(start + 1, _parsed.Heads[start])
                    : !phrase ? FinitePredicate(start, end, verb) : -1;
                if (clause < 0)
                {
                    return false;
                }
            }

            _marks.Clear();
            if (clause < verb)
            {
                _marks.AddSubtree(clause);
                RemoveOpening(clause);
            }
            else
            {
                MarkRange(start, end);
                MarkOpening(verb, has.Subject);
            }
        }

        ImmutableArray<TextSpan> content = _marks.Spans();
        Add(verb, source, clause, CueSpans(verb), content, Recipient(verb, hearer), cue.Certainty, rule, cue.Has(CueTakes.Speech | CueTakes.Hearer) && !cue.Has(CueTakes.Thought));
        return true;
    }

    /// <summary>A clause with the conjunction "that" hung on a noun, as if it were its content; -1 for none.</summary>
    private int ThatClauseOn(int noun)
    {
        foreach (int child in _parsed.Of(noun))
        {
            if (child > noun && _parsed.Relations[child].Universal() == Relation.Acl && Marker(child) is >= 0 and var mark && _parsed.Relations[mark] == Relation.Mark && Is(mark, "that"))
            {
                return child;
            }

            // "announced in a statement this month that he had settled the case": a word that the tree takes for the object of a verb that has one, or for one far from its noun.
            int that = Leftmost(child);
            if (child > noun && _parsed.Relations[child] == Relation.AclRelcl && Is(that, "that") && _parsed.Relations[that] != Relation.Nsubj && OwnSubject(child) > that
                && (that > noun + 1 || OtherObject(child, that)))
            {
                return child;
            }
        }

        return -1;
    }

    private bool OtherObject(int verb, int that)
    {
        foreach (int child in _parsed.Of(verb))
        {
            if (child != that && _parsed.Relations[child] is Relation.Obj or Relation.Ccomp)
            {
                return true;
            }
        }

        return false;
    }

    private bool ReadInfinitive(int verb, ReportingCue cue, Arguments has, int source)
    {
        int infinitive = has.Infinitive;
        if (infinitive < 0 && has.Object < 0 && cue.Has(CueTakes.Infinitive) && verb + 1 < SentenceEnd && Is(verb + 1, "to")
            && _parsed.Heads[verb + 1] is var below && below > verb && _parsed.Tags[below] == PartOfSpeech.Verb)
        {
            // An infinitive that the tree takes for a phrase.
            _marks.Clear();
            MarkRange(verb + 1, below + 1);
            ExtendMatter(verb);
            if (source < 0 || CanSpeak(source))
            {
                ImmutableArray<TextSpan> content = _marks.Spans();
                Add(verb, source, below, CueSpans(verb), content, [], cue.Certainty, "reported-intention", speech: false);
                return true;
            }
        }

        int obj = has.Object >= 0 ? has.Object : has.SecondObject;
        if (infinitive < 0 && obj > verb && cue.Has(CueTakes.ObjectInfinitive))
        {
            // "asked the crew to unload the barge", where the tree takes the infinitive for a purpose.
            foreach (int child in _parsed.Of(verb))
            {
                infinitive = child > obj && _parsed.Relations[child] == Relation.Advcl && Marker(child) == Rightmost(obj) + 1 && IsInfinitive(child) ? child : infinitive;
            }
        }

        if (infinitive < 0)
        {
            return false;
        }

        if (IsInfinitive(infinitive))
        {
            bool withObject = obj >= 0 && obj < infinitive;
            if (withObject ? !cue.Has(CueTakes.ObjectInfinitive) : !cue.Has(CueTakes.Infinitive | CueTakes.ObjectInfinitive))
            {
                return false;
            }

            // A company or a state is "it": "it wants to sell".
            if (source >= 0 && !CanSpeak(source) && !(Is(source, "it") && _parsed.Relations[source] == Relation.Nsubj))
            {
                return false;
            }

            _marks.Clear();
            _marks.AddSubtree(infinitive);
            if (withObject)
            {
                _marks.AddSubtree(obj);
            }

            foreach (int child in _parsed.Of(verb))
            {
                // "wants to rest and sleep", where the tree joins the second to "wants".
                if (child > infinitive && _parsed.Relations[child] == Relation.Conj && _parsed.PennTags[child] == PennTag.Vb && _parsed.PennTags[verb] != PennTag.Vb && OwnSubject(child) < 0)
                {
                    _marks.AddSubtree(child);
                }
            }

            ExtendMatter(verb);
            ImmutableArray<TextSpan> content = _marks.Spans();
            Add(verb, source, infinitive, CueSpans(verb), content, cue.Has(CueTakes.Hearer) && withObject ? Recipient(verb, obj) : [], cue.Certainty, withObject ? "reported-request" : "reported-intention", speech: false);
            return true;
        }

        // "called it late", "sounded hopeful"
        if (obj >= 0 ? cue.Has(CueTakes.ObjectPredicate) : cue.Has(CueTakes.Predicate))
        {
            _marks.Clear();
            _marks.AddSubtree(infinitive);
            if (obj >= 0)
            {
                _marks.AddSubtree(obj);
            }

            ImmutableArray<TextSpan> content = _marks.Spans();
            Add(verb, source, infinitive, CueSpans(verb), content, [], cue.Certainty, "reported-description", speech: false);
            return true;
        }

        return false;
    }
}
