using System.Collections.Immutable;
using Entente.Analysis.Syntax;
using Entente.Analysis.Text;

namespace Entente.Analysis.Attributions;

/// <content>Who speaks, with which words, to whom.</content>
internal sealed partial class ReportFinder
{
    /// <summary>How far up the tree a verb may find its subject; trees from a parser can be deep, but never meant to be.</summary>
    private const int LongestControl = 8;

    /// <summary>The head of the verb's own subject or of the one it shares: with the verb it is joined to, the verb that governs it, or the noun it describes; -1 for none.</summary>
    private int SubjectOf(int verb)
    {
        int v = verb;
        for (int step = 0; step < LongestControl && v >= 0; step++)
        {
            int own = OwnSubject(v);
            if (own >= 0)
            {
                return Is(own, "it") && v != verb && _parsed.Relations[own] == Relation.Expl ? -1 : own;
            }

            int head = _parsed.Heads[v];
            if (head < 0)
            {
                return -1;
            }

            switch (_parsed.Relations[v])
            {
                case Relation.Xcomp:
                case Relation.Ccomp when IsGerund(v) || IsInfinitive(v):
                    // "urged them to say": whoever is urged speaks.
                    int obj = _parsed.Dependent(head, Relation.Obj);
                    if (obj >= 0 && obj < v && IsInfinitive(v) && _parsed.Relations[v] == Relation.Xcomp)
                    {
                        return obj;
                    }

                    v = head;
                    break;
                case Relation.Conj:
                    v = head;
                    break;
                case Relation.Advcl:
                case Relation.Parataxis when IsGerund(v):
                    if (!IsGerund(v) && !IsInfinitive(v) && _parsed.PennTags[v] is not (PennTag.Vbn or PennTag.Vbg or PennTag.Vb))
                    {
                        return -1;
                    }

                    if (QuotedSubject(v, head) is >= 0 and var quoted)
                    {
                        return quoted;
                    }

                    // "X said …, adding that …": X adds, whatever the participle hangs on inside what X said.
                    while (IsGerund(v) && IsComma(FirstOfVerb(v) - 1) && _parsed.Heads[head] is >= 0 and var above && above < head && _parsed.Relations[head] is Relation.Ccomp or Relation.Conj or Relation.Xcomp
                        && (_parsed.Relations[head] != Relation.Ccomp || ReportingLexicon.Find(Word(above)) is { Verb: not null }))
                    {
                        head = above;
                    }

                    v = head;
                    break;
                case Relation.Acl:
                case Relation.Amod:
                    if (IsInfinitive(v))
                    {
                        return _parsed.Dependent(head, Relation.NmodPoss) is >= 0 and var owner ? owner
                            : _parsed.Relations[head] == Relation.Obj && _parsed.Heads[head] >= 0 ? SubjectOfFinite(_parsed.Heads[head]) : -1;
                    }

                    return QuotedSubject(v, head) is >= 0 and var cited ? cited : head;
                case Relation.Obl:
                    if (QuotedSubject(v, head) is >= 0 and var named)
                    {
                        return named;
                    }

                    return -1;
                default:
                    return -1;
            }
        }

        return -1;
    }

    /// <summary>The subject right in front of a finite verb that the tree gives to another: "The pier, the mayor says, is safe".</summary>
    private int SubjectBeside(int verb)
    {
        int t = FirstOfVerb(verb) - 1;
        if (_parsed.PennTags[verb] is not (PennTag.Vbd or PennTag.Vbz or PennTag.Vbp or PennTag.Vbn) || t < _sentence.FirstToken || _tokens[t].Kind != TokenKind.Word || _parsed.Relations[verb] is Relation.Conj or Relation.AclRelcl)
        {
            return -1;
        }

        while (_parsed.Heads[t] >= _sentence.FirstToken && Rightmost(_parsed.Heads[t]) < FirstOfVerb(verb))
        {
            t = _parsed.Heads[t];
        }

        return _parsed.Relations[t] is Relation.Nsubj or Relation.NsubjPass && _parsed.Tags[t] is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Pron && !IsRelative(t) ? t : -1;
    }

    private int SubjectOfFinite(int verb) => OwnSubject(verb);

