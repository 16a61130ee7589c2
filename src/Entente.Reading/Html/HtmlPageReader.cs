using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Entente.Analysis.Text;
using Entente.Reading.Metadata;

namespace Entente.Reading.Html;

/// <summary>Reads a web page: main text apart from furniture, headline, byline, outlet, times, captions, comments and rights.</summary>
internal static class HtmlPageReader
{
    /// <summary>Fewer words of main text than this make the page look drawn by a script, and other places of its text are tried.</summary>
    private const int FewWords = 60;

    private const int ShortestDeclaredBody = 200;

    private static readonly HtmlParserOptions s_options = new()
    {
        IsScripting = false,
        SkipComments = true,
        SkipProcessingInstructions = true,
        DisableElementPositionTracking = true,
    };

    /// <param name="url">Where the page was fetched from, if known; the page's own canonical address comes second.</param>
    /// <param name="name">What diagnostics call the page; its address when null.</param>
    /// <param name="judge">Tells main text from furniture; another than the shipped one while a model is tried.</param>
    public static DocumentDraft Read(string html, string? url, ReadingOptions options, string? name = null, MainText? judge = null)
    {
        judge ??= MainText.Shipped;
        html = NestingFilter.Apply(html, options.MaxDepth, out bool isTooDeep);
        using IHtmlDocument document = Parse(html);
        Page page = PageWalker.Walk(document, readNoScript: false);
        JsonLd declared = JsonLd.Read(page.JsonLd);
        PageReading reading = Judge(page, declared, url, judge);
        if (reading.MainWords < FewWords)
        {
            Page withNoScript = PageWalker.Walk(document, readNoScript: true);
            if (withNoScript.Blocks.Count > page.Blocks.Count && Judge(withNoScript, declared, url, judge) is { } other && other.MainWords > 2 * reading.MainWords + 20)
            {
                reading = other;
            }
        }

        DocumentDraft draft = new();
        string culprit = name ?? url ?? reading.Page.CanonicalUrl ?? "page";
        if (isTooDeep)
        {
            draft.Diagnostics.Add(DiagnosticCode.TooDeep.For(culprit, options.MaxDepth));
        }

        IReadOnlyList<string> body = reading.MainWords < FewWords && declared.ArticleBody is { } text && PageWalker.CountWords(text) > 2 * reading.MainWords
            ? DeclaredText.Paragraphs(text) : [];
        DraftWriter.Write(reading, body, url, culprit, draft);
        return draft;
    }

    public static IHtmlDocument Parse(string html) => new HtmlParser(s_options).ParseDocument(html);

    private static PageReading Judge(Page page, JsonLd declared, string? url, MainText judge)
    {
        BlockFeatures features = Measure(page, declared);
        bool[] isMain = judge.Judge(page, features);
        return new PageReading(page, declared, isMain, features.TitleBlock, url);
    }

    /// <summary>What is measured of the page's blocks, for judging and for training alike.</summary>
    public static BlockFeatures Measure(Page page, JsonLd declared) => Measure(page, declared, page);

    /// <param name="titled">The page whose declarations hold; another one only while variants of it are tried.</param>
    public static BlockFeatures Measure(Page page, JsonLd declared, Page titled)
    {
        string? title = declared.Headline;
        foreach (string content in MetaNames.Find(titled, MetaNames.Title))
        {
            title ??= content;
        }

        return new BlockFeatures(page, title ?? titled.Title,
            declared.ArticleBody is { Length: > ShortestDeclaredBody } body ? DeclaredText.Triples(body) : null);
    }
}
