namespace Entente.Analysis.Times;

internal sealed partial class TimeGrammar
{
    /// <summary>A date, a time of day, or both together: "Friday night", "9:34 p.m. EST on 3 May", "the morning of 3 May".</summary>
    private TimeMatch? ReadMoment(int i)
    {
        TimeMatch? match = ReadMomentPlain(i);
        return match is { Phrase.Modifier: TimeModifier.None } found && IsMid(Word(i)) ? found with { Phrase = found.Phrase with { Modifier = TimeModifier.Mid } } : match;
    }

    private TimeMatch? ReadMomentPlain(int i)
    {
        if (ReadPartOfDate(i) is { } part)
        {
            return part;
        }

        if (ReadClock(i) is { } clock)
        {
            int k = Is(clock.End, ",") ? clock.End + 1 : clock.End;
            int every = Is(k, "on") ? k + 1 : k;
            if (clock.Phrase.Point.Hour is not null && ReadPlainSet(every) is { } set && WithClock(set.Phrase, clock.Phrase.Point) is { } daily)
            {
                return new TimeMatch(i, set.End, daily);
            }

            if (ReadDate(k) is { } day && (IsDayLike(day.Phrase) || (clock.Phrase.Point.Hour is not null && IsPartOfDay(day.Phrase))))
            {
                int partAt = day.Phrase.Point.PartOfDay is null && At(day.End) is { PartOfDay: not null, IsPlural: false } ? day.End + 1 : day.End;
                day = day with { End = partAt };
                TimePhrase phrase = WithTime(day.Phrase, InPart(clock.Phrase.Point, partAt > k && At(partAt - 1)?.PartOfDay is { } half ? half : day.Phrase.Point.PartOfDay), "time and date");
                return new TimeMatch(i, day.End, phrase);
            }

            return clock;
        }

        if (ReadDate(i) is not { } date)
        {
            return ReadStage(i);
        }

        TimeMatch? staged = ReadStage(i);
        if (staged is { } longer && longer.End > date.End)
        {
            return longer;
        }

        return IsDayLike(date.Phrase) || IsPartOfDay(date.Phrase) ? ReadTimeAfter(date) : date;
    }

    /// <summary>"this morning", "tonight": an hour may still follow.</summary>
    private static bool IsPartOfDay(TimePhrase phrase) =>
        phrase.Point is { PartOfDay: not null, Hour: null } && ((phrase.Kind == PhraseKind.Point && phrase.Point.Grain == TimeUnit.Day) || (phrase.Kind == PhraseKind.Offset && phrase.Unit == TimeUnit.Day));

    /// <summary>The hour on the 24-hour clock, where the part of the day tells which half it is in.</summary>
    private static TimePoint InPart(TimePoint clock, string? part) =>
        clock.Hour is > 0 and < 12 and var hour && (part is "AF" or "EV" || (part == "NI" && hour >= 6)) ? clock with { Hour = hour + 12 } : clock;

    private static bool IsDayLike(TimePhrase phrase) =>
        !phrase.Point.HasTime && ((phrase.Kind == PhraseKind.Point && (phrase.Point.Grain == TimeUnit.Day || phrase.Holiday is not null)) || (phrase.Kind == PhraseKind.Offset && phrase.Unit == TimeUnit.Day));

    private static TimePhrase WithTime(TimePhrase date, TimePoint clock, string rule) =>
        date with { Point = date.Point.WithTimeOf(clock), Rule = rule, Modifier = date.Modifier };

