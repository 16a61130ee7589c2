namespace Entente.Reading.Html;

// What is found out about the whole page before its blocks are measured.
internal sealed partial class BlockFeatures
{
    /// <summary>Where all running text stands in what looks like comments, the page is a discussion and they are its text.</summary>
    private static void DoubtComments(Page page)
    {
        int inside = 0, outside = 0;
        foreach (PageBlock block in page.Blocks)
        {
            if (block.Words - block.LinkWords >= ParagraphLength && block.LinkWords * 2 < block.Words)
            {
                inside += block.Part.IsComment ? block.Words : 0;
                outside += block.Part.IsComment ? 0 : block.Words;
            }
        }

        if (inside > 100 && outside < 50)
        {
            foreach (PagePart part in page.Parts)
            {
                part.IsComment = false;
            }
        }
    }

    private static void Count(Page page)
    {
        foreach (PageBlock block in page.Blocks)
        {
            PagePart part = block.Part;
            part.Words += block.Words;
            part.LinkWords += block.LinkWords;
            part.Blocks++;
            if (!part.IsComment && block.Words - block.LinkWords >= ParagraphLength && block.LinkWords * 2 < block.Words)
            {
                part.Paragraphs++;
                part.ParagraphWords += block.Words - block.LinkWords;
            }

            part.Headings += block.HeadingLevel > 0 ? 1 : 0;
            part.FirstBlock = part.FirstBlock < 0 ? block.Index : part.FirstBlock;
            part.LastBlock = block.Index;
        }

        for (int i = page.Parts.Count - 1; i > 0; i--)
        {
            PagePart part = page.Parts[i];
            PagePart parent = part.Parent!;
            parent.Words += part.Words;
            parent.LinkWords += part.LinkWords;
            parent.Blocks += part.Blocks;
            parent.Paragraphs += part.Paragraphs;
            parent.ParagraphWords += part.ParagraphWords;
            parent.Headings += part.Headings;
            if (part.FirstBlock >= 0)
            {
                parent.FirstBlock = parent.FirstBlock < 0 ? part.FirstBlock : Math.Min(parent.FirstBlock, part.FirstBlock);
                parent.LastBlock = Math.Max(parent.LastBlock, part.LastBlock);
            }
        }
    }

    private static PagePart Core(Page page, double share)
    {
        PagePart core = page.Parts[0];
        double needed = core.ParagraphWords * share;
        for (int i = 1; i < page.Parts.Count; i++)
        {
            PagePart part = page.Parts[i];
            if (ReferenceEquals(part.Parent, core) && part.ParagraphWords >= needed && needed > 0)
            {
                core = part;
            }
        }

        return core;
    }

    /// <summary>The largest part around a block that holds less than half of the page's running text.</summary>
    private PagePart SectionOf(PagePart part)
    {
        while (part.Parent is { } parent && parent.ParagraphWords * 2 < _paragraphWords)
        {
            part = parent;
        }

        return part;
    }

    private int FindTitle()
    {
        int best = -1;
        double bestScore = 0.5;
        for (int i = 0; i < _page.Blocks.Count; i++)
        {
            PageBlock block = _page.Blocks[i];
            if (block.HeadingLevel is 0 or > 3 || block.Part.IsIn(HtmlTag.Navigation))
            {
                continue;
            }

            // A page without a title has at least a first heading.
            double overlap = TitleWords.Count == 0 && block.HeadingLevel == 1 ? 0.5 : TitleOverlap(block.Text);
            double score = overlap + (block.HeadingLevel == 1 ? 0.3 : 0) - (block.LinkWords > 0 ? 0.1 : 0);
            if (score > bestScore)
            {
                (best, bestScore) = (i, score);
            }
        }

        return best;
    }

    /// <summary>How alike a block and the page's title are, as sets of words (Jaccard).</summary>
    private double TitleOverlap(string text)
    {
        if (TitleWords.Count == 0 || text.Length > 300)
        {
            return 0;
        }

        HashSet<string> words = WordSet(text);
        int shared = 0;
        foreach (string word in words)
        {
            shared += TitleWords.Contains(word) ? 1 : 0;
        }

        return (double)shared / Math.Max(1, words.Count + TitleWords.Count - shared);
    }

    private double DeclaredOverlap(PageBlock block)
    {
        if (DeclaredBody is null)
        {
            return -1;
        }

        return DeclaredText.ShareIn(DeclaredBody, block.Text);
    }

    private static HashSet<string> WordSet(string? text) => new(DeclaredText.Words(text ?? ""), StringComparer.OrdinalIgnoreCase);
}
