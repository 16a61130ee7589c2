namespace Entente.Reading.Html;

/// <summary>One block-level element of a page, with what stands in it counted.</summary>
internal sealed class PagePart(PagePart? parent, HtmlTag tag, Cues cues, int signature)
{
    public PagePart? Parent { get; } = parent;

    public HtmlTag Tag { get; } = tag;

    public int Depth { get; } = parent is null ? 0 : parent.Depth + 1;

    /// <summary>What its own attributes say.</summary>
    public Cues Cues { get; } = cues;

    /// <summary>The tags of itself and the elements around it, as a set.</summary>
    public ulong Within { get; } = (parent?.Within ?? 0) | (1UL << (int)tag);

    /// <summary>Alike for elements made from one template: tag and class, with those of two elements around it.</summary>
    public int Signature { get; } = signature;

    /// <summary>Its place among the parts, in document order.</summary>
    public int Index { get; set; }

    public string? Class { get; set; }

    /// <summary>Whether it stands among readers' comments.</summary>
    public bool IsComment { get; set; }

    /// <summary>Whether its markup (schema.org Comment) makes it one comment.</summary>
    public bool IsCommentItem { get; init; }

    public int FirstBlock { get; set; } = -1;

    public int LastBlock { get; set; } = -1;

    public int Blocks { get; set; }

    public int Words { get; set; }

    public int LinkWords { get; set; }

    public int Paragraphs { get; set; }

    public int ParagraphWords { get; set; }

    public int Headings { get; set; }

    public int Children { get; set; }

    /// <summary>Weighted votes that the main text stands here, after Readability.</summary>
    public double Score { get; set; }

    public double LinkDensity => Words == 0 ? 0 : (double)LinkWords / Words;

    public bool IsIn(HtmlTag outer) => (Within & (1UL << (int)outer)) != 0;

    public bool IsInside(PagePart outer)
    {
        PagePart? part = this;
        while (part is not null && part.Depth > outer.Depth)
        {
            part = part.Parent;
        }

        return ReferenceEquals(part, outer);
    }
}
