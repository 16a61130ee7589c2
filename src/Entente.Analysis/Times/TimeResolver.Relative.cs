namespace Entente.Analysis.Times;

internal sealed partial class TimeResolver
{
    private static readonly int[] s_seasonOfMonth = [0, 4, 4, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4];

    /// <summary>The date of "ago", "later" and their like.</summary>
    /// <param name="start">What it counts from, where that is stated: "two weeks from tomorrow".</param>
    private TimePoint OffsetOf(TimePhrase phrase, TimePoint? start)
    {
        (TimeUnit unit, decimal count) = Whole(phrase.Unit, phrase.Amount.Value);
        if (phrase.Shift is Shift.Ago or Shift.Earlier)
        {
            count = -count;
        }

        bool deictic = phrase.Shift is Shift.Ago or Shift.Hence;
        TimePoint? from = start is not null ? start : deictic ? (Today() is { } today ? TimePoint.OfDay(today) : null) : Named(unit);
        if (unit <= TimeUnit.Hour)
        {
            TimePoint? instant = deictic && clock is { } now && from is { Hour: null } known ? known with { Hour = now.Hour, Minute = now.Minute } : from;
            if (instant is { } exactly && Calendar.AddTime(exactly, unit, count) is { } moved)
            {
                return moved;
            }

            _missing = true;
            _used = TimeAnchor.None;
            return new TimePoint();
        }

        unit = unit == TimeUnit.PartOfDay ? TimeUnit.Day : unit;
        if (from is not { } point)
        {
            return new TimePoint { Grain = unit };
        }

        if (phrase.Smaller.Count > 0 && point.ToDay() is { } exact && Math.Abs(count) <= 10_000)
        {
            DateOnly? moving = Moved(exact, unit, (int)count);
            foreach ((TimeUnit smaller, int more) in phrase.Smaller)
            {
                moving = moving is { } now ? Moved(now, smaller, count < 0 ? -more : more) : null;
            }

            return moving is { } there ? TimePoint.OfDay(there) : new TimePoint { Grain = unit };
        }

        // A year before a quarter is that quarter of the year before.
        if (unit == TimeUnit.Year && point is { Grain: TimeUnit.Quarter, Year: { } year } && Math.Abs(count) < 1_000)
        {
            return point with { Year = Calendar.AddYears(year, (int)count) };
        }

        return count == decimal.Truncate(count) && Math.Abs(count) <= 1_000_000 ? Calendar.Add(point, unit, (int)count) : new TimePoint { Grain = unit };
    }

    private static DateOnly? Moved(DateOnly from, TimeUnit unit, int count) => unit switch
    {
        TimeUnit.Year when Math.Abs(count) < 10_000 => Months(from, count * 12),
        TimeUnit.Month => Months(from, count),
        TimeUnit.Week => Calendar.AddDays(from, 7L * count),
        TimeUnit.Day => Calendar.AddDays(from, count),
        TimeUnit.Hour or TimeUnit.Minute or TimeUnit.Second => from,
        _ => null,
    };

    /// <summary>Half of a longer unit in whole shorter ones: half a year is six months.</summary>
    private static (TimeUnit Unit, decimal Count) Whole(TimeUnit unit, decimal count) =>
        count == decimal.Truncate(count) ? (unit, count) : unit switch
        {
            TimeUnit.Century => (TimeUnit.Year, decimal.Truncate(count * 100)),
            TimeUnit.Decade => (TimeUnit.Year, decimal.Truncate(count * 10)),
            TimeUnit.Year => (TimeUnit.Month, decimal.Truncate(count * 12)),
            TimeUnit.Week => (TimeUnit.Day, decimal.Truncate(count * 7)),
            TimeUnit.Month => (TimeUnit.Week, decimal.Truncate(count * 4)),
            _ => (unit, decimal.Truncate(count)),
        };

