namespace Entente.Analysis.Times;

internal sealed partial class TimeGrammar
{
    /// <summary>Two times of which the first leaves to the second what they have in common: "3-5 May 2015", "May 3 and 4", "1990-95", "5 to 7 p.m.".</summary>
    private bool ReadPair(int i, out TimeMatch one, out TimeMatch other)
    {
        (one, other) = (default, default);
        return ReadDaysBeforeMonth(i, ref one, ref other) || ReadDaysAfterMonth(i, ref one, ref other) || ReadShortYear(i, ref one, ref other) || ReadYearsBefore(i, ref one, ref other) || ReadHours(i, ref one, ref other)
            || ReadHourOnDay(i, ref one, ref other);
    }

    private bool IsJoint(int k) => IsHyphen(k) || IsAny(k, "to", "and", "or", "through", "until", "till", "&", "/");

    private bool ReadDaysBeforeMonth(int i, ref TimeMatch one, ref TimeMatch other)
    {
        int k = Is(i, "the") ? i + 1 : i;
        int day = DayNumber(k);
        if (day == 0 || !IsJoint(k + 1))
        {
            return false;
        }

        int second = k + 2;
        int whole = Is(k + 3, "of") || Is(k + 3, "in") ? k + 4 : k + 3;
        if (DayNumber(k + 2) is > 0 and var last && ReadDirected(whole) is { Phrase.Point: { Grain: TimeUnit.Month, Part: 0 } } month)
        {
            TimePhrase dated = new(PhraseKind.Point, "day of the month") { Of = month.Phrase };
            one = new TimeMatch(i, k + 1, dated with { Point = TimePoint.OfDay(null, 0, day) });
            other = new TimeMatch(k + 2, month.End, dated with { Point = TimePoint.OfDay(null, 0, last) });
            return true;
        }

        if (DayNumber(Is(second, "the") ? second + 1 : second) == 0 || ReadDayOfMonth(second) is not { } date || date.Phrase.Point is not { Part: > 0, Grain: TimeUnit.Day } point || !Calendar.IsDay(point.Year ?? 2000, point.Part, day))
        {
            return false;
        }

        one = new TimeMatch(i, k + 1, date.Phrase with { Point = point with { Day = day } });
        other = date;
        return true;
    }

    private bool ReadDaysAfterMonth(int i, ref TimeMatch one, ref TimeMatch other)
    {
        if (At(i) is not { Month: > 0 } || ReadMonth(i) is not { Phrase.Point: { Grain: TimeUnit.Day, Year: null } point } first || first.Phrase.Of is not null)
        {
            return false;
        }

        int k = first.End;
        int at = Is(k + 1, "the") ? k + 2 : k + 1;
        int day = IsJoint(k) ? DayNumber(at) : 0;
        if (day == 0 || !Calendar.IsDay(2000, point.Part, day) || At(at + 1) is { Month: > 0 } or { Meridiem: not '\0' } || IsCounted(at, 100) || (At(at + 1)?.Unit ?? TimeUnit.None) != TimeUnit.None
            || (!IsHyphen(k) && !EndsPhraseOrOf(at + 1)))
        {
            return false;
        }

        int start = k + 1;
        TimeMatch dated = WithYear(start, (Is(start, "the") ? start + 1 : start) + 1, first.Phrase with { Point = point with { Day = day } });
        other = dated;
        one = first with { Phrase = first.Phrase with { Point = point with { Year = dated.Phrase.Point.Year }, Of = dated.Phrase.Of } };
        return true;
    }

    /// <summary>"1990-95", "2015–16": the second year has the century of the first.</summary>
    private bool ReadShortYear(int i, ref TimeMatch one, ref TimeMatch other)
    {
        int k = IsAny(i, "the") && IsAny(i + 1, "years") ? i + 2 : i;
        if (ReadYearNumber(k, out int end) is not { } year || year < 1000 || end != k + 1 || !(IsHyphen(end) || Is(end, "/")) || !IsGlued(end) || !IsGlued(end + 1)
            || Word(end + 1).Length != 2 || Digits(end + 1) is not (>= 0 and var two) || (year % 100) >= two || IsHyphen(end + 2))
        {
            return false;
        }

        if (!IsYear(k, year))
        {
            return false;
        }

        one = new TimeMatch(i, end, new TimePhrase(PhraseKind.Point, "year") { Point = TimePoint.OfYear(year) });
        other = new TimeMatch(end + 1, end + 2, new TimePhrase(PhraseKind.Point, "year of the same century") { Point = TimePoint.OfYear((year / 100 * 100) + two) });
        return true;
    }

