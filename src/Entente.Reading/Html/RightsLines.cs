using Entente.Reading.PlainText;

namespace Entente.Reading.Html;

/// <summary>Recognises statements of rights: copyright lines, licences and terms of reprinting. They travel with a report.</summary>
internal static class RightsLines
{
    private const int LongestLine = 600;

    public static bool Is(string text)
    {
        if (text.Length > LongestLine)
        {
            return false;
        }

        if (LineForms.Of(text, LineForms.CountWords(text), inTail: false) == LineForm.Rights)
        {
            return true;
        }

        ReadOnlySpan<char> start = text.AsSpan().TrimStart();
        return (start.StartsWith("©") || start.StartsWith("(c) ", StringComparison.OrdinalIgnoreCase) || start.StartsWith("copyright", StringComparison.OrdinalIgnoreCase))
            && text.Length < 200 && (HasYear(text) || start.StartsWith("copyright ©", StringComparison.OrdinalIgnoreCase) || text.Length < 60);
    }

    /// <summary>Of a block that stands within the main text: an article may well be about copyright, so only a line that opens as a statement counts.</summary>
    public static bool IsWithinMainText(string text)
    {
        ReadOnlySpan<char> start = text.AsSpan().TrimStart();
        bool opens = start.StartsWith("©") || start.StartsWith("copyright ©", StringComparison.OrdinalIgnoreCase) || start.StartsWith("copyright (c)", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("reprinted with permission", StringComparison.OrdinalIgnoreCase) || start.StartsWith("republished with permission", StringComparison.OrdinalIgnoreCase);
        return text.Length < LongestLine && (opens || (text.Contains("all rights reserved", StringComparison.OrdinalIgnoreCase) && text.Length < 200));
    }

    private static bool HasYear(string text)
    {
        for (int i = 0; i + 4 <= text.Length; i++)
        {
            if (text[i] is '1' or '2' && text[i + 1] is '9' or '0' && char.IsAsciiDigit(text[i + 2]) && char.IsAsciiDigit(text[i + 3]))
            {
                return true;
            }
        }

        return false;
    }
}
