using System.Collections.Immutable;
using Entente.Analysis.Attributions;
using Entente.Analysis.Text;

namespace Entente.Analysis.Reuse;

/// <summary>The edits inside a shared passage: what stands between its runs, and how words alike are spelled.</summary>
/// <remarks>Runs are compared in pieces, so a reprint of any length takes time linear in it.</remarks>
internal static class PassageEdits
{
    /// <summary>Words compared at once; pieces overlap by one, lest the marks between them be missed.</summary>
    private const int PieceWords = 60;

    /// <summary>Words alike on either side of a gap that hold the comparison of the gap in place.</summary>
    private const int Anchor = 12;

    public static ImmutableArray<WordEdit> Between(FoldedText first, FoldedText second, IReadOnlyList<SharedRun> runs)
    {
        ImmutableArray<WordEdit>.Builder edits = ImmutableArray.CreateBuilder<WordEdit>();
        for (int r = 0; r < runs.Count; r++)
        {
            int a = first.FirstAtOrAfter(runs[r].First.Start), b = second.FirstAtOrAfter(runs[r].Second.Start);
            if (r > 0)
            {
                AddGap(first, second, runs[r - 1], runs[r], a, b, edits);
            }

            for (int w = 0; w < runs[r].Words - 1 || w == 0; w += PieceWords)
            {
                int words = Math.Min(PieceWords + 1, runs[r].Words - w);
                edits.AddRange(Compare(first, first.Span(a + w, words), second, second.Span(b + w, words)));
            }
        }

        return [.. edits.Select(e => Weighed(e, first, second))];
    }

    /// <summary>To drop, add or exchange a word of what either report puts in quotation marks changes what was said. Outside, that is how a text is edited: there only a
    /// negation, a modal verb, a number, a name or a word of scope bears on the meaning by itself; and not where the edit runs over a paragraph's edge, as the rest of a
    /// headline with the dateline behind it does.</summary>
    private static WordEdit Weighed(WordEdit edit, FoldedText first, FoldedText second)
    {
        bool isQuoted = IsQuoted(first, edit.FromSpan) || IsQuoted(second, edit.ToSpan);
        bool isEditing = edit.Kind is EditKind.Dropped or EditKind.Added or EditKind.Changed || CrossesEdge(first.Document, edit.FromSpan) || CrossesEdge(second.Document, edit.ToSpan);
        return edit.MeaningBearing && !isQuoted && isEditing ? edit with { MeaningBearing = false } : edit;
    }

    private static bool CrossesEdge(Document document, TextSpan span) => !span.IsEmpty && !document.Blocks.Any(b => b.Span.Contains(span));

    /// <summary>For an empty span: whether the words on both sides of the place stand inside quotation marks.</summary>
    private static bool IsQuoted(FoldedText text, TextSpan span)
    {
        int word = text.FirstAtOrAfter(span.Start);
        return word < text.Length && text.Quoted[word] && (!span.IsEmpty || (word > 0 && text.Quoted[word - 1]));
    }

    private static void AddGap(FoldedText first, FoldedText second, SharedRun before, SharedRun after, int a, int b, ImmutableArray<WordEdit>.Builder edits)
    {
        int anchorBefore = Math.Min(Anchor, before.Words), anchorAfter = Math.Min(Anchor, after.Words);
        int endA = first.FirstAtOrAfter(before.First.Start) + before.Words, endB = second.FirstAtOrAfter(before.Second.Start) + before.Words;
        TextSpan here = new(first.Places[endA - anchorBefore].Start, first.Places[a + anchorAfter - 1].End);
        TextSpan there = new(second.Places[endB - anchorBefore].Start, second.Places[b + anchorAfter - 1].End);
        TextSpan gapHere = new(before.First.End, after.First.Start), gapThere = new(before.Second.End, after.Second.Start);
        edits.AddRange(Compare(first, here, second, there).Where(e => gapHere.Contains(e.FromSpan) && gapThere.Contains(e.ToSpan)));
    }

    private static ImmutableArray<WordEdit> Compare(FoldedText first, TextSpan here, FoldedText second, TextSpan there) =>
        QuotationComparison.Compare(first.Document.Text, [here], second.Document.Text, [there]).Edits;
}
