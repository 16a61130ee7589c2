using Entente.Reading.Metadata;

namespace Entente.Reading.Html;

/// <summary>A page and what each of its blocks was judged to be.</summary>
internal sealed class PageReading
{
    /// <summary>Fewer words may be a signature or a date above the text; where no block has so many, a sentence's worth must do.</summary>
    private const int LongBlock = 12;
    private const int ShortBlock = 6;

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
