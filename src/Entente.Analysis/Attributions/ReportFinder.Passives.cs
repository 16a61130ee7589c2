using System.Collections.Immutable;
using Entente.Analysis.Syntax;
using Entente.Analysis.Text;

namespace Entente.Analysis.Attributions;

/// <content>Reports whose matter is the subject: passives and verbs of seeming; and verbs that the tagger misses.</content>
internal sealed partial class ReportFinder
{
    /// <summary>"it is believed that …", "was told that …", "is expected to …", "was described as … by X".</summary>
    private void ReadPassive(int verb, ReportingCue cue, Arguments has)
    {
        int source = has.Agent;
        bool thought = !cue.Has(CueTakes.Speech | CueTakes.Hearer) || cue.Has(CueTakes.Thought);
        Certainty certainty = cue.Certainty == Certainty.Attributed && source < 0 && thought ? Certainty.Hedged : cue.Certainty;
        if (has.Clause >= 0 && cue.Has(CueTakes.Clause))
        {
            _marks.Clear();
            _marks.AddSubtree(has.Clause);
            ImmutableArray<TextSpan> content = _marks.Spans();
            bool told = has.PassiveSubject >= 0 && cue.Has(CueTakes.Hearer) && _parsed.Tags[has.PassiveSubject] != PartOfSpeech.Pron | !Is(Math.Max(0, has.PassiveSubject), "it");
            Add(verb, source, has.Clause, CueSpans(verb), content, told ? Recipient(verb, has.PassiveSubject) : [], certainty, "passive-clause", cue.Has(CueTakes.Speech | CueTakes.Hearer));
            return;
        }

        int subject = has.PassiveSubject >= 0 ? has.PassiveSubject : -1;
        if (has.Infinitive >= 0 && subject >= 0 && cue.Has(CueTakes.ObjectInfinitive | CueTakes.Speech | CueTakes.ObjectPredicate))
        {
            AddPassive(verb, cue, source, subject, has.Infinitive, certainty, "passive-infinitive");
            return;
        }

        if (has.Object > verb && subject >= 0 && cue.Has(CueTakes.ObjectPredicate))
        {
            // "was dubbed the winner"
            AddPassive(verb, cue, source, subject, has.Object, certainty, "passive-infinitive");
            return;
        }

        int second = cue.AfterObject.IsEmpty ? -1 : PhraseBehind(verb, verb, cue.AfterObject);
        int noun = subject >= 0 ? subject : _parsed.Relations[verb] == Relation.Acl ? _parsed.Heads[verb] : -1;
        if (noun >= 0 && (source >= 0 || (second >= 0 && subject >= 0)) && (second >= 0 || cue.Has(CueTakes.Object)))
        {
            AddPassive(verb, cue, source, noun, second, certainty, "passive-object");
        }
    }

    private void AddPassive(int verb, ReportingCue cue, int source, int subject, int second, Certainty certainty, string rule)
    {
        _marks.Clear();
        _marks.AddSubtree(subject);
        if (_parsed.Heads[verb] == subject)
        {
            _marks.RemoveSubtree(verb);
            if (Marker(subject) is >= 0 and var marker)
            {
                _marks.Remove(marker);
            }
        }

        if (second >= 0)
        {
            _marks.AddSubtree(second);
        }

        if (source >= 0)
        {
            _marks.RemoveSubtree(source);
        }

        // "was accused of"
        int last = verb;
        if (second >= 0 && rule == "passive-object" && Marker(second) is >= 0 and var opens && opens == verb + 1)
        {
            last = opens;
            _marks.Remove(opens);
        }

        ImmutableArray<TextSpan> content = _marks.Spans();
        Add(verb, source, second >= 0 ? second : subject, CueSpans(verb, last), content, [], certainty, rule, speech: false);
    }

    private void ReadSeeming(int verb, ReportingCue cue, Arguments has)
    {
        int predicate = has.Infinitive >= 0 ? has.Infinitive : has.Clause;
        if (predicate < 0)
        {
            return;
        }

        // "seemed to suggest that …": the speaker below is the one to read.
        if (_parsed.Tags[predicate] == PartOfSpeech.Verb && ReportingLexicon.Find(Word(predicate)) is { Verb: { } below } && below.Has(CueTakes.Clause) && Read(predicate).Clause >= 0)
        {
            return;
        }

        _marks.Clear();
        _marks.AddSubtree(predicate);
        if (has.Subject >= 0 && !Is(has.Subject, "it"))
        {
            _marks.AddSubtree(has.Subject);
        }

        ImmutableArray<TextSpan> content = _marks.Spans();
        Add(verb, -1, predicate, CueSpans(verb), content, [], cue.Certainty, "seeming", speech: false);
    }

    /// <summary>"The port authority plans to …", "Court rules against …": a verb in -s, the only one of its sentence, that the tagger takes for a plural.</summary>
    private void ReadMistaken(int verb, ReportingCue cue)
    {
        // A noun with a subject and no "is" is a verb.
        int subject = _parsed.Dependent(verb, Relation.Cop) < 0 ? _parsed.Dependent(verb, Relation.Nsubj) : -1;
        int start = Leftmost(verb);
        if (start >= verb || verb + 2 >= SentenceEnd || _tokens[verb + 1].Kind == TokenKind.Punctuation
            || (subject < 0 ? _parsed.Relations[verb - 1] is not (Relation.Compound or Relation.Nmod or Relation.NmodPoss or Relation.Amod) : subject > verb || !CanSpeak(subject)))
        {
            return;
        }

        bool takes = Is(verb + 1, "to") ? cue.Has(CueTakes.Infinitive) : Is(verb + 1, "that") ? cue.Has(CueTakes.Clause) : IsOneOf(verb + 1, cue.Prepositions) || (cue.Has(CueTakes.Object | CueTakes.Clause) && _parsed.Relations[verb + 1] != Relation.Case);
        if (!takes)
        {
            return;
        }

        bool preposition = !Is(verb + 1, "to") && IsOneOf(verb + 1, cue.Prepositions);
        _marks.Clear();
        MarkRange(start, verb);
        ImmutableArray<TextSpan> source = subject >= 0 ? SourceSpans(subject, verb) : _marks.Spans();
        int from = preposition ? verb + 2 : verb + 1;
        _marks.Clear();
        MarkRange(from, EndOfClause(from, verb));
        ImmutableArray<TextSpan> content = _marks.Spans();
        if (source.Length == 1 && !content.IsEmpty)
        {
            Add(new Report(verb, subject >= 0 ? subject : verb - 1, from, source, [new TextSpan(_tokens[verb].Start, _tokens[from - 1].End)], content, [], cue.Certainty, "reported-intention", false));
        }
    }
}
