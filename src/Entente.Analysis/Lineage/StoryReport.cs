using System.Collections.Immutable;
using Entente.Analysis.Attributions;
using Entente.Analysis.Reuse;
using Entente.Analysis.Text;

namespace Entente.Analysis.Lineage;

/// <summary>A report of one story, with what lineage asks of its text.</summary>
internal sealed class StoryReport
{
    private const int QuotedRunLength = 4;
    private const int FewestQuotedRuns = 20;
    private const double NearlyAllQuoted = 0.8;

    private static readonly HashSet<string> s_ownNames = new(["us", "this newspaper", "this paper", "this website", "this agency", "this reporter", "our reporter", "our correspondent"], StringComparer.OrdinalIgnoreCase);

    private readonly FoldedText _text;
    private readonly bool[] _isBody;
    private readonly bool[] _isFurniture;

    /// <param name="furniture">What the outlet prints in report after report.</param>
    public StoryReport(AttributedReport report, IReadOnlyList<TextSpan> furniture)
    {
        Tokenized = report.Tokenized;
        Attributions = report.Attributions;
        Document document = Tokenized.Document;
        Document = document;
        _text = FoldedText.From(Tokenized);
        _isBody = new bool[_text.Length];
        foreach (Block block in document.Blocks.Where(b => b.Kind is BlockKind.Body or BlockKind.Quote))
        {
            for (int i = _text.FirstAtOrAfter(block.Span.Start); i < _text.Length && _text.Places[i].End <= block.Span.End; i++)
            {
                _isBody[i] = true;
                BodyWords++;
            }
        }

        _isFurniture = Mark(furniture);
        OutletKeys = [.. OutletKey.Of(document.Outlet)];
    }

    public Document Document { get; }

    public TokenizedDocument Tokenized { get; }

    public ImmutableArray<Attribution> Attributions { get; }

    /// <summary>Its reporting as it is compared with that of others.</summary>
    public FoldedText Folded => _text;

    public string Id => Document.Id;

    /// <summary>First and last word of the body; an empty body has the last before the first.</summary>
    public (int First, int Last) BodyEnds => (Array.IndexOf(_isBody, true), Array.LastIndexOf(_isBody, true));

    public string[] OutletKeys { get; }

    private HashSet<ulong> QuotedRuns => field ??= [.. RunsWhere(_text.Quoted)];

    /// <summary>Whether a report quotes a good deal, and all but a little of it the other quotes too.</summary>
    public bool HasItsQuotationsFrom(StoryReport other) =>
        QuotedRuns.Count >= FewestQuotedRuns && QuotedRuns.Count(other.QuotedRuns.Contains) >= NearlyAllQuoted * QuotedRuns.Count;

    /// <summary>The part of the different words inside <paramref name="spans"/> that the other report uses anywhere, quotations included.</summary>
    public double PartWorded(IEnumerable<TextSpan> spans, StoryReport other)
    {
        bool[] inside = Mark(spans);
        HashSet<ulong> words = [.. _text.Words.Where((_, i) => inside[i])];
        return words.Count == 0 ? 0 : (double)other._text.Words.Distinct().Count(words.Contains) / words.Count;
    }

    /// <summary>Where this report says that words were told to it which the other quotes too; null for nowhere.</summary>
    public IReadOnlyList<TextSpan>? ToldHere(StoryReport other)
    {
        List<TextSpan> places = [];
        foreach (Attribution told in Attributions.Where(a => a.IsQuoted && a.Recipient.Any(IsThisOutlet)))
        {
            if (RunsWhere(Mark(told.Quoted)).Any(other.QuotedRuns.Contains))
            {
                places.AddRange([.. told.Cue, .. told.Recipient]);
            }
        }

        return places.Count > 0 ? places : null;
    }

    private bool IsThisOutlet(TextSpan recipient)
    {
        string name = recipient.Of(Document.Text);
        return s_ownNames.Contains(name) || OutletKey.IsSelf(name, Document.Outlet);
    }

    private IEnumerable<ulong> RunsWhere(bool[] isIn)
    {
        for (int i = 0; i + QuotedRunLength <= _text.Length; i++)
        {
            if (!isIn.AsSpan(i, QuotedRunLength).Contains(false))
            {
                ulong hash = 0;
                foreach (ulong word in _text.Words.AsSpan(i, QuotedRunLength))
                {
                    hash = WordHash.Mix(hash + word);
                }

                yield return hash;
            }
        }
    }

