using Entente.Analysis.Text;

namespace Entente.Reading.PlainText;

/// <summary>A full date, with its clock time if one follows, as mastheads, datelines and comment heads write it.</summary>
/// <remarks>A day without a year is no publication date, and 03/04/2015 means two days: neither is read.</remarks>
/// <param name="Whole">All that belongs to it: weekday, date, clock, zone.</param>
/// <param name="Time">With the span of the date and clock.</param>
internal readonly record struct MastheadDate(TextSpan Whole, StatedTime Time)
{
    private static readonly string[] s_months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly string[] s_weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    /// <summary>The first full date in <paramref name="span"/>.</summary>
    public static MastheadDate? TryFind(string text, TextSpan span, TimeOrigin from = TimeOrigin.Text)
    {
        int weekday = -1;
        for (int i = span.Start; i < span.End;)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }

            int wordEnd = WordEnd(text, i, span.End);
            if (TryReadDate(text, i, span.End) is { } date)
            {
                return WithClock(text, weekday >= 0 ? weekday : i, i, date.End, span.End, date.Day, from);
            }

            bool isWeekday = IsName(text.AsSpan(i, wordEnd - i), s_weekdays);
            weekday = isWeekday ? i : -1;
            i = wordEnd;
        }

        return null;
    }

    /// <summary>The time that is all of <paramref name="text"/>.</summary>
    public static StatedTime? TryReadWhole(string text, TimeOrigin from) =>
        TryFind(text, new TextSpan(0, text.Length), from) is { } found && IsOnlyMarks(text, 0, found.Whole.Start) && IsOnlyMarks(text, found.Whole.End, text.Length)
            ? found.Time with { Span = null }
            : null;

    private static bool IsOnlyMarks(string text, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (char.IsLetterOrDigit(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static (DateOnly Day, int End)? TryReadDate(string text, int i, int end)
    {
        if (char.IsAsciiDigit(text[i]))
        {
            int first = Number(text, ref i, end, out int digits);
            if (digits == 4 && i < end && text[i] is '-' or '/' or '.')
            {
                char mark = text[i++];
                int month = Number(text, ref i, end, out int monthDigits);
                if (monthDigits is 1 or 2 && i < end && text[i] == mark)
                {
                    i++;
                    int dayOfMonth = Number(text, ref i, end, out int dayDigits);
                    return dayDigits is 1 or 2 ? Day(first, month, dayOfMonth, i) : null;
                }

                return null;
            }

            if (digits is not (1 or 2))
            {
                return null;
            }

            if (i < end && text[i] is '.' or '/' && i + 1 < end && char.IsAsciiDigit(text[i + 1]))
            {
                char mark = text[i++];
                int second = Number(text, ref i, end, out int secondDigits);
                if (secondDigits is 1 or 2 && i < end && text[i] == mark)
                {
                    i++;
                    int year = Number(text, ref i, end, out int yearDigits);
                    if (yearDigits != 4)
                    {
                        return null;
                    }

                    // Dots are day first everywhere; with slashes only a number above 12 tells the day.
                    return mark == '.' || first > 12 ? Day(year, second, first, i) : second > 12 ? Day(year, first, second, i) : null;
                }

                return null;
            }

            SkipOrdinal(text, ref i, end);
            SkipMarks(text, ref i, end);
            if (i + 3 < end && text.AsSpan(i).StartsWith("of ", StringComparison.OrdinalIgnoreCase))
            {
                i += 3;
            }

            return TryReadMonth(text, ref i, end) is { } named && TryReadYear(text, ref i, end) is { } stated ? Day(stated, named, first, i) : null;
        }

        if (TryReadMonth(text, ref i, end) is { } monthName && i < end && char.IsAsciiDigit(text[i]))
        {
            int dayOfMonth = Number(text, ref i, end, out int digits);
            SkipOrdinal(text, ref i, end);
            return digits is 1 or 2 && TryReadYear(text, ref i, end) is { } year ? Day(year, monthName, dayOfMonth, i) : null;
        }

        return null;
    }

    private static MastheadDate WithClock(string text, int wholeStart, int start, int dateEnd, int end, DateOnly day, TimeOrigin from)
    {
        int i = dateEnd;
        SkipMarks(text, ref i, end);
        if (i + 3 < end && text.AsSpan(i).StartsWith("at ", StringComparison.OrdinalIgnoreCase))
        {
            i += 3;
        }
        else if (i + 1 < end && text[i] == 'T' && char.IsAsciiDigit(text[i + 1]))
        {
            i++;
        }

        int hour = i < end && char.IsAsciiDigit(text[i]) ? Number(text, ref i, end, out _) : -1;
        if (hour is < 0 or > 23 || i + 2 >= end || text[i] is not (':' or '.') || !char.IsAsciiDigit(text[i + 1]))
        {
            return new(new TextSpan(wholeStart, dateEnd), StatedTime.FromDay(day, from, new TextSpan(start, dateEnd)));
        }

        i++;
        int minute = Number(text, ref i, end, out int minuteDigits);
        int second = -1;
        if (i + 1 < end && text[i] == ':' && char.IsAsciiDigit(text[i + 1]))
        {
            i++;
            second = Number(text, ref i, end, out _);
        }

        int clockEnd = i;
        int zone = i;
        SkipBlanks(text, ref zone, end);
        int meridiem = Meridiem(text, ref zone, end);
        if (meridiem >= 0 && hour is > 0 and <= 12)
        {
            hour = (hour % 12) + meridiem;
            clockEnd = zone;
            SkipBlanks(text, ref zone, end);
        }

        if (minuteDigits != 2 || minute > 59 || second > 59)
        {
            return new(new TextSpan(wholeStart, dateEnd), StatedTime.FromDay(day, from, new TextSpan(start, dateEnd)));
        }

        TimeSpan? offset = TryReadZone(text, ref zone, end);
        clockEnd = offset is null ? clockEnd : zone;
        DateTime local = day.ToDateTime(new TimeOnly(hour, minute, Math.Max(second, 0)));
        return new(new TextSpan(wholeStart, clockEnd), StatedTime.FromClock(local, offset, second >= 0, from, new TextSpan(start, clockEnd)));
    }

    private static int Meridiem(string text, ref int i, int end)
    {
        ReadOnlySpan<char> rest = text.AsSpan(i, end - i);
        foreach (string mark in (ReadOnlySpan<string>)["a.m.", "p.m.", "am", "pm"])
        {
            if (rest.StartsWith(mark, StringComparison.OrdinalIgnoreCase) && (rest.Length == mark.Length || !char.IsLetter(rest[mark.Length])))
            {
                i += mark.Length;
                return mark[0] == 'p' ? 12 : 0;
            }
        }

        return -1;
    }

    // Only zones that mean one offset: IST, CST and BST are three, two and two.
    private static TimeSpan? TryReadZone(string text, ref int i, int end)
    {
        ReadOnlySpan<char> rest = text.AsSpan(i, end - i);
        if (rest.IsEmpty)
        {
            return null;
        }

        if (rest[0] is '+' or '-' && rest.Length >= 5 && char.IsAsciiDigit(rest[1]) && char.IsAsciiDigit(rest[2]))
        {
            int minutes = rest[3] == ':' ? 4 : 3;
            if (rest.Length >= minutes + 2 && int.TryParse(rest.Slice(minutes, 2), out int part) && int.TryParse(rest.Slice(1, 2), out int hours) && hours <= 14 && part < 60)
            {
                i += minutes + 2;
                TimeSpan size = new(hours, part, 0);
                return rest[0] == '-' ? -size : size;
            }

            return null;
        }

        foreach ((string name, int hours) in (ReadOnlySpan<(string, int)>)
            [("GMT", 0), ("UTC", 0), ("Z", 0), ("CEST", 2), ("CET", 1), ("EDT", -4), ("EST", -5), ("PDT", -7), ("PST", -8), ("MSK", 3)])
        {
            if (rest.StartsWith(name, StringComparison.Ordinal) && (rest.Length == name.Length || !char.IsLetterOrDigit(rest[name.Length])))
            {
                i += name.Length;
                return TimeSpan.FromHours(hours);
            }
        }

        return null;
    }

    private static int? TryReadMonth(string text, ref int i, int end)
    {
        int wordEnd = WordEnd(text, i, end);
        ReadOnlySpan<char> word = text.AsSpan(i, wordEnd - i);
        for (int month = 0; month < 12 && word.Length >= 3; month++)
        {
            ReadOnlySpan<char> full = s_months[month];
            if (word.Equals(full, StringComparison.OrdinalIgnoreCase)
                || (word.Length <= 4 && full.StartsWith(word, StringComparison.OrdinalIgnoreCase)))
            {
                i = wordEnd;
                SkipMarks(text, ref i, end);
                return month + 1;
            }
        }

        return null;
    }

    private static int? TryReadYear(string text, ref int i, int end)
    {
        int at = i;
        SkipMarks(text, ref at, end);
        if (at >= end || !char.IsAsciiDigit(text[at]))
        {
            return null;
        }

        int year = Number(text, ref at, end, out int digits);
        if (digits != 4 || year is < 1800 or > 2199)
        {
            return null;
        }

        i = at;
        return year;
    }

    private static (DateOnly Day, int End)? Day(int year, int month, int day, int end) =>
        year is >= 1800 and <= 2199 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? (new DateOnly(year, month, day), end) : null;

    private static int Number(string text, ref int i, int end, out int digits)
    {
        int value = 0;
        digits = 0;
        while (i < end && char.IsAsciiDigit(text[i]) && digits < 9)
        {
            value = (value * 10) + (text[i++] - '0');
            digits++;
        }

        return value;
    }

    private static void SkipOrdinal(string text, ref int i, int end)
    {
        if (i + 2 <= end && text.AsSpan(i, 2) is "st" or "nd" or "rd" or "th")
        {
            i += 2;
        }
    }

    private static void SkipMarks(string text, ref int i, int end)
    {
        while (i < end && (SourceLines.IsBlank(text[i]) || text[i] is ',' or '.' or '|' or '•' or '·' or '–' or '—' or '-'))
        {
            i++;
        }
    }

    private static void SkipBlanks(string text, ref int i, int end)
    {
        while (i < end && SourceLines.IsBlank(text[i]))
        {
            i++;
        }
    }

    private static bool IsName(ReadOnlySpan<char> word, string[] names)
    {
        foreach (string name in names)
        {
            if (word.Equals(name, StringComparison.OrdinalIgnoreCase) || (word.Length == 3 && name.AsSpan().StartsWith(word, StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return false;
    }

    private static int WordEnd(string text, int i, int end)
    {
        while (i < end && char.IsLetterOrDigit(text[i]))
        {
            i++;
        }

        return i;
    }
}
