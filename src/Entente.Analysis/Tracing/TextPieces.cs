using System.Collections.Immutable;
using Entente.Analysis.Reuse;
using Entente.Analysis.Text;

namespace Entente.Analysis.Tracing;

/// <summary>Cuts a report's reporting into the passages that another has too and what stands between them.</summary>
internal static class TextPieces
{
    public static ImmutableArray<TextPiece> Of(FoldedText text, ImmutableArray<AlignedPassage> passages, bool isFirst)
    {
        ImmutableArray<TextPiece>.Builder pieces = ImmutableArray.CreateBuilder<TextPiece>();
        int at = 0;
        int passed = 0;
        foreach (AlignedPassage passage in passages.OrderBy(p => p.SpanIn(isFirst)))
        {
            TextSpan span = passage.SpanIn(isFirst);
            TextSpan whole = WithMarks(text.Document, span, at);
            int first = text.FirstAtOrAfter(span.Start), end = text.FirstAtOrAfter(span.End);
            Add(null, new TextSpan(at, whole.Start), first - passed);
            Add(passage.Number, whole, end - first);
            (at, passed) = (whole.End, end);
        }

        Add(null, new TextSpan(at, text.Document.Text.Length), text.Length - passed);
        return pieces.ToImmutable();

        void Add(int? passage, TextSpan span, int words)
        {
            ImmutableArray<TextSpan> spans = InParagraphs(text.Document, span);
            if (!spans.IsEmpty && (passage is not null || words > 0))
            {
                pieces.Add(new TextPiece(passage, spans, words));
            }
        }
    }

    /// <summary>With the marks that belong to its first and last word: a quotation mark before, a full stop behind.</summary>
    private static TextSpan WithMarks(Document document, TextSpan span, int from)
    {
        string text = document.Text;
        (int start, int end) = (span.Start, span.End);
        while (start > from && !char.IsWhiteSpace(text[start - 1]) && !char.IsLetterOrDigit(text[start - 1]))
        {
            start--;
        }

        while (end < text.Length && !char.IsWhiteSpace(text[end]) && !char.IsLetterOrDigit(text[end]))
        {
            end++;
        }

        return new TextSpan(start, end);
    }

    /// <summary>The parts of a stretch in reporting blocks, without white space at the ends.</summary>
    private static ImmutableArray<TextSpan> InParagraphs(Document document, TextSpan span)
    {
        ImmutableArray<TextSpan>.Builder spans = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (Block block in document.Blocks)
        {
            if (block.IsReporting && block.Span.Overlaps(span))
            {
                (int start, int end) = (Math.Max(block.Span.Start, span.Start), Math.Min(block.Span.End, span.End));
                while (start < end && char.IsWhiteSpace(document.Text[start]))
                {
                    start++;
                }

                while (end > start && char.IsWhiteSpace(document.Text[end - 1]))
                {
                    end--;
                }

                if (end > start)
                {
                    spans.Add(new TextSpan(start, end));
                }
            }
        }

        return spans.ToImmutable();
    }
}
