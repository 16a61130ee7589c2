using System.Text;

namespace Entente.Reading.Html;

/// <summary>Drops the tags that nest elements deeper than is followed, before the parser sees them.</summary>
/// <remarks>The parser itself caps the depth of its tree, but the time it takes grows with the square of the number of tags beyond: minutes for a
/// hostile page. The count here is rough: elements whose end tag may be left out do not count, nor do void ones.</remarks>
internal static class NestingFilter
{
    /// <summary>The page with every tag beyond <paramref name="maxDepth"/> left out; the same string if there is none.</summary>
    public static string Apply(string html, int maxDepth, out bool isTooDeep)
    {
        isTooDeep = false;
        StringBuilder? kept = null;
        int copied = 0, depth = 0, at = 0;
        while (at < html.Length)
        {
            int open = html.IndexOf('<', at);
            if (open < 0 || open + 1 >= html.Length)
            {
                break;
            }

            char next = html[open + 1];
            if (next == '!' && html.AsSpan(open).StartsWith("<!--"))
            {
                int close = html.IndexOf("-->", open + 4, StringComparison.Ordinal);
                at = close < 0 ? html.Length : close + 3;
                continue;
            }

            bool isEnd = next == '/';
            int nameStart = open + (isEnd ? 2 : 1);
            int nameEnd = nameStart;
            while (nameEnd < html.Length && char.IsAsciiLetterOrDigit(html[nameEnd]))
            {
                nameEnd++;
            }

            if (nameEnd == nameStart)
            {
                at = open + 1;
                continue;
            }

            ReadOnlySpan<char> name = html.AsSpan(nameStart, nameEnd - nameStart);
            int end = EndOfTag(html, nameEnd);
            at = end;
            if (!isEnd && IsRawText(name))
            {
                at = EndOfRawText(html, end, name);
                continue;
            }

            if (IsVoidOrOptional(name) || (end >= 2 && html[end - 2] == '/' && !isEnd && depth > maxDepth))
            {
                continue;
            }

            bool drop;
            if (isEnd)
            {
                drop = depth > maxDepth;
                depth = Math.Max(0, depth - 1);
            }
            else
            {
                depth++;
                drop = depth > maxDepth;
            }

            if (drop)
            {
                isTooDeep = true;
                kept ??= new StringBuilder(html.Length);
                kept.Append(html, copied, open - copied).Append(' ');
                copied = end;
            }
        }

        return kept is null ? html : kept.Append(html, copied, html.Length - copied).ToString();
    }

    private static int EndOfTag(string html, int at)
    {
        char quote = '\0';
        int limit = Math.Min(html.Length, at + 100_000);
        for (int i = at; i < limit; i++)
        {
            char c = html[i];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '\'' && html[i - 1] is '=' or ' ')
            {
                quote = c;
            }
            else if (c == '>')
            {
                return i + 1;
            }
        }

        return limit;
    }

    private static int EndOfRawText(string html, int at, ReadOnlySpan<char> name)
    {
        while (true)
        {
            int close = html.IndexOf("</", at, StringComparison.Ordinal);
            if (close < 0)
            {
                return html.Length;
            }

            if (html.AsSpan(close + 2).StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                return close;
            }

            at = close + 2;
        }
    }

    private static bool IsRawText(ReadOnlySpan<char> name) =>
        name.Equals("script", StringComparison.OrdinalIgnoreCase) || name.Equals("style", StringComparison.OrdinalIgnoreCase)
        || name.Equals("textarea", StringComparison.OrdinalIgnoreCase) || name.Equals("title", StringComparison.OrdinalIgnoreCase);

    private static bool IsVoidOrOptional(ReadOnlySpan<char> name)
    {
        if (name.Length > 8)
        {
            return false;
        }

        foreach (string one in s_uncounted)
        {
            if (name.Equals(one, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static readonly string[] s_uncounted =
    [
        "p", "li", "td", "tr", "th", "br", "img", "input", "meta", "link", "hr", "dt", "dd", "source", "option", "optgroup", "tbody", "thead", "tfoot", "col",
        "colgroup", "wbr", "area", "base", "embed", "param", "track", "html", "head", "body", "script", "style", "textarea", "title", "path", "rect", "circle", "use",
        "line", "polygon", "polyline", "ellipse", "stop", "image", "frame", "keygen", "command", "basefont", "bgsound", "rp", "rt", "button",
    ];
}
