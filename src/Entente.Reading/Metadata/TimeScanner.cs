using System.Buffers;
using Entente.Analysis.Text;

namespace Entente.Reading.Metadata;

/// <summary>A cursor that reads one date, with the clock time and zone around it, from where it stands.</summary>
/// <param name="isMail">Two-digit years and the zones of RFC 822 mean what that RFC says.</param>
internal ref struct TimeScanner(ReadOnlySpan<char> text, bool isMail)
{
    public const int FirstYear = 1400;
    public const int LastYear = 2199;

    private static readonly SearchValues<char> s_closing = SearchValues.Create(" \t\u00A0.,;|)]-–•·");

    private readonly ReadOnlySpan<char> _text = text;
    private readonly bool _isMail = isMail;
    private int _year;
    private int _month;
    private int _day;
    private TimeOnly? _clock;
    private bool _hasSeconds;
    private TimeSpan? _offset;
    private string? _zone;
    private int _carriedDays;

    /// <summary>After a successful read: the end of what was read.</summary>
    public int At { get; set; }

    /// <summary>Whether nothing but closing marks is left.</summary>
    public readonly bool IsAtEnd => _text[At..].IndexOfAnyExcept(s_closing) < 0;

    private readonly char Current => At < _text.Length ? _text[At] : '\0';

    public StatedTime? TryReadStatement(TimeOrigin from)
    {
        int start = At;
        if (IsInsideWordOrNumber(start) || !TryReadDate() || IsCutShort())
        {
            At = start;
            return null;
        }

        if (_day == 0)
        {
            return StatedTime.FromMonth(_year, _month, from);
        }

        DateOnly day = new(_year, _month, _day);
        if (_clock is not { } clock)
        {
            return StatedTime.FromDay(day, from);
        }

        DateTime local = day.AddDays(_carriedDays).ToDateTime(clock);
        return StatedTime.FromClock(local, _offset ?? Zones.OffsetAt(_zone, local, _isMail), _hasSeconds, from);
    }

    /// <summary>Whether a letter or figure follows at once; a capital after a figure begins the next thing on a page that lost the space between.</summary>
    private readonly bool IsCutShort() => char.IsLetterOrDigit(Current) && !(char.IsUpper(Current) && char.IsAsciiDigit(_text[At - 1]));

    /// <summary>"3.14.2015" or "x12 May": a date does not begin within a number or word.</summary>
    private readonly bool IsInsideWordOrNumber(int start)
    {
        if (start == 0)
        {
            return false;
        }

        char before = _text[start - 1];
        bool joinsNumbers = before is '.' or ',' or '/' or '-' or ':';
        return char.IsLetterOrDigit(before) || before is '$' or '#' or '€' or '£' || (joinsNumbers && start > 1 && char.IsDigit(_text[start - 2]));
    }

    private bool TryReadDate()
    {
        if (char.IsAsciiLetter(Current))
        {
            return TryReadFromWord();
        }

        int start = At;
        bool isLong = At + 2 < _text.Length && char.IsAsciiDigit(_text[At + 1]) && char.IsAsciiDigit(_text[At + 2]);
        if (!isLong && TryReadClock())
        {
            SkipSeparators();
            if (char.IsAsciiLetterOrDigit(Current) && (char.IsAsciiLetter(Current) ? TryReadFromWord(clockAfter: false) : TryReadFromNumber(clockAfter: false)))
            {
                return true;
            }

            (_clock, _offset, _zone, _hasSeconds, _carriedDays) = (null, null, null, false, 0);
            At = start;
        }

        return TryReadFromNumber();
    }

    private bool TryReadFromWord(bool clockAfter = true)
    {
        ReadOnlySpan<char> word = ReadWord();
        if (IsWeekday(word))
        {
            SkipSeparators();
            word = default;
            if (char.IsAsciiDigit(Current))
            {
                return clockAfter ? TryReadDate() : TryReadFromNumber(clockAfter: false);
            }

            word = ReadWord();
        }

        _month = MonthOf(word);
        if (_month == 0)
        {
            return false;
        }

        SkipInner();
        if (!TryReadNumber(out int number, out int digits))
        {
            return false;
        }

        if (digits == 4)
        {
            return TrySetYear(number, 4);
        }

        if (digits > 2)
        {
            return false;
        }

        _day = number;
        SkipOrdinal();
        int afterDay = At;
        SkipInner();
        if (TryReadYear())
        {
            return IsDay() && (!clockAfter || ReadClockAfter());
        }

        // asctime and its kin put the clock between day and year: Wed Dec 9 15:04:05 +0000 2015
        At = afterDay;
        SkipInner();
        if (!clockAfter || !TryReadClock())
        {
            return false;
        }

        SkipInner();
        return TryReadYear() && IsDay();
    }

    private bool TryReadFromNumber(bool clockAfter = true)
    {
        if (!TryReadNumber(out int first, out int digits))
        {
            return false;
        }

        bool read = digits switch
        {
            4 => TrySetYear(first, 4) && TryReadAfterYear(),
            8 => TrySetYear(first / 10_000, 4) && SetMonthAndDay(first / 100 % 100, first % 100),
            1 or 2 => TryReadAfterDayOrMonth(first),
            _ => false,
        };
        if (digits == 14)
        {
            At -= 14;
            return TryReadCompact();
        }

        return read && (!clockAfter || _day == 0 || ReadClockAfter());
    }

    /// <summary>20151209143000, as some meta elements write it.</summary>
    private bool TryReadCompact()
    {
        ReadOnlySpan<char> digits = _text.Slice(At, 14);
        At += 14;
        int hour = int.Parse(digits[8..10]), minute = int.Parse(digits[10..12]), second = int.Parse(digits[12..]);
        return TrySetYear(int.Parse(digits[..4]), 4) && SetMonthAndDay(int.Parse(digits[4..6]), int.Parse(digits[6..8]))
            && SetClock(hour, minute, second, hasSeconds: true);
    }

    private bool TryReadAfterYear()
    {
        char mark = Current;
        if (mark == '年')
        {
            At++;
            return TryReadNumber(out _month, out _) && Take('月') && TryReadNumber(out _day, out _) && Take('日') && IsDay();
        }

        if (mark is '-' or '/' or '.' or '\u2010' or '\u2011')
        {
            At++;
            if (mark == '-' && Current is 'W')
            {
                return TryReadWeek();
            }

            if (char.IsAsciiLetter(Current))
            {
                _month = MonthOf(ReadWord());
                return _month > 0 && Take(mark) && TryReadNumber(out _day, out _) && IsDay();
            }

            if (!TryReadNumber(out int month, out int digits))
            {
                return false;
            }

            if (digits == 3 && mark == '-' && month >= 1 && month <= (DateTime.IsLeapYear(_year) ? 366 : 365))
            {
                DateOnly ordinal = new DateOnly(_year, 1, 1).AddDays(month - 1);
                return SetMonthAndDay(ordinal.Month, ordinal.Day);
            }

            if (digits > 2 || month is < 1 or > 12)
            {
                return false;
            }

            _month = month;
            if (Current != mark || At + 1 >= _text.Length || !char.IsAsciiDigit(_text[At + 1]))
            {
                return mark == '-' && digits == 2;
            }

            At++;
            return TryReadNumber(out int day, out int dayDigits) && dayDigits <= 2 && SetMonthAndDay(month, day);
        }

        int afterYear = At;
        SkipInner();
        if (!char.IsAsciiLetter(Current) || At == afterYear)
        {
            return false;
        }

        _month = MonthOf(ReadWord());
        SkipInner();
        return _month > 0 && TryReadNumber(out _day, out int dayLength) && dayLength <= 2 && IsDay();
    }

    /// <summary>ISO 8601 week date, 2015-W50-3.</summary>
    private bool TryReadWeek()
    {
        At++;
        if (!TryReadNumber(out int week, out int digits) || digits != 2 || week is < 1 or > 53 || !Take('-')
            || !TryReadNumber(out int weekday, out _) || weekday is < 1 or > 7)
        {
            return false;
        }

        DateOnly fourth = new(_year, 1, 4);
        int sinceMonday = ((int)fourth.DayOfWeek + 6) % 7;
        DateOnly date = fourth.AddDays(((week - 1) * 7) + weekday - 1 - sinceMonday);
        _year = date.Year;
        return SetMonthAndDay(date.Month, date.Day);
    }

    private bool TryReadAfterDayOrMonth(int first)
    {
        char mark = Current;
        if (mark is '/' or '.' or '-' && At + 1 < _text.Length && char.IsAsciiDigit(_text[At + 1]))
        {
            At++;
            if (!TryReadNumber(out int second, out int digits) || digits > 2 || !Take(mark) || !TryReadNumber(out int year, out int yearDigits))
            {
                return false;
            }

            // A two-digit year beside two small numbers leaves even the year open; 12/25/24 can only be read one way.
            bool dayFirst = first is > 12 and <= 31 && second <= 12;
            bool monthFirst = second is > 12 and <= 31 && first <= 12;
            if (yearDigits == 2 && (!monthFirst || year < 32))
            {
                monthFirst = monthFirst && mark == '/';
                dayFirst = false;
            }

            if (yearDigits is not (2 or 4) || !TrySetYear(yearDigits == 2 ? WithCentury(year) : year, 4))
            {
                return false;
            }

            return first == second ? yearDigits == 4 && SetMonthAndDay(first, second)
                : dayFirst ? SetMonthAndDay(second, first)
                : monthFirst && SetMonthAndDay(first, second);
        }

        _day = first;
        SkipOrdinal();
        if (Current == ',')
        {
            // "Issue 12, March 2015"
            return false;
        }

        SkipInner();
        if (Current is 'o' or 'O' && At + 2 < _text.Length && _text[At + 1] is 'f' or 'F' && char.IsWhiteSpace(_text[At + 2]))
        {
            At += 2;
            SkipInner();
        }

        if (!char.IsAsciiLetter(Current))
        {
            return false;
        }

        _month = MonthOf(ReadWord());
        if (_month == 0)
        {
            return false;
        }

        SkipInner();
        return TryReadYear() && IsDay();
    }

    private bool ReadClockAfter()
    {
        int end = At;
        if (Current is 'T' or 't' && At + 1 < _text.Length && char.IsAsciiDigit(_text[At + 1]))
        {
            At++;
        }
        else
        {
            SkipSeparators();
        }

        if (!TryReadClock(afterT: end + 1 == At))
        {
            At = end;
            if (Current is 'T' or 'Z' && (At + 1 == _text.Length || !char.IsLetterOrDigit(_text[At + 1])))
            {
                At++;
            }
        }

        return true;
    }

    private bool TryReadClock(bool afterT = false)
    {
        int start = At;
        if (!TryReadNumber(out int hour, out int digits))
        {
            return false;
        }

        int minute = 0, second = 0;
        bool hasMinutes = false, hasSeconds = false, needsZone = false;
        if (digits is 4 or 6 && (afterT || digits == 4))
        {
            (hour, minute, second) = digits == 6 ? (hour / 10_000, hour / 100 % 100, hour % 100) : (hour / 100, hour % 100, 0);
            (hasMinutes, hasSeconds, needsZone) = (true, digits == 6, !afterT);
        }
        else if (digits > 2)
        {
            At = start;
            return false;
        }
        else if (Current is ':' or '.' or 'h' && At + 2 < _text.Length && char.IsAsciiDigit(_text[At + 1]) && char.IsAsciiDigit(_text[At + 2]))
        {
            needsZone = Current == '.';
            At++;
            hasMinutes = TryReadNumber(out minute, out int minuteDigits) && minuteDigits == 2;
            if (hasMinutes && Current == ':' && At + 1 < _text.Length && char.IsAsciiDigit(_text[At + 1]))
            {
                At++;
                hasSeconds = TryReadNumber(out second, out _);
                if (Current is '.' or ',' && At + 1 < _text.Length && char.IsAsciiDigit(_text[At + 1]))
                {
                    At++;
                    while (char.IsAsciiDigit(Current))
                    {
                        At++;
                    }
                }
            }
        }

        bool? afternoon = ReadHalfOfDay();
        if (afternoon is { } later)
        {
            if (hour is < 1 or > 12)
            {
                At = start;
                return false;
            }

            hour = (hour % 12) + (later ? 12 : 0);
        }
        else if (!hasMinutes)
        {
            At = start;
            return false;
        }

        ReadZone();
        if ((needsZone && afternoon is null && _zone is null && _offset is null) || !SetClock(hour, minute, second, hasSeconds))
        {
            (_offset, _zone) = (null, null);
            At = start;
            return false;
        }

        return true;
    }

    private bool? ReadHalfOfDay()
    {
        int start = At;
        SkipSpace();
        if (Current is 'a' or 'A' or 'p' or 'P')
        {
            bool later = Current is 'p' or 'P';
            At++;
            bool dotted = Take('.');
            if (Current is 'm' or 'M')
            {
                At++;
                if (dotted)
                {
                    Take('.');
                }

                if (!char.IsLetterOrDigit(Current))
                {
                    return later;
                }
            }
        }

        At = start;
        return null;
    }

    private void ReadZone()
    {
        int start = At;
        SkipSpace();
        bool inBrackets = Take('(');
        if (TryReadOffset())
        {
            // "+0000 UTC" and "+0300 (MSK)" say it twice
            int end = At;
            SkipSpace();
            if (!Zones.IsName(ReadWord()))
            {
                At = end;
            }

            SkipNamedZone();
            return;
        }

        ReadOnlySpan<char> name = ReadWord();
        if (!Zones.IsName(name))
        {
            At = start;
            return;
        }

        _zone = name.ToString();
        int afterName = At;
        if (name is "GMT" or "UTC" && TryReadOffset())
        {
            _zone = null;
        }
        else
        {
            At = afterName;
        }

        if (inBrackets)
        {
            Take(')');
        }

        SkipNamedZone();
    }

    /// <summary>The "(Arab Standard Time)" that browsers add.</summary>
    private void SkipNamedZone()
    {
        int start = At;
        SkipSpace();
        int close = Current == '(' ? _text[At..].IndexOf(')') : -1;
        At = close is > 0 and < 60 ? At + close + 1 : start;
    }

    private bool TryReadOffset()
    {
        int start = At;
        char sign = Current;
        if (sign is not ('+' or '-' or '\u2212'))
        {
            return false;
        }

        At++;
        if (!TryReadNumber(out int hours, out int digits))
        {
            At = start;
            return false;
        }

        int minutes = 0;
        if (digits == 4)
        {
            (hours, minutes) = (hours / 100, hours % 100);
        }
        else if (digits <= 2 && Current == ':')
        {
            At++;
            TryReadNumber(out minutes, out _);
        }

        if (digits is 3 or > 4 || hours > 14 || minutes > 59)
        {
            At = start;
            return false;
        }

        TimeSpan offset = new(hours, minutes, 0);
        _offset = sign == '+' ? offset : -offset;
        return true;
    }

    private bool TryReadYear()
    {
        int start = At;
        if (Current is '\'' or '’')
        {
            At++;
        }

        if (TryReadNumber(out int year, out int digits) && (digits == 4 || (digits == 2 && (_isMail || At - start == 3)))
            && Current != ':' && TrySetYear(digits == 2 ? WithCentury(year) : year, 4))
        {
            return true;
        }

        At = start;
        return false;
    }

    // RFC 2822, section 4.3
    private static int WithCentury(int year) => year < 50 ? 2000 + year : 1900 + year;

    private bool TrySetYear(int year, int digits)
    {
        _year = year;
        return digits == 4 && year is >= FirstYear and <= LastYear;
    }

    private bool SetMonthAndDay(int month, int day)
    {
        (_month, _day) = (month, day);
        return IsDay();
    }

    private readonly bool IsDay() => _month is >= 1 and <= 12 && _day >= 1 && _day <= DateTime.DaysInMonth(_year, _month);

    private bool SetClock(int hour, int minute, int second, bool hasSeconds)
    {
        _carriedDays = 0;
        if (hour == 24 && minute == 0 && second == 0)
        {
            (hour, _carriedDays) = (0, 1);
        }

        // A leap second is read as the second before it.
        second = second == 60 ? 59 : second;
        if (hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        (_clock, _hasSeconds) = (new TimeOnly(hour, minute, second), hasSeconds);
        return true;
    }

    private bool TryReadNumber(out int value, out int digits)
    {
        int start = At;
        value = 0;
        while (char.IsAsciiDigit(Current) && At - start < 15)
        {
            value = At - start < 8 ? (value * 10) + (Current - '0') : value;
            At++;
        }

        digits = At - start;
        return digits > 0;
    }

    private ReadOnlySpan<char> ReadWord()
    {
        int start = At;
        while (char.IsAsciiLetter(Current))
        {
            At++;
        }

        return _text[start..At];
    }

    private bool Take(char mark)
    {
        if (Current != mark)
        {
            return false;
        }

        At++;
        return true;
    }

    private void SkipSpace()
    {
        while (char.IsWhiteSpace(Current))
        {
            At++;
        }
    }

    /// <summary>What stands between the parts of one date.</summary>
    private void SkipInner()
    {
        while (char.IsWhiteSpace(Current) || Current is ',' or '.' or '-' or '/' or '–')
        {
            At++;
        }
    }

    /// <summary>What stands between a date and its time.</summary>
    private void SkipSeparators()
    {
        while (char.IsWhiteSpace(Current) || Current is ',' or '.' or '|' or '-' or '–' or '—' or '·' or '•' or '@' or '/' or ';' or ':' or '(')
        {
            At++;
        }

        if (At + 2 < _text.Length && _text[At] is 'a' or 'o' or 'A' or 'O' && _text[At + 1] is 't' or 'n' or 'T' or 'N' && !char.IsLetter(_text[At + 2]))
        {
            At += 2;
            SkipSpace();
        }
    }

    private void SkipOrdinal()
    {
        if (At + 1 < _text.Length && _text.Slice(At, 2) is "st" or "nd" or "rd" or "th" or "ST" or "ND" or "RD" or "TH")
        {
            At += 2;
        }
    }

    private static bool IsWeekday(ReadOnlySpan<char> word)
    {
        if (word.Length < 3)
        {
            return false;
        }

        foreach (string name in s_weekdays)
        {
            if (word.Length <= name.Length && name.AsSpan(0, word.Length).Equals(word, StringComparison.OrdinalIgnoreCase)
                && (word.Length == name.Length || word.Length <= 5))
            {
                return true;
            }
        }

        return false;
    }

    private static int MonthOf(ReadOnlySpan<char> word)
    {
        if (word.Length < 3)
        {
            return 0;
        }

        for (int m = 0; m < s_months.Length; m++)
        {
            string name = s_months[m];
            bool isShort = word.Length == 3 || (word.Length == 4 && m == 8);
            if (word.Length <= name.Length && (isShort || word.Length == name.Length)
                && name.AsSpan(0, word.Length).Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return m + 1;
            }
        }

        return 0;
    }

    private static readonly string[] s_weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    private static readonly string[] s_months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
}
