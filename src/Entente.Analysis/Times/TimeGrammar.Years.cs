using Entente.Analysis.Text;

namespace Entente.Analysis.Times;

internal sealed partial class TimeGrammar
{
    /// <summary>A year behind a month, season or day: "2015", ", 2015", "of 2015", "'15", "490 BC"; or, in <paramref name="of"/>, "of that year", "last year".</summary>
    private int? ReadYearOf(int i, out int end, out TimePhrase? of)
    {
        of = null;
        bool glued = Word(i) is "-" or "/" && IsGlued(i) && IsGlued(i + 1) && Digits(i + 1) is >= 1900 and < 2100;
        int k = glued || Is(i, ",") || Is(i, "of") || (Is(i, "in") && At(i - 1) is { Month: 0 }) ? i + 1 : i;
        if (ReadYearNumber(k, out end) is { } year)
        {
            // "On May 5, 200 people", "in May 1500 men"
            bool plain = Digits(k) >= 1000 && (Is(i, ",") || year % 100 == 0);
            return plain && IsCounted(k, Digits(k)) ? null : year;
        }

        end = i;
        if (!Is(i, ",") && ReadDirected(k) is { } directed && directed.Phrase.Point.Grain == TimeUnit.Year && directed.Phrase.Direction != Direction.None)
        {
            of = directed.Phrase;
            end = directed.End;
        }
        else if (Is(i, "of") && Is(k, "the") && Is(k + 1, "year") && Is(k + 2, "before"))
        {
            of = new TimePhrase(PhraseKind.Point, "direction") { Point = new TimePoint { Grain = TimeUnit.Year }, Direction = Direction.Previous };
            end = k + 3;
        }

        return null;
    }

    /// <summary>The year at token <paramref name="i"/> by its form alone: 1945, '45, 490 BC, AD 79.</summary>
    private int? ReadYearNumber(int i, out int end)
    {
        end = i + 1;
        if (i >= _limit)
        {
            return null;
        }

        int number = Digits(i);
        if (number > 0)
        {
            if (At(i + 1) is { Era: not 0 } era && IsCapitalised(i + 1))
            {
                end = i + 2;
                return era.Era < 0 ? -number : number;
            }

            return number is >= 1000 and < 2200 && Word(i).Length == 4 ? number : null;
        }

        if (SpokenYear(i, out int spokenEnd) is > 0 and var spoken)
        {
            end = spokenEnd;
            return spoken;
        }

        if (At(i) is { Era: > 0 } && Digits(i + 1) is > 0 and var year)
        {
            end = i + 2;
            return year;
        }

        if (Word(i) is { Length: 1 } mark && Tokenizer.IsApostrophe(mark[0]) && IsGlued(i + 1) && Word(i + 1).Length == 2 && Digits(i + 1) is >= 0 and var two && (i == _first || !IsGlued(i)))
        {
            end = i + 2;
            return TwoDigitYear(two);
        }

        return null;
    }

    /// <summary>"nineteen eighty-four", "two thousand and eighteen", "eighteen hundred": behind a month or "in", where it counts nothing.</summary>
    private int SpokenYear(int i, out int end)
    {
        end = i;
        if (At(i) is not { Number: >= 2 and <= 20 } first || !(At(i - 1) is { Month: > 0 } || Digits(i - 1) > 0 || IsAny(i - 1, "in", "of", "since", ",", "year", "until", "from", "and", "to") || Ordinal(i - 1, out _) > 0))
        {
            return 0;
        }

        int k = i + 1, year;
        if (first.Number == 2 && Is(k, "thousand"))
        {
            year = 2000;
            k = Is(k + 1, "and") && At(k + 2)?.Number is not null ? k + 2 : k + 1;
        }
        else if (first.Number >= 10 && Is(k, "hundred"))
        {
            year = first.Number.Value * 100;
            k++;
        }
        else if (first.Number >= 11 && At(k) is { Number: >= 10 })
        {
            year = first.Number.Value * 100;
        }
        else
        {
            return 0;
        }

        if (At(k) is { Number: { } rest } word)
        {
            year += rest;
            k++;
            int unit = IsHyphen(k) ? k + 1 : k;
            if (word.IsTens && At(unit) is { Number: > 0 and < 10 } digit)
            {
                year += digit.Number!.Value;
                k = unit + 1;
            }
        }

        end = k;
        return year is >= 1000 and < 2200 && EndsPhraseOrOf(k) ? year : 0;
    }