    /// <summary>"last week", "the following Friday", "that night".</summary>
    private TimePoint Directed(TimePhrase phrase)
    {
        TimePoint stated = phrase.Point;
        TimePoint? from = phrase.Direction is Direction.This or Direction.Last or Direction.Next ? Deictic() : Named(stated.Weekday > 0 ? TimeUnit.Day : stated.Grain);
        if (from is not { } known)
        {
            return stated.WithoutTime();
        }

        int step = phrase.Direction switch
        {
            Direction.Last or Direction.Previous => -1,
            Direction.Next or Direction.Following => 1,
            _ => 0,
        };
        if (phrase.Holiday is { } holiday)
        {
            return DirectedHoliday(holiday, known, step);
        }

        if (stated.Weekday > 0)
        {
            return DirectedWeekday(stated, known, step, phrase.Direction == Direction.Following);
        }

        if (stated.Grain == TimeUnit.Month && stated.Part > 0)
        {
            return DirectedMonth(stated, known, step);
        }

        if (stated.Grain == TimeUnit.Day && stated.Part > 0)
        {
            TimePoint month = DirectedMonth(TimePoint.OfMonth(null, stated.Part), known, step);
            return stated with { Year = month.Year };
        }

        if (stated.Grain == TimeUnit.Season && stated.Part > 0)
        {
            return DirectedSeason(stated, known, step);
        }

        TimePoint unit = Calendar.Coarser(known, stated.Grain);
        if (step == 0 || unit.Grain != stated.Grain)
        {
            return unit;
        }

        return Calendar.Add(known, stated.Grain, step);
    }

    private static TimePoint DirectedHoliday(Holiday holiday, TimePoint from, int step)
    {
        if (from.CalendarYear is not { } year || holiday.In(year) is not { } date)
        {
            return new TimePoint { Grain = TimeUnit.Day, Year = step == 0 ? from.CalendarYear : null };
        }

        if (from.ToDay() is { } day && step != 0)
        {
            year += step < 0 && date >= day ? -1 : step > 0 && date <= day ? 1 : 0;
        }

        return holiday.In(year) is { } found ? TimePoint.OfDay(found) : new TimePoint { Grain = TimeUnit.Day };
    }

    private static TimePoint DirectedWeekday(TimePoint stated, TimePoint from, int step, bool isAnaphoric)
    {
        if (from.ToDay() is not { } day)
        {
            return from.Grain == TimeUnit.Week && step == 0 && from.Interval() is { } week && from.Part > 0 ? TimePoint.OfDay(week.First.AddDays(stated.Weekday - 1)) : stated.WithoutTime();
        }

        int today = Calendar.Weekday(day);
        int move = step switch
        {
            0 => stated.Weekday - today,
            < 0 => -(((today - stated.Weekday + 6) % 7) + 1),

            // "next Friday", said on a Wednesday, is not the one two days off, which is "this Friday" or "Friday".
            _ => isAnaphoric ? ((stated.Weekday - today + 6) % 7) + 1 : 7 + stated.Weekday - today,
        };
        return Calendar.AddDays(day, move) is { } found ? TimePoint.OfDay(found) : stated.WithoutTime();
    }

    private static TimePoint DirectedMonth(TimePoint stated, TimePoint from, int step)
    {
        if (from.CalendarYear is not { } year)
        {
            return stated;
        }

        int current = from.Grain is TimeUnit.Day or TimeUnit.Month ? from.Part : 0;
        int shift = current == 0 ? 0 : step < 0 && stated.Part >= current ? -1 : step > 0 && stated.Part <= current ? 1 : 0;
        return stated with { Year = Calendar.AddYears(year, shift) };
    }

    private static TimePoint DirectedSeason(TimePoint stated, TimePoint from, int step)
    {
        if (from.CalendarYear is not { } year)
        {
            return stated;
        }

        // January belongs to the winter that began in December.
        (int current, int month) = from.Grain switch
        {
            TimeUnit.Season => (from.Part, 0),
            TimeUnit.Day or TimeUnit.Month => (s_seasonOfMonth[from.Part], from.Part),
            _ => (0, 0),
        };
        if (current == 0)
        {
            return stated with { Year = Calendar.AddYears(year, step) };
        }

        int own = month is 1 or 2 ? Calendar.AddYears(year, -1) : year;
        int shift = step < 0 && stated.Part >= current ? -1 : step > 0 && stated.Part <= current ? 1 : 0;
        return stated with { Year = Calendar.AddYears(step == 0 && stated.Part != 4 ? year : own, shift) };
    }

