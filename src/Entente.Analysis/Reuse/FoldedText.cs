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

    public static FoldedText From(Document document)
    {
        List<ulong> words = new(document.Text.Length / 6);
        List<TextSpan> places = new(document.Text.Length / 6);
        foreach (Block block in document.Blocks)
        {
            if (block.IsReporting)
            {
                WordFolding.Fold(document.Text, block.Span, words, places);
            }
        }

        bool[] quoted = new bool[words.Count];
        int word = 0;
        foreach (TextSpan stretch in QuotedStretches.Find(document))
        {
            while (word < places.Count && places[word].Start < stretch.Start)
            {
                word++;
            }

            for (; word < places.Count && places[word].End <= stretch.End; word++)
            {
                quoted[word] = true;
            }
        }

        return new FoldedText(document, [.. words], [.. places], quoted);
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
