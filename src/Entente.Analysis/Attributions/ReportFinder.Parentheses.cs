using System.Collections.Immutable;
using Entente.Analysis.Syntax;
using Entente.Analysis.Text;

namespace Entente.Analysis.Attributions;

/// <content>Reports whose verb stands beside or inside what they report.</content>
internal sealed partial class ReportFinder
{
    /// <summary>"…, X said": the verb stands beside or inside the clause that it reports.</summary>
    private void ReadParenthesis(int verb, ReportingCue cue, Arguments has, int source)
    {
        if (!cue.Has(CueTakes.Speech) || has.Clause >= 0)
        {
            return;
        }

        int clause = -1;
        bool whole = false;
        if (has.Subject >= 0 && _parsed.Relations[verb] is Relation.Parataxis && _parsed.Heads[verb] >= 0)
        {
            clause = _parsed.Heads[verb];
            whole = OnlyMarks(Rightmost(verb) + 1, _sentence.FirstToken + _sentence.TokenCount);
        }
        else if (has.Subject >= 0 && _parsed.Relations[verb] is Relation.Advcl && Marker(verb) is >= 0 and var mark && Is(mark, "as") && has.Object < 0)
        {
            // "…, as X put it"
            clause = _parsed.Heads[verb];
        }
        else
        {
            foreach (int child in _parsed.Of(verb))
            {
                // The tree may hang the words reported on the verb without calling them its complement.
                if (_parsed.Relations[child] is Relation.Parataxis or Relation.Dep && child < verb && has.Subject > child)
                {
                    clause = child;
                }
            }
        }

        if (clause < 0 || _parsed.Tags[clause] is PartOfSpeech.Punct || (source >= 0 && IsRelative(source)))
        {
            return;
        }

        for (int up = clause; whole && up >= 0 && _parsed.Heads[up] != verb; up = _parsed.Heads[up])
        {
            clause = up;
        }

        // "The pier, the auditors found, was shut": between commas, what is reported goes on behind, whichever of its words the tree hangs the verb on.
        bool between = has.Subject >= 0 && has.Subject < verb && IsComma(Leftmost(has.Subject) - 1) && verb + 1 < SentenceEnd && IsComma(verb + 1);
        while (between && _parsed.Relations[clause].Universal() is Relation.Nsubj or Relation.Obj or Relation.Obl or Relation.Advmod && _parsed.Heads[clause] is >= 0 and var over && over != verb)
        {
            clause = over;
        }

        _marks.Clear();
        _marks.AddSubtree(clause);
        if (_parsed.Heads[clause] != verb)
        {
            _marks.RemoveSubtree(verb);
            if (has.Subject >= 0)
            {
                _marks.RemoveSubtree(has.Subject);
            }
        }

        RemoveOpening(clause);
        ImmutableArray<TextSpan> content = _marks.Spans();
        Add(verb, source, clause, CueSpans(verb), content, Recipient(verb, cue.Has(CueTakes.Hearer) ? has.Object : -1), cue.Certainty, "parenthesis", speech: true);
    }

    /// <summary>"…, residents said on Monday.": a sentence that ends with who said it, whatever the tree makes of it.</summary>
    private void ReadClosingSpeech(int verb, ReportingCue cue)
    {
        Arguments has = Read(verb);
        if (!cue.Has(CueTakes.Speech) || _parsed.PennTags[verb] is not (PennTag.Vbd or PennTag.Vbz or PennTag.Vbp) || has.Infinitive >= 0 || FinitePredicate(verb, SentenceEnd, verb) >= 0)
        {
            return;
        }

        int first = FirstOfVerb(verb);
        int comma = first - 1;
        while (comma > _sentence.FirstToken && !IsComma(comma))
        {
            comma--;
        }

        // The tree may see two subjects, or take who spoke for what was said.
        bool inverted = comma + 1 == first;
        if (has.Clause >= 0 && !inverted)
        {
            return;
        }

        int speaker = -1;
        foreach (int child in _parsed.Of(verb))
        {
            bool place = inverted ? child > verb && _parsed.Relations[child] is Relation.Nsubj or Relation.Obj or Relation.Iobj or Relation.Ccomp : child > comma && child < first && _parsed.Relations[child] is Relation.Nsubj && Leftmost(child) == comma + 1;
            speaker = place && speaker < 0 ? child : speaker;
        }

        if (comma <= _sentence.FirstToken || speaker < 0 || !CanSpeak(speaker) || IsRelative(speaker) || (!inverted && has.Object >= 0 && !cue.Has(CueTakes.Hearer)) || _parsed.Tags[comma + 1] is PartOfSpeech.Cconj or PartOfSpeech.Sconj or PartOfSpeech.Adp || !IsStatement(comma, inverted))
        {
            return;
        }

        int predicate = Math.Max(_sentence.FirstToken, FinitePredicate(_sentence.FirstToken - 1, comma, verb));
        _marks.Clear();
        MarkRange(_sentence.FirstToken, comma);
        RemoveOpening(predicate);
        ImmutableArray<TextSpan> content = _marks.Spans();
        Add(verb, speaker, predicate, CueSpans(verb), content, Recipient(verb, !inverted && cue.Has(CueTakes.Hearer) ? has.Object : -1), cue.Certainty, "closing-speech", speech: true);
    }

    /// <summary>Whether what the sentence says up to a comma stands by itself: no quotation, and not "After the storm hit, …" alone.</summary>
    private bool IsStatement(int comma, bool inverted)
    {
        bool commas = false, verbs = false;
        for (int t = _sentence.FirstToken; t < comma; t++)
        {
            commas |= IsComma(t);
            verbs |= _parsed.Tags[t] is PartOfSpeech.Verb or PartOfSpeech.Aux;
            if (_quoted[t])
            {
                return false;
            }
        }

        // "…, shows a survey": behind a verb many things stand, so the statement must be plain.
        int opens = _sentence.FirstToken + (_parsed.Tags[_sentence.FirstToken] == PartOfSpeech.Cconj ? 1 : 0);
        verbs |= TitleCase.Is(_text, _tokens.AsSpan()[_sentence.FirstToken..comma]);
        return verbs && (!inverted || FinitePredicate(_sentence.FirstToken - 1, comma, comma) >= 0)
            && (commas || _parsed.Tags[opens] is not (PartOfSpeech.Sconj or PartOfSpeech.Adp or PartOfSpeech.Adv or PartOfSpeech.Verb));
    }
}