    public int BodyWords { get; }

    /// <summary>Whether the report names a text that others can have too: a statement, a ruling, a letter.</summary>
    public bool NamesText => Document.Blocks.Any(b => b.IsReporting && Occasions.TryFind(Document.Text, b.Span, Occasion.Text) is not null);

    /// <summary>Words of the reporting, headline included.</summary>
    public int Words => _text.Length;

    /// <summary>Whether a word is the reporter's: in the body and outside quotation marks.</summary>
    public bool IsOwnWord(int word) => _isBody[word] && !_text.Quoted[word] && !_isFurniture[word];

    /// <summary>Whether the word at or after a place in the text stands inside quotation marks.</summary>
    public bool IsQuotedAt(int position)
    {
        int word = _text.FirstAtOrAfter(position);
        return word < _text.Length && _text.Quoted[word];
    }

    public ulong WordAt(int word) => _text.Words[word];

    public int WordAtOrAfter(int position) => _text.FirstAtOrAfter(position);

    public TextSpan PlaceOf(int word) => _text.Places[word];

    /// <summary>From the start of the first of <paramref name="count"/> words to the end of the last.</summary>
    public TextSpan Span(int word, int count) => _text.Span(word, count);

    /// <summary>By word: whether it stands inside any of <paramref name="spans"/>.</summary>
    public bool[] Mark(IEnumerable<TextSpan> spans)
    {
        bool[] inside = new bool[_text.Length];
        foreach (TextSpan span in spans)
        {
            for (int i = _text.FirstAtOrAfter(span.Start); i < _text.Length && _text.Places[i].End <= span.End; i++)
            {
                inside[i] = true;
            }
        }

        return inside;
    }

    /// <summary>How many words of the body stand inside any of <paramref name="spans"/>.</summary>
    public int BodyWordsIn(IEnumerable<TextSpan> spans)
    {
        bool[] inside = Mark(spans);
        int count = 0;
        for (int i = 0; i < inside.Length; i++)
        {
            count += inside[i] && _isBody[i] ? 1 : 0;
        }

        return count;
    }

    /// <summary>How many words stand inside quotation marks, outside all of <paramref name="spans"/>.</summary>
    public int QuotedWordsBeside(IEnumerable<TextSpan> spans)
    {
        bool[] inside = Mark(spans);
        int count = 0;
        for (int i = 0; i < inside.Length; i++)
        {
            count += _text.Quoted[i] && !inside[i] ? 1 : 0;
        }

        return count;
    }

    /// <summary>The most neighbouring words of a shared run that do not stand inside quotation marks in both reports.</summary>
    public static int LongestOutsideQuotation(StoryReport first, StoryReport second, SharedRun run)
    {
        int i = first._text.FirstAtOrAfter(run.First.Start);
        int j = second._text.FirstAtOrAfter(run.Second.Start);
        int longest = 0;
        int length = 0;
        for (int w = 0; w < run.Words; w++)
        {
            length = first._text.Quoted[i + w] && second._text.Quoted[j + w] ? 0 : length + 1;
            longest = Math.Max(longest, length);
        }

        return longest;
    }

    /// <summary>From the paragraph before the one a span begins in to the one after that it ends in.</summary>
    public TextSpan Around(TextSpan span, int paragraphs)
    {
        int first = -1;
        int last = -1;
        for (int b = 0; b < Document.Blocks.Length; b++)
        {
            if (Document.Blocks[b].Span.Overlaps(span))
            {
                first = first < 0 ? b : first;
                last = b;
            }
        }

        return first < 0
            ? span
            : new TextSpan(Document.Blocks[Math.Max(0, first - paragraphs)].Span.Start, Document.Blocks[Math.Min(Document.Blocks.Length - 1, last + paragraphs)].Span.End);
    }

    /// <summary>Whether this report is certainly the earlier one.</summary>
    public bool IsBefore(StoryReport other) => Document.Published is { } own && other.Document.Published is { } their && own.IsBefore(their);

    public bool IsOfSameOutlet(StoryReport other) => OutletKeys.Intersect(other.OutletKeys).Any();

    public override string ToString() => Id;
}
