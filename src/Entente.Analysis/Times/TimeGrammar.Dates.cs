namespace Entente.Analysis.Times;

internal sealed partial class TimeGrammar
{
    /// <summary>A day or something longer, without a time of day.</summary>
    private TimeMatch? ReadDate(int i)
    {
        if (i >= _limit)
        {
            return null;
        }

        TimeMatch? best = null;
        Keep(ref best, ReadHoliday(i));
        Keep(ref best, ReadWeekday(i));
        Keep(ref best, ReadMonth(i));
        Keep(ref best, ReadDayOfMonth(i));
        Keep(ref best, ReadNumeric(i));
        Keep(ref best, ReadNth(i));
        Keep(ref best, ReadPartOfYear(i));
        Keep(ref best, ReadSeason(i));
        Keep(ref best, ReadLongYears(i));
        Keep(ref best, ReadYear(i));
        Keep(ref best, ReadDirected(i));
        Keep(ref best, ReadNearDay(i));
        Keep(ref best, ReadWeekOf(i));
        Keep(ref best, ReadYearEarlier(i));
        return best;
    }

    private TimeMatch? ReadHoliday(int i)
    {
        int k = Is(i, "the") ? i + 1 : i;
        if (!IsWordToken(k) || HolidayAt(k, out int end) is not { } holiday || (!IsCapitalised(k) && IsAny(k, "new", "epiphany", "may", "assumption", "victory", "mardi"))
            || (k == i && k - 1 > _first && IsWordToken(k - 1) && IsCapitalised(k - 1) && At(k - 1) is null))
        {
            return null;
        }

        TimePhrase phrase = new(PhraseKind.Point, "holiday") { Point = new TimePoint { Grain = TimeUnit.Day }, Holiday = holiday };
        if (ReadYearOf(end, out int after, out TimePhrase? of) is { } year)
        {
            return new TimeMatch(i, after, phrase with { Point = phrase.Point with { Year = year } });
        }

        return of is not null ? new TimeMatch(i, after, phrase with { Of = of }) : new TimeMatch(k, end, phrase);
    }

    /// <summary>"Friday", "Friday, 4 December 2015", "Monday of next week".</summary>
    private TimeMatch? ReadWeekday(int i)
    {
        if (At(i) is not { Weekday: > 0, IsPlural: false } word || (!IsCapitalised(i) && word.IsShort && Word(i).Length < 4 && !IsAny(i, "thu", "fri", "mon", "tue")))
        {
            return null;
        }

        // "the Edmonton Sun, 16 August 2008"
        if (word.IsShort && i > _first && IsWordToken(i - 1) && IsCapitalised(i - 1) && At(i - 1) is null && i - 1 > _first)
        {
            return null;
        }

        int k = i + 1;
        if (Is(k, ".") && word.IsShort)
        {
            k++;
        }

        int part = At(k) is { PartOfDay: not null, IsPlural: false } ? k + 1 : k;
        int day = Is(part, ",") || Is(part, "the") ? part + 1 : part;
        day = Is(day, "the") ? day + 1 : day;
        TimeMatch? date = ReadMonth(day);
        Keep(ref date, ReadDayOfMonth(day));
        Keep(ref date, ReadNumeric(day));
        if (date is { } full && full.Phrase.Point.Grain == TimeUnit.Day)
        {
            TimePhrase phrase = full.Phrase with { Point = full.Phrase.Point with { Weekday = word.Weekday }, Rule = "weekday and date" };
            return new TimeMatch(i, full.End, part == k ? phrase : WithTime(phrase, new TimePoint { PartOfDay = At(k)!.PartOfDay }, "weekday, part of day and date"));
        }

        // Names that are no day of any week, and papers.
        if ((IsCapitalised(i + 1) && IsAny(i + 1, "Times", "Telegraph", "Mail", "Mirror", "Express", "Herald", "Independent", "Star", "World", "People", "Post", "Tribune", "Observer"))
            || (IsAny(i - 1, "Bloody", "Super", "Sheffield", "Man", "Ruby", "Fat", "Golden") && IsCapitalised(i - 1)))
        {
            return null;
        }

        // "Friday the 13th"
        int nthAt = Is(k, "the") ? k + 1 : k;
        if (Ordinal(nthAt, out int afterNth) is >= 1 and <= 31 and var dayOfMonth && (nthAt > k || char.IsAsciiDigit(First(nthAt))) && (At(afterNth)?.Unit ?? TimeUnit.None) == TimeUnit.None)
        {
            return new TimeMatch(i, afterNth, new TimePhrase(PhraseKind.Point, "weekday and day") { Point = TimePoint.OfDay(null, 0, dayOfMonth) with { Weekday = word.Weekday } });
        }

        if (word.IsShort && !Is(i - 1, "on") && !(At(i - 1)?.Direction is not (null or Direction.None)))
        {
            return null;
        }

        TimePhrase weekday = new(PhraseKind.Point, "weekday") { Point = new TimePoint { Grain = TimeUnit.Day, Weekday = word.Weekday } };
        int week = Is(k, "of") ? k + 1 : k;
        if (ReadDirected(week) is { Phrase.Point: { Grain: TimeUnit.Week, Part: 0 } } of)
        {
            return new TimeMatch(i, of.End, weekday with { Of = of.Phrase, Rule = "weekday of a week" });
        }

        return new TimeMatch(i, k, weekday);
    }

