namespace Entente.Analysis.Times;

internal sealed partial class TimeGrammar
{
    /// <summary>"last week", "the following Friday", "that same night", "this past summer", "the next spring".</summary>
    private TimeMatch? ReadDirected(int i)
    {
        int k = i;
        bool article = Is(k, "the");
        k = article ? k + 1 : k;
        k = Is(k, "very") ? k + 1 : k;
        if (At(k) is not { Direction: not Direction.None } word)
        {
            return ReadDayBeside(i);
        }

        Direction direction = word.Direction;
        k++;
        if (At(k) is { Direction: not Direction.None } second)
        {
            // "that same day", "this past week", "the same following"
            direction = direction == Direction.This && second.Direction == Direction.Last ? Direction.Last
                : second.Direction == Direction.Same || direction == Direction.Same ? Direction.Same
                : direction == Direction.This ? second.Direction : Direction.None;
            k++;
        }

        if (direction == Direction.None)
        {
            return null;
        }

        if (article && direction == Direction.Next && Is(k - 1, "next"))
        {
            direction = Direction.Following;
        }

        if (HolidayAt(k, out int holidayEnd) is { } holiday && (IsCapitalised(k) || !IsAny(k, "new", "may", "victory")))
        {
            return new TimeMatch(i, holidayEnd, new TimePhrase(PhraseKind.Point, "direction") { Direction = direction, Point = new TimePoint { Grain = TimeUnit.Day }, Holiday = holiday });
        }

        // "this fiscal year", "the next calendar year", "this working week"
        bool fiscal = IsAny(k, "fiscal", "financial");
        if ((fiscal || IsAny(k, "calendar", "working")) && At(k + 1) is { Unit: TimeUnit.Year or TimeUnit.Quarter or TimeUnit.Week, IsPlural: false })
        {
            k++;
        }

        if (At(k) is not { } thing || (thing.IsPlural && thing.Unit != TimeUnit.None))
        {
            return null;
        }

        TimePhrase phrase = new(PhraseKind.Point, "direction") { Direction = direction };
        if (thing is { Weekday: > 0, IsPlural: false } && (!thing.IsShort || IsCapitalised(k)))
        {
            return new TimeMatch(i, k + 1, phrase with { Point = new TimePoint { Grain = TimeUnit.Day, Weekday = thing.Weekday } });
        }

        if (thing.Month > 0 && (IsCapitalised(k) || !IsVerbLike(k)))
        {
            int day = Digits(k + 1) is >= 1 and <= 31 and var figure && Word(k + 1).Length <= 2 ? figure : 0;
            return day > 0
                ? new TimeMatch(i, k + 2, phrase with { Point = TimePoint.OfDay(null, thing.Month, day) })
                : new TimeMatch(i, thing.IsShort && Is(k + 1, ".") ? k + 2 : k + 1, phrase with { Point = TimePoint.OfMonth(null, thing.Month) });
        }

        if (thing is { Season: > 0, IsPlural: false })
        {
            bool verb = Is(k - 1, "that") && !EndsPhraseOrOf(k + 1);
            return verb ? null : new TimeMatch(i, k + 1, phrase with { Point = new TimePoint { Grain = TimeUnit.Season, Part = thing.Season } });
        }

        if (thing is { PartOfDay: { } part, IsPlural: false })
        {
            // "last night" and the like; "past midnight" is none.
            return Is(k - 1, "past") && !Is(i, "this") ? null : new TimeMatch(i, k + 1, phrase with { Point = new TimePoint { Grain = TimeUnit.Day, PartOfDay = part } });
        }

        bool calendar = thing.Unit is TimeUnit.Day or TimeUnit.Weekend or TimeUnit.Week or TimeUnit.Month or TimeUnit.Quarter or TimeUnit.Year or TimeUnit.Decade or TimeUnit.Century or TimeUnit.Millennium && !thing.IsPlural;
        if (!calendar || thing.Units > 1 || (article && direction == Direction.Last) || (Is(k - 1, "past") && !Is(i, "this")) || (thing.Unit == TimeUnit.Day && direction is Direction.Last or Direction.Next))
        {
            return null;
        }

        TimeMatch match = new(i, k + 1, phrase with { Point = new TimePoint { Grain = thing.Unit, IsFiscal = fiscal } });

        // "next year's third quarter", "last year's May"
        if (thing.Unit == TimeUnit.Year && IsAny(k + 1, "'s", "’s"))
        {
            TimeMatch? owned = ReadPartOfYear(k + 2);
            if (owned is { Phrase: { Of: null, Point.Year: null } } inside && !Is(k + 2, "the"))
            {
                return new TimeMatch(i, inside.End, inside.Phrase with { Of = match.Phrase });
            }
        }

        return thing.Unit == TimeUnit.Week && At(k + 1) is { Weekday: > 0, IsPlural: false, IsShort: false } weekday
            ? new TimeMatch(i, k + 2, new TimePhrase(PhraseKind.Point, "weekday of a week") { Of = match.Phrase, Point = new TimePoint { Grain = TimeUnit.Day, Weekday = weekday.Weekday } })
            : match;
    }

