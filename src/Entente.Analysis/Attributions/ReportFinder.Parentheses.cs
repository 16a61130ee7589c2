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
}