    /// <summary>The year of "in June", "on 12 June", "in the summer", "the second quarter".</summary>
    private TimePoint WithYear(TimePoint stated, Tense tense)
    {
        if (stated.Grain == TimeUnit.Day && stated.Part == 0)
        {
            // "on the 12th": of the month last spoken of
            TimePoint? month = Named() is { } known && known.Grain is TimeUnit.Day or TimeUnit.Month ? Calendar.Coarser(_last ?? TimePoint.OfDay(day!.Value), TimeUnit.Month) : Missing();
            return month is { Part: > 0 } found ? TimePoint.OfDay(found.Year, found.Part, stated.Day) : stated.WithoutTime();
        }

        if (isNarrative || day is null)
        {
            return Narrated(stated, tense);
        }

        // "over the weekend": the one that was, unless the verb looks ahead.
        if (stated.Grain == TimeUnit.Weekend)
        {
            DateOnly written = Today()!.Value;
            return Calendar.AddDays(written, tense == Tense.Future || Calendar.Weekday(written) >= 6 ? 0 : -7) is { } near ? TimePoint.OfWeek(near, TimeUnit.Weekend) : stated;
        }

        DateOnly today = Today()!.Value;
        (int own, int now) = stated.Grain switch
        {
            TimeUnit.Day => ((stated.Part * 31) + stated.Day, (today.Month * 31) + today.Day),
            TimeUnit.Month => (stated.Part * 31, today.Month * 31),
            TimeUnit.Quarter => (stated.Part * 93, ((today.Month + 2) / 3) * 93),
            TimeUnit.Season => ((stated.Part * 93) - 31, (today.Month * 31) - 16),
            _ => (0, 0),
        };
        int year = today.Year;
        if (tense == Tense.Future && stated.Grain != TimeUnit.Quarter)
        {
            year += own < now ? 1 : 0;
        }
        else if (tense == Tense.Past)
        {
            year -= own > now ? 1 : 0;
        }
        else
        {
            // Nothing tells, or figures of a quarter "are due": the nearest.
            year += own - now > 186 ? -1 : now - own > 186 ? 1 : 0;
        }

        // 29 February is in leap years only.
        TimePoint dated = stated.WithoutTime() with { Year = year };
        for (int back = 0; back < 8 && dated is { Grain: TimeUnit.Day, Year: > 8 } && dated.ToDay() is null; back++)
        {
            dated = dated with { Year = dated.Year + (tense == Tense.Future ? 1 : -1) };
        }

        return dated;
    }

    /// <summary>A story goes on: what it names without a year is of the year it named last, or of the next one where the old year was ending.</summary>
    private TimePoint Narrated(TimePoint stated, Tense tense)
    {
        // Outside of history only what is past is of the year named before: "the lease runs on from 1 June" is not.
        if (_story?.CalendarYear is not { } year || (!isHistory && tense != Tense.Past))
        {
            _missing = true;
            return stated.WithoutTime();
        }

        _used = TimeAnchor.Document;
        int before = _story.Value.Grain is TimeUnit.Day or TimeUnit.Month ? _story.Value.Part : 0;
        bool turned = before >= 11 && stated.Grain is TimeUnit.Day or TimeUnit.Month && stated.Part <= before - TurnOfYear;
        return stated.WithoutTime() with { Year = turned ? Calendar.AddYears(year, 1) : year };
    }

    /// <summary>Keeps up with the year that the story is in: a year far from it is an aside, until the text stays there.</summary>
    private void Follow(TimePoint point, TimePhrase phrase, bool leads)
    {
        // "He retired in 2016" does not make August that year's.
        if (!isHistory && !leads && phrase.Point is { Year: not null, Grain: >= TimeUnit.Year })
        {
            return;
        }

        int? far = _story?.CalendarYear is { } year ? Math.Abs(year - point.CalendarYear!.Value) : null;
        bool stated = phrase.Point.Year is not null;
        bool passing = far > 0 && !leads && stated && phrase.Point.Grain == TimeUnit.Year && _story is { Grain: TimeUnit.Day or TimeUnit.Month };
        bool strays = passing || far > Aside && !(_aside?.CalendarYear is { } other && Math.Abs(other - point.CalendarYear!.Value) <= 2);
        _aside = far > Aside ? point : stated ? null : _aside;
        _story = strays ? _story : point;
    }

    /// <summary>Years from the story's own that one mention does not lead it away to.</summary>
    private const int Aside = 12;

    /// <summary>Months back from which a story rather went on into the next year.</summary>
    private const int TurnOfYear = 8;
}