    /// <summary>"Friday night", "3 May at noon", "tomorrow, 9 a.m.".</summary>
    private TimeMatch ReadTimeAfter(TimeMatch date)
    {
        int k = date.End;
        string? known = date.Phrase.Point.PartOfDay;
        if (known is null && At(k) is { PartOfDay: { } part, IsPlural: false })
        {
            TimePoint clock = new() { PartOfDay = part };
            return ReadTimeAfter(new TimeMatch(date.First, k + 1, WithTime(date.Phrase, clock, "date and part of day")));
        }

        if (IsAny(k, "early", "late") && At(k + 1) is { PartOfDay: { } fine, IsPlural: false })
        {
            TimePhrase phrase = WithTime(date.Phrase, new TimePoint { PartOfDay = fine }, "date and part of day");
            return new TimeMatch(date.First, k + 2, phrase with { Modifier = At(k)!.Stage });
        }

        k = Is(k, ",") ? k + 1 : k;
        k = IsAny(k, "at") ? k + 1 : k;
        bool at = k > date.End && Is(k - 1, "at");
        k = IsAny(k, "around", "about") ? k + 1 : k;
        if (ReadClock(k) is { Phrase.Point.Hour: not null } found)
        {
            return new TimeMatch(date.First, found.End, WithTime(date.Phrase, InPart(found.Phrase.Point, known), "date and time"));
        }

        // "tonight at 7"
        int hour = at || (known is not null && k > date.End) ? Digits(k) is >= 1 and <= 12 and var figure ? figure : At(k) is { Number: >= 1 and <= 12 } word ? word.Number!.Value : 0 : 0;
        if (hour > 0 && EndsPhrase(k + 1))
        {
            return new TimeMatch(date.First, k + 1, WithTime(date.Phrase, InPart(new TimePoint { Hour = hour, Minute = 0 }, known), "date and hour"));
        }

        return date;
    }

    /// <summary>"the morning of 3 May", "the night of Friday", "early in the morning of 3 May".</summary>
    private TimeMatch? ReadPartOfDate(int i)
    {
        int k = i;
        TimeModifier modifier = TimeModifier.None;
        if (At(k) is { Stage: not TimeModifier.None } early && Is(k + 1, "in") && Is(k + 2, "the"))
        {
            modifier = early.Stage;
            k += 2;
        }

        if (Is(k, "the"))
        {
            k++;
        }

        if (At(k) is { Stage: not TimeModifier.None } stage && k > i && modifier == TimeModifier.None)
        {
            modifier = stage.Stage;
            k++;
        }

        if (At(k) is not { PartOfDay: { } part, IsPlural: false })
        {
            return null;
        }

        k = Is(k + 1, "hours") ? k + 1 : k;
        if (!IsAny(k + 1, "of", "on"))
        {
            return null;
        }

        k += 2;
        k = Is(k, "the") && ReadDate(k) is null ? k + 1 : k;
        return ReadDate(k) is { } date && IsDayLike(date.Phrase)
            ? new TimeMatch(i, date.End, WithTime(date.Phrase, new TimePoint { PartOfDay = part }, "part of a date") with { Modifier = modifier })
            : null;
    }

    /// <summary>"early May", "the end of 1945", "late in the year", "mid-1990s", "later that month".</summary>
    private TimeMatch? ReadStage(int i)
    {
        int k = Is(i, "the") || Is(i, "that") ? i + 1 : i;
        bool article = k > i;
        TimeModifier modifier = At(k)?.Stage ?? TimeModifier.None;
        if (modifier != TimeModifier.None)
        {
            k++;
            if (IsHyphen(k))
            {
                k++;
            }
            else if (IsAny(k, "-", "to") && At(k + 1) is { Stage: not TimeModifier.None })
            {
                return null;
            }
            else if (Is(k, "part") && Is(k + 1, "of"))
            {
                k += 2;
            }
            else if ((article || Is(i, "middle")) && Is(k, "of"))
            {
                k++;
            }
            else if (!article && IsAny(k, "in"))
            {
                k++;
            }
            else if (IsAny(k, "days", "months", "years", "weeks", "hours") && Is(k + 1, "of"))
            {
                k += 2;
            }

            return Staged(i, k, modifier);
        }

        modifier = IsAny(k, "end", "close", "ending", "conclusion") ? TimeModifier.End : IsAny(k, "start", "beginning", "outset", "dawn", "opening", "turn") ? TimeModifier.Start : TimeModifier.None;
        if (modifier != TimeModifier.None && Is(k + 1, "of"))
        {
            return Staged(i, k + 2, modifier);
        }

        if (IsAny(k, "latter", "later") && (Is(k + 1, "part") || Is(k + 1, "stages")) && Is(k + 2, "of") && article)
        {
            return Staged(i, k + 3, TimeModifier.End);
        }

        if (IsAny(k, "rest", "remainder", "remaining", "height") && Is(k + 1, "of"))
        {
            return Staged(i, k + 2, Is(k, "height") ? TimeModifier.Mid : TimeModifier.End);
        }

        if (!article && IsAny(i, "later", "earlier") && !Is(i + 1, "than"))
        {
            int of = Is(i + 1, "in") || Is(i + 1, "on") ? i + 2 : i + 1;
            if (ReadDate(of) is { } date && (date.Phrase.Direction != Direction.None || of == i + 2 || date.Phrase.Kind == PhraseKind.Offset))
            {
                return new TimeMatch(i, date.End, date.Phrase);
            }

            if (of == i + 2 && ReadPartOfDay(of, true) is { } part)
            {
                return new TimeMatch(i, part.End, part.Phrase);
            }

            if (of == i + 2 && Is(of, "the") && At(of + 1) is { Unit: TimeUnit.Day or TimeUnit.Week or TimeUnit.Month or TimeUnit.Year or TimeUnit.Decade or TimeUnit.Century, IsPlural: false } whole)
            {
                return new TimeMatch(i, of + 2, new TimePhrase(PhraseKind.Point, "part of the unit") { Point = new TimePoint { Grain = whole.Unit }, Direction = Direction.This });
            }
        }

        // "year's end", "month-end"
        if (At(i) is { Unit: TimeUnit.Month or TimeUnit.Year or TimeUnit.Week or TimeUnit.Quarter, IsPlural: false } unit)
        {
            int end = IsHyphen(i + 1) || IsAny(i + 1, "'s", "’s") ? i + 2 : -1;
            if (end > 0 && Is(end, "end"))
            {
                return new TimeMatch(i, end + 1, new TimePhrase(PhraseKind.Point, "end of a unit") { Point = new TimePoint { Grain = unit.Unit }, Direction = Direction.This, Modifier = TimeModifier.End });
            }
        }

        return null;
    }

