using Entente.Reading.Metadata;

namespace Entente.Reading.Html;

/// <summary>A page and what each of its blocks was judged to be.</summary>
internal sealed class PageReading
{
    public PageReading(Page page, JsonLd declared, bool[] isMain, int titleBlock, string? url)
    {
        Page = page;
        Declared = declared;
        IsMain = isMain;
        TitleBlock = titleBlock;
        Url = url;
        for (int i = 0; i < isMain.Length; i++)
        {
            if (isMain[i])
            {
                MainWords += page.Blocks[i].Words;
                FirstMain = FirstMain < 0 && (page.Blocks[i].Words >= 12 || page.Blocks[i].HeadingLevel > 0) && i != titleBlock ? i : FirstMain;
                LastMain = i;
            }
        }
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
