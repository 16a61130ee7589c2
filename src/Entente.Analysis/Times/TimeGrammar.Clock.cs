using Entente.Analysis.Text;

namespace Entente.Analysis.Times;

internal sealed partial class TimeGrammar
{
    /// <summary>A time of day: "9:34 p.m. EST", "1400 GMT", "5 o'clock in the morning", "half past six", "noon".</summary>
    private TimeMatch? ReadClock(int i)
    {
        if (ReadHour(i, out int end) is not { } clock)
        {
            return ReadPartOfDay(i);
        }

        end = ReadZone(end, ref clock);
        if (ReadPartBehind(end, ref clock) is { } after and > 0)
        {
            end = after;
        }

        return new TimeMatch(i, end, new TimePhrase(PhraseKind.Point, "time of day") { Point = clock });
    }

    private TimePoint? ReadHour(int i, out int end)
    {
        end = i + 1;
        if (At(i) is { Clock: > 0 } named)
        {
            return EndsNoun(i + 1) ? new TimePoint { Hour = named.Clock, Minute = 0 } : null;
        }

        if (i >= _limit)
        {
            return null;
        }

        if (_document.Tokens[i].Kind == TokenKind.Number)
        {
            if (IsAny(i + 1, "past") || At(i + 1) is { Unit: TimeUnit.Minute })
            {
                return ReadSpokenHour(i, out end);
            }

            ReadOnlySpan<char> word = Word(i);
            if (ReadColons(word, ':') is { } colon)
            {
                return WithMeridiem(colon, ref end, out _) ?? (IsZoneOrHours(end) || word.IndexOf(':') == 2 || IsAny(i - 1, "at", "by", "from", "until", "before", "after", "around", "about", "since") || !LooksLikeScore(i)
                    ? SkipHours(colon, ref end) : null);
            }

            if (word.Contains('.') && ReadColons(word, '.') is { } dotted && WithMeridiem(dotted, ref end, out _) is { } british)
            {
                return british;
            }

            if (Is(i, "12") && At(i + 1) is { Clock: > 0 } twelve)
            {
                end = i + 2;
                return new TimePoint { Hour = twelve.Clock, Minute = 0 };
            }

            int number = Digits(i);
            if (word.Length is 3 or 4 && number % 100 < 60 && number is >= 100 and < 1300 && At(i + 1) is { Meridiem: not '\0' })
            {
                return WithMeridiem(new TimePoint { Hour = number / 100, Minute = number % 100 }, ref end, out _);
            }

            if (number is >= 0 and <= 24 && word.Length <= 2)
            {
                TimePoint hour = new() { Hour = number, Minute = 0 };
                if (WithMeridiem(hour, ref end, out bool found) is { } whole && found)
                {
                    return whole;
                }

                if (number is >= 1 and <= 12 && Is(i + 1, "in") && Is(i + 2, "the") && At(i + 3) is { PartOfDay: not null, IsPlural: false })
                {
                    return hour;
                }

                if (IsAny(i + 1, "o'clock", "o’clock", "oclock"))
                {
                    end = i + 2;
                    return number is > 0 and <= 12 ? hour : null;
                }

                return null;
            }

            if (word.Length == 4 && number is >= 0 and < 2400 && number % 100 < 60 && IsZoneOrHours(i + 1))
            {
                return SkipHours(new TimePoint { Hour = number / 100, Minute = number % 100 }, ref end);
            }

            return null;
        }

        return ReadSpokenHour(i, out end);
    }