    /// <summary>"May", "May 2015", "May 5", "May 5, 2015", "May of that year", "May 5th of 2015".</summary>
    private TimeMatch? ReadMonth(int i)
    {
        if (At(i) is not { Month: > 0 } word)
        {
            return null;
        }

        int k = i + 1;
        if (word.IsShort && Is(k, ".") && IsGlued(k))
        {
            k++;
        }

        int dayAt = Is(k, "the") || (Word(k) is "-" or "/" && IsGlued(k) && IsGlued(k + 1) && Digits(k + 1) is > 0 and <= 31) ? k + 1 : k;
        int day = Digits(dayAt) is >= 1 and <= 31 and var figure && Word(dayAt).Length <= 2 && !IsClockNext(dayAt) ? figure : Ordinal(dayAt, out int ordinalEnd) is >= 1 and <= 31 and var nth ? nth : 0;
        if (day > 0 && (dayAt == k || Digits(dayAt) < 0 || Word(k) is "-" or "/") && Calendar.IsDay(2000, word.Month, day) && !(Ordinal(dayAt, out _) > 0 && (At(Ordinal(dayAt, out int o) > 0 ? o : k)?.Unit ?? TimeUnit.None) is not (TimeUnit.None or TimeUnit.PartOfDay)))
        {
            int end = Digits(dayAt) >= 0 ? dayAt + 1 : (Ordinal(dayAt, out ordinalEnd) > 0 ? ordinalEnd : dayAt + 1);
            TimePhrase date = new(PhraseKind.Point, "month and day") { Point = TimePoint.OfDay(null, word.Month, day) };
            return (!IsCapitalised(i) && IsVerbLike(i) && At(i - 1) is not { Weekday: > 0 } && !IsAny(i - 1, "on", "since", "until", "by", "of")) ? null : WithYear(i, end, date);
        }

        // "May twenty-one", "January twenty five nineteen eighty six"
        if (SpokenDay(k, out int afterDay) is > 0 and var spokenDay && IsCapitalised(i) && Calendar.IsDay(2000, word.Month, spokenDay))
        {
            return WithYear(i, afterDay, new TimePhrase(PhraseKind.Point, "month and day") { Point = TimePoint.OfDay(null, word.Month, spokenDay) });
        }

        if (ReadYearOf(k, out int after, out TimePhrase? of) is { } year)
        {
            return new TimeMatch(i, after, new TimePhrase(PhraseKind.Point, "month and year") { Point = TimePoint.OfMonth(year, word.Month) });
        }

        TimePhrase month = new(PhraseKind.Point, "month") { Point = TimePoint.OfMonth(null, word.Month), Of = of };
        if (of is not null)
        {
            return new TimeMatch(i, after, month);
        }

        return IsBareMonth(i, k, word) ? new TimeMatch(i, k, month) : null;
    }

