using Entente.Analysis.Reuse;
using Entente.Analysis.Text;

namespace Entente.Analysis.Lineage;

/// <summary>A report of one story, with what lineage asks of its text.</summary>
internal sealed class StoryReport
{
    private readonly FoldedText _text;
    private readonly bool[] _isBody;

    public StoryReport(TokenizedDocument tokenized)
    {
        Document document = tokenized.Document;
        Document = document;
        _text = FoldedText.From(tokenized);
        _isBody = new bool[_text.Length];
        foreach (Block block in document.Blocks.Where(b => b.Kind is BlockKind.Body or BlockKind.Quote))
        {
            for (int i = _text.FirstAtOrAfter(block.Span.Start); i < _text.Length && _text.Places[i].End <= block.Span.End; i++)
            {
                _isBody[i] = true;
                BodyWords++;
            }
        }

        OutletKeys = [.. OutletKey.Of(document.Outlet)];
    }

    public Document Document { get; }

    public string Id => Document.Id;

    public string[] OutletKeys { get; }

    public int BodyWords { get; }

    /// <summary>How many words of the body stand inside any of <paramref name="spans"/>.</summary>
    public int BodyWordsIn(IEnumerable<TextSpan> spans)
    {
        bool[] inside = new bool[_text.Length];
        int count = 0;
        foreach (TextSpan span in spans)
        {
            for (int i = _text.FirstAtOrAfter(span.Start); i < _text.Length && _text.Places[i].End <= span.End; i++)
            {
                count += _isBody[i] && !inside[i] ? 1 : 0;
                inside[i] = true;
            }
        }

        return count;
    }

    /// <summary>How many words stand inside quotation marks, outside all of <paramref name="spans"/>.</summary>
    public int QuotedWordsBeside(IEnumerable<TextSpan> spans)
    {
        bool[] quoted = [.. _text.Quoted];
        foreach (TextSpan span in spans)
        {
            for (int i = _text.FirstAtOrAfter(span.Start); i < _text.Length && _text.Places[i].End <= span.End; i++)
            {
                quoted[i] = false;
            }
        }

        return quoted.Count(q => q);
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

    /// <summary>How many different words both reports use.</summary>
    public int WordsInCommon(StoryReport other) => _text.Words.Intersect(other._text.Words).Count();

    public override string ToString() => Id;
}
