using System.Buffers;
using System.Text;

namespace Entente.Reading.Charsets;

/// <summary>Finds the charset that a page or feed declares in its own first bytes, or a header in its parameters.</summary>
internal static class DeclaredCharset
{
    // The standard looks at 1,024 bytes; pages with long comments before their head are common enough to look further.
    private const int Reach = 4096;

    private static readonly SearchValues<char> s_endOfValue = SearchValues.Create("\"'; \t\r\n/>");

    /// <summary>Of <c>&lt;?xml encoding="…"?&gt;</c>, <c>&lt;meta charset="…"&gt;</c> or <c>&lt;meta content="…; charset=…"&gt;</c>.</summary>
    public static string? TryFindInMarkup(ReadOnlySpan<byte> bytes)
    {
        string head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Reach)]);
        ReadOnlySpan<char> text = head.AsSpan().TrimStart();
        if (text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase))
        {
            int end = text.IndexOf("?>");
            if (end > 0 && TryFindParameter(text[..end], "encoding") is { } declared)
            {
                return declared;
            }
        }

        int from = 0;
        while (text[from..].IndexOf("<meta", StringComparison.OrdinalIgnoreCase) is int at and >= 0)
        {
            ReadOnlySpan<char> tag = text[(from + at)..];
            int close = tag.IndexOf('>');
            tag = close < 0 ? tag : tag[..close];
            if (TryFindParameter(tag, "charset") is { } declared)
            {
                return declared;
            }

            from += at + 5;
        }

        return null;
    }

    /// <summary>Of a <c>Content-Type</c> header.</summary>
    public static string? TryFindInHeader(string? contentType) => contentType is null ? null : TryFindParameter(contentType, "charset");

    private static string? TryFindParameter(ReadOnlySpan<char> text, string name)
    {
        int at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return null;
        }

        ReadOnlySpan<char> rest = text[(at + name.Length)..].TrimStart();
        if (rest.IsEmpty || rest[0] != '=')
        {
            return null;
        }

        rest = rest[1..].TrimStart().TrimStart("\"'");
        int end = rest.IndexOfAny(s_endOfValue);
        ReadOnlySpan<char> value = end < 0 ? rest : rest[..end];
        return value.IsEmpty ? null : value.ToString();
    }
}
