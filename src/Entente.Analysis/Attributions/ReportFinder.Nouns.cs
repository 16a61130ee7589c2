using System.Collections.Immutable;
using Entente.Analysis.Syntax;
using Entente.Analysis.Text;

namespace Entente.Analysis.Attributions;

/// <content>What nouns and adjectives of reporting report: "their claim that …", "made the claim that …", "is sure that …".</content>
internal sealed partial class ReportFinder
{
    private void ReadNoun(int noun, ReportingCue cue)
    {
        int content = -1;
        string rule = "reported-noun";
        bool clause = false;
        foreach (int child in _parsed.Of(noun))
        {
            if (child < noun)
            {
                continue;
            }

            Relation relation = _parsed.Relations[child];
            if (relation is Relation.Acl or Relation.Ccomp or Relation.AclRelcl or Relation.Advcl)
            {
                int marker = Marker(child);
                if (marker < 0)
                {
                    continue;
                }

                if (Is(marker, "to") ? cue.Has(CueTakes.Infinitive) && IsInfinitive(child) : cue.Has(CueTakes.Clause) && Is(marker, "that") | Is(marker, "whether") | Is(marker, "if"))
                {
                    content = child;
                    clause = !Is(marker, "to");
                    break;
                }

                if (IsOneOf(marker, cue.Prepositions))
                {
                    content = child;
                    break;
                }
            }
            else if (relation.Universal() is Relation.Nmod && Marker(child) is >= 0 and var preposition && IsOneOf(preposition, cue.Prepositions) && content < 0 && !IsTime(child))
            {
                content = child;
            }
        }

        if (content < 0 && ReadPredicate(noun, cue))
        {
            return;
        }

        if (content < 0)
        {
            return;
        }

        (int source, int first) = OwnerOf(noun, content);
        if (source < 0 && !clause)
        {
            return;
        }

        _marks.Clear();
        _marks.AddSubtree(content);
        // "disdain for", "theory of": as with verbs, the preposition is the cue's.
        int last = noun;
        if (Marker(content) is >= 0 and var opens && opens == noun + 1 && IsOneOf(opens, cue.Prepositions))
        {
            last = opens;
            _marks.Remove(opens);
        }

        ImmutableArray<TextSpan> spans = _marks.Spans();
        ImmutableArray<TextSpan> cueSpans = [new TextSpan(_tokens[first < noun && noun - first <= 6 && source < first ? first : noun].Start, _tokens[last].End)];
        Add(noun, source, content, cueSpans, spans, [], cue.Certainty, rule, speech: false);
    }

    /// <summary>"His point is that …", "the aim is to …".</summary>
    private bool ReadPredicate(int noun, ReportingCue cue)
    {
        if (noun + 2 < SentenceEnd && Word(noun + 1) is "is" or "was" or "are" or "were" && (Is(noun + 2, "that") ? cue.Has(CueTakes.Clause) : Is(noun + 2, "to") && cue.Has(CueTakes.Infinitive)))
        {
            (int owner, _) = OwnerOf(noun, noun);
            if (owner < 0)
            {
                return false;
            }

            _marks.Clear();
            MarkRange(noun + 2, EndOfClause(noun + 2, noun));
            ImmutableArray<TextSpan> matter = _marks.Spans();
            int predicate = FinitePredicate(noun + 2, SentenceEnd, noun);
            Add(noun, owner, predicate >= 0 ? predicate : noun, [new TextSpan(_tokens[noun].Start, _tokens[noun + 1].End)], matter, [], cue.Certainty, "reported-noun", speech: false);
            return true;
        }

        int clause = _parsed.Heads[noun];
        if (clause < 0 || clause < noun || _parsed.Relations[noun].Universal() != Relation.Nsubj)
        {
            return false;
        }

        int copula = -1;
        if (_parsed.Tags[clause] == PartOfSpeech.Aux || Word(clause) is "is" or "was" or "are" or "were")
        {
            copula = clause;
            clause = _parsed.Dependent(clause, Relation.Ccomp);
        }
        else
        {
            copula = _parsed.Dependent(clause, Relation.Cop);
        }

        if (clause < 0 || copula < 0)
        {
            return false;
        }

        int marker = -1;
        foreach (int child in _parsed.Of(clause))
        {
            if (child > copula && _parsed.Relations[child] == Relation.Mark)
            {
                marker = child;
                break;
            }
        }

        if (marker < 0 || !(Is(marker, "that") ? cue.Has(CueTakes.Clause) : Is(marker, "to") && cue.Has(CueTakes.Infinitive)))
        {
            return false;
        }

        (int source, _) = OwnerOf(noun, clause);
        if (source < 0)
        {
            return false;
        }

        _marks.Clear();
        _marks.AddSubtree(clause);
        _marks.RemoveSubtree(noun);
        _marks.RemoveSubtree(copula);
        for (int t = _sentence.FirstToken; t < marker; t++)
        {
            _marks.Remove(t);
        }

        ImmutableArray<TextSpan> spans = _marks.Spans();
        ImmutableArray<TextSpan> cueSpans = copula == noun + 1 ? [new TextSpan(_tokens[noun].Start, _tokens[copula].End)] : [_tokens[noun].Span];
        Add(noun, source, clause, cueSpans, spans, [], cue.Certainty, "reported-noun", speech: false);
        return true;
    }

