using System.Collections.Immutable;
using Entente.Analysis.Text;

namespace Entente.Analysis.Attributions;

/// <summary>One document's search: lays quotations and the words around them out as lines, reads each, and joins what is one attribution.</summary>
internal sealed class AttributionSearch
{
    /// <summary>Quoted stretches up to this many words need a cue to be speech; without one they are scare quotes, titles or terms.</summary>
    private const int TermWords = 3;

    /// <summary>Items behind a quotation that are read for its speaker.</summary>
    private const int WidestReach = 80;

    private readonly TokenizedDocument _document;
    private readonly string _text;
    private readonly ImmutableArray<Quotation> _quotations;
    private readonly Line[] _lines;
    private readonly int[] _place;
    private readonly (Line Line, int At)[] _lastPart;
    private readonly Reading?[] _readings;
    private readonly int[] _joined;
    private readonly bool[] _dropped;
    private readonly int[] _follows;
    private readonly int[] _words;
    private readonly int[] _blockOf;
    private readonly bool[] _startsSentence;

    public AttributionSearch(TokenizedDocument document, ImmutableArray<Quotation> quotations)
    {
        _document = document;
        _text = document.Document.Text;
        _quotations = quotations;
        int count = quotations.Length;
        _lines = new Line[count];
        _place = new int[count];
        _lastPart = new (Line, int)[count];
        _readings = new Reading?[count];
        _joined = new int[count];
        _dropped = new bool[count];
        _follows = new int[count];
        Array.Fill(_joined, -1);
        Array.Fill(_follows, -1);
        _words = [.. quotations.Select(q => QuotationShape.Words(_text, q))];
        _blockOf = new int[document.Tokens.Length];
        _startsSentence = new bool[document.Tokens.Length];
        foreach (Sentence sentence in document.Sentences)
        {
            _startsSentence[sentence.FirstToken] = true;
            Array.Fill(_blockOf, sentence.Block, sentence.FirstToken, sentence.TokenCount);
        }
    }

    public ImmutableArray<Attribution> Run()
    {
        Line? before = null;
        foreach (Line line in Lay())
        {
            Read(line, before);
            before = line;
        }

        return Assemble();
    }

    /// <summary>The lines of the document in order, those inside a quotation after the one that holds it.</summary>
    private List<Line> Lay()
    {
        int[] opened = new int[_document.Tokens.Length];
        Array.Fill(opened, -1);
        bool[] holds = new bool[_quotations.Length];
        for (int q = 0; q < _quotations.Length; q++)
        {
            opened[_quotations[q].FirstToken] = q;
            opened[_quotations[q].LastPartToken] = q;
            if (_quotations[q].Parent >= 0)
            {
                holds[_quotations[q].Parent] = true;
            }
        }

        List<Line> lines = [];
        LayRange(0, _document.Tokens.Length, -1, opened, lines);
        for (int q = 0; q < _quotations.Length; q++)
        {
            if (holds[q])
            {
                Quotation quotation = _quotations[q];
                LayRange(quotation.FirstToken + 1, quotation.Closed ? quotation.EndToken - 1 : quotation.EndToken, q, opened, lines);
            }
        }

        return lines;
    }

    private void LayRange(int from, int to, int parent, int[] opened, List<Line> lines)
    {
        int block = from < to ? _blockOf[from] : -1;
        Line line = new(_text, _document.Tokens) { Block = block };
        int t = from;
        while (t < to)
        {
            if (_startsSentence[t] && (line.Count > 0 || _blockOf[t] != block))
            {
                if (line.Count > 0)
                {
                    lines.Add(line);
                }

                block = _blockOf[t];
                line = new Line(_text, _document.Tokens) { Block = block };
            }

            int q = opened[t];
            if (q >= 0 && _quotations[q].Parent == parent)
            {
                Quotation quotation = _quotations[q];
                if (t == quotation.FirstToken)
                {
                    _lines[q] = line;
                    _place[q] = line.Count;
                }

                _lastPart[q] = (line, line.Count);
                line.Items.Add(~q);
                t = t == quotation.LastPartToken ? quotation.EndToken : PartEnd(t);
            }
            else
            {
                if (!IsMarkup(t))
                {
                    line.Items.Add(t);
                }

                t++;
            }
        }

        if (line.Count > 0)
        {
            lines.Add(line);
        }
    }

    /// <summary>The first token of the next block: where the part of a quotation ends that runs on into another paragraph.</summary>
    private int PartEnd(int t)
    {
        int end = t + 1;
        while (end < _document.Tokens.Length && _blockOf[end] == _blockOf[t])
        {
            end++;
        }

        return end;
    }

    private bool IsMarkup(int t)
    {
        Token token = _document.Tokens[t];
        char c = _text[token.Start];
        return c is '*' or '_' || (c == ']' && token.Length > 1) || (c == '[' && OpensLink(t));
    }