    private int OwnSubject(int verb)
    {
        int first = -1, last = -1;
        foreach (int child in _parsed.Of(verb))
        {
            if (_parsed.Relations[child] is Relation.Nsubj or Relation.NsubjPass or Relation.NsubjOuter && (child < verb || _parsed.Relations[child] != Relation.NsubjPass))
            {
                first = first < 0 ? child : first;
                last = child;
            }
        }

        // "If anything, the mayor says …": a noun that a conjunction opens is no subject.
        if (first != last && last < verb && _parsed.Dependent(first, Relation.Mark) >= 0)
        {
            return last;
        }

        // "The pier, the mayor says, is safe": the tree may give the verb both; the nearer one is its own.
        return first != last && last < verb && IsComma(Leftmost(last) - 1)
            && ((verb + 1 < _tokens.Length && IsComma(verb + 1)) || FinitePredicate(first, Leftmost(last), verb) >= 0) ? last : first;
    }

    /// <summary>"X was quoted as saying", "quoted X as saying": the one quoted.</summary>
    private int QuotedSubject(int verb, int head)
    {
        if (Marker(verb) is not (>= 0 and var marker) || !Is(marker, "as"))
        {
            return -1;
        }

        if (_parsed.Dependent(head, Relation.NsubjPass) is >= 0 and var subject)
        {
            return subject;
        }

        return _parsed.Tags[head] == PartOfSpeech.Verb ? _parsed.Dependent(head, Relation.Obj) : -1;
    }

    /// <summary>Who speaks in what is left of a sentence behind a quotation: "… “!” Ana Ruiz, a lawyer, shouted to the crowd."</summary>
    /// <param name="from">The first token behind the closing mark; the speaker's name starts there.</param>
    /// <returns>A report without content; null where nobody speaks there, or says something else.</returns>
    public Report? SpeakerBehind(Sentence sentence, int from)
    {
        _sentence = sentence;
        for (int verb = from + 1; verb < SentenceEnd; verb++)
        {
            if (_parsed.Tags[verb] == PartOfSpeech.Verb && _parsed.Relations[verb] is not (Relation.AclRelcl or Relation.Acl) && IsFinite(verb)
                && ReportingLexicon.Find(Word(verb)) is { Verb: { } cue } && cue.Has(CueTakes.Speech) && !cue.Has(CueTakes.Thought)
                && Read(verb) is { Clause: < 0, Infinitive: < 0 } has && has.Subject >= from && has.Subject < verb && Leftmost(has.Subject) == from && CanSpeak(has.Subject)
                && (has.Object < 0 || CanSpeak(has.Object)))
            {
                return new Report(verb, has.Subject, verb, SourceSpans(has.Subject, verb), CueSpans(verb), [], Recipient(verb, cue.Has(CueTakes.Hearer) ? has.Object : -1), cue.Certainty, "speaker-behind", IsSpeech: true);
            }
        }

        return null;
    }

    /// <summary>The noun phrase that names the source: with title, apposition and what restricts it, without what a comma sets off behind it.</summary>
    private ImmutableArray<TextSpan> SourceSpans(int source, int cue)
    {
        _marks.Clear();
        _marks.AddSubtree(source);
        foreach (int child in _parsed.Of(source))
        {
            Relation relation = _parsed.Relations[child];
            bool below = child == cue || IsAbove(child, cue);
            if (below
                || relation == Relation.Case && (child < source || Word(child) is "'s" or "’s" or "'" or "’")
                || relation is Relation.Parataxis or Relation.Mark or Relation.Cc or Relation.Cop or Relation.Punct && child < source
                || relation.Universal() is Relation.Advcl
                || relation.Universal() is Relation.Acl && IsComma(Leftmost(child)) | IsComma(Leftmost(child) - 1)
                || child > source && relation.Universal() is Relation.Nmod or Relation.Obl && _parsed.Tags[child] is PartOfSpeech.Noun or PartOfSpeech.Propn
                    && (IsTime(child) || (CueExtent.IsMedium(Word(child)) && IsComma(Leftmost(child)) | IsComma(Leftmost(child) - 1))))
            {
                _marks.RemoveSubtree(child);
            }
        }

        if (_parsed.Tags[source] is PartOfSpeech.Verb or PartOfSpeech.Aux && _parsed.PennTags[source] is not (PennTag.Nnp or PennTag.Nnps))
        {
            return [];
        }

        for (int t = source - 1; t >= _sentence.FirstToken && _parsed.PennTags[source] == PennTag.Nnp && _parsed.PennTags[t] == PennTag.Nnp && !_marks.Contains(t); t--)
        {
            _marks.Add(t);
        }

        // A name that the tree cuts in two: all of it up to the verb.
        int first = cue >= 0 && _parsed.Tags[cue] == PartOfSpeech.Verb ? FirstOfVerb(cue) : source;
        for (int t = source + 1; t < first && (_marks.Contains(t) || _parsed.PennTags[t] is PennTag.Nnp or PennTag.Nnps); t++)
        {
            _marks.Add(t);
        }

        foreach (TextSpan span in _marks.Spans())
        {
            if (span.Contains(_tokens[source].Start))
            {
                return [span];
            }
        }

        return [];
    }

