using System.Text;
using Entente.Analysis.Text;

namespace Entente.Reading.PlainText;

/// <summary>Rendered Markdown, closed up: one empty line between blocks and none inside a paragraph, whatever the source had.</summary>
internal sealed class RenderedText
{
    private readonly int[] _places;

    private RenderedText(string text, int[] places, IReadOnlyList<Block> blocks, IReadOnlyList<Link> links)
    {
        Text = text;
        _places = places;
        Blocks = blocks;
        Links = links;
    }

    public string Text { get; }

    public IReadOnlyList<Block> Blocks { get; }

    public IReadOnlyList<Link> Links { get; }

    public static RenderedText Close(SourceLines source, IReadOnlyList<Block> blocks)
    {
        StringBuilder closed = new(source.Text.Length);
        int[] places = new int[source.Text.Length + 1];
        List<Block> moved = new(blocks.Count);
        int done = 0;
        for (int b = 0; b < blocks.Count; b++)
        {
            Block block = blocks[b];
            // A dateline and the paragraph it opens stand on one line.
            bool onOneLine = b > 0 && source.Text.AsSpan(blocks[b - 1].Span.End, block.Span.Start - blocks[b - 1].Span.End).IndexOf('\n') < 0;
            if (closed.Length > 0)
            {
                closed.Append(onOneLine ? " " : "\n\n");
            }

            for (; done < block.Span.Start; done++)
            {
                places[done] = closed.Length;
            }

            int start = closed.Length;
            bool keepsLines = block.Kind == BlockKind.Comment;
            bool afterBlank = false;
            for (; done < block.Span.End; done++)
            {
                char c = source.Text[done];
                places[done] = closed.Length;
                bool blank = SourceLines.IsBlank(c) && c != '\u00A0';
                if (!blank || keepsLines)
                {
                    closed.Append(c);
                }
                else if (!afterBlank)
                {
                    closed.Append(' ');
                }

                afterBlank = blank;
            }

            moved.Add(block with { Span = new TextSpan(start, closed.Length) });
        }

        for (; done <= source.Text.Length; done++)
        {
            places[done] = closed.Length;
        }

        List<Link> links = new(source.Links.Count);
        foreach (Link link in source.Links)
        {
            TextSpan span = new(places[link.Span.Start], places[link.Span.End - 1] + 1);
            if (!span.IsEmpty && span.End <= closed.Length)
            {
                links.Add(link with { Span = span });
            }
        }

        return new RenderedText(closed.ToString(), places, moved, links);
    }

    public StatedTime? Moved(StatedTime? time) => time is { Span: { } span } ? time with { Span = new TextSpan(_places[span.Start], _places[span.End - 1] + 1) } : time;
}
