using Entente.Analysis.Text;

namespace Entente.Analysis.Times;

/// <summary>Gives phrases their values, in the order of the text.</summary>
/// <remarks>In a news report what is missing comes from the day of the report; in a narrative, or where that day is not known, from what the text named last.
/// Where neither gives it, it stays unknown.</remarks>
/// <param name="isHistory">The text tells history by years: a bare year in passing is one that it is about.</param>
/// <param name="clock">The time of day at which the report was published, where that is stated.</param>
internal sealed partial class TimeResolver(DateOnly? day, TimeAnchor anchor, bool isNarrative, bool isHistory = false, TimeOnly? clock = null)
{
    private const string ShortYear = "year in two figures";

    private TimePoint? _last;
    private TimePoint? _story;
    private TimePoint? _aside;
    private TimePoint? _lastDay;
    private TimeAnchor _used;
    private bool _missing;

    /// <summary>The last time with a year that the text named.</summary>
    public TimePoint? Last => _last;

    /// <summary>A new sentence: a bare time of day no longer belongs to the day named before it.</summary>
    public void StartSentence() => _lastDay = null;

    /// <param name="leads">The expression opens its sentence: what is told after it is of that time.</param>
    public TimeExpression Resolve(TimePhrase phrase, TextSpan span, Tense tense, bool leads = false)
    {
        (_used, _missing) = (TimeAnchor.None, false);
        switch (phrase.Kind)
        {
            case PhraseKind.Duration:
                return Made(phrase, span, TimeType.Duration, phrase.Value!, phrase.Unit, WindowOf(phrase));
            case PhraseKind.Set:
                return Made(phrase, span, TimeType.Set, phrase.Value!, TimeUnit.None, null);
            case PhraseKind.Reference:
                return Made(phrase, span, TimeType.Date, phrase.Value!, TimeUnit.None, null);
            default:
                break;
        }

        if (phrase.Kind == PhraseKind.Offset && phrase.Amount.IsVague)
        {
            return Made(phrase, span, TimeType.Date, phrase.Shift is Shift.Ago or Shift.Earlier ? "PAST_REF" : "FUTURE_REF", TimeUnit.None, null);
        }

        TimePoint point = PointOf(phrase, tense);
        if (!_missing && point.CalendarYear is not null)
        {
            _last = point;
            Follow(point, phrase, leads);
            _lastDay = point.Grain == TimeUnit.Day ? point : _lastDay;
        }

        TimeUnit precision = point.PartOfDay is not null ? TimeUnit.PartOfDay : point.Second is not null ? TimeUnit.Second : point.Hour is not null ? TimeUnit.Minute : point.Grain;
        return Made(phrase, span, point.HasTime || phrase.Unit is TimeUnit.Hour or TimeUnit.Minute or TimeUnit.Second ? TimeType.Time : TimeType.Date, point.ToString() + (phrase.Unit is TimeUnit.Hour or TimeUnit.Minute or TimeUnit.Second && !point.HasTime ? "TXX:XX" : ""), precision, point.Interval());
    }

    private TimeExpression Made(TimePhrase phrase, TextSpan span, TimeType type, string value, TimeUnit precision, DayInterval? days) =>
        new(span, type, value, precision, _used, _missing, days, phrase.Rule)
        {
            Modifier = phrase.Modifier,
            Quantity = phrase.Quantity,
            Frequency = phrase.Frequency,
            Phrase = phrase,
        };

    /// <summary>The days of "the past three weeks" and "the next two months", where the report's day is known.</summary>
    private DayInterval? WindowOf(TimePhrase phrase)
    {
        if (day is not { } today || phrase.Amount.Whole is not (> 0 and var count) || isNarrative || phrase.Unit < TimeUnit.Day || phrase.Direction is not (Direction.Last or Direction.Next))
        {
            return null;
        }

        int sign = phrase.Direction == Direction.Last ? -1 : 1;
        DateOnly? other = phrase.Unit switch
        {
            TimeUnit.Day => Calendar.AddDays(today, sign * count),
            TimeUnit.Week => Calendar.AddDays(today, sign * count * 7L),
            TimeUnit.Month when count < 1200 => Months(today, sign * count),
            TimeUnit.Quarter when count < 400 => Months(today, sign * count * 3),
            TimeUnit.Year when count < 1000 => Months(today, sign * count * 12),
            TimeUnit.Decade when count < 100 => Months(today, sign * count * 120),
            _ => null,
        };
        _used = other is null ? TimeAnchor.None : anchor;
        return other is not { } end ? null : sign < 0 ? new DayInterval(end, today) : new DayInterval(today, end);
    }

    private static DateOnly? Months(DateOnly from, int months)
    {
        int index = (from.Year * 12) + from.Month - 1 + months;
        return index is >= 12 and < 119_988 ? from.AddMonths(months) : null;
    }

