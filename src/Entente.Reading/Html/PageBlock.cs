using Entente.Analysis.Text;

namespace Entente.Reading.Html;

/// <summary>A stretch of a page's text that no block-level element parts, before it is known what it is for.</summary>
internal sealed class PageBlock(PagePart part, string text)
{
    public PagePart Part { get; } = part;

    public string Text { get; } = text;

    /// <summary>Links, with spans in <see cref="Text"/> and addresses as the page writes them.</summary>
    public List<Link> Links { get; init; } = [];

    public int Index { get; set; }

    public int Words { get; init; }

    public int LinkWords { get; init; }

    public int BoldWords { get; init; }

    public int CodeWords { get; init; }

    /// <summary>The heading it is, 1 to 6; 0 of a text that is none.</summary>
    public int HeadingLevel { get; init; }

    /// <summary>The chance that it is main text, as judged.</summary>
    public double MainChance { get; set; }
}
