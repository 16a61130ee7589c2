namespace Entente.Reading.Charsets;

/// <summary>Makes <c>\n</c> the only line end. Form feeds and Unicode's own separators stay: they mean more than a line end, and places must not move.</summary>
internal static class Newlines
{
    public static string Unified(string text) => !text.Contains('\r', StringComparison.Ordinal)
        ? text
        : text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
}