    /// <summary>A bracket whose partner is the tail of a link.</summary>
    private bool OpensLink(int t)
    {
        for (int k = t + 1; k < Math.Min(_document.Tokens.Length, t + 60); k++)
        {
            char c = _text[_document.Tokens[k].Start];
            if (c is '[' or ']')
            {
                return c == ']' && _document.Tokens[k].Length > 1;
            }
        }

        return false;
    }

    /// <param name="lead">The line before, which may end in a colon: "X said:" over a quotation that is its own paragraph.</param>
    private void Read(Line line, Line? lead)
    {
        int previous = -1;
        for (int at = 0; at < line.Count; at++)
        {
            if (!line.IsQuotation(at))
            {
                continue;
            }

            int q = line.QuotationAt(at);
            int limit = at + 1;
            while (limit < Math.Min(line.Count, at + WidestReach) && !(line.IsQuotation(limit) && _words[line.QuotationAt(limit)] > TermWords))
            {
                limit++;
            }

            bool firstPart = ReferenceEquals(_lines[q], line) && _place[q] == at;
            bool lastPart = ReferenceEquals(_lastPart[q].Line, line) && _lastPart[q].At == at;
            if (_readings[q] is { Source: not null } && !firstPart)
            {
                previous = at;
                continue;
            }

            int bound = previous < 0 ? 0 : previous + 1;
            int before = previous < 0 ? -1 : line.QuotationAt(previous);
            Reading? earlier = before < 0 ? null : Leader(before);
            Reading? reading = null;
            if (firstPart)
            {
                (int, int)? speaker = earlier is not null && ReferenceEquals(earlier.Line, line) ? earlier.Source : null;
                reading = CueReader.Before(line, bound, at, speaker);
                if (reading is null && at == 0 && _quotations[q].Parent < 0 && lead is not null && lead.First(lead.Count - 1) == ':' && EndsBefore(lead, q))
                {
                    reading = CueReader.Before(lead, 0, lead.Count, null);
                }

                if (reading is not null && earlier is { IsAfter: true } && reading.Cue == earlier.Cue && ReferenceEquals(earlier.Line, line))
                {
                    // “A,” he said, “B.”
                    _joined[q] = Root(before);
                    previous = at;
                    continue;
                }
            }

            if (firstPart && earlier is { IsAfter: true, Source: not null } && ReferenceEquals(earlier.Line, line) && GoesOn(line, earlier, at))
            {
                // “A,” he said, but “B.”
                _joined[q] = Root(before);
                previous = at;
                continue;
            }

            bool asks = QuotationShape.AsksForSpeaker(_text, _quotations[q]) || (at == 0 && !line.IsComma(at + 1) && _words[q] > TermWords);
            if (lastPart && reading?.Source is null && CueReader.After(line, at, limit, asks) is { } behind)
            {
                reading = behind;
            }

            if (reading is null && earlier is { Source: not null } && SharesCue(line, previous, at, before))
            {
                _joined[q] = Root(before);
                previous = at;
                continue;
            }

            _readings[q] = reading ?? _readings[q];
            previous = at;
        }
    }

    private bool EndsBefore(Line line, int q) => line.Items[^1] < _quotations[q].FirstToken && _quotations[q].FirstToken - line.Items[^1] <= 3;

    private Reading? Leader(int q) => _readings[Root(q)];

    private int Root(int q)
    {
        while (_joined[q] >= 0)
        {
            q = _joined[q];
        }

        return q;
    }

    /// <summary>Nothing but a comma and a conjunction between the words that name the speaker and the next quotation.</summary>
    private static bool GoesOn(Line line, Reading earlier, int at)
    {
        int i = at - 1;
        while (line.Word(i) is "but" or "and" or "because" or "so" or "or" or "that" or "yet" || line.IsComma(i))
        {
            i--;
        }

        return i < at - 1 && i == Math.Max(earlier.Cue?.To ?? 0, earlier.Source!.Value.To) - 1;
    }

    /// <summary>"called it “a” and “b”": nothing between that could bring in another speaker.</summary>
    private bool SharesCue(Line line, int previous, int at, int before)
    {
        if (at - previous > 12 || Leader(before) is { IsAfter: true } reading && at - previous > 3 && reading.Cue is not null)
        {
            return false;
        }

        for (int i = previous + 1; i < at; i++)
        {
            if (line.First(i) is ';' or '.' or ':' || line.IsVerb(i) || line.Word(i) is "but" or "while" or "although")
            {
                return false;
            }
        }

        return true;
    }

