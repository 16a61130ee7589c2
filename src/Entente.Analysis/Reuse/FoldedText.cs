using Entente.Analysis.Attributions;
using Entente.Analysis.Text;

namespace Entente.Analysis.Reuse;

/// <summary>The words of a document's reporting as they are compared with those of others.</summary>
internal sealed class FoldedText
{
    private FoldedText(Document document, ulong[] words, TextSpan[] places, bool[] quoted)
    {
        Document = document;
        Words = words;
        Places = places;
        Quoted = quoted;
        foreach (ulong word in words)
        {
            Content = WordHash.Mix(Content + word);
        }
    }

    public Document Document { get; }

    public ulong[] Words { get; }

    /// <summary>Where each word stands in the text.</summary>
    public TextSpan[] Places { get; }

    /// <summary>Whether each word stands inside quotation marks.</summary>
    public bool[] Quoted { get; }

    /// <summary>A hash of all the words in their order.</summary>
    public ulong Content { get; }

    public int Length => Words.Length;

    public static FoldedText From(TokenizedDocument tokenized)
    {
        Document document = tokenized.Document;
        List<ulong> words = new(document.Text.Length / 6);
        List<TextSpan> places = new(document.Text.Length / 6);
        foreach (Block block in document.Blocks)
        {
            if (block.IsReporting)
            {
                WordFolding.Fold(document.Text, block.Span, words, places);
            }
        }

        FoldedText folded = new(document, [.. words], [.. places], new bool[words.Count]);
        folded.MarkQuoted(tokenized);
        return folded;
    }

    /// <summary>A block set off as a quotation is one as a whole.</summary>
    private void MarkQuoted(TokenizedDocument tokenized)
    {
        IEnumerable<TextSpan> setOff = Document.Blocks.Where(b => b.Kind == BlockKind.Quote).Select(b => b.Span);
        IEnumerable<TextSpan> inMarks = QuotationScanner.Scan(tokenized).Where(q => q.Parent < 0).SelectMany(q => q.Content);
        foreach (TextSpan span in setOff.Concat(inMarks))
        {
            for (int i = FirstAtOrAfter(span.Start); i < Length && Places[i].End <= span.End; i++)
            {
                Quoted[i] = true;
            }
        }
    }

    /// <summary>From the start of the first of <paramref name="count"/> words to the end of the last.</summary>
    public TextSpan Span(int word, int count) => new(Places[word].Start, Places[word + count - 1].End);

    /// <summary>How many words stand inside any of <paramref name="spans"/>, each counted once.</summary>
    public int CountIn(IEnumerable<TextSpan> spans)
    {
        bool[] inside = new bool[Length];
        foreach (TextSpan span in spans)
        {
            for (int i = FirstAtOrAfter(span.Start); i < Length && Places[i].End <= span.End; i++)
            {
                inside[i] = true;
            }
        }

        return inside.Count(i => i);
    }

    public int FirstAtOrAfter(int position)
    {
        int low = 0;
        int high = Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (Places[middle].Start < position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
