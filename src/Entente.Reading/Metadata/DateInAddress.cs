using Entente.Analysis.Text;

namespace Entente.Reading.Metadata;

/// <summary>Reads the date that many sites put into the addresses of their pages.</summary>
internal static class DateInAddress
{
    /// <summary>The date in an address such as <c>/2024/05/06/title</c> or <c>/2024-05-06-title</c>.</summary>
    public static StatedTime? TryRead(string? url)
    {
        if (url is null)
        {
            return null;
        }

        int path = url.IndexOf("://", StringComparison.Ordinal);
        path = url.IndexOf('/', path < 0 ? 0 : path + 3);
        int end = url.IndexOfAny(['?', '#']);
        for (int i = Math.Max(0, path); i + 8 <= (end < 0 ? url.Length : end); i++)
        {
            if (url[i] is not ('/' or '-' or '_') || !IsYear(url.AsSpan(i + 1)))
            {
                continue;
            }

            ReadOnlySpan<char> rest = url.AsSpan(i + 5);
            char mark = rest[0];
            if (mark is not ('/' or '-' or '_') || !Number(rest[1..], out int month, out int length) || month is < 1 or > 12)
            {
                continue;
            }

            int year = int.Parse(url.AsSpan(i + 1, 4));
            ReadOnlySpan<char> tail = rest[(1 + length)..];
            if (tail.Length > 1 && tail[0] == mark && Number(tail[1..], out int day, out int dayLength) && day >= 1 && day <= DateTime.DaysInMonth(year, month)
                && (tail.Length == 1 + dayLength || !char.IsLetterOrDigit(tail[1 + dayLength])))
            {
                return StatedTime.FromDay(new DateOnly(year, month, day), TimeOrigin.Url);
            }

            if (mark == '/' && length == 2 && tail.Length > 1 && tail[0] == '/')
            {
                return StatedTime.FromMonth(year, month, TimeOrigin.Url);
            }
        }

        return null;
    }

    private static bool IsYear(ReadOnlySpan<char> text) =>
        text.Length > 5 && text[0] is '1' or '2' && Number(text, out int year, out int length) && length == 4 && year is >= 1990 and <= 2100;

    private static bool Number(ReadOnlySpan<char> text, out int value, out int length)
    {
        (value, length) = (0, 0);
        while (length < text.Length && length < 5 && char.IsAsciiDigit(text[length]))
        {
            value = (value * 10) + (text[length] - '0');
            length++;
        }

        return length > 0;
    }
}
