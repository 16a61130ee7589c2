using System.Collections.Immutable;
using Entente.Analysis.Syntax;
using Entente.Analysis.Text;

namespace Entente.Analysis.Attributions;

/// <summary>Makes one list of what a document quotes in marks and what its sentences report: a quotation that stands inside a reported clause is part of it.</summary>
internal sealed partial class ReportMerger
{
    /// <summary>Quoted words without a speaker that are a term or a title.</summary>
    private const int MostTermWords = 3;

    /// <summary>Contents are short and in order: what holds one stands at most so many before it.</summary>
    private const int Reach = 12;

    private readonly ParsedDocument _parsed;
    private readonly string _text;
    private readonly List<Attribution> _merged;
    private readonly List<bool> _gone;
    private readonly HashSet<int> _widened = [];

    /// <summary>The attributions whose cue stands in a sentence, by its first token.</summary>
    private readonly Dictionary<int, List<int>> _bySentence = [];
    private readonly ReportFinder _finder;
    private readonly int[] _quotationStarts;
    private readonly int[] _quotationAt;

    private ReportMerger(ParsedDocument parsed, ImmutableArray<Attribution> quoted, ReportFinder finder)
    {
        _finder = finder;
        _parsed = parsed;
        _text = parsed.Document.Document.Text;
        _merged = [.. quoted];
        _gone = [.. quoted.Select(_ => false)];
        _quotationAt = [.. Enumerable.Range(0, quoted.Length).OrderBy(q => quoted[q].Content[0].Start).ThenBy(q => q)];
        _quotationStarts = [.. _quotationAt.Select(q => quoted[q].Content[0].Start)];
    }

    public static ImmutableArray<Attribution> Merge(ParsedDocument parsed, ImmutableArray<Attribution> quoted, ReportFinder finder)
    {
        List<Report> reports = finder.Find();
        ReportMerger merger = new(parsed, quoted, finder);
        merger.DropMisread();
        Dictionary<int, int> cueOf = [];
        for (int q = 0; q < quoted.Length; q++)
        {
            foreach (TextSpan cue in merger._merged[q].Cue)
            {
                cueOf.TryAdd(cue.Start, q);
            }
        }

        List<TextSpan> transcript = [];
        foreach (Attribution colon in ColonReader.Find(parsed))
        {
            merger.Take(colon);
            transcript.AddRange(colon.Content);
        }

        foreach (Report report in reports)
        {
            int at = parsed.Document.Tokens[report.CueToken].Start;
            // What somebody thinks in his own line of a transcript is his line.
            int line = transcript.BinarySearch(new TextSpan(at, int.MaxValue));
            line = line < 0 ? ~line - 1 : line;
            if (line >= 0 && transcript[line].Contains(at))
            {
                continue;
            }

            int q = cueOf.GetValueOrDefault(at, -1);
            if (q < 0)
            {
                foreach (TextSpan cue in report.Cue)
                {
                    q = q < 0 ? cueOf.GetValueOrDefault(cue.Start, -1) : q;
                }
            }

            merger.Take(report, q);
        }

        for (int q = 0; q < quoted.Length; q++)
        {
            merger.Widen(q);
        }

        merger.GroupBySentence();
        merger.TakeUp();
        merger.NameSpeakers();
        merger.FollowOn();
        merger.DropParts();
        merger.Hedge();
        return merger.InOrder();
    }

    /// <summary>A speaker read from a word that the tagger knows to be no verb there ("a report “…”"), or from a sentence that says something else, is none.</summary>
    private void DropMisread()
    {
        for (int q = 0; q < _merged.Count; q++)
        {
            Attribution quoted = _merged[q];
            if (quoted.Cue.Length == 1 && TokenAt(quoted.Cue[0].Start) is >= 0 and var cue && _parsed.Document.Tokens[cue].Span == quoted.Cue[0]
                && _parsed.Tags[cue] is PartOfSpeech.Noun or PartOfSpeech.Adj && _parsed.PennTags[cue] is PennTag.Nn or PennTag.Nns or PennTag.Jj)
            {
                _merged[q] = quoted with { Source = [], SourceKind = SourceKind.NotStated, Cue = [], Recipient = [], Rule = "not-stated", Certainty = Certainty.Attributed };
                _gone[q] = quoted.Quotations.Length == 1 && Words(quoted.Content) <= MostTermWords;
            }
            else if (quoted.Cue.Length == 1 && quoted.Content[^1].End <= quoted.Cue[0].Start && TokenAt(quoted.Cue[0].End - 1) is >= 0 and var verb && _text[quoted.Content[^1].End - 1] is '!' or '?' or '.'
                && _parsed.Dependent(verb, Relation.Obj) is var said && said > verb && !_finder.CanSpeak(said))
            {
                // “Is it safe?” The mayor said nothing.
                _merged[q] = quoted with { Source = [], SourceKind = SourceKind.NotStated, Cue = [], Recipient = [], Rule = "not-stated", Certainty = Certainty.Attributed };
            }
        }
    }

