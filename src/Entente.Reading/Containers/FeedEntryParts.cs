using System.Net;
using System.Xml;

namespace Entente.Reading.Containers;

/// <summary>Gathers what one feed entry states, element by element, in the words of RSS, Dublin Core and Atom.</summary>
internal sealed class FeedEntryParts
{
    private readonly StatedFacts _facts = new();
    private readonly List<string> _authors = [];
    private string? _permalink;
    private string? _published;
    private string? _updated;
    private (string Text, bool IsHtml) _content;
    private (string Text, bool IsHtml) _summary;

    /// <summary>Whether text has HTML in it, and not just a lesser-than sign.</summary>
    public static bool HasTags(string text)
    {
        // Looked for once and from the end: a million "<a" without a ">" must not cost a million searches.
        int lastClose = text.LastIndexOf('>');
        for (int at = 0; (at = text.IndexOf('<', at)) >= 0 && at < lastClose; at++)
        {
            if (char.IsAsciiLetter(text[at + 1]) || text[at + 1] is '/' or '!')
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Takes in the element that the reader stands on, and leaves the reader on its end.</summary>
    public void Add(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "title" when !IsMedia(reader):
                _facts.Title ??= FeedNode.ReadWords(reader);
                break;
            case "link":
                _facts.Url ??= FeedNode.ReadLink(reader);
                break;
            case "origLink":
                _facts.Url = FeedNode.ReadWords(reader) ?? _facts.Url;
                break;
            case "guid":
                bool isPermalink = reader.GetAttribute("isPermaLink") is not "false";
                string? guid = FeedNode.ReadWords(reader);
                _permalink = isPermalink && guid?.StartsWith("http", StringComparison.OrdinalIgnoreCase) == true ? guid : null;
                break;
            case "pubDate" or "published" or "issued":
                _published = FeedNode.ReadWords(reader) ?? _published;
                break;
            case "date" or "created":
                _published ??= FeedNode.ReadWords(reader);
                break;
            case "updated" or "modified":
                _updated = FeedNode.ReadWords(reader) ?? _updated;
                break;
            case "creator" or "author":
                AddAuthor(reader);
                break;
            case "encoded":
                _content = Content(reader);
                break;
            case "content" or "body" when !IsMedia(reader):
                _content = _content.Text is { Length: > 0 } ? Passed(reader, _content) : Content(reader);
                break;
            case "description" or "summary" when !IsMedia(reader):
                (string Text, bool IsHtml) summary = Content(reader);
                _summary = summary.Text.Length > (_summary.Text?.Length ?? 0) ? summary : _summary;
                break;
            case "source":
                _facts.SyndicatedFrom ??= Source(reader);
                break;
            default:
                FeedNode.PassOver(reader);
                break;
        }
    }

    public FeedEntry Finish(string? feedTitle, string? feedLink, string? feedLanguage)
    {
        _facts.Url ??= _permalink;
        if (_facts.Url is { } relative && !relative.Contains("://", StringComparison.Ordinal)
            && Uri.TryCreate(feedLink, UriKind.Absolute, out Uri? home) && Uri.TryCreate(home, relative, out Uri? whole))
        {
            _facts.Url = whole.AbsoluteUri;
        }

        _facts.Byline.AddRange(_authors);
        _facts.Language = feedLanguage;
        (string? text, bool isHtml) = string.IsNullOrWhiteSpace(_content.Text) ? _summary : _content;
        return new FeedEntry(_facts, text ?? "", isHtml, _published, _updated, feedTitle, feedLink);
    }

    private static (string Text, bool IsHtml) Content(XmlReader reader)
    {
        string? type = reader.GetAttribute("type");
        (string text, bool isMarkup) = FeedNode.ReadContent(reader);
        if (isMarkup)
        {
            return (text, true);
        }

        // RSS does not say which of the two it means.
        return type is "text" or "text/plain" ? (text, false)
            : HasTags(text) ? (text, true)
            : (WebUtility.HtmlDecode(text), false);
    }

    private static (string Text, bool IsHtml) Passed(XmlReader reader, (string Text, bool IsHtml) kept)
    {
        FeedNode.PassOver(reader);
        return kept;
    }

    private void AddAuthor(XmlReader reader)
    {
        string? name = null;
        string? own = null;
        if (!reader.IsEmptyElement)
        {
            int depth = reader.Depth;
            while (reader.Read() && reader.Depth > depth)
            {
                if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "name")
                {
                    name ??= FeedNode.ReadWords(reader);
                }
                else if (reader.NodeType == XmlNodeType.Element)
                {
                    FeedNode.PassOver(reader);
                }
                else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
                {
                    own += reader.Value;
                }
            }
        }

        name ??= WithoutAddress(own?.Trim() ?? "");
        if (name.Length > 0 && !_authors.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            _authors.Add(name);
        }
    }

    // RSS 2.0 asks for "desk@example.org (A. Writer)".
    private static string WithoutAddress(string author)
    {
        if (!author.Contains('@', StringComparison.Ordinal))
        {
            return author;
        }

        int open = author.IndexOf('(', StringComparison.Ordinal);
        int close = author.LastIndexOf(')');
        return open >= 0 && close > open ? author[(open + 1)..close].Trim() : "";
    }

    private static string? Source(XmlReader reader)
    {
        string? title = null;
        string? own = null;
        if (!reader.IsEmptyElement)
        {
            int depth = reader.Depth;
            while (reader.Read() && reader.Depth > depth)
            {
                if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "title")
                {
                    title ??= FeedNode.ReadWords(reader);
                }
                else if (reader.NodeType == XmlNodeType.Element)
                {
                    FeedNode.PassOver(reader);
                }
                else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
                {
                    own += reader.Value;
                }
            }
        }

        string? source = title ?? own?.Trim();
        return string.IsNullOrEmpty(source) || source.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? null : source;
    }

    // Media RSS describes pictures with the same words.
    private static bool IsMedia(XmlReader reader) => reader.NamespaceURI.Contains("search.yahoo.com/mrss", StringComparison.Ordinal);
}