    /// <summary>A year that stands alone.</summary>
    private TimeMatch? ReadYear(int i)
    {
        int k = i;
        bool said = false;
        if (IsAny(i, "the", "fiscal", "FY", "year", "calendar", "financial", "tax"))
        {
            k = Is(k, "the") ? k + 1 : k;
            bool fiscal = IsAny(k, "fiscal", "FY", "financial");
            k = fiscal || IsAny(k, "calendar", "tax") ? k + 1 : k;
            said = IsAny(k, "year", "years") || fiscal;
            k = IsAny(k, "year", "years") ? k + 1 : k;
            if (!said || ReadYearNumber(k, out int end) is not { } stated)
            {
                return null;
            }

            return new TimeMatch(i, end, new TimePhrase(PhraseKind.Point, fiscal ? "fiscal year" : "year") { Point = TimePoint.OfYear(stated) with { IsFiscal = fiscal } });
        }

        // FY2016, FY16
        ReadOnlySpan<char> word = Word(i);
        if (word.Length is 4 or 6 && word.StartsWith("FY") && IsFigure(word[2..]))
        {
            int fiscal = Number(word[2..]);
            return new TimeMatch(i, i + 1, new TimePhrase(PhraseKind.Point, "fiscal year") { Point = TimePoint.OfYear(word.Length == 4 ? TwoDigitYear(fiscal) : fiscal) with { IsFiscal = true } });
        }

        if (ReadYearNumber(i, out int after) is not { } year)
        {
            // "in 480", of a text about antiquity
            return IsAncient && Word(i).Length == 3 && Digits(i) is > 99 and var bce && IsAny(i - 1, "in", "by", "until", "since", "of", "from") && EndsPhraseOrOf(i + 1)
                ? new TimeMatch(i, i + 1, new TimePhrase(PhraseKind.Point, "year") { Point = TimePoint.OfYear(-bce) })
                : null;
        }

        bool bare = after == i + 1;
        if (bare && !IsYear(i, year))
        {
            return null;
        }

        if (bare && Is(i + 1, "season"))
        {
            return null;
        }

        int part = bare && Is(after, ",") ? after + 1 : after;
        if (bare && At(part) is { Month: > 0 } month && Digits(part + 1) < 0 && (IsCapitalised(part) || !IsVerbLike(part)) && (part == after || !IsCapitalised(part + 1)))
        {
            return new TimeMatch(i, part + 1, new TimePhrase(PhraseKind.Point, "year and month") { Point = TimePoint.OfMonth(year, month.Month) });
        }

        int quarter = IsHyphen(after) && IsGlued(after) ? after + 1 : after;
        if (bare && Word(quarter) is { Length: 2 } q && q[0] is 'Q' or 'q' or 'H' && q[1] is >= '1' and <= '4' && !(q[0] == 'H' && q[1] > '2'))
        {
            return new TimeMatch(i, quarter + 1, new TimePhrase(PhraseKind.Point, "part of a year") { Point = new TimePoint { Grain = q[0] == 'H' ? TimeUnit.Half : TimeUnit.Quarter, Year = year, Part = q[1] - '0' } });
        }

        return new TimeMatch(i, after, new TimePhrase(PhraseKind.Point, Word(i).Length == 1 ? "year in two figures" : "year") { Point = TimePoint.OfYear(year) });
    }

