using System.Collections.Immutable;
using Entente.Analysis.Syntax;
using Entente.Analysis.Text;

namespace Entente.Analysis.Attributions;

/// <summary>Finds what one document's sentences report without quotation marks: "X said that …", "X wants to …", "…, according to X".</summary>
/// <remarks>A word of the lexicon reports if the tree gives it a dependent of a kind that it takes; the dependent, with all below it, is the content.
/// Time grows with the tokens and, for each report, with the size of its sentence.</remarks>
internal sealed partial class ReportFinder
{
    private readonly ParsedDocument _parsed;
    private readonly ImmutableArray<Token> _tokens;
    private readonly string _text;
    private readonly bool[] _quoted;
    private readonly TokenMarks _marks;
    private readonly List<Report> _found = [];
    private Sentence _sentence;

    /// <param name="quoted">The tokens inside quotation marks: what a speaker reports in his own words is not the document's report.</param>
    public ReportFinder(ParsedDocument parsed, bool[] quoted, SaidWhen when)
    {
        _parsed = parsed;
        _tokens = parsed.Document.Tokens;
        _text = parsed.Document.Document.Text;
        _quoted = quoted;
        When = when;
        _marks = new TokenMarks(parsed);
    }

    /// <summary>What the document's words tell of when something was said.</summary>
    public SaidWhen When { get; }

    /// <summary>In order of their cues. Of reports inside another only those of speech are kept.</summary>
    public List<Report> Find()
    {
        List<Report> reports = [];
        foreach (Sentence sentence in _parsed.Document.Sentences)
        {
            _sentence = sentence;
            int end = sentence.FirstToken + sentence.TokenCount;
            if (sentence.TokenCount == 0 || !IsParsed(sentence))
            {
                continue;
            }

            for (int t = sentence.FirstToken; t < end; t++)
            {
                if (_tokens[t].Kind == TokenKind.Word && !_quoted[t])
                {
                    ReadWord(t);
                }
            }

            // No content leaves its sentence.
            reports.AddRange(WithoutThoughtsInside(_found));
            _found.Clear();
        }

        return reports;
    }

    /// <summary>Whether a word can report, or open what somebody says, as what it is tagged; sentences without such a word need no tree.</summary>
    public static bool MayReport(ReadOnlySpan<char> word, PartOfSpeech tag) => tag switch
    {
        PartOfSpeech.Punct => word is ":",
        PartOfSpeech.Verb => IsAccording(word) || ReportingLexicon.Find(word) is { } form && (form.Verb is { Reports: true } || form.Adjective is not null),
        PartOfSpeech.Adj => ReportingLexicon.Find(word)?.Adjective is not null,
        PartOfSpeech.Noun => ReportingLexicon.Find(word) is { } form && (form.Noun is not null || (form.Verb is { Reports: true } && word[^1] is 's' or 'S')),
        _ => IsAccording(word),
    };

    private void ReadWord(int t)
    {
        ReadOnlySpan<char> word = Word(t);
        PartOfSpeech tag = _parsed.Tags[t];
        if (tag is not (PartOfSpeech.Verb or PartOfSpeech.Noun or PartOfSpeech.Adj or PartOfSpeech.Adp or PartOfSpeech.Aux or PartOfSpeech.Propn or PartOfSpeech.Sconj))
        {
            return;
        }

        if (IsAccording(word))
        {
            ReadAccordingTo(t);
            return;
        }

        if (ReportingLexicon.Find(word) is not { } form)
        {
            return;
        }

        int before = _found.Count;
        if (tag == PartOfSpeech.Verb && form.Verb is not null)
        {
            // "…, said one clerk": before the tree can give the verb to the subject in front.
            if (IsComma(t - 1))
            {
                ReadClosingSpeech(t, form.Verb);
            }

            if (before == _found.Count && !ReadName(t, form.Verb))
            {
                ReadVerb(t, form.Verb);
            }

            if (before == _found.Count)
            {
                ReadClosingSpeech(t, form.Verb);
            }
        }
        else if (tag == PartOfSpeech.Noun && form.Noun is not null)
        {
            ReadNoun(t, form.Noun);
        }

        if (before == _found.Count && tag == PartOfSpeech.Noun && form.Verb is not null && _parsed.PennTags[t] == PennTag.Nns && _parsed.Heads[t] < 0)
        {
            ReadMistaken(t, form.Verb);
        }

        if (before == _found.Count && form.Adjective is not null && tag is PartOfSpeech.Adj or PartOfSpeech.Verb)
        {
            ReadAdjective(t, form.Adjective);
        }
    }