    /// <summary>Whose claim it is, and the first token of the cue: the noun's possessor, the phrase with "by" or "among", or the subject of "made the claim".</summary>
    private (int Source, int First) OwnerOf(int noun, int content)
    {
        foreach (int child in _parsed.Of(noun))
        {
            if (child == content)
            {
                continue;
            }

            Relation relation = _parsed.Relations[child];
            if (relation == Relation.NmodPoss)
            {
                return (child, noun);
            }

            if (relation.Universal() == Relation.Nmod && Marker(child) is >= 0 and var marker && Is(marker, "by") | Is(marker, "from") | Is(marker, "among") | Is(marker, "of") && CanSpeak(child))
            {
                return (child, noun);
            }
        }

        foreach (int child in _parsed.Of(noun))
        {
            // "the promise that she made"
            if (child > noun && child != content && _parsed.Relations[child] == Relation.AclRelcl && IsLight(child) && OwnSubject(child) is >= 0 and var maker && !IsRelative(maker) && CanSpeak(maker))
            {
                return (maker, noun);
            }
        }

        int verb = _parsed.Heads[noun];
        if (verb >= 0 && verb < noun && _parsed.Relations[noun] == Relation.Obj && IsLight(verb) && SubjectOf(verb) is >= 0 and var subject && CanSpeak(subject))
        {
            return (subject, FirstOfVerb(verb));
        }

        return (-1, noun);
    }

    /// <summary>Whether a verb lends its subject to a noun of reporting: "made the claim".</summary>
    private bool IsLight(int verb) => ReportingLexicon.Find(Word(verb)) is { Verb: { } cue } && cue.Has(CueTakes.Lends);

    private void ReadAdjective(int adjective, ReportingCue cue)
    {
        int subject = -1, top = adjective;
        int copula = _parsed.Dependent(adjective, Relation.Cop);
        if (copula < 0)
        {
            copula = _parsed.Dependent(adjective, Relation.AuxPass);
        }

        if (copula >= 0)
        {
            subject = SubjectOf(adjective);
            if (subject < 0)
            {
                subject = _parsed.Dependent(adjective, Relation.NsubjPass);
            }
        }
        else if (_parsed.Relations[adjective] == Relation.Xcomp && _parsed.Heads[adjective] is >= 0 and var verb && IsCopular(verb))
        {
            top = verb;
            subject = SubjectOf(verb);
        }
        else if (_parsed.Relations[adjective] is Relation.Acl or Relation.Amod && _parsed.Heads[adjective] >= 0 && _parsed.Heads[adjective] < adjective)
        {
            subject = _parsed.Heads[adjective];
        }
        else if (_parsed.Relations[adjective] is Relation.Conj)
        {
            subject = SubjectOf(adjective);
        }

        if (subject < 0 || !CanSpeak(subject))
        {
            return;
        }

        int content = -1, preposition = -1;
        foreach (int child in _parsed.Of(adjective))
        {
            if (child < adjective)
            {
                continue;
            }

            Relation relation = _parsed.Relations[child].Universal();
            int marker = Marker(child);
            if (relation is Relation.Ccomp && cue.Has(CueTakes.Clause))
            {
                content = child;
                break;
            }

            if (relation is Relation.Xcomp or Relation.Advcl && IsInfinitive(child) && cue.Has(CueTakes.Infinitive))
            {
                content = child;
                break;
            }

            if (relation is Relation.Advcl && marker >= 0 && Is(marker, "that") && cue.Has(CueTakes.Clause))
            {
                content = child;
                break;
            }

            if (relation is Relation.Obl or Relation.Advcl or Relation.Nmod && marker >= 0 && IsOneOf(marker, cue.Prepositions) && content < 0 && !IsTime(child))
            {
                (content, preposition) = (child, marker);
            }
        }

        if (content < 0)
        {
            return;
        }

        if (preposition >= 0 && _parsed.Relations[content].Universal() is not (Relation.Obl or Relation.Advcl or Relation.Nmod))
        {
            preposition = -1;
        }

        _marks.Clear();
        _marks.AddSubtree(content);
        if (preposition == adjective + 1)
        {
            _marks.Remove(preposition);
        }

        ImmutableArray<TextSpan> spans = _marks.Spans();
        int first = copula >= 0 ? Math.Min(copula, FirstOfVerb(adjective)) : FirstOfVerb(top);
        int last = preposition == adjective + 1 ? preposition : adjective;
        ImmutableArray<TextSpan> cueSpans = adjective - first <= 5 && (subject < first || subject > adjective) ? [new TextSpan(_tokens[first].Start, _tokens[last].End)] : [new TextSpan(_tokens[adjective].Start, _tokens[last].End)];
        Add(adjective, subject, content, cueSpans, spans, [], cue.Certainty, "reported-attitude", speech: false);
    }

    private bool IsCopular(int verb) => Word(verb) is "feel" or "feels" or "felt" or "feeling" or "remain" or "remains" or "remained" or "remaining" or "become" or "becomes" or "became" or "becoming"
        or "seem" or "seems" or "seemed" or "appear" or "appears" or "appeared" or "sound" or "sounds" or "sounded" or "look" or "looks" or "looked" or "grow" or "grew" or "grown" or "stay" or "stayed" or "get" or "got" or "made" or "make" or "makes" or "making";
}