    /// <summary>Whether four figures alone are a year and not a count, a number or a price.</summary>
    private bool IsYear(int i, int year)
    {
        if (IsAny(i - 1, "$", "£", "€", "#", "no.", "number", "nos.", "room", "flight", "highway", "route", "channel", "than", "least", "nearly", "approximately", "almost", "some", "over", "only", "resolution", "page")
            || (IsGlued(i) && Word(i - 1) is "/" or "." or "-" && i - 1 > _first && IsGlued(i - 1) && !char.IsAsciiDigit(First(i - 2)) && At(i - 2) is null && !IsAny(i - 2, "pre", "post")))
        {
            return false;
        }

        if (IsCounted(i, year))
        {
            return false;
        }

        if (year is >= 1900 and < 2100)
        {
            // "a GMT of 2015", "U-2000": a figure glued to letters is a name.
            return !(IsHyphen(i - 1) && IsGlued(i - 1) && IsGlued(i) && IsWordToken(i - 2) && IsCapitalised(i - 2) && At(i - 2) is null);
        }

        return (IsHyphen(i + 1) && IsGlued(i + 2) && ReadYearNumber(i + 2, out _) is not null) || IsAny(i - 1, "in", "since", "by", "until", "till", "from", "of", "during", "before", "after", "between", "early", "late", "mid", "year", "around", "circa", "c.", "ca.", "through", "and", "to", "the", "(", ",", "-", "–",
            "as", "about", "on", "spring", "summer", "autumn", "winter", "fall", "throughout", "b.", "d.", "at", ";", "or", "but") && (IsAny(i - 1, "in", "since", "(", "-", "–", "circa", "until", "as") || (Is(i - 1, "the") && year % 10 != 0) || !IsWordToken(i + 1) || IsFunctionWord(i + 1) || EndsPhraseOrOf(i + 1) || IsCapitalised(i + 1));
    }

    /// <summary>Whether the figure counts what follows it: "2000 men", "1500 kilometres", "1200 GMT", "1990 %".</summary>
    private bool IsCounted(int i, int year)
    {
        ReadOnlySpan<char> next = Word(i + 1);
        if (next.Length == 0)
        {
            return false;
        }

        if (next is "%" or "percent" or "per" or "°" or "GMT" or "UTC" or "hours" or "hrs" || (At(i + 1) is { Unit: not TimeUnit.None, IsPlural: true }) || IsAny(i + 1, "people", "men", "women", "troops", "children", "million", "billion", "km", "kg", "m", "mm", "feet", "ft", "miles", "euros", "dollars", "pounds", "meters", "metres", "square", "hectares", "acres", "tons", "tonnes", "votes", "local"))
        {
            return true;
        }

        // Round figures with a plural behind them are counts: "2000 soldiers"; "in 2003 elections were held" is not.
        bool plural = IsWordToken(i + 1) && char.IsLower(next[0]) && next.Length > 4 && next[^1] == 's' && next[^2] is not ('s' or 'u' or 'i') && !IsFunctionWord(i + 1);
        return plural && (year % 100 == 0 || year < 1800) && !IsAny(i - 1, "the", "in");
    }

