using System.Globalization;
using System.Text;

namespace Entente.Analysis.Times;

/// <summary>A place in the calendar as far as it is stated: what is not known is zero, or null for the year.</summary>
/// <remarks>Written as TIMEX3 writes it, with X for each digit that is not known.</remarks>
internal readonly record struct TimePoint
{
    private const int FirstMonthOfYear = 1;

    /// <summary>How exact the value is; <see cref="TimeUnit.None"/> for a bare time of day.</summary>
    public TimeUnit Grain { get; init; }

    /// <summary>The year, negative before the common era (−490 is 490 BC, and there is no year 0); of a decade its first three digits, of a century the first
    /// two, of a millennium the first. The nth century before the common era is −n, as it has no zeroth.</summary>
    public int? Year { get; init; }

    /// <summary>Month, ISO week, quarter, half or season (1 spring … 4 winter), as the grain says.</summary>
    public int Part { get; init; }

    /// <summary>The day of the month.</summary>
    public int Day { get; init; }

    /// <summary>1 Monday … 7 Sunday, where no more than that is known of a day.</summary>
    public int Weekday { get; init; }

    /// <summary>MO, AF, EV, NI, DT, MI: a part of the day; null where none is stated.</summary>
    public string? PartOfDay { get; init; }

    public int? Hour { get; init; }

    public int? Minute { get; init; }

    public int? Second { get; init; }

    /// <summary>Minutes east of Greenwich, where a zone is stated.</summary>
    public int? Offset { get; init; }

    /// <summary>Fiscal years and quarters are their owner's: no calendar days are known for them.</summary>
    public bool IsFiscal { get; init; }

    public bool HasTime => Hour is not null || PartOfDay is not null;

    public bool IsBce => Year < 0;

    public static TimePoint OfYear(int year) => new() { Grain = TimeUnit.Year, Year = year };

    public static TimePoint OfMonth(int? year, int month) => new() { Grain = TimeUnit.Month, Year = year, Part = month };

    public static TimePoint OfDay(int? year, int month, int day) => new() { Grain = TimeUnit.Day, Year = year, Part = month, Day = day };

    public static TimePoint OfDay(DateOnly day) => OfDay(day.Year, day.Month, day.Day);

    public static TimePoint OfWeek(DateOnly day, TimeUnit grain = TimeUnit.Week) =>
        new() { Grain = grain, Year = ISOWeek.GetYear(day.ToDateTime(TimeOnly.MinValue)), Part = ISOWeek.GetWeekOfYear(day.ToDateTime(TimeOnly.MinValue)) };

    /// <summary>The calendar day, if the value is one in the common era.</summary>
    public DateOnly? ToDay() =>
        Grain == TimeUnit.Day && Year is >= 1 and <= 9999 && Part is >= 1 and <= 12 && Day >= 1 && Day <= DateTime.DaysInMonth(Year.Value, Part)
            ? new DateOnly(Year.Value, Part, Day)
            : null;

    /// <summary>The year that the value lies in; null where it is longer than one or not known.</summary>
    public int? CalendarYear => Grain is TimeUnit.Decade or TimeUnit.Century or TimeUnit.Millennium ? null : Year;

    /// <summary>The value without its time of day.</summary>
    public TimePoint WithoutTime() => this with { PartOfDay = null, Hour = null, Minute = null, Second = null, Offset = null };

    public TimePoint WithTimeOf(TimePoint clock) =>
        this with { PartOfDay = clock.PartOfDay, Hour = clock.Hour, Minute = clock.Minute, Second = clock.Second, Offset = clock.Offset };

    /// <summary>The days that the value can mean; null where it is relative, before the common era or fiscal.</summary>
    public DayInterval? Interval()
    {
        if (Year is not { } year || year < 1 || year > 9999 || IsFiscal)
        {
            return null;
        }

        switch (Grain)
        {
            case TimeUnit.Day when ToDay() is { } day:
                return new DayInterval(day, day);
            case TimeUnit.Day when Part is >= 1 and <= 12:
            case TimeUnit.Month when Part is >= 1 and <= 12:
                return Months(year, Part, 1);
            case TimeUnit.Week or TimeUnit.Weekend when Part >= 1 && Part <= ISOWeek.GetWeeksInYear(year):
                DateTime monday = ISOWeek.ToDateTime(year, Part, DayOfWeek.Monday);
                DateOnly first = DateOnly.FromDateTime(monday);
                return first.DayNumber + 6 > DateOnly.MaxValue.DayNumber ? null
                    : Grain == TimeUnit.Week ? new DayInterval(first, first.AddDays(6)) : new DayInterval(first.AddDays(5), first.AddDays(6));
            case TimeUnit.Quarter when Part is >= 1 and <= 4:
                return Months(year, (3 * Part) - 2, 3);
            case TimeUnit.Half when Part is 1 or 2:
                return Months(year, (6 * Part) - 5, 6);

            // Whose summer it is, and whether a winter is the one that the year begins or ends with, the words do not say.
            case TimeUnit.Season when Part == 4 && year < 9999:
                return new DayInterval(new DateOnly(year, 1, 1), new DateOnly(year + 1, 3, 31));
            case TimeUnit.Day or TimeUnit.Month or TimeUnit.Week or TimeUnit.Weekend or TimeUnit.Quarter or TimeUnit.Half or TimeUnit.Season or TimeUnit.Year:
                return Months(year, FirstMonthOfYear, 12);
            case TimeUnit.Decade:
                return Years(year * 10, 10);
            case TimeUnit.Century:
                return Years(year * 100, 100);
            case TimeUnit.Millennium:
                return Years(year * 1000, 1000);
            default:
                return null;
        }
    }

    public override string ToString()
    {
        StringBuilder value = new(16);
        AppendDate(value);
        if (Hour is { } hour)
        {
            value.Append(CultureInfo.InvariantCulture, $"T{hour:00}:{Minute ?? 0:00}");
            if (Second is { } second)
            {
                value.Append(CultureInfo.InvariantCulture, $":{second:00}");
            }

            if (Offset is { } offset)
            {
                value.Append(CultureInfo.InvariantCulture, $"{(offset < 0 ? '-' : '+')}{Math.Abs(offset) / 60:00}:{Math.Abs(offset) % 60:00}");
            }
        }
        else if (PartOfDay is { } part)
        {
            value.Append('T').Append(part);
        }

        return value.ToString();
    }

    private void AppendDate(StringBuilder value)
    {
        if (Year < 0)
        {
            value.Append("BC");
        }

        int? year = Year is { } y ? Math.Abs(y) : null;
        switch (Grain)
        {
            case TimeUnit.Decade:
                value.Append(year is null ? "XXX" : year.Value.ToString("000", CultureInfo.InvariantCulture));
                return;
            case TimeUnit.Century:
                value.Append(year is null ? "XX" : (year.Value - (Year < 0 ? 1 : 0)).ToString("00", CultureInfo.InvariantCulture));
                return;
            case TimeUnit.Millennium:
                value.Append(year is null ? "X" : year.Value.ToString(CultureInfo.InvariantCulture));
                return;
            default:
                value.Append(IsFiscal && Grain == TimeUnit.Year ? "FY" : "").Append(year is null ? "XXXX" : year.Value.ToString("0000", CultureInfo.InvariantCulture));
                break;
        }

        switch (Grain)
        {
            case TimeUnit.Month:
                value.Append('-').Append(Two(Part));
                break;
            case TimeUnit.Day when Weekday > 0 && Part == 0:
                value.Append("-WXX-").Append(Weekday);
                break;
            case TimeUnit.Day:
                value.Append('-').Append(Two(Part)).Append('-').Append(Two(Day));
                break;
            case TimeUnit.Week:
                value.Append("-W").Append(Two(Part));
                break;
            case TimeUnit.Weekend:
                value.Append("-W").Append(Two(Part)).Append("-WE");
                break;
            case TimeUnit.Quarter:
                value.Append("-Q").Append(Part == 0 ? "X" : Part);
                break;
            case TimeUnit.Half:
                value.Append("-H").Append(Part == 0 ? "X" : Part);
                break;
            case TimeUnit.Season:
                value.Append('-').Append(Part switch { 1 => "SP", 2 => "SU", 3 => "FA", 4 => "WI", _ => "XX" });
                break;
            case TimeUnit.None:
                value.Append("-XX-XX");
                break;
            default:
                break;
        }
    }

    private static string Two(int number) => number == 0 ? "XX" : number.ToString("00", CultureInfo.InvariantCulture);

    private static DayInterval Months(int year, int month, int count)
    {
        int last = month + count - 1;
        return new DayInterval(new DateOnly(year, month, 1), new DateOnly(year, last, DateTime.DaysInMonth(year, last)));
    }

    private static DayInterval? Years(int first, int count) =>
        first + count - 1 > 9999 ? null : new DayInterval(new DateOnly(Math.Max(1, first), 1, 1), new DateOnly(first + count - 1, 12, 31));
}
