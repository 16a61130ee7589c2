using System.Net;
using Entente.Reading.Html;

namespace Entente.Reading.Containers;

/// <summary>Reads the HTML of a record, entry or mail: a whole page as it is, a fragment as the article of a page with the stated title.</summary>
internal static class StatedHtml
{
    public static DocumentDraft Read(string html, string? title, string? url, ReadingOptions options)
    {
        DocumentDraft draft = HtmlPageReader.Read(IsPage(html) ? html : AsPage(html, title), url, options);
        if (!string.IsNullOrWhiteSpace(title))
        {
            draft.Title = title;
        }

        return draft;
    }

    private static bool IsPage(string html)
    {
        ReadOnlySpan<char> head = html.AsSpan(0, Math.Min(html.Length, 4096));
        return head.Contains("<html", StringComparison.OrdinalIgnoreCase)
            || head.Contains("<body", StringComparison.OrdinalIgnoreCase)
            || head.Contains("<!doctype", StringComparison.OrdinalIgnoreCase);
    }

    private static string AsPage(string fragment, string? title)
    {
        string heading = WebUtility.HtmlEncode(title ?? "");
        return heading.Length == 0
            ? $"<!DOCTYPE html><html><body><article>{fragment}</article></body></html>"
            : $"<!DOCTYPE html><html><head><title>{heading}</title></head><body><article><h1>{heading}</h1>{fragment}</article></body></html>";
    }
}
