using System.Buffers;
using Entente.Analysis.Text;

namespace Entente.Reading.Metadata;

/// <summary>A cursor that reads one date, with the clock time and zone around it, from where it stands.</summary>
/// <param name="isMail">Two-digit years and the zones of RFC 822 mean what that RFC says.</param>
internal ref partial struct TimeScanner(ReadOnlySpan<char> text, bool isMail)
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
}