    /// <summary>"five o'clock", "five p.m.", "half past five", "a quarter to six", "ten past nine".</summary>
    private TimePoint? ReadSpokenHour(int i, out int end)
    {
        end = i + 1;
        if (At(i) is { Number: >= 1 and <= 12 } hour)
        {
            TimePoint point = new() { Hour = hour.Number, Minute = 0 };
            if (IsAny(i + 1, "o'clock", "o’clock", "oclock"))
            {
                end = i + 2;
                return WithMeridiem(point, ref end, out _) ?? point;
            }

            if (WithMeridiem(point, ref end, out bool found) is { } whole && found)
            {
                return whole;
            }
        }

        // "seven thirty p.m.", "five-thirty in the evening"
        if (At(i) is { Number: >= 1 and <= 12 } toldHour && At(IsHyphen(i + 1) ? i + 2 : i + 1) is { Number: >= 10 and < 60 } some)
        {
            int behindMinutes = (IsHyphen(i + 1) ? i + 2 : i + 1) + 1;
            int digitAt = IsHyphen(behindMinutes) ? behindMinutes + 1 : behindMinutes;
            bool digit = some.IsTens && At(digitAt) is { Number: > 0 and < 10 };
            TimePoint told = new() { Hour = toldHour.Number, Minute = some.Number + (digit ? At(digitAt)!.Number : 0) };
            end = digit ? digitAt + 1 : behindMinutes;
            if (WithMeridiem(told, ref end, out bool found) is { } whole && found)
            {
                return whole;
            }

            if (Is(end, "in") && Is(end + 1, "the") && At(end + 2) is { PartOfDay: not null })
            {
                return told;
            }

            end = i + 1;
        }

        int k = IsAny(i, "a") ? i + 1 : i;
        int minutes = Is(k, "half") ? 30 : Is(k, "quarter") ? 15 : k == i && At(k) is { Number: > 0 and < 60 } count ? count.Number!.Value : k == i && Digits(k) is > 0 and < 60 and var figure ? figure : 0;
        k = minutes > 0 && At(k + 1) is { Unit: TimeUnit.Minute } ? k + 1 : k;
        if (minutes == 0 || !IsAny(k + 1, "past", "to") || (Is(k + 1, "to") && minutes != 15 && At(k)?.Unit != TimeUnit.Minute))
        {
            return null;
        }

        bool past = Is(k + 1, "past");
        int spokenHour = Digits(k + 2) is > 0 and <= 12 and var digits ? digits : At(k + 2) is { Number: >= 1 and <= 12 } word ? word.Number!.Value : 0;
        int behind = IsAny(k + 3, "o'clock", "o’clock", "oclock") ? k + 4 : k + 3;
        if (spokenHour == 0 || (!past && minutes == 30) || !EndsNoun(behind))
        {
            return null;
        }

        end = behind;
        TimePoint spoken = past ? new TimePoint { Hour = spokenHour, Minute = minutes } : new TimePoint { Hour = spokenHour == 1 ? 12 : spokenHour - 1, Minute = 60 - minutes };
        return WithMeridiem(spoken, ref end, out _) ?? spoken;
    }

    /// <summary>The hour on the 24-hour clock where "a.m." or "p.m." follows; the hour as it is where nothing does; null where the two contradict each other.</summary>
    private TimePoint? WithMeridiem(TimePoint clock, ref int end, out bool found)
    {
        found = false;
        TimeWord? word = At(end);

        // "p. m.", "p m"
        int parted = IsAny(end, "a", "p", "a.", "p.") ? (Is(end + 1, ".") ? end + 2 : end + 1) : -1;
        if (parted > 0 && IsAny(parted, "m", "m."))
        {
            word = TimeWords.Find(Word(end)[0] is 'a' or 'A' ? "am" : "pm");
            end = Is(parted + 1, ".") && parted + 2 < _limit ? parted + 1 : parted;
        }

        if (word is not { Meridiem: not '\0' })
        {
            return null;
        }

        int hour = clock.Hour!.Value;
        if (hour > 12)
        {
            return null;
        }

        found = true;
        end++;
        return clock with { Hour = word.Meridiem == 'a' ? hour % 12 : (hour % 12) + 12 };
    }

    private bool IsZoneOrHours(int k) => At(k) is { Zone: not null } || IsAny(k, "hours", "hrs", "hrs.", "h") || (Is(k, "local") && Is(k + 1, "time"));

    private TimePoint SkipHours(TimePoint clock, ref int end)
    {
        if (IsAny(end, "hours", "hrs", "h"))
        {
            end++;
        }

        return clock;
    }

