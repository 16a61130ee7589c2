using System.Collections.Immutable;
using Entente.Analysis.Syntax;
using Entente.Analysis.Text;

namespace Entente.Analysis.Attributions;

/// <content>Words that somebody has for a thing.</content>
internal sealed partial class ReportFinder
{
    /// <summary>Words of the speaker between "what" and the verb.</summary>
    private const int LongestNamer = 8;

    /// <summary>"what residents call a dump", "what analysts described as old tactics": read word by word, as trees seldom see two objects.</summary>
    private bool ReadName(int verb, ReportingCue cue)
    {
        if (verb + 2 >= SentenceEnd)
        {
            return false;
        }

        bool with = cue.AfterObject.Contains("as");
        int from = with && Is(verb + 1, "as") ? verb + 2 : verb + 1;
        if (from == verb + 1 ? !cue.Has(CueTakes.ObjectPredicate) : !with)
        {
            return false;
        }

        int first = FirstOfVerb(verb);
        int what = first - 1;
        while (what > _sentence.FirstToken && first - what <= LongestNamer && !IsPause(what) && _parsed.Tags[what] is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Pron or PartOfSpeech.Adj or PartOfSpeech.Det or PartOfSpeech.Adp or PartOfSpeech.Num && !Is(what, "what"))
        {
            what--;
        }

        int namer = first - 1;
        if (what < _sentence.FirstToken || namer <= what || !Is(what, "what") || !CanSpeak(namer))
        {
            return false;
        }

        int to = from;
        while (to < SentenceEnd && (_quoted[to] || (_tokens[to].Kind == TokenKind.Punctuation
            ? First(to) is '"' or '“' or '”' or '\'' or '‘' or '’' or '-'
            : _parsed.PennTags[to] is not (PennTag.Vbd or PennTag.Vbz or PennTag.Vbp or PennTag.Md))))
        {
            to++;
        }

        if (to <= from || _quoted[from])
        {
            return false;
        }

        _marks.Clear();
        MarkRange(what + 1, first);
        ImmutableArray<TextSpan> source = _marks.Spans();
        _marks.Clear();
        MarkRange(from, to);
        Add(new Report(verb, namer, from, source, CueSpans(verb, from - 1), _marks.Spans(), [], cue.Certainty, "named", IsSpeech: false));
        return true;
    }
}