    private bool IsParsed(Sentence sentence)
    {
        for (int t = sentence.FirstToken; t < sentence.FirstToken + sentence.TokenCount; t++)
        {
            if (_parsed.Relations[t] != Relation.None)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Thoughts and intentions inside somebody's reported words are part of these; a speaker quoted by the speaker is a report of his own.</summary>
    private List<Report> WithoutThoughtsInside(List<Report> reports)
    {
        List<Report> kept = [];
        foreach (Report report in reports)
        {
            int cue = report.Cue[0].Start;
            bool inside = reports.Exists(other => !ReferenceEquals(other, report) && other.Content.Any(c => c.Contains(cue)));
            if (!inside || (report.IsSpeech && report.SourceToken >= 0 && (report.Rule == "according-to" || Vocabulary.Cue(Word(report.CueToken)) is { Frame: CueFrame.Speech or CueFrame.Tell })))
            {
                kept.Add(report);
            }
        }

        return kept;
    }

    private void Add(int cue, int source, int head, ImmutableArray<TextSpan> cueSpans, ImmutableArray<TextSpan> content, ImmutableArray<TextSpan> recipient, Certainty certainty, string rule, bool speech)
    {
        Add(new Report(cue, source, head, source >= 0 ? SourceSpans(source, cue) : [], cueSpans, content, recipient, certainty, rule, speech));
    }

    /// <summary>A tree that puts the verb inside its own complement has not been understood; where it hangs the source below what is said, the source is taken out.</summary>
    private void Add(Report report)
    {
        if (report.Content.Any(content => report.Source.Any(content.Overlaps)))
        {
            report = report with { Content = [.. report.Content.Where(content => !report.Source.Any(content.Overlaps))] };
        }

        if (!report.Content.IsEmpty && !report.Cue.Any(cue => report.Content.Any(cue.Overlaps)))
        {
            _found.Add(report);
        }
    }

    private void ReadAccordingTo(int according)
    {
        int end = _sentence.FirstToken + _sentence.TokenCount;
        int noun = _parsed.Heads[according];
        if (noun < 0 || according + 1 >= end || !Is(according + 1, "to") || noun <= according)
        {
            return;
        }

        bool opens = OnlyMarks(_sentence.FirstToken, according);
        bool closes = OnlyMarks(Rightmost(noun) + 1, end);
        if (!opens && IsComma(according - 1) && (closes || FinitePredicate(according + 2, end, according) < 0 || _parsed.Dependent(noun, Relation.AclRelcl) >= 0))
        {
            // "…, according to X.": what the tree makes of it does not matter.
            ReadClosing(according);
            return;
        }

        int clause = noun;
        do
        {
            clause = _parsed.Heads[clause];
        }
        while (clause >= 0 && _parsed.Heads[clause] >= 0 && (opens || closes || _parsed.Relations[clause].Universal() is Relation.Nmod or Relation.Obl or Relation.Obj or Relation.Appos or Relation.Amod or Relation.Compound or Relation.Nummod or Relation.Conj));

        if (clause < 0)
        {
            return;
        }

        _marks.Clear();
        _marks.AddSubtree(clause);
        _marks.RemoveSubtree(noun);
        RemoveOpening(clause);
        ImmutableArray<TextSpan> content = _marks.Spans();
        if (_parsed.Tags[noun] is PartOfSpeech.Verb)
        {
            noun = according + 2 < end ? according + 2 : noun;
        }

        Add(according, noun, clause, [new TextSpan(_tokens[according].Start, _tokens[according + 1].End)], content, [], Certainty.Attributed, "according-to", speech: true);
    }

    private void ReadClosing(int according)
    {
        int end = SentenceEnd;
        int to = according + 2;
        while (to < end && !(IsPause(to) && to + 1 < end && (IsRelative(to + 1) || _parsed.PennTags[to + 1] is PennTag.Vbg or PennTag.In or PennTag.Wrb)) && First(to) != ';')
        {
            to++;
        }

        _marks.Clear();
        MarkRange(according + 2, to);
        ImmutableArray<TextSpan> source = _marks.Spans();
        int start = _sentence.FirstToken;
        while (start < according && _parsed.Relations[start] == Relation.Cc)
        {
            start++;
        }

        int clause = FinitePredicate(start - 1, according, according);
        _marks.Clear();
        MarkRange(start, according);
        ImmutableArray<TextSpan> content = _marks.Spans();
        if (source.Length == 1 && !content.IsEmpty)
        {
            Add(new Report(according, according + 2, clause >= 0 ? clause : start, source, [new TextSpan(_tokens[according].Start, _tokens[according + 1].End)], content, [], Certainty.Attributed, "according-to", true));
        }
    }

    /// <summary>Takes "But" and "And" at the head of a sentence out of what is said.</summary>
    private void RemoveOpening(int clause)
    {
        foreach (int child in _parsed.Of(clause))
        {
            if (_parsed.Relations[child].Universal() == Relation.Cc && child < clause && OnlyMarks(_sentence.FirstToken, child))
            {
                _marks.Remove(child);
            }
        }
    }

    /// <summary>Whether there is nothing but punctuation from one token to another.</summary>
    private bool OnlyMarks(int from, int to)
    {
        for (int t = from; t < to; t++)
        {
            if (_tokens[t].Kind != TokenKind.Punctuation)
            {
                return false;
            }
        }

        return true;
    }

    private int Leftmost(int token)
    {
        int least = token;
        foreach (int child in _parsed.Of(token))
        {
            return Math.Min(least, child < token ? Leftmost(child) : least);
        }

        return least;
    }

    private int Rightmost(int token)
    {
        int most = token;
        int last = -1;
        foreach (int child in _parsed.Of(token))
        {
            last = child;
        }

        return last > token ? Math.Max(most, Rightmost(last)) : most;
    }

    private ReadOnlySpan<char> Word(int t) => _tokens[t].Span.In(_text);

    private bool Is(int t, string word) => Word(t).Equals(word, StringComparison.OrdinalIgnoreCase);

    private static bool IsAccording(ReadOnlySpan<char> word) => word.Equals("according", StringComparison.OrdinalIgnoreCase);

    private bool IsOneOf(int t, ImmutableArray<string> words)
    {
        foreach (string word in words)
        {
            if (Is(t, word))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsComma(int t) => t >= 0 && t < _tokens.Length && _text[_tokens[t].Start] == ',';

    /// <summary>The word that marks a clause or governs a phrase: "that", "to", "for"; -1 for none.</summary>
    private int Marker(int head)
    {
        foreach (int child in _parsed.Of(head))
        {
            if (_parsed.Relations[child] is Relation.Mark or Relation.Case && child < head)
            {
                return child;
            }
        }

        return -1;
    }

    private bool IsInfinitive(int verb)
    {
        foreach (int child in _parsed.Of(verb))
        {
            if (child < verb && _parsed.Relations[child] == Relation.Mark && Is(child, "to"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"leaving", "being told", "having been told".</summary>
    private bool IsGerund(int verb)
    {
        int first = verb;
        foreach (int child in _parsed.Of(verb))
        {
            if (child < verb && _parsed.Relations[child].Universal() == Relation.Aux)
            {
                first = child;
                break;
            }
        }

        return _parsed.PennTags[first] == PennTag.Vbg;
    }
}
