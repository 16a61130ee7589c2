using System.Collections.Immutable;
using Entente.Analysis.Syntax;
using Entente.Analysis.Text;

namespace Entente.Analysis.Attributions;

/// <content>Verbs whose object, or a phrase behind it, is what they report.</content>
internal sealed partial class ReportFinder
{
    /// <summary>An object and what is said of it: "described it as late", "accused them of lying".</summary>
    private bool ReadObjectAnd(int verb, ReportingCue cue, Arguments has, int source)
    {
        int obj = has.Object;
        if (obj < 0 || cue.AfterObject.IsEmpty || _parsed.Relations[verb] == Relation.AclRelcl && IsRelative(obj))
        {
            return false;
        }

        int second = PhraseBehind(verb, obj, cue.AfterObject);
        if (second < 0 || (source >= 0 && !CanSpeak(source)))
        {
            return false;
        }

        _marks.Clear();
        _marks.AddSubtree(obj);
        _marks.AddSubtree(second);
        ExtendMatter(verb);
        ImmutableArray<TextSpan> content = _marks.Spans();
        Add(verb, source, second, CueSpans(verb), content, [], cue.Certainty, "reported-description", speech: false);
        return true;
    }

    /// <summary>A phrase behind the verb: "called for a vote", "spoke about the delay".</summary>
    private bool ReadPhrase(int verb, ReportingCue cue, Arguments has, int source)
    {
        if (cue.Prepositions.IsEmpty || source < 0 || !CanSpeak(source) || (has.Object >= 0 && !cue.Has(CueTakes.Hearer)))
        {
            return false;
        }

        int phrase = PhraseBehind(verb, verb, cue.Prepositions);
        if (phrase < 0)
        {
            return false;
        }

        int preposition = Marker(phrase);
        _marks.Clear();
        _marks.AddSubtree(phrase);
        _marks.Remove(preposition);
        foreach (int child in _parsed.Of(verb))
        {
            // "called on them to leave"
            if (child > phrase && _parsed.Relations[child].Universal() is Relation.Xcomp or Relation.Advcl && IsInfinitive(child) && Is(preposition, "on") | Is(preposition, "for") | Is(preposition, "to") | Is(preposition, "with"))
            {
                _marks.AddSubtree(child);
            }
        }

        RemoveAside(phrase);
        ExtendMatter(verb);
        ImmutableArray<TextSpan> content = _marks.Spans();
        ImmutableArray<TextSpan> cueSpans = preposition == verb + 1 || preposition <= verb + 2 && _parsed.Heads[verb + 1] == verb && _tokens[verb + 1].Kind == TokenKind.Word
            ? CueSpans(verb, preposition) : CueSpans(verb);
        Add(verb, source, phrase, cueSpans, content, [], cue.Certainty, "reported-matter", speech: false);
        return true;
    }

    private bool ReadObject(int verb, ReportingCue cue, Arguments has, int source)
    {
        if (!cue.Has(CueTakes.Object | CueTakes.ObjectPredicate) || source < 0 || !(CanSpeak(source) || (cue.Has(CueTakes.Speech) && Is(source, "it") && _parsed.Relations[source] == Relation.Nsubj)))
        {
            return false;
        }

        int obj = has.Object;
        bool relative = _parsed.Relations[verb] == Relation.AclRelcl && source != _parsed.Heads[verb] && !IsRelative(source);
        if (relative && cue.Has(CueTakes.Object) && (obj < 0 || IsRelative(obj)))
        {
            // "the delay that the port denied": what is denied is the noun before.
            int noun = _parsed.Heads[verb];
            _marks.Clear();
            _marks.AddSubtree(noun);
            _marks.RemoveSubtree(verb);
            int marker = Marker(noun);
            if (marker >= 0)
            {
                _marks.Remove(marker);
            }

            ImmutableArray<TextSpan> antecedent = _marks.Spans();
            Add(verb, source, noun, CueSpans(verb), antecedent, [], cue.Certainty, "reported-antecedent", speech: false);
            return true;
        }

        if (obj < 0 || IsReflexive(obj))
        {
            return false;
        }

        if (!cue.Has(CueTakes.Object))
        {
            // "called the vote and what led to it a farce": two phrases that the tree takes for one.
            _marks.Clear();
            MarkRange(Leftmost(obj), Rightmost(obj) + 1);
            ExtendMatter(verb);
            ImmutableArray<TextSpan> named = _marks.Spans();
            if (_marks.Last - verb < ShortestDescription)
            {
                return false;
            }

            Add(verb, source, obj, CueSpans(verb), named, [], cue.Certainty, "reported-description", speech: false);
            return true;
        }

        _marks.Clear();
        _marks.AddSubtree(obj);
        RemoveAside(obj);
        ExtendMatter(verb);
        ImmutableArray<TextSpan> content = _marks.Spans();
        Add(verb, source, obj, CueSpans(verb), content, [], cue.Certainty, "reported-object", speech: false);
        return true;
    }

    /// <summary>The first phrase or gerund clause behind a token that one of the prepositions opens.</summary>
    private int PhraseBehind(int verb, int behind, ImmutableArray<string> prepositions)
    {
        foreach (int child in _parsed.Of(verb))
        {
            if (child > behind && _parsed.Relations[child].Universal() is Relation.Obl or Relation.Advcl or Relation.Xcomp or Relation.Nmod && Marker(child) is >= 0 and var marker && IsOneOf(marker, prepositions)
                && !(Is(marker, "to") && _parsed.PennTags[child] == PennTag.Vb))
            {
                return child;
            }
        }

        // "spoke fondly of it": the tree may hang the phrase on the adverb.
        if (behind == verb && verb + 1 < SentenceEnd && _parsed.Relations[verb + 1] == Relation.Advmod && _parsed.Heads[verb + 1] == verb)
        {
            foreach (int child in _parsed.Of(verb + 1))
            {
                if (child > verb + 1 && _parsed.Relations[child].Universal() == Relation.Obl && Marker(child) is >= 0 and var marker && IsOneOf(marker, prepositions))
                {
                    return child;
                }
            }
        }

        // The tree may hang the second half on the object.
        if (behind != verb)
        {
            foreach (int child in _parsed.Of(behind))
            {
                if (child > behind && _parsed.Relations[child].Universal() is Relation.Nmod or Relation.Acl && Marker(child) is >= 0 and var marker && IsOneOf(marker, prepositions))
                {
                    return child;
                }
            }
        }

        return -1;
    }
}