    /// <summary>"the day before", "the week after", "the year following".</summary>
    private TimeMatch? ReadDayBeside(int i)
    {
        if (!Is(i, "the") || At(i + 1) is not { Unit: TimeUnit.Day or TimeUnit.Week or TimeUnit.Month or TimeUnit.Year or TimeUnit.Decade or TimeUnit.Century or TimeUnit.PartOfDay, IsPlural: false } unit || !EndsPhrase(i + 3))
        {
            return null;
        }

        int count = IsAny(i + 2, "before", "earlier", "previous") ? -1 : IsAny(i + 2, "after", "following", "later") ? 1 : 0;
        if (count == 0 || IsAny(i + 3, "the", "he", "she", "they", "it", "we", "that", "when") || !EndsPhrase(i + 3))
        {
            return null;
        }

        Direction direction = count < 0 ? Direction.Previous : Direction.Following;
        return unit.PartOfDay is { } part && unit.Unit == TimeUnit.PartOfDay
            ? new TimeMatch(i, i + 3, new TimePhrase(PhraseKind.Point, "direction") { Direction = direction, Point = new TimePoint { Grain = TimeUnit.Day, PartOfDay = part } })
            : new TimeMatch(i, i + 3, new TimePhrase(PhraseKind.Point, "direction") { Direction = direction, Point = new TimePoint { Grain = unit.Unit } });
    }

    /// <summary>"the year-earlier period", "the year-ago quarter", as companies compare their figures.</summary>
    private TimeMatch? ReadYearEarlier(int i)
    {
        int k = IsAny(i, "the", "its") ? i + 1 : i;
        return Is(k, "year") && IsHyphen(k + 1) && IsAny(k + 2, "earlier", "ago") && IsAny(k + 3, "period", "quarter", "half", "month", "months")
            ? new TimeMatch(Is(i, "its") ? k : i, k + 4, new TimePhrase(PhraseKind.Offset, "year earlier") { Unit = TimeUnit.Year, Amount = Amount.One, Shift = Shift.Earlier })
            : null;
    }

    /// <summary>"today", "tomorrow night", "tonight", "the day before yesterday", "overnight".</summary>
    private TimeMatch? ReadNearDay(int i)
    {
        int k = Is(i, "the") ? i + 1 : i;
        if (Is(k, "day") && ((Is(k + 1, "before") && Is(k + 2, "yesterday")) || (Is(k + 1, "after") && IsAny(k + 2, "tomorrow", "tmrw", "tmr"))))
        {
            return new TimeMatch(i, k + 3, Near(Is(k + 2, "yesterday") ? -2 : 2));
        }

        if (At(i) is not { Days: { } days })
        {
            return null;
        }

        // "USA Today", "Today's News": a capital in mid sentence is a name.
        if (IsCapitalised(i) && i > _first && IsCapitalised(i - 1) && IsWordToken(i - 1))
        {
            return null;
        }

        TimePhrase phrase = Near(days);
        return new TimeMatch(i, i + 1, IsAny(i, "tonight", "tonite") ? WithTime(phrase, new TimePoint { PartOfDay = "NI" }, phrase.Rule) : phrase);
    }

    private static TimePhrase Near(int days) => new(PhraseKind.Offset, "near day") { Unit = TimeUnit.Day, Amount = new Amount(Math.Abs(days)), Shift = days < 0 ? Shift.Ago : Shift.Hence };

    /// <summary>"the first day of May", "the last week of June", "the second Sunday in March".</summary>
    private TimeMatch? ReadNth(int i)
    {
        int k = Is(i, "the") ? i + 1 : i;
        int nth = Is(k, "last") || Is(k, "final") ? -1 : Ordinal(k, out _);
        if (nth == 0)
        {
            return null;
        }

        int end = k + 1;
        if (nth > 0)
        {
            Ordinal(k, out end);
        }

        if (At(end) is not { } unit || !IsAny(end + 1, "of", "in") || (unit.Weekday == 0 && unit.Unit is not (TimeUnit.Day or TimeUnit.Week or TimeUnit.Month or TimeUnit.Weekend)) || unit.IsPlural)
        {
            return null;
        }

        TimeMatch? whole = ReadDate(end + 2);
        if (whole is not { Phrase.Kind: PhraseKind.Point } of || of.Phrase.Point.Grain is not (TimeUnit.Month or TimeUnit.Year) || of.Phrase.Modifier != TimeModifier.None)
        {
            return null;
        }

        return new TimeMatch(i, of.End, new TimePhrase(PhraseKind.Point, "counted in a longer time")
        {
            Of = of.Phrase,
            Amount = new Amount(nth),
            Unit = unit.Weekday > 0 ? TimeUnit.Day : unit.Unit,
            Point = new TimePoint { Grain = unit.Weekday > 0 ? TimeUnit.Day : unit.Unit, Weekday = unit.Weekday },
        });
    }
}