    /// <summary>The clause that holds a partial quotation, where no report of the tree's has it.</summary>
    private void Widen(int q)
    {
        Attribution quoted = _merged[q];
        if (!_gone[q] && quoted.Cue.Length == 1 && !_widened.Contains(q) && TokenAt(quoted.Cue[0].End - 1) is >= 0 and var verb)
        {
            quoted = quoted with { Cue = Union(quoted.Cue, _finder.VerbGroup(SentenceOf(verb), verb)) };
            _merged[q] = quoted;
        }

        if (_gone[q] || quoted.Mode != AttributionMode.Mixed || quoted.Cue.IsEmpty || quoted.Nested is not null || _widened.Contains(q) || quoted.Rule.StartsWith("passive", StringComparison.Ordinal))
        {
            return;
        }

        int cue = TokenAt(quoted.Cue[^1].End - 1);
        int first = TokenAt(quoted.Content[0].Start);
        int last = TokenAt(quoted.Content[^1].End - 1);
        if (cue < 0 || first < 0 || last < 0)
        {
            return;
        }

        Sentence sentence = SentenceOf(cue);
        if (first > cue)
        {
            if (last >= sentence.FirstToken + sentence.TokenCount)
            {
                return;
            }

            bool names = Vocabulary.Cue(_parsed.Document.Tokens[cue].Span.In(_text)) is { Frame: CueFrame.Call or CueFrame.As };
            _merged[q] = quoted with { Content = Union(quoted.Content, _finder.ClauseAround(sentence, cue, last, names)) };
        }
        else if (first >= sentence.FirstToken && last < cue)
        {
            int before = quoted.Source.IsEmpty ? cue : Math.Min(TokenAt(quoted.Source[0].Start), TokenAt(quoted.Cue[0].Start));
            if (before > last)
            {
                _merged[q] = quoted with { Content = Union(quoted.Content, _finder.SentenceBefore(sentence, before)) };
            }
        }
    }

    /// <summary>The token that holds a position; -1 for none.</summary>
    private int TokenAt(int position)
    {
        ImmutableArray<Token> tokens = _parsed.Document.Tokens;
        int low = 0, high = tokens.Length - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = tokens[middle].End <= position ? (middle + 1, high) : (low, middle);
        }