    /// <summary>"499-493 BC", "from 499 to 493 BC".</summary>
    private bool ReadYearsBefore(int i, ref TimeMatch one, ref TimeMatch other)
    {
        if (Digits(i) is not (> 0 and var year) || !IsJoint(i + 1) || ReadYearNumber(i + 2, out int end) is not (< 0 and var last) || year < -last)
        {
            return false;
        }

        one = new TimeMatch(i, i + 1, new TimePhrase(PhraseKind.Point, "year") { Point = TimePoint.OfYear(-year) });
        other = new TimeMatch(i + 2, end, new TimePhrase(PhraseKind.Point, "year") { Point = TimePoint.OfYear(last) });
        return true;
    }

    /// <summary>"9 p.m. on Friday": a preposition parts them, and yet the hour is that day's.</summary>
    private bool ReadHourOnDay(int i, ref TimeMatch one, ref TimeMatch other)
    {
        if (ReadClock(i) is not { Phrase.Point.Hour: not null } clock || !Is(clock.End, "on") || ReadDate(clock.End + 1) is not { } day
            || !(IsDayLike(day.Phrase) || IsPartOfDay(day.Phrase)))
        {
            return false;
        }

        if (day.Phrase.Point.PartOfDay is null && At(day.End) is { PartOfDay: { } part, IsPlural: false })
        {
            day = new TimeMatch(day.First, day.End + 1, WithTime(day.Phrase, new TimePoint { PartOfDay = part }, "date and part of day"));
        }

        one = clock with { Phrase = WithTime(day.Phrase, InPart(clock.Phrase.Point, day.Phrase.Point.PartOfDay), "time and date") };
        other = day;
        return true;
    }

    /// <summary>"5 to 7 p.m.", "5-7pm", "between 9 and 10 a.m.".</summary>
    private bool ReadHours(int i, ref TimeMatch one, ref TimeMatch other)
    {
        TimePoint? plain = ReadColons(Word(i), ':') is { Hour: >= 1 and <= 12 } colon && _document.Tokens[i].Kind == Text.TokenKind.Number ? colon : null;
        int hour = plain is not null ? plain.Value.Hour!.Value : Digits(i) is >= 1 and <= 12 and var figure ? figure : At(i)?.Number is >= 1 and <= 12 and var number ? number : 0;
        if (hour == 0 || !IsJoint(i + 1) || ReadHour(i + 2, out int end) is not { Hour: { } last } second)
        {
            return false;
        }

        // Without "a.m." or "p.m.": "from 7 to 7:30", "between 5 and 6 in the afternoon".
        if (At(end - 1) is not { Meridiem: not '\0' } half)
        {
            int behind = ReadPartBehind(end, ref second);
            if (plain is not null || !IsAny(i - 1, "from", "between") || (behind == 0 && ReadColons(Word(i + 2), ':') is null))
            {
                return false;
            }

            bool later = second.Hour > last;
            one = new TimeMatch(i, i + 1, new TimePhrase(PhraseKind.Point, "time of day") { Point = new TimePoint { Hour = hour + (later && hour < 12 ? 12 : 0), Minute = 0 } });
            other = new TimeMatch(i + 2, behind > 0 ? behind : end, new TimePhrase(PhraseKind.Point, "time of day") { Point = second });
            return true;
        }

        int first = half.Meridiem == 'a' ? hour % 12 : (hour % 12) + 12;
        if (first > last && half.Meridiem == 'p')
        {
            first -= 12;
        }

        end = ReadZone(end, ref second);
        TimePhrase phrase = new(PhraseKind.Point, "time of day") { Point = second };
        one = new TimeMatch(i, i + 1, phrase with { Point = second with { Hour = first, Minute = plain?.Minute ?? 0 } });
        other = new TimeMatch(i + 2, end, phrase);
        int k = Is(end, ",") || Is(end, "on") ? end + 1 : end;
        if (ReadDate(k) is { } day && IsDayLike(day.Phrase))
        {
            one = one with { Phrase = WithTime(day.Phrase, one.Phrase.Point, "time and date") };
            other = new TimeMatch(i + 2, day.End, WithTime(day.Phrase, second, "time and date"));
        }

        return true;
    }

    private int DayNumber(int k) =>
        Digits(k) is >= 1 and <= 31 and var figure && Word(k).Length <= 2 ? figure : Ordinal(k, out int end) is >= 1 and <= 31 and var nth && end == k + 1 ? nth : 0;
}