    /// <summary>"twenty-one", "fifteen" as the day of a month; no smaller number, and none that begins a spoken year or counts what follows.</summary>
    private int SpokenDay(int i, out int end)
    {
        end = i + 1;
        if (At(i) is not { Number: >= 13 and <= 30 } word || SpokenYear(i, out _) > 0)
        {
            return 0;
        }

        int unit = IsHyphen(end) ? end + 1 : end;
        int day = word.Number!.Value;
        if (word.IsTens && At(unit) is { Number: > 0 and < 10 } digit)
        {
            day += digit.Number!.Value;
            end = unit + 1;
        }

        return day <= 31 && (EndsPhraseOrOf(end) || SpokenYear(end, out _) > 0 || Digits(end) >= 1000) ? day : 0;
    }

    /// <summary>A figure that belongs to a time of day: "May 5 p.m." is none, "9 July 10 a.m." is.</summary>
    private bool IsClockNext(int i) => At(i + 1) is { Meridiem: not '\0' };

    private bool IsVerbLike(int i) => IsAny(i, "may", "march", "mar", "sun", "sat", "dec", "jan");

    /// <summary>Whether the name of a month alone is the month and no verb, person or street.</summary>
    private bool IsBareMonth(int i, int end, TimeWord word)
    {
        bool preposed = IsAny(i - 1, "in", "of", "by", "since", "until", "till", "from", "to", "early", "late", "mid", "last", "next", "this", "through", "during", "between", "before", "after", "and", "or",
            "for", "around", "every", "each", "following", "previous", "that", "the", "-", "–", "about", "past", "coming", "throughout", "(", "begin", "began", "begins", "starting", "beginning");
        if (word.IsShort)
        {
            bool ranged = (IsHyphen(end) || IsAny(end, "to", "and", "through", "until")) && At(end + 1) is { Month: > 0 };
            return (preposed || ranged) && IsCapitalised(i) && (Word(end - 1).EndsWith(".") || ranged || EndsPhraseOrOf(end) || IsAny(i - 1, "in", "since", "until"));
        }

        if (!IsCapitalised(i))
        {
            return preposed && (IsAny(i, "may", "march", "august") ? EndsPhrase(end) && !Is(end, "or") && IsAny(i - 1, "in", "of", "since", "until", "last", "next", "early", "late", "mid") : !IsAny(i - 1, "the", "or"));
        }

        bool named = IsWordToken(end) && IsCapitalised(end) && At(end) is null;
        bool person = IsWordToken(i - 1) && IsCapitalised(i - 1) && i - 1 > _first && At(i - 1) is null;
        bool noun = IsWordToken(end) && !IsCapitalised(end) && !IsFunctionWord(end) && i > _first;
        bool dated = IsAny(i - 1, "in", "since", "until", "during", "early", "late", "mid", "by", "last", "next", "this") || IsMid(Word(i))
            || (Is(i - 1, "of") && IsAny(i - 2, "end", "start", "beginning", "middle", "close", "half", "part", "rest"));
        if (IsAny(i, "May", "March"))
        {
            return (IsHyphen(end) && IsGlued(end) && IsGlued(end + 1) && At(end + 1) is { Month: > 0 }) || (dated && (!named || Is(i - 1, "in")) && !(Is(i - 1, "by") && Is(i, "May") && !EndsPhraseOrOf(end)))
                || (preposed && !named && EndsPhraseOrOf(end) && !(IsAny(i - 1, "the", "to") && IsAny(end, "to", "on", "from", "in", "of")))
                || (IsAny(i - 1, "the", "its", "his", "their", "a", "'s", "’s") && noun);
        }

        if (IsAny(i, "August", "April", "June"))
        {
            return (IsHyphen(end) && IsGlued(end) && IsGlued(end + 1) && At(end + 1) is { Month: > 0 }) || (dated && (!named || !Is(i - 1, "by"))) || (preposed && !named) || (!person && noun);
        }

        return dated || (!named && !person);
    }