        return tokens.Length > 0 && tokens[low].Span.Contains(position) ? low : -1;
    }

    private int Words(ImmutableArray<TextSpan> spans) => spans.Sum(s => _text[s.Start..s.End].Split(' ', StringSplitOptions.RemoveEmptyEntries).Length);

    /// <summary>A name and colon, unless a quotation already has them; what nobody else says behind it is part of it.</summary>
    private void Take(Attribution colon)
    {
        List<ImmutableArray<TextSpan>> quotations = [];
        List<int> taken = [];
        foreach (int q in QuotationsIn(colon.Content))
        {
            Attribution quoted = _merged[q];
            if (quoted.Source.Any(s => s.Overlaps(colon.Source[0])) || quoted.Cue.Any(c => c.Overlaps(colon.Cue[0])))
            {
                return;
            }

            if (quoted.Source.IsEmpty && quoted.Nested is null)
            {
                quotations.AddRange(quoted.Quotations);
                taken.Add(q);
            }
        }

        if (Enumerable.Range(0, _merged.Count).Any(q => !_gone[q] && !_merged[q].Source.IsEmpty && _merged[q].Content.Any(c => c.Overlaps(colon.Cue[0]))))
        {
            return;
        }

        foreach (int q in taken)
        {
            _gone[q] = true;
        }

        // An opening mark before the name belongs to nobody: the quotation that it opens is the whole line.
        for (int q = 0; q < _quotationStarts.Length; q++)
        {
            int at = _quotationAt[q];
            if (!_gone[at] && _merged[at].Source.IsEmpty && _merged[at].Content.Any(c => c.Overlaps(colon.Cue[0])))
            {
                _gone[at] = true;
            }
        }

        _merged.Add(colon with { Quotations = [.. quotations], Mode = quotations.Count > 0 && colon.Mode == AttributionMode.Indirect ? AttributionMode.Mixed : colon.Mode });
        _gone.Add(false);
    }

    private void Take(Report report, int sameCue)
    {
        if (sameCue >= 0)
        {
            Attribution quoted = _merged[sameCue];
            bool sourceless = quoted.Source.IsEmpty && !report.Source.IsEmpty;
            // The tree may see more of a name than the words beside the marks show.
            bool wider = !quoted.Source.IsEmpty && !report.Source.IsEmpty && report.Source[0].Contains(quoted.Source[0]) && report.SourceToken >= 0 && report.Source[0].Length > quoted.Source[0].Length
                && IsNamePart(new TextSpan(report.Source[0].Start, quoted.Source[0].Start))
                && !HoldsClause(new TextSpan(quoted.Source[0].End, report.Source[0].End));
            if (sourceless || wider)
            {
                quoted = quoted with { Source = report.Source, SourceKind = KindOf(report) };
            }

            quoted = quoted with { Cue = Union(report.Cue, quoted.Cue) };
            if (quoted.Mode == AttributionMode.Mixed)
            {
                quoted = quoted with
                {
                    Content = Union(quoted.Content, report.Content),
                    Recipient = quoted.Recipient.IsEmpty ? report.Recipient : quoted.Recipient,
                    Certainty = CertaintyReader.Of(_parsed, report.Head, report.Certainty, report.CueToken),
                };
            }

            _merged[sameCue] = quoted;
            _widened.Add(sameCue);
            return;
        }

        ImmutableArray<TextSpan> content = report.Content;
        List<ImmutableArray<TextSpan>> quotations = [];
        bool direct = false;
        foreach (int q in QuotationsIn(report.Content))
        {
            Attribution quoted = _merged[q];
            if (_gone[q] || quoted.Nested is not null)
            {
                continue;
            }

            if (quoted.Cue.IsEmpty && quoted.Source.IsEmpty)
            {
                direct |= quoted.Mode == AttributionMode.Direct && Length(report.Content) <= Length(quoted.Content) + 4;
                quotations.AddRange(quoted.Quotations);
                content = direct ? quoted.Content : Union(content, quoted.Content);
                _gone[q] = true;
            }
            else if (!quoted.Cue.IsEmpty && !report.Content.Any(c => c.Contains(quoted.Cue[0].Start)) && !quoted.Rule.StartsWith("follows", StringComparison.Ordinal))
            {
                // Its speaker is read from elsewhere in the sentence: two readings of the same words, of which that by the marks is the surer.
                return;
            }
        }

        _merged.Add(new Attribution(
            report.Source,
            report.Source.IsEmpty ? SourceKind.NotStated : KindOf(report),
            report.Cue,
            content,
            report.Recipient,
            direct ? AttributionMode.Direct : quotations.Count > 0 ? AttributionMode.Mixed : AttributionMode.Indirect,
            CertaintyReader.Of(_parsed, report.Head, report.Certainty, report.CueToken),
            report.Rule)
        {
            Quotations = [.. quotations],
        });
        _gone.Add(false);
    }

    /// <summary>The quotations that open inside a report's content, in order.</summary>
    private IEnumerable<int> QuotationsIn(ImmutableArray<TextSpan> content)
    {
        foreach (TextSpan span in content)
        {
            int at = Array.BinarySearch(_quotationStarts, span.Start);
            at = at < 0 ? ~at : at;
            while (at > 0 && _quotationStarts[at - 1] >= span.Start)
            {
                at--;
            }

            for (; at < _quotationStarts.Length && _quotationStarts[at] < span.End; at++)
            {
                yield return _quotationAt[at];
            }
        }
    }

    /// <summary>What is left, by place, the longer before what starts with it.</summary>
    private int[] Order() => [.. Enumerable.Range(0, _merged.Count).Where(a => !_gone[a])
        .OrderBy(a => _merged[a].Content[0].Start).ThenByDescending(a => Length(_merged[a].Content)).ThenBy(a => a)];

    /// <summary>By place, an outer attribution before those inside it; <see cref="Attribution.Nested"/> counted anew.</summary>
    /// <summary>The cue with what belongs to it behind its verb, as far as that is nothing else's.</summary>
    private ImmutableArray<TextSpan> Extended(Attribution attribution)
    {
        if (attribution.Cue.Length != 1 || TokenAt(attribution.Cue[0].End - 1) is not (>= 0 and var verb))
        {
            return attribution.Cue;
        }

        Sentence sentence = SentenceOf(verb);
        ImmutableArray<Token> tokens = _parsed.Document.Tokens;
        int last = CueExtent.Last(_parsed, _finder.When, verb, sentence.FirstToken + sentence.TokenCount);
        TextSpan extended = new(tokens[CueExtent.First(_parsed, TokenAt(attribution.Cue[0].Start), sentence.FirstToken, attribution.Source)].Start, Math.Max(attribution.Cue[0].End, tokens[last].End));
        return attribution.Content.Any(extended.Overlaps) || attribution.Source.Any(extended.Overlaps) || attribution.Recipient.Any(extended.Overlaps) ? attribution.Cue : [extended];
    }

    /// <summary>A clause that takes in the mark that opens a quotation takes in the one that closes it.</summary>
    private ImmutableArray<TextSpan> Closed(Attribution attribution)
    {
        ImmutableArray<TextSpan> content = attribution.Content;
        foreach (TextSpan quoted in attribution.IsQuoted ? attribution.Quoted : [])
        {
            for (int i = 0; i < content.Length; i++)
            {
                if (content[i].End == quoted.End && content[i].Start < quoted.Start && TokenAt(quoted.End) is >= 0 and var mark && QuotationMark.Of(_text, _parsed.Document.Tokens[mark]).CanClose)
                {
                    content = content.SetItem(i, new TextSpan(content[i].Start, _parsed.Document.Tokens[mark].End));
                }
            }
        }

        return content;
    }

    private ImmutableArray<Attribution> InOrder()
    {
        int[] order = Order();
        int[] place = new int[_merged.Count];
        Array.Fill(place, -1);
        for (int i = 0; i < order.Length; i++)
        {
            place[order[i]] = i;
        }

        ImmutableArray<Attribution>.Builder built = ImmutableArray.CreateBuilder<Attribution>(order.Length);
        for (int i = 0; i < order.Length; i++)
        {
            Attribution attribution = _merged[order[i]];
            int? outer = attribution.Nested is { } n && place[n] >= 0 ? place[n] : null;
            TextSpan mine = attribution.Cue.IsEmpty ? attribution.Content[0] : attribution.Cue[0];
            for (int k = i - 1; k >= 0 && outer is null && k >= i - Reach; k--)
            {
                Attribution other = _merged[order[k]];
                if (other.Content.Any(c => c.Contains(mine)) && other.Content.Any(c => c.Contains(attribution.Content[0].Start)))
                {
                    outer = k;
                }
            }

            built.Add(attribution with { Nested = outer, Cue = Extended(attribution), Content = Closed(attribution) });
        }

        return built.MoveToImmutable();
    }

    /// <summary>Words that may stand before a name in its phrase; a preposition shows that the tree ran two phrases together.</summary>
    private bool IsNamePart(TextSpan before)
    {
        foreach (Range word in before.In(_text).Split(' '))
        {
            if (Vocabulary.Function(before.In(_text)[word]) == "preposition")
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a relative clause stands there, which says more of the speaker but is no part of the name.</summary>
    private bool HoldsClause(TextSpan behind)
    {
        foreach (Range word in behind.In(_text).SplitAny(" ,"))
        {
            if (behind.In(_text)[word] is "who" or "whom" or "whose" or "which" or "that")
            {
                return true;
            }
        }

        return false;
    }

    private SourceKind KindOf(Report report)
    {
        Sentence sentence = SentenceOf(report.CueToken);
        Line line = new(_text, _parsed.Document.Tokens) { Block = sentence.Block };
        int from = -1, to = -1;
        TextSpan source = report.Source[0];
        for (int t = sentence.FirstToken; t < sentence.FirstToken + sentence.TokenCount; t++)
        {
            line.Items.Add(t);
            Token token = _parsed.Document.Tokens[t];
            if (token.Start >= source.Start && token.End <= source.End)
            {
                from = from < 0 ? line.Count - 1 : from;
                to = line.Count;
            }
        }

        return from < 0 || line.Word(from) is "that" or "which" && to == from + 1 ? SourceKind.Pronoun : SourceKinds.Of(_parsed.Document.Document, line, from, to);
    }

    private Sentence SentenceOf(int token)
    {
        ImmutableArray<Sentence> sentences = _parsed.Document.Sentences;
        int low = 0, high = sentences.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            (low, high) = sentences[middle].FirstToken <= token ? (middle, high) : (low, middle - 1);
        }

        return sentences[low];
    }

    private static int Length(ImmutableArray<TextSpan> spans) => spans.Sum(s => s.Length);

    /// <summary>Spans that overlap, or that only marks and white space part, become one.</summary>
    private ImmutableArray<TextSpan> Union(ImmutableArray<TextSpan> one, ImmutableArray<TextSpan> other)
    {
        List<TextSpan> union = [];
        foreach (TextSpan span in one.Concat(other).Order())
        {
            if (union.Count > 0 && (span.Start <= union[^1].End || OnlyMarks(union[^1].End, span.Start)))
            {
                union[^1] = new TextSpan(union[^1].Start, Math.Max(union[^1].End, span.End));
            }
            else
            {
                union.Add(span);
            }
        }

        return [.. union];
    }

    private bool OnlyMarks(int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (char.IsLetterOrDigit(_text[i]) || _text[i] == '\n')
            {
                return false;
            }
        }

        return true;
    }
}
