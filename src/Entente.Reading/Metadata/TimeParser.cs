using Entente.Analysis.Text;

namespace Entente.Reading.Metadata;

/// <summary>Reads a publication time as pages, feeds and mastheads write it.</summary>
/// <remarks>What is ambiguous is not read: <c>09/12/2015</c> may be September or December, <c>IST</c> may be three zones.
/// A zone that cannot be told leaves the time without an offset, so that it spans every zone it may mean.</remarks>
internal static class TimeParser
{
    /// <summary>Longer texts state something besides a time.</summary>
    private const int LongestStatement = 120;

    /// <summary>The time that the whole of <paramref name="text"/> states, or null. A label before it ("Published on") is allowed.</summary>
    public static StatedTime? TryParse(string text, TimeOrigin from)
    {
        ReadOnlySpan<char> whole = text.AsSpan().Trim();
        if (whole.IsEmpty || whole.Length > LongestStatement)
        {
            return null;
        }

        if (whole.IndexOfAnyExceptInRange('0', '9') < 0)
        {
            return FromDigits(whole, from);
        }

        TimeScanner scanner = new(whole, from is TimeOrigin.Feed or TimeOrigin.Mail) { At = AfterLabel(whole) };
        return scanner.TryReadStatement(from) is { } read && scanner.IsAtEnd ? read : null;
    }

    /// <summary>The first time stated inside a line such as a masthead ("Global News, December 09, 2015"), or null.
    /// A full date is preferred to a month; a bare year is never taken.</summary>
    /// <param name="where">The words that state it.</param>
    public static StatedTime? TryFindIn(ReadOnlySpan<char> line, TimeOrigin from, out TextSpan where)
    {
        StatedTime? month = null;
        where = default;
        TextSpan monthWhere = default;
        for (int i = 0; i < line.Length; i++)
        {
            if (!char.IsAsciiLetterOrDigit(line[i]))
            {
                continue;
            }

            TimeScanner scanner = new(line, from is TimeOrigin.Feed or TimeOrigin.Mail) { At = i };
            StatedTime? read = scanner.TryReadStatement(from);
            if (read is not null && read.Precision >= TimePrecision.Day)
            {
                where = new TextSpan(i, scanner.At);
                return read with { Span = from == TimeOrigin.Text ? where : null };
            }

            if (read is { Precision: TimePrecision.Month } && month is null)
            {
                monthWhere = new TextSpan(i, scanner.At);
                month = read with { Span = from == TimeOrigin.Text ? monthWhere : null };
            }

            while (i + 1 < line.Length && char.IsLetterOrDigit(line[i + 1]))
            {
                i++;
            }
        }

        where = monthWhere;
        return month;
    }

    /// <summary>A number alone: a year, a compact date, or seconds or milliseconds since 1970 where a program wrote it.</summary>
    private static StatedTime? FromDigits(ReadOnlySpan<char> digits, TimeOrigin from)
    {
        if (digits.Length == 4)
        {
            int year = int.Parse(digits);
            return year is >= TimeScanner.FirstYear and <= TimeScanner.LastYear ? StatedTime.FromYear(year, from) : null;
        }

        if (digits.Length is 8 or 14)
        {
            TimeScanner scanner = new(digits, false);
            return scanner.TryReadStatement(from) is { } read && scanner.IsAtEnd ? read : null;
        }

        bool byProgram = from is not (TimeOrigin.Text or TimeOrigin.Url or TimeOrigin.FrontMatter);
        if (!byProgram || digits.Length is not (9 or 10 or 12 or 13))
        {
            return null;
        }

        long seconds = long.Parse(digits) / (digits.Length > 10 ? 1000 : 1);
        return StatedTime.FromClock(DateTime.UnixEpoch.AddSeconds(seconds), TimeSpan.Zero, hasSeconds: true, from);
    }

    /// <summary>Where the text goes on after words that only announce a time.</summary>
    private static int AfterLabel(ReadOnlySpan<char> text)
    {
        int at = 0;
        while (at < text.Length)
        {
            int start = at;
            while (at < text.Length && char.IsAsciiLetter(text[at]))
            {
                at++;
            }

            if (!IsLabel(text[start..at]))
            {
                return start;
            }

            while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] is ':' or '-' or ',' or '|' or '–' or '•' or '·'))
            {
                at++;
            }
        }

        return at;
    }

    private static bool IsLabel(ReadOnlySpan<char> word)
    {
        foreach (string label in s_labels)
        {
            if (word.Equals(label, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static readonly string[] s_labels =
    [
        "published", "publication", "posted", "updated", "modified", "created", "written", "released", "issued", "filed", "first", "last",
        "originally", "date", "dated", "on", "at", "pub", "upd",
    ];
}