    private bool LooksLikeScore(int i) => Word(i).Length < 4 || (At(i + 1)?.Unit ?? TimeUnit.None) != TimeUnit.None;

    private static TimePoint? ReadColons(ReadOnlySpan<char> word, char mark)
    {
        int colon = word.IndexOf(mark);
        if (colon is < 1 or > 2 || word.Length < colon + 3)
        {
            return null;
        }

        ReadOnlySpan<char> rest = word[(colon + 1)..];
        int second = rest.IndexOf(mark);
        ReadOnlySpan<char> minutes = second < 0 ? rest : rest[..second];
        ReadOnlySpan<char> seconds = second < 0 ? [] : rest[(second + 1)..];
        if (Two(word[..colon]) is not (>= 0 and <= 24 and var hour) || minutes.Length != 2 || Two(minutes) is not (>= 0 and < 60 and var minute)
            || (second >= 0 && (seconds.Length != 2 || Two(seconds) is < 0 or >= 60)))
        {
            return null;
        }

        return new TimePoint { Hour = hour, Minute = minute, Second = second < 0 ? null : Two(seconds) };
    }

    private static int Two(ReadOnlySpan<char> digits) =>
        digits.Length == 1 && char.IsAsciiDigit(digits[0]) ? digits[0] - '0'
        : digits.Length == 2 && char.IsAsciiDigit(digits[0]) && char.IsAsciiDigit(digits[1]) ? ((digits[0] - '0') * 10) + digits[1] - '0' : -1;

    /// <summary>"EST", "(GMT)", "GMT+3", "local time", "Eastern time".</summary>
    private int ReadZone(int k, ref TimePoint clock)
    {
        if (At(k) is { Zone: { } zone } && IsCapitalised(k))
        {
            // "GMT+3"
            if (Word(k + 1) is "+" or "-" or "–" && IsGlued(k + 1) && IsGlued(k + 2) && Digits(k + 2) is >= 0 and <= 14 and var hours)
            {
                clock = clock with { Offset = zone + (Word(k + 1) is "+" ? 60 * hours : -60 * hours) };
                return k + 3;
            }

            clock = clock with { Offset = zone };
            return k + 1;
        }

        if (Is(k, "(") && At(k + 1) is { Zone: { } inner } && IsCapitalised(k + 1) && Is(k + 2, ")"))
        {
            clock = clock with { Offset = inner };
            return k + 3;
        }

        if (Is(k, "local") && Is(k + 1, "time"))
        {
            return k + 2;
        }

        bool named = IsAny(k, "Eastern", "Central", "Mountain", "Pacific", "Atlantic") && IsCapitalised(k);
        if (named && IsAny(k + 1, "Standard", "Daylight") && Is(k + 2, "Time"))
        {
            return k + 3;
        }

        return (named || (IsWordToken(k) && IsCapitalised(k))) && Is(k + 1, "time") ? k + 2 : k;
    }

    /// <summary>"in the morning", "at night" behind an hour says which half of the day it is in.</summary>
    private int ReadPartBehind(int k, ref TimePoint clock)
    {
        bool inside = Is(k, "in") && Is(k + 1, "the");
        int at = inside ? k + 2 : Is(k, "at") ? k + 1 : -1;
        if (at < 0 || At(at) is not { PartOfDay: { } part, IsPlural: false } || (!inside && part != "NI") || clock.Hour is not { } hour)
        {
            return 0;
        }

        if (part is "AF" or "EV" or "NI" && hour is > 0 and < 12 && !(part == "NI" && hour < 6))
        {
            clock = clock with { Hour = hour + 12 };
        }

        return at + 1;
    }

    /// <summary>No noun follows that the word would belong to: "noon" but "midnight train".</summary>
    private bool EndsNoun(int k) =>
        EndsPhraseOrOf(k) || IsFunctionWord(k) || At(k) is not null || !IsWordToken(k) || Is(k, "local") || IsCapitalised(k);
}