    /// <summary>"the week of 3 May", "the month of June", "the weekend of Christmas", "over the weekend".</summary>
    private TimeMatch? ReadWeekOf(int i)
    {
        int k = Is(i, "the") ? i + 1 : i;
        if (At(k) is not { Unit: TimeUnit.Week or TimeUnit.Weekend or TimeUnit.Month, IsPlural: false } unit)
        {
            return null;
        }

        int starting = IsAny(k + 1, "starting", "beginning", "commencing", "ending") ? Is(k + 2, "on") ? k + 3 : k + 2 : -1;
        if (starting > 0 && unit.Unit == TimeUnit.Week)
        {
            TimeMatch? opening = ReadMonth(starting);
            Keep(ref opening, ReadDayOfMonth(starting));
            Keep(ref opening, ReadWeekday(starting));
            return opening is { Phrase: { Kind: PhraseKind.Point, Point.Grain: TimeUnit.Day } } first
                ? new TimeMatch(i, first.End, new TimePhrase(PhraseKind.Point, "week of a day") { Of = first.Phrase, Point = new TimePoint { Grain = unit.Unit } })
                : null;
        }

        if (Is(k + 1, "of"))
        {
            if (unit.Unit == TimeUnit.Month)
            {
                int at = k + 2;
                return At(at) is { Month: > 0 } && ReadMonth(at) is { Phrase.Point.Grain: TimeUnit.Month } month ? month with { First = i } : null;
            }

            TimeMatch? inside = ReadMonth(k + 2);
            Keep(ref inside, ReadDayOfMonth(k + 2));
            Keep(ref inside, ReadHoliday(k + 2));
            int nthAt = Is(k + 2, "the") ? k + 3 : k + 2;
            if (inside is null && nthAt > k + 2 && Ordinal(nthAt, out int nthEnd) is >= 1 and <= 31 and var nth && char.IsAsciiDigit(First(nthAt)))
            {
                inside = new TimeMatch(k + 2, nthEnd, new TimePhrase(PhraseKind.Point, "day of the month") { Point = TimePoint.OfDay(null, 0, nth) });
            }

            return inside is { Phrase.Point.Grain: TimeUnit.Day } day
                ? new TimeMatch(i, day.End, new TimePhrase(PhraseKind.Point, "week of a day") { Of = day.Phrase, Point = new TimePoint { Grain = unit.Unit } })
                : null;
        }

        return unit.Unit == TimeUnit.Weekend && k > i && IsAny(i - 1, "over", "at", "on", "during", "for", "of") && (EndsPhraseOrOf(k + 1) || IsFunctionWord(k + 1))
            ? new TimeMatch(i, k + 1, new TimePhrase(PhraseKind.Point, "weekend") { Point = new TimePoint { Grain = TimeUnit.Weekend } })
            : null;
    }