    /// <summary>"the 1990s", "'90s", "the nineties", "the 19th century", "the 470s BC", "the third millennium".</summary>
    private TimeMatch? ReadLongYears(int i)
    {
        int k = Is(i, "the") ? i + 1 : i;
        ReadOnlySpan<char> word = Word(k);
        if (word.Length is 4 or 5 && word[^1] == 's' && IsFigure(word[..^1]) && word[^2] == '0')
        {
            int years = Number(word[..^1]);
            bool bce = At(k + 1) is { Era: < 0 } && IsCapitalised(k + 1);
            bool century = years % 100 == 0 && !bce && years < 2000;
            if (years < 1000 && !bce)
            {
                return null;
            }

            TimePoint point = new() { Grain = century ? TimeUnit.Century : TimeUnit.Decade, Year = century ? years / 100 : bce ? -(years / 10) : years / 10 };
            return new TimeMatch(i, bce ? k + 2 : k + 1, new TimePhrase(PhraseKind.Point, "decade") { Point = point });
        }

        if (word.Length == 4 && Tokenizer.IsApostrophe(word[0]) && word[^1] == 's' && word[2] == '0' && char.IsAsciiDigit(word[1]))
        {
            return new TimeMatch(i, k + 1, new TimePhrase(PhraseKind.Point, "decade") { Point = Decade(word[1] - '0') });
        }

        // ’90s cut in two
        if (word.Length == 1 && Tokenizer.IsApostrophe(word[0]) && IsGlued(k + 1) && !IsGlued(k) && Word(k + 1) is { Length: 3 } tens && tens[1] == '0' && tens[2] == 's' && char.IsAsciiDigit(tens[0]))
        {
            return new TimeMatch(i, k + 2, new TimePhrase(PhraseKind.Point, "decade") { Point = Decade(tens[0] - '0') });
        }

        // "the 70s", "the 1970's", "the nineteen seventies"
        if (k > i && word.Length == 3 && word[^1] == 's' && word[1] == '0' && word[0] is >= '2' and <= '9' && IsAny(i - 1, "in", "of", "during", "since", "early", "late", "mid", "from", "by", "until"))
        {
            return new TimeMatch(i, k + 1, new TimePhrase(PhraseKind.Point, "decade") { Point = Decade(word[0] - '0') });
        }

        if (k > i && word.Length == 4 && word[3] == '0' && IsFigure(word) && word[0] is '1' or '2' && IsAny(k + 1, "'s", "’s") && IsGlued(k + 1) && !IsWordToken(k + 2))
        {
            return new TimeMatch(i, k + 2, new TimePhrase(PhraseKind.Point, "decade") { Point = new TimePoint { Grain = TimeUnit.Decade, Year = Number(word) / 10 } });
        }

        if (k > i && At(k) is { Number: >= 16 and <= 20 } hundred && At(IsHyphen(k + 1) ? k + 2 : k + 1) is { Decade: > 0 } tenths)
        {
            int last = IsHyphen(k + 1) ? k + 3 : k + 2;
            return new TimeMatch(i, last, new TimePhrase(PhraseKind.Point, "decade") { Point = new TimePoint { Grain = TimeUnit.Decade, Year = (hundred.Number!.Value * 10) + tenths.Decade } });
        }

        // "the 70's"
        if (k > i && word.Length == 2 && word[1] == '0' && IsFigure(word) && IsAny(k + 1, "'s", "’s") && IsGlued(k + 1))
        {
            return new TimeMatch(i, k + 2, new TimePhrase(PhraseKind.Point, "decade") { Point = Decade(word[0] - '0') });
        }

        if (At(k) is { Decade: > 0 } decade && k > i)
        {
            return new TimeMatch(i, k + 1, new TimePhrase(PhraseKind.Point, "decade") { Point = Decade(decade.Decade) });
        }

        if (Ordinal(k, out int end) is > 0 and var nth)
        {
            int unitAt = IsHyphen(end) ? end + 1 : end;
            if (At(unitAt) is { Unit: TimeUnit.Century or TimeUnit.Millennium } unit)
            {
                if (nth > 30)
                {
                    return null;
                }

                bool bce = At(unitAt + 1) is { Era: not 0 } && IsCapitalised(unitAt + 1);
                bool before = bce && At(unitAt + 1)!.Era < 0;
                return new TimeMatch(i, unitAt + (bce ? 2 : 1), new TimePhrase(PhraseKind.Point, "century") { Point = new TimePoint { Grain = unit.Unit, Year = before ? -nth : nth - 1 } });
            }
        }

        return null;
    }

    private static TimePoint Decade(int tens) => new() { Grain = TimeUnit.Decade, Year = (tens <= 2 ? 200 : 190) + tens };

    /// <summary>"the summer of 1945", "spring 2003", "winter 1941-42", "1980 summer", "in the spring".</summary>
    private TimeMatch? ReadSeason(int i)
    {
        if (ReadYearNumber(i, out int afterYear) is { } early && At(afterYear) is { Season: > 0, IsPlural: false } late && !Is(afterYear, "fall") && !Is(afterYear, "spring"))
        {
            return Season(i, afterYear + 1, late.Season, early);
        }

        int k = Is(i, "the") ? i + 1 : i;
        if (At(k) is not { Season: > 0, IsPlural: false } word)
        {
            return null;
        }

        if (ReadYearOf(k + 1, out int end, out TimePhrase? of) is { } year)
        {
            // "the winter of 1941-42", "winter 1941/42"
            int dash = Word(end) is "-" or "–" or "/" ? end + 1 : -1;
            end = dash > 0 && IsGlued(end) && IsGlued(dash) && Digits(dash) >= 0 && Word(dash).Length is 2 or 4 ? dash + 1 : end;
            return Season(i, end, word.Season, year);
        }

        TimePhrase season = new(PhraseKind.Point, "season") { Point = new TimePoint { Grain = TimeUnit.Season, Part = word.Season }, Of = of };
        if (of is not null)
        {
            return new TimeMatch(i, end, season);
        }

        bool joined = (IsAny(k + 1, "and", "or", "to") && At(k + 2) is { Season: > 0 } && ReadYearOf(k + 3, out _, out _) is not null) || (IsAny(i - 1, "and", "or") && At(i - 2) is { Season: > 0 });
        bool preposed = joined || IsAny(i - 1, "in", "by", "during", "of", "until", "since", "through", "throughout", "before", "after", "early", "late", "mid", "from", "to", "this", "that", "over", "for");
        if (Is(k, "fall"))
        {
            return k > i && IsAny(i - 1, "in", "during", "by", "until", "since") && EndsPhrase(k + 1) ? new TimeMatch(i, k + 1, season) : null;
        }

        bool named = (IsCapitalised(k) && k > i && k > _first + 1 && IsWordToken(k + 1) && IsCapitalised(k + 1)) || (IsWordToken(k + 1) && !EndsPhraseOrOf(k + 1) && !IsFunctionWord(k + 1) && !Is(i, "the"));
        return preposed && !named ? new TimeMatch(i, k + 1, season) : null;
    }

