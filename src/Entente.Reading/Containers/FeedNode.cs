using System.Net;
using System.Text;
using System.Xml;

namespace Entente.Reading.Containers;

/// <summary>Reads one element of a feed. Each method leaves the reader on the element's end.</summary>
internal static class FeedNode
{
    private static readonly HashSet<string> s_void = new(StringComparer.OrdinalIgnoreCase) { "br", "hr", "img", "input", "wbr", "source", "track", "embed", "col", "area" };

    public static void PassOver(XmlReader reader)
    {
        int depth = reader.Depth;
        if (reader.IsEmptyElement)
        {
            return;
        }

        while (reader.Read() && reader.Depth > depth)
        {
        }
    }

    /// <summary>The element's words on one line, mark-up and entities of HTML resolved; null if there are none.</summary>
    public static string? ReadWords(XmlReader reader)
    {
        (string content, bool isMarkup) = ReadContent(reader);
        string words = isMarkup || FeedEntryParts.HasTags(content) ? WithoutTags(content) : content;
        words = string.Join(' ', WebUtility.HtmlDecode(words).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.Length == 0 ? null : words;
    }

    /// <summary>The address in an RSS or an Atom link; null for links to anything but the page itself.</summary>
    public static string? ReadLink(XmlReader reader)
    {
        string? href = reader.GetAttribute("href");
        string relation = reader.GetAttribute("rel") ?? "alternate";
        string? words = ReadWords(reader);
        return href is null ? words : relation == "alternate" ? href.Trim() : null;
    }

    /// <summary>The element's content: its text, or, where it has elements of its own, those written as HTML.</summary>
    public static (string Content, bool IsMarkup) ReadContent(XmlReader reader)
    {
        if (reader.IsEmptyElement)
        {
            return ("", false);
        }

        StringBuilder text = new();
        StringBuilder? markup = null;
        int depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    text.Append(reader.Value);
                    markup?.Append(WebUtility.HtmlEncode(reader.Value));
                    break;
                case XmlNodeType.Element:
                    markup ??= new StringBuilder(WebUtility.HtmlEncode(text.ToString()));
                    Open(reader, markup);
                    break;
                case XmlNodeType.EndElement:
                    markup?.Append("</").Append(reader.LocalName).Append('>');
                    break;
                default:
                    break;
            }
        }

        return markup is null ? (text.ToString(), false) : (markup.ToString(), true);
    }

    private static void Open(XmlReader reader, StringBuilder markup)
    {
        string name = reader.LocalName;
        bool isEmpty = reader.IsEmptyElement;
        markup.Append('<').Append(name);
        while (reader.MoveToNextAttribute())
        {
            if (reader.Prefix != "xmlns" && reader.Name != "xmlns")
            {
                markup.Append(' ').Append(reader.LocalName).Append("=\"").Append(WebUtility.HtmlEncode(reader.Value)).Append('"');
            }
        }

        reader.MoveToElement();
        markup.Append('>');
        if (isEmpty && !s_void.Contains(name))
        {
            markup.Append("</").Append(name).Append('>');
        }
    }

    private static string WithoutTags(string markup)
    {
        StringBuilder words = new(markup.Length);
        int at = 0;
        while (at < markup.Length)
        {
            int open = markup.IndexOf('<', at);
            int close = open < 0 ? -1 : markup.IndexOf('>', open);
            if (close < 0)
            {
                break;
            }

            words.Append(markup, at, open - at).Append(' ');
            at = close + 1;
        }

        return words.Append(markup, at, markup.Length - at).ToString();
    }
}
