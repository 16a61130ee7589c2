using Entente.Reading.Metadata;

namespace Entente.Reading.Html;

/// <summary>A page and what each of its blocks was judged to be.</summary>
internal sealed class PageReading
{
    /// <summary>Fewer words may be a signature or a date above the text; where no block has so many, a sentence's worth must do.</summary>
    private const int LongBlock = 12;
    private const int ShortBlock = 6;
    private const int FewestTitleWords = 4;

    public PageReading(Page page, JsonLd declared, bool[] isMain, int titleBlock, string? url)
    {
        Page = page;
        Declared = declared;
        IsMain = isMain;
        TitleBlock = titleBlock;
        Url = url;
        int firstShort = -1;
        for (int i = 0; i < isMain.Length; i++)
        {
            if (isMain[i])
            {
                PageBlock block = page.Blocks[i];
                MainWords += block.Words;
                LastMain = i;
                FirstMain = FirstMain < 0 && i != titleBlock && (block.Words >= LongBlock || block.HeadingLevel > 0) ? i : FirstMain;
                firstShort = firstShort < 0 && i != titleBlock && block.Words >= ShortBlock ? i : firstShort;
            }
        }

        FirstMain = FirstMain < 0 ? firstShort : FirstMain;
        if (TitleBlock < 0 && page.Title is { } title)
        {
            TitleBlock = HeadlineByTitle(System.Net.WebUtility.HtmlDecode(title));
        }
    }

    /// <summary>The line above the text that the page's title repeats: old pages mark no heading.</summary>
    private int HeadlineByTitle(string title)
    {
        for (int i = 0; i < FirstMain; i++)
        {
            PageBlock block = Page.Blocks[i];
            if (block.Words >= FewestTitleWords && block.Text.Length * 3 > title.Length && Headlines.Holds(title, block.Text))
            {
                return i;
            }
        }

        return -1;
    }

    public Page Page { get; }

    public JsonLd Declared { get; }

    public bool[] IsMain { get; }

    public int TitleBlock { get; }

    public string? Url { get; }

    public int MainWords { get; }

    public int FirstMain { get; } = -1;

    public int LastMain { get; } = -1;
}