    private static TimeMatch Season(int i, int end, int season, int year) =>
        new(i, end, new TimePhrase(PhraseKind.Point, "season and year") { Point = new TimePoint { Grain = TimeUnit.Season, Part = season, Year = year } });

    /// <summary>"the first quarter of 2015", "Q3 2015", "third-quarter", "the second half of the year".</summary>
    private TimeMatch? ReadPartOfYear(int i)
    {
        int k = Is(i, "the") ? i + 1 : i;
        ReadOnlySpan<char> word = Word(k);
        int part = 0;
        TimeUnit unit = TimeUnit.None;
        int end = k + 1;
        if (word.Length == 2 && (word[0] is 'Q' or 'q' or 'H') && word[1] is >= '1' and <= '4')
        {
            part = word[1] - '0';
            unit = word[0] == 'H' ? TimeUnit.Half : TimeUnit.Quarter;
        }
        else if (Ordinal(k, out int after) is >= 1 and <= 4 and var nth || IsAny(k, "latter", "final", "last"))
        {
            after = Ordinal(k, out int ordinal) > 0 ? ordinal : k + 1;
            nth = Ordinal(k, out _);
            int unitAt = IsHyphen(after) ? after + 1 : after;
            bool fiscal = IsAny(unitAt, "fiscal") && Is(unitAt + 1, "quarter");
            unitAt = fiscal ? unitAt + 1 : unitAt;
            unit = At(unitAt) is { Unit: TimeUnit.Quarter or TimeUnit.Half, IsPlural: false } found ? found.Unit : TimeUnit.None;
            part = nth > 0 ? nth : unit == TimeUnit.Half ? 2 : Is(k, "final") ? 4 : 0;
            end = unitAt + 1;
        }

        if (unit == TimeUnit.None || part == 0 || (unit == TimeUnit.Half && part > 2))
        {
            return null;
        }

        TimePhrase phrase = new(PhraseKind.Point, "part of a year") { Point = new TimePoint { Grain = unit, Part = part } };
        int of = Is(end, "of") || Is(end, "in") || Is(end, ",") || (IsHyphen(end) && IsGlued(end) && IsGlued(end + 1)) ? end + 1 : end;
        if (ReadDate(of) is { } date && date.Phrase.Kind == PhraseKind.Point && date.Phrase.Modifier == TimeModifier.None && (of > end || date.Phrase.Point.Grain == TimeUnit.Year) && !Is(end, ","))
        {
            return date.Phrase.Point.Grain == TimeUnit.Year
                ? new TimeMatch(i, date.End, phrase with { Of = date.Phrase, Point = phrase.Point with { IsFiscal = date.Phrase.Point.IsFiscal } })
                : unit == TimeUnit.Half && Is(end, "of") ? new TimeMatch(i, date.End, date.Phrase with { Modifier = part == 1 ? TimeModifier.Start : TimeModifier.End }) : null;
        }

        if (Is(end, "of") && Is(of, "the") && Is(of + 1, "year"))
        {
            return new TimeMatch(i, of + 2, phrase);
        }

        bool stands = unit == TimeUnit.Quarter && (word.Length != 2 || IsCapitalised(k)) && !IsAny(end, "final", "finals", "final-");
        return stands ? new TimeMatch(i, end, phrase) : null;
    }
}
