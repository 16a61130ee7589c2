using System.Text;

namespace Entente.Reading.Inputs;

/// <summary>Tells what a file holds. Clear signs in the content go before the ending, the ending before a guess.</summary>
internal static class Sniffer
{
    /// <summary>Bytes that are looked at.</summary>
    public const int Reach = 8 << 10;

    private static readonly HashSet<string> s_mailHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "Received", "Return-Path", "From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Delivered-To", "Reply-To", "Content-Type",
    };

    /// <param name="ending">As <see cref="Endings.Of"/> gives it.</param>
    public static Content Tell(ReadOnlySpan<byte> head, string ending)
    {
        if (head is [0x1F, 0x8B, ..])
        {
            return Content.Gzip;
        }

        if (head.StartsWith("%PDF-"u8))
        {
            return Content.Pdf;
        }

        if (head.StartsWith("WARC/"u8))
        {
            return Content.Warc;
        }

        if (BinaryKind.Name(head) is not null)
        {
            return Content.Binary;
        }

        string start = Start(head);
        return ByMarkup(start) ?? ByEnding(ending) ?? ByLook(start);
    }

    // Enough to see the first words, whatever the charset: the zero bytes of UTF-16 and the marks of byte order are dropped.
    private static string Start(ReadOnlySpan<byte> head)
    {
        StringBuilder start = new(Math.Min(head.Length, 2048));
        foreach (byte one in head)
        {
            if (one is not (0 or 0xEF or 0xBB or 0xBF or 0xFE or 0xFF))
            {
                start.Append((char)one);
            }

            if (start.Length == start.Capacity)
            {
                break;
            }
        }

        return start.ToString().TrimStart();
    }

    private static Content? ByMarkup(string start)
    {
        if (!start.StartsWith('<'))
        {
            return null;
        }

        ReadOnlySpan<char> root = AfterProlog(start);
        if (IsTag(root, "rss") || IsTag(root, "feed") || IsTag(root, "rdf:RDF") || IsTag(root, "channel") || root.StartsWith("<atom:feed", StringComparison.OrdinalIgnoreCase))
        {
            return Content.Xml;
        }

        return IsTag(root, "html") || IsTag(root, "head") || IsTag(root, "body")
            || start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            ? Content.Html
            : null;
    }

    private static Content? ByEnding(string ending) => ending switch
    {
        ".html" or ".htm" or ".xhtml" => Content.Html,
        ".txt" or ".text" or ".md" or ".markdown" => Content.Text,
        ".jsonl" or ".ndjson" => Content.JsonLines,
        ".json" => Content.Json,
        ".xml" or ".rss" or ".atom" or ".rdf" => Content.Xml,
        ".eml" => Content.Mail,
        ".warc" => Content.Warc,
        ".pdf" => Content.Pdf,
        _ => null,
    };

    private static Content ByLook(string start)
    {
        if (start.StartsWith('{') || start.StartsWith("[{", StringComparison.Ordinal) || (start.StartsWith('[') && start[1..].TrimStart().StartsWith('{')))
        {
            return Content.Json;
        }

        if (start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase))
        {
            return Content.Xml;
        }

        if (start.StartsWith('<') && start.Contains("</", StringComparison.Ordinal))
        {
            return Content.Html;
        }

        return MailHeaders(start) >= 2 ? Content.Mail : Content.Text;
    }

    private static int MailHeaders(string start)
    {
        int known = 0;
        foreach (ReadOnlySpan<char> line in start.AsSpan().EnumerateLines())
        {
            if (line.IsEmpty)
            {
                break;
            }

            int colon = line.IndexOf(':');
            if (line[0] is ' ' or '\t' || (known == 0 && line.StartsWith("From ", StringComparison.Ordinal)))
            {
                continue;
            }

            if (colon <= 0)
            {
                return 0;
            }

            known += s_mailHeaders.Contains(line[..colon].ToString()) ? 1 : 0;
        }

        return known;
    }

    // Past <?xml …?>, comments and a document type, to the root element.
    private static ReadOnlySpan<char> AfterProlog(ReadOnlySpan<char> text)
    {
        while (true)
        {
            text = text.TrimStart();
            int end;
            if (text.StartsWith("<?"))
            {
                end = text.IndexOf("?>") + 1;
            }
            else if (text.StartsWith("<!--"))
            {
                end = text.IndexOf("-->") + 2;
            }
            else if (text.StartsWith("<!"))
            {
                int bracket = text.IndexOf('[');
                int close = text.IndexOf('>');
                end = bracket >= 0 && bracket < close ? text.IndexOf("]>") + 1 : close;
            }
            else
            {
                return text;
            }

            if (end <= 1)
            {
                return [];
            }

            text = text[(end + 1)..];
        }
    }

    private static bool IsTag(ReadOnlySpan<char> text, string name) =>
        text.Length > name.Length + 1 && text[0] == '<'
        && text[1..].StartsWith(name, StringComparison.OrdinalIgnoreCase)
        && !char.IsLetterOrDigit(text[name.Length + 1]) && text[name.Length + 1] is not (':' or '-');
}
