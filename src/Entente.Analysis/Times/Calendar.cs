namespace Entente.Analysis.Times;

/// <summary>Counting on the calendar, from one value to another.</summary>
internal static class Calendar
{
    /// <summary>1 Monday … 7 Sunday.</summary>
    public static int Weekday(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;

    public static bool IsDay(int year, int month, int day) => month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year is >= 1 and <= 9999 ? year : 2000, month);

    /// <summary>The unit of length <paramref name="grain"/> that <paramref name="day"/> lies in.</summary>
    public static TimePoint Unit(DateOnly day, TimeUnit grain) => grain switch
    {
        TimeUnit.Week or TimeUnit.Weekend => TimePoint.OfWeek(day, grain),
        TimeUnit.Month => TimePoint.OfMonth(day.Year, day.Month),
        TimeUnit.Quarter => new TimePoint { Grain = grain, Year = day.Year, Part = (day.Month + 2) / 3 },
        TimeUnit.Half => new TimePoint { Grain = grain, Year = day.Year, Part = day.Month <= 6 ? 1 : 2 },
        TimeUnit.Year => TimePoint.OfYear(day.Year),
        TimeUnit.Decade or TimeUnit.Century or TimeUnit.Millennium => Longer(day.Year, grain),
        _ => TimePoint.OfDay(day),
    };

    /// <summary>A coarser value that holds <paramref name="point"/>; what is not known of it stays unknown.</summary>
    public static TimePoint Coarser(TimePoint point, TimeUnit grain)
    {
        if (point.ToDay() is { } day)
        {
            return Unit(day, grain);
        }

        if (grain is TimeUnit.Week or TimeUnit.Weekend)
        {
            return point.Grain is TimeUnit.Week or TimeUnit.Weekend ? point.WithoutTime() with { Grain = grain } : new TimePoint { Grain = grain, Year = point.CalendarYear };
        }

        if (grain == TimeUnit.Day)
        {
            return point.Grain == TimeUnit.Month ? TimePoint.OfDay(point.Year, point.Part, 0) : TimePoint.OfDay(point.CalendarYear, point.Grain == TimeUnit.Day ? point.Part : 0, 0);
        }

        int month = MonthOf(point);
        return grain switch
        {
            _ when point.CalendarYear is null && point.Grain < grain => new TimePoint { Grain = grain },
            _ when point.Grain == grain => point.WithoutTime(),
            TimeUnit.Month => TimePoint.OfMonth(point.CalendarYear, month),
            TimeUnit.Quarter => new TimePoint { Grain = grain, Year = point.CalendarYear, Part = (month + 2) / 3 },
            TimeUnit.Half => new TimePoint { Grain = grain, Year = point.CalendarYear, Part = month == 0 ? 0 : month <= 6 ? 1 : 2 },
            TimeUnit.Season => new TimePoint { Grain = grain, Year = point.CalendarYear },
            TimeUnit.Year => new TimePoint { Grain = grain, Year = point.CalendarYear },
            _ when point.Grain == TimeUnit.Decade && grain == TimeUnit.Century => new TimePoint { Grain = grain, Year = Divide(point.Year, 10) },
            _ when point.CalendarYear is { } year => Longer(year, grain),
            _ => new TimePoint { Grain = grain },
        };
    }

    /// <summary>The value <paramref name="count"/> units after <paramref name="from"/>, as exact as the unit is and as <paramref name="from"/> allows.</summary>
    public static TimePoint Add(TimePoint from, TimeUnit unit, int count)
    {
        TimePoint start = Coarser(from, unit);
        switch (unit)
        {
            case TimeUnit.Day when start.ToDay() is { } day:
                return AddDays(day, count) is { } moved ? TimePoint.OfDay(moved) : start;
            case TimeUnit.Week or TimeUnit.Weekend:
                return start.Interval() is { } week && start.Part > 0 && AddDays(week.First, 7L * count) is { } other ? TimePoint.OfWeek(other, unit) : start with { Part = 0 };
            case TimeUnit.Month when start.Year is not null && start.Part > 0:
                return AddParts(start, count, 12);
            case TimeUnit.Quarter when start.Year is not null && start.Part > 0:
                return AddParts(start, count, 4);
            case TimeUnit.Half when start.Year is not null && start.Part > 0:
                return AddParts(start, count, 2);
            case TimeUnit.Season when start.Year is not null && start.Part > 0:
                return start with { Year = AddYears(start.Year.Value, count) };
            case TimeUnit.Year or TimeUnit.Decade or TimeUnit.Century or TimeUnit.Millennium when start.Year is { } year:
                return start with { Year = AddYears(year, count) };
            case TimeUnit.Day:
                return TimePoint.OfDay(start.Year, 0, 0);
            case TimeUnit.Month:
                return TimePoint.OfMonth(start.Year, 0);
            default:
                return start;
        }
    }

    /// <summary>The hour, minute or second so far from <paramref name="from"/>; only where its clock time is known.</summary>
    public static TimePoint? AddTime(TimePoint from, TimeUnit unit, decimal count)
    {
        if (from.ToDay() is not { } day || from.Hour is not { } hour || count > 1_000_000)
        {
            return null;
        }

        decimal seconds = unit switch { TimeUnit.Hour => 3600, TimeUnit.Minute => 60, _ => 1 } * count;
        DateTime at = day.ToDateTime(TimeOnly.MinValue).AddHours(hour).AddMinutes(from.Minute ?? 0).AddSeconds(from.Second ?? 0);
        if (at.Year is < 2 or > 9990)
        {
            return null;
        }

        at = at.AddSeconds((double)seconds);
        return TimePoint.OfDay(DateOnly.FromDateTime(at)) with
        {
            Hour = at.Hour,
            Minute = at.Minute,
            Second = from.Second is not null || unit == TimeUnit.Second ? at.Second : null,
            Offset = from.Offset,
        };
    }

    public static DateOnly? AddDays(DateOnly day, long count)
    {
        long number = day.DayNumber + count;
        return number >= DateOnly.MinValue.DayNumber && number <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber((int)number) : null;
    }

    /// <summary>The year so many after another, over the missing year 0.</summary>
    public static int AddYears(int year, int count)
    {
        int astronomical = (year < 0 ? year + 1 : year) + count;
        return astronomical <= 0 ? astronomical - 1 : astronomical;
    }

    private static TimePoint AddParts(TimePoint start, int count, int partsOfYear)
    {
        int year = start.Year!.Value;
        long index = ((year < 0 ? year + 1 : year) * (long)partsOfYear) + start.Part - 1 + count;
        int astronomical = (int)Math.Floor(index / (double)partsOfYear);
        return start with { Year = astronomical <= 0 ? astronomical - 1 : astronomical, Part = (int)(index - ((long)astronomical * partsOfYear)) + 1 };
    }

    private static TimePoint Longer(int year, TimeUnit grain)
    {
        int length = grain switch { TimeUnit.Decade => 10, TimeUnit.Century => 100, _ => 1000 };
        int index = year / length;
        return new TimePoint { Grain = grain, Year = year < 0 && grain != TimeUnit.Decade ? index - 1 : index };
    }

    private static int? Divide(int? year, int by) => year is { } y ? (y < 0 ? (y / by) - 1 : y / by) : null;

    private static int MonthOf(TimePoint point) => point.Grain is TimeUnit.Month or TimeUnit.Day ? point.Part : 0;
}