    private TimePoint PointOf(TimePhrase phrase, Tense tense)
    {
        TimePoint stated = phrase.Point;
        TimePoint date;
        if (phrase.Kind == PhraseKind.Offset)
        {
            date = OffsetOf(phrase, phrase.Of is { } start ? PointOf(start, tense) : null);
        }
        else if (phrase.Of is { } of)
        {
            date = PartOf(phrase, PointOf(of, tense));
        }
        else if (phrase.Direction != Direction.None)
        {
            date = Directed(phrase) with { IsFiscal = stated.IsFiscal };
        }
        else if (phrase.Holiday is { } holiday)
        {
            date = HolidayOf(holiday, stated.Year, tense);
        }
        else if (stated.Year is { } year)
        {
            return phrase.Rule == ShortYear ? stated with { Year = InCentury(year) } : stated;
        }
        else if (stated.Grain == TimeUnit.None)
        {
            date = DayOfClock(stated);
        }
        else if (stated.Weekday > 0 && stated.Day > 0 && stated.Part == 0)
        {
            date = WeekdayAndDay(stated, tense);
        }
        else if (stated.Weekday > 0 && stated.Part == 0)
        {
            date = WeekdayOf(stated, tense);
        }
        else
        {
            date = WithYear(stated, tense);
        }

        return stated.HasTime ? Timed(date, stated) : date;
    }

    /// <summary>Two figures belong to the century that the text, or the report, is nearest to.</summary>
    private int InCentury(int year)
    {
        int near = isNarrative || day is null ? _last?.CalendarYear ?? year : day.Value.Year + 5;
        int two = year % 100, century = (near / 100 * 100) + two;
        return near < 1000 ? year : century - near > 50 ? century - 100 : near - century > 50 && isNarrative ? century + 100 : century > near && !isNarrative ? century - 100 : century;
    }

    private static TimePoint Timed(TimePoint date, TimePoint stated)
    {
        // Midnight at the end of a day is T24:00 of that day.
        TimePoint whole = date.Grain is TimeUnit.Day or TimeUnit.None ? date : date with { Grain = TimeUnit.Day };
        return whole.WithTimeOf(stated);
    }

    /// <summary>What the report's own day gives; notes that it was used, or that there is none.</summary>
    private DateOnly? Today()
    {
        if (day is null)
        {
            _missing = true;
        }
        else
        {
            _used = anchor;
        }

        return day;
    }

    /// <summary>What the text named last; in a news report that has named nothing yet its own day.</summary>
    /// <param name="unit">What is to be counted from it: a report's "the next day" is not counted from a year.</param>
    private TimePoint? Named(TimeUnit unit = TimeUnit.None)
    {
        bool tooLong = !isNarrative && _last is { Grain: >= TimeUnit.Year } && unit is TimeUnit.Day or TimeUnit.PartOfDay or TimeUnit.Week or TimeUnit.Month;
        if (_last is { } last && !tooLong)
        {
            _used = TimeAnchor.Document;
            return last;
        }

        return isNarrative && day is not null ? Missing() : Today() is { } today ? TimePoint.OfDay(today) : null;
    }

    private TimePoint? Missing()
    {
        _missing = true;
        return null;
    }

    /// <summary>What "this", "last" and "next" count from.</summary>
    private TimePoint? Deictic() => isNarrative || day is null ? Named() : Today() is { } today ? TimePoint.OfDay(today) : null;

    private TimePoint DayOfClock(TimePoint stated)
    {
        if (_lastDay is { } named)
        {
            _used = TimeAnchor.Document;
            return named.WithoutTime();
        }

        if (isNarrative && stated.Hour is not null && _last?.ToDay() is { } told)
        {
            _used = TimeAnchor.Document;
            return TimePoint.OfDay(told);
        }

        // "at night" is no night in particular; "at 9 p.m." is one of the report's day.
        if (stated.Hour is null || isNarrative)
        {
            _missing = true;
            return new TimePoint();
        }

        return Today() is { } today ? TimePoint.OfDay(today) : new TimePoint();
    }

    private TimePoint WeekdayOf(TimePoint stated, Tense tense)
    {
        if (!isNarrative && Today() is { } today)
        {
            int back = (Calendar.Weekday(today) - stated.Weekday + 7) % 7;
            int step = tense == Tense.Future && back > 0 ? 7 - back : -back;
            return Calendar.AddDays(today, step) is { } found ? TimePoint.OfDay(found) : stated;
        }

        // A story tells forward: the first such day after the one it named.
        _missing = false;
        if (_last?.ToDay() is { } named)
        {
            _used = TimeAnchor.Document;
            int on = (stated.Weekday - Calendar.Weekday(named) + 7) % 7;
            return Calendar.AddDays(named, on) is { } found ? TimePoint.OfDay(found) : stated;
        }

        _missing = true;
        return stated.WithoutTime();
    }