    /// <summary>"5 May", "the 5th of May 2015", "the fifth of May", "the 5th".</summary>
    private TimeMatch? ReadDayOfMonth(int i)
    {
        int k = Is(i, "the") ? i + 1 : i;
        int day = Digits(k) is >= 1 and <= 31 and var figure && Word(k).Length <= 2 ? figure : 0;
        int end = k + 1;
        if (day == 0)
        {
            day = Ordinal(k, out end) is >= 1 and <= 31 and var nth ? nth : 0;
        }

        if (day == 0)
        {
            return null;
        }

        int monthAt = Is(end, "of") ? end + 1 : end;
        monthAt = IsHyphen(monthAt) && IsGlued(monthAt) && IsGlued(monthAt + 1) ? monthAt + 1 : monthAt;
        if (At(monthAt) is { Month: > 0 } month && Calendar.IsDay(2000, month.Month, day) && !(IsVerbLike(monthAt) && !IsCapitalised(monthAt) && Digits(k) >= 0 && Digits(monthAt + 1) < 1000))
        {
            int after = monthAt + 1;
            after = month.IsShort && Is(after, ".") && IsGlued(after) ? after + 1 : after;
            after = IsHyphen(after) && IsGlued(after) && IsHyphen(monthAt - 1) && ReadYearNumber(after + 1, out _) is not null ? after + 1 : after;
            return WithYear(i, after, new TimePhrase(PhraseKind.Point, "day and month") { Point = TimePoint.OfDay(null, month.Month, day) });
        }

        // "on the 5th", "the 22nd of last month"
        if (Digits(k) < 0 && (char.IsAsciiDigit(First(k)) || end > k + 1))
        {
            TimePhrase bare = new(PhraseKind.Point, "day of the month") { Point = TimePoint.OfDay(null, 0, day) };
            if (Is(end, "of") && ReadDirected(end + 1) is { Phrase.Point.Grain: TimeUnit.Month } of)
            {
                return new TimeMatch(i, of.End, bare with { Of = of.Phrase });
            }

            if (ReadDirected(end) is { Phrase.Point.Grain: TimeUnit.Month } named)
            {
                return new TimeMatch(i, named.End, bare with { Of = named.Phrase });
            }

            bool preposed = k > i ? IsAny(i - 1, "on", "for", "by", "until", "from", "since", "before", "after", "and", "to", "through", "till") : IsAny(i - 1, "on", "by", "until");
            return EndsPhrase(end) && preposed && !IsHyphen(end) ? new TimeMatch(i, end, bare) : null;
        }

        return null;
    }

    private TimeMatch WithYear(int first, int end, TimePhrase date)
    {
        if (ReadYearOf(end, out int after, out TimePhrase? of) is { } year && Calendar.IsDay(year, date.Point.Part, date.Point.Day))
        {
            return new TimeMatch(first, after, date with { Point = date.Point with { Year = year }, Rule = date.Rule + " and year" });
        }

        return of is not null ? new TimeMatch(first, after, date with { Of = of }) : new TimeMatch(first, end, date);
    }

    /// <summary>2015-12-04, 2015/12/04, 4/12/2015, 04.12.2015. Where day and month may be either they stay unknown.</summary>
    private TimeMatch? ReadNumeric(int i)
    {
        ReadOnlySpan<char> word = Word(i);
        if (ReadTwoFigures(i) is { } twoFigures)
        {
            return twoFigures;
        }

        if (word.Length is < 6 or > 10 || !char.IsAsciiDigit(word[0]))
        {
            return null;
        }

        int one = word.IndexOfAny('-', '/', '.');
        int two = one < 0 ? -1 : word[(one + 1)..].IndexOf(word[one]);
        if (two < 0)
        {
            return null;
        }

        two += one + 1;
        ReadOnlySpan<char> a = word[..one], b = word[(one + 1)..two], c = word[(two + 1)..];
        if (!IsFigure(a) || !IsFigure(b) || !IsFigure(c) || b.Length > 2)
        {
            return null;
        }

        (int x, int y, int z) = (Number(a), Number(b), Number(c));
        if (a.Length == 4 && c.Length <= 2)
        {
            return Calendar.IsDay(x, y, z) && x >= 1000 ? Numeric(i, x, y, z) : null;
        }

        if (a.Length > 2 || c.Length is not (2 or 4) || (c.Length == 2 && word[one] == '.'))
        {
            return null;
        }

        int year = c.Length == 4 ? z : TwoDigitYear(z);
        if (year < 1000)
        {
            return null;
        }

        bool american = Calendar.IsDay(year, x, y), european = Calendar.IsDay(year, y, x);
        return american && european && x != y ? Numeric(i, year, 0, 0)
            : european && (x != y || european) && !american ? Numeric(i, year, y, x)
            : american ? Numeric(i, year, x, y) : null;
    }

