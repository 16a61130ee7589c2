using AngleSharp.Dom;

namespace Entente.Reading.Html;

/// <summary>A web page taken apart: its text in blocks, the elements they stand in, and what its markup declares.</summary>
internal sealed class Page
{
    /// <summary>In document order; a part stands before everything inside it.</summary>
    public List<PagePart> Parts { get; } = [];

    /// <summary>In document order.</summary>
    public List<PageBlock> Blocks { get; } = [];

    /// <summary>Names (name, property or itemprop, lower case) and contents of its meta elements.</summary>
    public List<(string Name, string Content)> Meta { get; } = [];

    /// <summary>The texts of its JSON-LD scripts.</summary>
    public List<string> JsonLd { get; } = [];

    /// <summary>Elements whose markup says that they name an author or a time, with the number of blocks before each.</summary>
    public List<(IElement Element, int BlocksBefore, PagePart Part)> Marked { get; } = [];

    public string? Title { get; set; }

    public string? CanonicalUrl { get; set; }

    public string? BaseUrl { get; set; }

    public string? Language { get; set; }

    /// <summary>Whether elements were nested deeper than is followed.</summary>
    public bool IsTooDeep { get; set; }
}