    private bool IsAbove(int ancestor, int token)
    {
        for (int t = token; t >= 0; t = _parsed.Heads[t])
        {
            if (t == ancestor)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsRelative(int t) => Word(t) is "who" or "which" or "that" or "whom";

    private bool IsReflexive(int t) => Word(t).EndsWith("self") || Word(t).EndsWith("selves");

    /// <summary>Whether a noun names somebody or something that speaks, wants or judges: so that "the plan supports growth" is no report.</summary>
    public bool CanSpeak(int noun)
    {
        switch (_parsed.Tags[noun])
        {
            case PartOfSpeech.Propn:
            case not PartOfSpeech.Propn when _parsed.PennTags[noun] is PennTag.Nnp or PennTag.Nnps:
                return true;
            case PartOfSpeech.Pron:
                return Word(noun) is not ("it" or "It" or "this" or "This" or "these" or "that" or "which" or "what" or "What" or "there" or "nothing" or "everything" or "something" or "anything") || IsRelative(noun) && SpeaksBefore(noun);
            case PartOfSpeech.Det:
            case PartOfSpeech.Num:
            case PartOfSpeech.Adj:
                return true;
            case PartOfSpeech.Noun:
                return IsSpeakerNoun(Word(noun)) || _parsed.Dependent(noun, Relation.Appos) is >= 0 and var name && _parsed.Tags[name] == PartOfSpeech.Propn
                    || _parsed.Dependent(noun, Relation.Flat) >= 0
                    // "Mara Price", "Ana Wells": a surname that is a common word too.
                    || (char.IsUpper(First(noun)) && _parsed.Dependent(noun, Relation.Compound) is >= 0 and var given && _parsed.Tags[given] == PartOfSpeech.Propn);
            default:
                return false;
        }
    }

    /// <summary>A relative pronoun speaks if the noun before it does.</summary>
    private bool SpeaksBefore(int pronoun)
    {
        int verb = _parsed.Heads[pronoun];
        while (verb >= 0 && _parsed.Relations[verb] is Relation.Conj or Relation.Xcomp)
        {
            verb = _parsed.Heads[verb];
        }

        return verb >= 0 && _parsed.Relations[verb] == Relation.AclRelcl && _parsed.Heads[verb] >= 0 && CanSpeak(_parsed.Heads[verb]);
    }

    private static bool IsSpeakerNoun(ReadOnlySpan<char> word)
    {
        if (Vocabulary.Speaker(word) is not null)
        {
            return true;
        }

        ReadOnlySpan<char> singular = word is [.., 's'] and not [.., 's', 's'] ? word[..^1] : word;
        return Vocabulary.Speaker(singular) is not null
            || (word.EndsWith("ies") && Vocabulary.Speaker($"{word[..^3]}y") is not null)
            || word.EndsWith("men") || word.EndsWith("man") || word.EndsWith("women") || word.EndsWith("woman") || word.EndsWith("people") || word.EndsWith("person")
            // Agent nouns: voter, senator, activist, historian.
            || singular.Length > 4 && (singular.EndsWith("er") || singular.EndsWith("or") || singular.EndsWith("ist") || singular.EndsWith("ian") || singular.EndsWith("ee") || singular.EndsWith("eer") || singular.EndsWith("crat") || singular.EndsWith("ant"))
                && singular is not ("number" or "order" or "matter" or "power" or "paper" or "letter" or "factor" or "error" or "sector" or "center" or "water" or "weather" or "summer" or "winter" or "october" or "dinner" or "border" or "murder" or "offer" or "answer" or "chapter" or "counter" or "corner" or "river" or "tower" or "computer" or "danger" or "monitor" or "mirror" or "harbor" or "labor" or "color" or "favor" or "honor" or "behavior" or "humor" or "error" or "terror" or "horror" or "rumor" or "master" or "disaster" or "quarter" or "committee" or "degree" or "moment");
    }

    /// <summary>The first token of a verb's group: "has repeatedly said", "went on to say".</summary>
    private int FirstOfVerb(int verb)
    {
        int top = verb;
        while ((_parsed.Relations[top] == Relation.Xcomp || (_parsed.Relations[top] == Relation.Advcl && IsInfinitive(top))) && _parsed.Heads[top] is >= 0 and var head && head < top && top - head <= 4
            && _parsed.Tags[head] == PartOfSpeech.Verb && _parsed.Dependent(head, Relation.Obj) < 0 && ReportingLexicon.Find(Word(head)) is { Verb: { } carrier } && carrier.Has(CueTakes.Carries | CueTakes.Seeming))
        {
            top = head;
        }

        int first = top;
        while (first > _sentence.FirstToken && _parsed.Heads[first - 1] == top
            && _parsed.Relations[first - 1] is Relation.Aux or Relation.AuxPass or Relation.Cop or Relation.Advmod or Relation.Mark
            && (_parsed.Relations[first - 1] != Relation.Mark || Is(first - 1, "to")) && _parsed.Tags[first - 1] is not PartOfSpeech.Sconj)
        {
            first--;
        }

        return first;
    }

    /// <param name="last">The last token of the cue where it goes on behind the verb.</param>
    private ImmutableArray<TextSpan> CueSpans(int verb, int last = -1)
    {
        int first = FirstOfVerb(verb);
        int end = verb;
        int limit = _sentence.FirstToken + _sentence.TokenCount;
        if (verb + 1 < limit && _parsed.Heads[verb + 1] == verb
            && (_parsed.Relations[verb + 1] == Relation.CompoundPrt || (_parsed.Relations[verb + 1] == Relation.Advmod && Word(verb + 1).EndsWith("ly"))))
        {
            end = verb + 1;
        }

        return [new TextSpan(_tokens[first].Start, _tokens[Math.Max(end, last)].End)];
    }

    private ImmutableArray<TextSpan> Recipient(int verb, int hearer)
    {
        if (hearer < 0)
        {
            foreach (int child in _parsed.Of(verb))
            {
                if (child > verb && hearer < 0 && _parsed.Relations[child].Universal() == Relation.Obl && Marker(child) is >= 0 and var marker && Is(marker, "to") && CanSpeak(child))
                {
                    hearer = child;
                }
            }
        }

        // "said in an interview with X"; "X, in an interview with Y, said", where the tree may hang it on the name.
        hearer = hearer >= 0 ? hearer : AddresseeIn(verb);
        hearer = hearer < 0 && OwnSubject(verb) is >= 0 and var subject ? AddresseeIn(subject) : hearer;
        if (hearer < 0)
        {
            return [];
        }

        ImmutableArray<TextSpan> named = SourceSpans(hearer, ThatClauseOn(hearer));
        int opens = Leftmost(hearer);
        return opens < hearer && Is(opens, "with") | Is(opens, "to") && named.Length == 1 && named[0].Start == _tokens[opens].Start
            ? [new TextSpan(_tokens[opens + 1].Start, named[0].End)]
            : named;
    }

    /// <summary>With whom the interview is, or to whom the letter, that depends on a word; -1 for none.</summary>
    private int AddresseeIn(int head)
    {
        foreach (int child in _parsed.Of(head))
        {
            if (_parsed.Relations[child].Universal() is Relation.Obl or Relation.Nmod && Marker(child) is >= 0 and var marker && Is(marker, "in") | Is(marker, "during") | Is(marker, "at")
                && CueExtent.IsMedium(Word(child)))
            {
                foreach (int below in _parsed.Of(child))
                {
                    // The tree may hang the preposition on the first word of the name.
                    int with = Marker(below) is >= 0 and var near ? near : Leftmost(below);
                    if (below > child && _parsed.Relations[below].Universal() == Relation.Nmod && Is(with, "with") | Is(with, "to"))
                    {
                        return below;
                    }
                }
            }
        }

        return -1;
    }
}
