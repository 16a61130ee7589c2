using System.Buffers;
using System.Net;
using System.Text;
using Entente.Reading.Charsets;

namespace Entente.Reading.Containers;

/// <summary>Mends what feeds get wrong most often, so that an XML parser can read them: a bare <c>&amp;</c>, and entities of HTML.</summary>
internal static class FeedMarkup
{
    private const int LongestEntity = 12;

    private static readonly SearchValues<char> s_hexadecimal = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>The text with <c>\n</c> as the only line end, nothing before its first tag, and only entities that XML knows.</summary>
    public static string Mend(string xml)
    {
        xml = Newlines.Unified(xml).TrimStart('\uFEFF', ' ', '\n', '\t');
        if (!xml.Contains('&', StringComparison.Ordinal))
        {
            return xml;
        }

        StringBuilder mended = new(xml.Length + 64);
        int copied = 0;
        int at = 0;
        while ((at = NextAmpersand(xml, at)) >= 0)
        {
            string? instead = Instead(xml.AsSpan(at + 1), out int length);
            if (instead is not null)
            {
                mended.Append(xml, copied, at - copied).Append(instead);
                copied = at + 1 + length;
            }

            at += 1 + length;
        }

        return mended.Append(xml, copied, xml.Length - copied).ToString();
    }

    /// <summary>Whether the prolog declares entities or anything else inside the document; an outside DTD is never fetched and does no harm.</summary>
    public static bool DeclaresEntities(string xml)
    {
        ReadOnlySpan<char> prolog = xml;
        while (true)
        {
            prolog = prolog.TrimStart();
            (string open, string close) = prolog.StartsWith("<!--") ? ("<!--", "-->") : ("<?", "?>");
            int end = prolog.StartsWith(open) ? prolog.IndexOf(close) : -1;
            if (end < 0)
            {
                break;
            }

            prolog = prolog[(end + close.Length)..];
        }

        int bracket = prolog.IndexOf('[');
        int tagEnd = prolog.IndexOf('>');
        return prolog.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) && bracket >= 0 && (tagEnd < 0 || bracket < tagEnd);
    }

    // In CDATA an ampersand is an ampersand.
    private static int NextAmpersand(string xml, int from)
    {
        while (true)
        {
            int ampersand = xml.IndexOf('&', from);
            if (ampersand < 0)
            {
                return -1;
            }

            int cdata = xml.IndexOf("<![CDATA[", from, ampersand - from, StringComparison.Ordinal);
            if (cdata < 0)
            {
                return ampersand;
            }

            int end = xml.IndexOf("]]>", cdata, StringComparison.Ordinal);
            if (end < 0)
            {
                return -1;
            }

            from = end + 3;
        }
    }

    /// <param name="length">Characters after the ampersand that belong to the entity.</param>
    private static string? Instead(ReadOnlySpan<char> after, out int length)
    {
        int semicolon = after[..Math.Min(after.Length, LongestEntity)].IndexOf(';');
        ReadOnlySpan<char> name = semicolon <= 0 ? [] : after[..semicolon];
        length = semicolon + 1;
        if (name is "amp" or "lt" or "gt" or "quot" or "apos" || IsNumber(name))
        {
            return null;
        }

        string decoded = name.IsEmpty || !char.IsAsciiLetter(name[0]) ? "" : WebUtility.HtmlDecode($"&{name};");
        if (decoded.Length is > 0 and <= 2 && decoded[0] != '&')
        {
            return decoded;
        }

        length = 0;
        return "&amp;";
    }

    private static bool IsNumber(ReadOnlySpan<char> name) =>
        name is ['#', 'x' or 'X', _, ..] ? !name[2..].ContainsAnyExcept(s_hexadecimal)
        : name is ['#', _, ..] && !name[1..].ContainsAnyExceptInRange('0', '9');
}