    /// <summary>"Friday the 13th": the month whose 13th is a Friday, the nearest that the verb allows.</summary>
    private TimePoint WeekdayAndDay(TimePoint stated, Tense tense)
    {
        TimePoint? from = isNarrative || day is null ? Named() : Today() is { } today ? TimePoint.OfDay(today) : null;
        if (from?.ToDay() is not { } known)
        {
            _missing = true;
            return stated.WithoutTime();
        }

        for (int step = 0; step <= 14; step++)
        {
            foreach (int months in tense == Tense.Future ? new[] { step, -step } : [-step, step])
            {
                int month = (known.Year * 12) + known.Month - 1 + months;
                if (month is >= 12 and < 119_988 && stated.Day <= DateTime.DaysInMonth(month / 12, (month % 12) + 1)
                    && new DateOnly(month / 12, (month % 12) + 1, stated.Day) is var found && Calendar.Weekday(found) == stated.Weekday)
                {
                    return TimePoint.OfDay(found);
                }
            }
        }

        return stated.WithoutTime();
    }

    private TimePoint HolidayOf(Holiday holiday, int? year, Tense tense)
    {
        if (year is { } stated)
        {
            return holiday.In(stated) is { } day ? TimePoint.OfDay(day) : TimePoint.OfDay(stated, 0, 0);
        }

        int month = holiday.In(2000)?.Month ?? 0;
        TimePoint guess = WithYear(TimePoint.OfDay(null, month, holiday.In(2000)?.Day ?? 0), tense);
        return guess.Year is { } found && holiday.In(found) is { } date ? TimePoint.OfDay(date) : guess;
    }

    private static TimePoint PartOf(TimePhrase phrase, TimePoint whole)
    {
        TimePoint part = phrase.Point;
        int? year = whole.CalendarYear;
        if (phrase.Amount.Value != 0 && phrase.Unit != TimeUnit.None)
        {
            return NthIn(whole, phrase.Unit, part.Weekday, (int)phrase.Amount.Value);
        }

        if (phrase.Holiday is { } holiday)
        {
            return year is { } known && holiday.In(known) is { } date ? TimePoint.OfDay(date) : TimePoint.OfDay(year, 0, 0);
        }

        // "the week of 3 May", "the weekend of Christmas"
        if (part.Grain is TimeUnit.Week or TimeUnit.Weekend && part.Part == 0)
        {
            return whole.ToDay() is { } inside ? TimePoint.OfWeek(inside, part.Grain) : new TimePoint { Grain = part.Grain, Year = whole.CalendarYear };
        }

        if (part.Weekday > 0 && part.Part == 0)
        {
            return whole.Interval() is { Days: 7 } week && whole.Part > 0 ? TimePoint.OfDay(week.First.AddDays(part.Weekday - 1)) : part.WithoutTime();
        }

        // "from November to March": the first is of the year before, if it would come after the second.
        if (year is { } shared && part.Grain == whole.Grain && part.Grain is TimeUnit.Month or TimeUnit.Day && part.Part > whole.Part && part.Part > 0)
        {
            return part.WithoutTime() with { Year = Calendar.AddYears(shared, -1) };
        }

        return part.Grain == TimeUnit.Day && part.Part == 0 ? TimePoint.OfDay(year, whole.Grain == TimeUnit.Month ? whole.Part : 0, part.Day) : part with { Year = year };
    }

    /// <summary>"the second Sunday of March", "the last week of June", "the third day of 1917".</summary>
    private static TimePoint NthIn(TimePoint whole, TimeUnit unit, int weekday, int nth)
    {
        if (whole.Interval() is not { } days)
        {
            return new TimePoint { Grain = unit, Year = whole.CalendarYear };
        }

        DateOnly day;
        switch (unit)
        {
            case TimeUnit.Month:
                int month = nth < 0 ? days.Last.Month : days.First.Month + nth - 1;
                return month <= 12 ? TimePoint.OfMonth(days.First.Year, month) : TimePoint.OfMonth(days.First.Year, 0);
            case TimeUnit.Week or TimeUnit.Weekend:

                // The first week of a month, as of a year, is the one that has most of its days there.
                day = nth < 0 ? days.Last.AddDays(-3) : days.First.AddDays(Math.Min((7 * (nth - 1)) + 3, days.Days - 1));
                return TimePoint.OfWeek(day, unit);
            default:
                int step = weekday == 0 ? 1 : 7;
                day = nth < 0 ? days.Last.AddDays(weekday == 0 ? 0 : -((Calendar.Weekday(days.Last) - weekday + 7) % 7))
                    : days.First.AddDays((weekday == 0 ? 0 : (weekday - Calendar.Weekday(days.First) + 7) % 7) + Math.Min(step * (nth - 1), 400));
                return days.Contains(day) ? TimePoint.OfDay(day) : new TimePoint { Grain = TimeUnit.Day, Year = whole.CalendarYear };
        }
    }
}