    private ImmutableArray<Attribution> Assemble()
    {
        for (int q = 0; q < _quotations.Length; q++)
        {
            int root = Root(q);
            if (root == q && QuotationShape.IsTerm(_text, _document.Tokens, _quotations[q], _lines[q], _place[q], _readings[q]?.Cue is not null || _readings[q]?.Source is not null, TermWords))
            {
                _dropped[q] = true;
            }
        }

        FollowOn();

        int[] number = new int[_quotations.Length];
        Array.Fill(number, -1);
        int next = 0;
        for (int q = 0; q < _quotations.Length; q++)
        {
            if (_joined[q] < 0 && !_dropped[q])
            {
                number[q] = _follows[q] >= 0 ? number[_follows[q]] : next++;
            }
        }

        ILookup<int, int> joinedTo = Enumerable.Range(0, _quotations.Length).Where(q => _joined[q] >= 0).ToLookup(Root);
        ILookup<int, int> followedBy = Enumerable.Range(0, _quotations.Length).Where(q => _follows[q] >= 0).ToLookup(q => _follows[q]);
        ImmutableArray<Attribution>.Builder built = ImmutableArray.CreateBuilder<Attribution>(next);
        for (int q = 0; q < _quotations.Length; q++)
        {
            if (number[q] >= 0 && _follows[q] < 0)
            {
                built.Add(Build(q, number, joinedTo, followedBy));
            }
        }

        return built.MoveToImmutable();
    }

    /// <summary>A quotation that is a sentence of its own right behind "…, X said." in the same paragraph, with nobody else named, is X's too.</summary>
    private void FollowOn()
    {
        int last = -1;
        for (int q = 0; q < _quotations.Length; q++)
        {
            if (_quotations[q].Parent >= 0 || _joined[q] >= 0 || _dropped[q])
            {
                continue;
            }

            Line line = _lines[q];
            // A quotation that runs on over paragraphs ends on another line; what stands behind it there was read with it.
            bool endsHere = ReferenceEquals(_lastPart[q].Line, line) || _quotations[q].Content.Length > 1;
            bool alone = _readings[q] is null && _place[q] == 0 && endsHere && OnlyPointsAfter(line, 0);
            if (alone && last >= 0 && _readings[last] is { Source: not null } said && (said.IsAfter || _follows[last] >= 0)
                && _lastPart[last].Line.Block == line.Block && IsNextLine(last, q) && _words[q] > 1)
            {
                _readings[q] = said;
                _follows[q] = _follows[last] >= 0 ? _follows[last] : last;
            }

            last = q;
        }
    }

    private static bool OnlyPointsAfter(Line line, int at)
    {
        for (int i = at + 1; i < line.Count; i++)
        {
            if (line.IsWord(i) || line.IsNumber(i) || line.IsQuotation(i))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether no sentence stands between the line of one quotation and that of the next.</summary>
    private bool IsNextLine(int last, int q)
    {
        Line line = _lastPart[last].Line;
        int end = line.Items[^1] >= 0 ? line.Items[^1] + 1 : _quotations[~line.Items[^1]].EndToken;
        int start = _quotations[q].FirstToken;
        for (int t = end; t < start; t++)
        {
            if (!IsMarkup(t))
            {
                return false;
            }
        }

        return end <= start;
    }

    private Attribution Build(int q, int[] number, ILookup<int, int> joinedTo, ILookup<int, int> followedBy)
    {
        Quotation quotation = _quotations[q];
        Reading? reading = _readings[q];
        ImmutableArray<ImmutableArray<TextSpan>> quoted = [Parts(q, joinedTo), .. followedBy[q].Select(next => Parts(next, joinedTo))];

        int parent = quotation.Parent;
        while (parent >= 0 && (_dropped[parent] || number[Root(parent)] < 0))
        {
            parent = _quotations[parent].Parent;
        }

        string rule = reading is null ? "not-stated" : reading.Rule;
        if (quotation.Content.Length > 1)
        {
            rule += "+over-paragraphs";
        }

        if (!quotation.Closed)
        {
            rule += "+unclosed";
        }

        if (quoted.Length > 1)
        {
            rule += "+follows-on";
        }

        ImmutableArray<TextSpan> source = Spans(reading?.Line, reading?.Source);
        AttributionMode mode = QuotationShape.IsSentence(_text, _document.Tokens, quotation, _lines[q], _place[q], reading) ? AttributionMode.Direct : AttributionMode.Mixed;
        return new Attribution(
            source,
            source.IsEmpty ? SourceKind.NotStated : SourceKinds.Of(_document.Document, reading!.Line, reading.Source!.Value.From, reading.Source.Value.To),
            [.. Spans(reading?.Line, reading?.Cue), .. Spans(reading?.Line, reading?.CueRest)],
            [.. quoted.SelectMany(parts => parts)],
            Spans(reading?.Line, reading?.Recipient),
            mode,
            reading?.Verb?.Certainty ?? Certainty.Attributed,
            rule,
            parent < 0 ? null : number[Root(parent)])
        {
            Quotations = quoted,
        };
    }

    private ImmutableArray<TextSpan> Parts(int q, ILookup<int, int> joinedTo)
    {
        ImmutableArray<TextSpan> parts = _quotations[q].Content;
        foreach (int part in joinedTo[q])
        {
            parts = parts.AddRange(_quotations[part].Content);
        }

        return parts;
    }

    private static ImmutableArray<TextSpan> Spans(Line? line, (int From, int To)? range) =>
        line is null || range is not { } r ? [] : [line.Span(r.From, r.To)];
}