    /// <summary>"on 4/22", "11/2016", "2016-11": where a preposition, or a figure too large for the other, says that it is no fraction and no score.</summary>
    private TimeMatch? ReadTwoFigures(int i)
    {
        ReadOnlySpan<char> word = Word(i);
        int slash = word.IndexOf('/');
        if (slash is 1 or 2 or 4 && word.LastIndexOf('/') == slash && IsFigure(word[..slash]) && IsFigure(word[(slash + 1)..]))
        {
            (int a, int b) = (Number(word[..slash]), Number(word[(slash + 1)..]));
            int rest = word.Length - slash - 1;
            (int year, int month) = slash == 4 ? (a, b) : rest == 4 ? (b, a) : (0, 0);
            if (year is >= 1900 and < 2100 && month is >= 1 and <= 12 && slash + rest == (slash == 4 ? 4 + rest : slash + 4))
            {
                return new TimeMatch(i, i + 1, new TimePhrase(PhraseKind.Point, "figures of a month") { Point = TimePoint.OfMonth(year, month) });
            }

            bool preposed = IsAny(i - 1, "on", "by", "from", "since", "until", "till", "before", "after", "to", "between", "of") || At(i - 1) is { Weekday: > 0 };
            if (slash == 4 || rest > 2 || !preposed)
            {
                return null;
            }

            // Day and month that may be either way round are not known.
            bool american = Calendar.IsDay(2000, a, b), european = Calendar.IsDay(2000, b, a);
            return american == european && a != b ? null
                : new TimeMatch(i, i + 1, new TimePhrase(PhraseKind.Point, "figures of a day") { Point = american ? TimePoint.OfDay(null, a, b) : TimePoint.OfDay(null, b, a) });
        }

        // "11/2016", "11 / 2016", "2016- 11"
        if (Word(i + 1) is "/" or "-" && (Word(i + 1) is "/" || IsGlued(i + 1) || IsGlued(i + 2)))
        {
            (int one, int other) = (Digits(i), Digits(i + 2));
            bool monthFirst = word.Length <= 2 && one is >= 1 and <= 12 && other is >= 1900 and < 2100 && Word(i + 2).Length == 4;
            bool yearFirst = word.Length == 4 && one is >= 1900 and < 2100 && other is >= 1 and <= 12 && Word(i + 2).Length <= 2 && (Word(i + 1) is "/" || !(IsGlued(i + 1) && IsGlued(i + 2)));
            if ((monthFirst || yearFirst) && Word(i - 1) is not ("/" or "-") && Word(i + 3) is not ("/" or "-"))
            {
                return new TimeMatch(i, i + 3, new TimePhrase(PhraseKind.Point, "figures of a month") { Point = monthFirst ? TimePoint.OfMonth(other, one) : TimePoint.OfMonth(one, other) });
            }
        }

        bool dashed = word.Length == 4 && Digits(i) is >= 1900 and < 2100 && IsHyphen(i + 1) && IsGlued(i + 1) && IsGlued(i + 2) && Word(i + 2).Length == 2 && Digits(i + 2) is >= 1 and <= 12 && !IsHyphen(i + 3);
        return dashed && Digits(i + 2) <= Digits(i) % 100
            ? new TimeMatch(i, i + 3, new TimePhrase(PhraseKind.Point, "figures of a month") { Point = TimePoint.OfMonth(Digits(i), Digits(i + 2)) })
            : null;
    }

    private static TimeMatch Numeric(int i, int year, int month, int day) =>
        new(i, i + 1, new TimePhrase(PhraseKind.Point, month == 0 ? "figures, day and month uncertain" : "figures") { Point = TimePoint.OfDay(year, month, day) });

    private static bool IsFigure(ReadOnlySpan<char> digits) => digits.Length is > 0 and <= 4 && !digits.ContainsAnyExceptInRange('0', '9');

    private static int Number(ReadOnlySpan<char> digits)
    {
        int number = 0;
        foreach (char c in digits)
        {
            number = (number * 10) + c - '0';
        }

        return number;
    }

    /// <summary>Two figures are of the last hundred years or the next thirty, seen from now; which century, nobody can say of an old text.</summary>
    private static int TwoDigitYear(int figures) => figures <= 40 ? 2000 + figures : 1900 + figures;
}