    private TimeMatch? Staged(int i, int k, TimeModifier modifier)
    {
        // "the end of the year", "early in the summer", "mid-afternoon"
        if (ReadDate(k) is { } date)
        {
            // "late 3 May" is no date, "late Friday" and "early on 3 May" are.
            return date.Phrase.Modifier == TimeModifier.None ? new TimeMatch(i, date.End, date.Phrase with { Modifier = modifier, Rule = "part of " + date.Phrase.Rule }) : null;
        }

        if (ReadPartOfDay(k, true) is { } part)
        {
            return new TimeMatch(i, part.End, part.Phrase with { Modifier = modifier });
        }

        int unitAt = Is(k, "the") ? k + 1 : k;
        return (unitAt > k || (modifier == TimeModifier.End && Is(k - 1, "of"))) && At(unitAt) is { Unit: TimeUnit.Day or TimeUnit.Week or TimeUnit.Month or TimeUnit.Quarter or TimeUnit.Year or TimeUnit.Decade or TimeUnit.Century, IsPlural: false } unit
            ? new TimeMatch(i, unitAt + 1, new TimePhrase(PhraseKind.Point, "part of the unit") { Point = new TimePoint { Grain = unit.Unit }, Direction = Direction.This, Modifier = modifier })
            : At(unitAt) is { Season: > 0, IsPlural: false } season
            ? new TimeMatch(i, unitAt + 1, new TimePhrase(PhraseKind.Point, "part of a season") { Point = new TimePoint { Grain = TimeUnit.Season, Part = season.Season }, Modifier = modifier })
            : null;
    }

    /// <summary>"the morning", "night": where a preposition or an article says that it is a time.</summary>
    private TimeMatch? ReadPartOfDay(int i, bool asserted = false)
    {
        int k = Is(i, "the") ? i + 1 : i;
        if (At(k) is not { PartOfDay: { } part, IsPlural: false })
        {
            return null;
        }

        // "night shift", "the evening paper": the noun after it is what is meant.
        bool stands = EndsPhraseOrOf(k + 1) || At(k + 1) is { Weekday: > 0 } || IsFunctionWord(k + 1) || asserted;
        asserted |= IsMid(Word(k));
        bool preposed = k > i ? IsAny(i - 1, "in", "during", "into", "through", "throughout", "for", "by", "late", "early", "before", "until", "till", "of")
            : IsAny(i - 1, "at", "by", "before", "until", "till", "after", "during", "day", "and", "all", "every", "one", "since", "of", "from");
        return asserted || (stands && preposed && !IsCapitalised(k))
            ? new TimeMatch(i, k + 1, new TimePhrase(PhraseKind.Point, "part of day") { Point = new TimePoint { PartOfDay = part } })
            : null;
    }
}
