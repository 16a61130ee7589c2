using System.Buffers;
using Entente.Analysis.Attributions;
using Entente.Analysis.Text;

namespace Entente.Analysis.Tracing;

/// <summary>Words of a report that may hold a sentence together: the running text of its body, or one headline, caption, comment or other block.</summary>
/// <remarks>The paragraphs of the body are one region, for a page break or an advertisement may part a sentence.</remarks>
internal sealed class TextRegion
{
    private static readonly SearchValues<char> s_breaks = SearchValues.Create(".!?…\n\"“”");

    private TextRegion(Document document, List<QuotedWord> words, List<int> blocks, bool[] quoted)
    {
        Document = document;
        Words = words;
        Blocks = blocks;
        Quoted = quoted;
    }

    public Document Document { get; }

    public List<QuotedWord> Words { get; }

    /// <summary>The index of the block that each word stands in.</summary>
    public List<int> Blocks { get; }

    /// <summary>Whether each word stands inside quotation marks.</summary>
    public bool[] Quoted { get; }

    public static IEnumerable<TextRegion> Of(TokenizedDocument tokenized)
    {
        Document document = tokenized.Document;
        TextSpan[] quotations = [.. QuotationScanner.Scan(tokenized).Where(q => q.Parent < 0).SelectMany(q => q.Content).Order()];
        int[] running = [.. Enumerable.Range(0, document.Blocks.Length).Where(b => IsRunning(document.Blocks[b]))];
        if (running.Length > 0)
        {
            yield return Read(document, running, quotations);
        }

        for (int b = 0; b < document.Blocks.Length; b++)
        {
            if (!IsRunning(document.Blocks[b]))
            {
                yield return Read(document, [b], quotations);
            }
        }
    }

    private static bool IsRunning(Block block) => block.Kind is BlockKind.Body or BlockKind.Quote && !block.IsHeading;

    private static TextRegion Read(Document document, int[] blocks, TextSpan[] quotations)
    {
        List<QuotedWord> words = [];
        List<int> blockOf = [];
        foreach (int b in blocks)
        {
            words.AddRange(QuotedWord.Of(document.Text, [document.Blocks[b].Span]));
            while (blockOf.Count < words.Count)
            {
                blockOf.Add(b);
            }
        }

        bool[] quoted = new bool[words.Count];
        int next = 0;
        for (int w = 0; w < words.Count; w++)
        {
            while (next < quotations.Length && quotations[next].End <= words[w].Span.Start)
            {
                next++;
            }

            quoted[w] = (next < quotations.Length && quotations[next].Contains(words[w].Span)) || document.Blocks[blockOf[w]].Kind == BlockKind.Quote;
        }

        return new TextRegion(document, words, blockOf, quoted);
    }

    /// <summary>Whether word <paramref name="w"/> goes on right where the one before it ends: same block, same side of a quotation mark, no end of a sentence between.</summary>
    public bool FollowsOn(int w) =>
        w > 0 && Blocks[w] == Blocks[w - 1] && Quoted[w] == Quoted[w - 1]
        && Document.Text.AsSpan(Words[w - 1].Span.End, Words[w].Span.Start - Words[w - 1].Span.End).IndexOfAny(s_breaks) < 0;
}
