using System.Globalization;
using Entente.Analysis.Times;

namespace Entente.Cli.Evaluation;

/// <summary>Whether a value of ours says the same as one of the specification's.</summary>
/// <remarks>The specification resolves every expression to days, instants or seconds, and ends are exclusive; a value of ours is brought to the same. Where it gives
/// one bound only ("since Monday") that bound decides. A notation that both share, such as 2017-W46 or PRESENT_REF, is compared as it stands.</remarks>
internal static class SpecifiedMatch
{
    private const string Iso = "yyyy-MM-dd";

    public static bool IsRight(string type, SpecifiedReading reading, TimeExpression one, TimeExpression other)
    {
        // XXXX-WXX-2TAF from 2016-11-08 12:00 on is 2016-11-08TAF.
        int part = reading.Timex.IndexOf('T', StringComparison.Ordinal);
        if (one == other && (Notation(reading.Timex) == Notation(one.Value)
            || (reading.Timex.StartsWith("XXXX-", StringComparison.Ordinal) && (reading.Start ?? reading.End) is { Length: >= 10 } bound && bound[..4] + reading.Timex[4..] == one.Value)
            || (part > 0 && reading.Start is { Length: > 10 } start && char.IsAsciiLetter(reading.Timex[^1]) && start[..10] + reading.Timex[part..] == one.Value)))
        {
            return true;
        }

        return type switch
        {
            "duration" => one.Type is TimeType.Duration or TimeType.Set && Seconds(one.Value) is { } seconds && reading.Value == seconds.ToString("0.##", CultureInfo.InvariantCulture),
            "set" => one.Type == TimeType.Set && Seconds(one.Value) is { } every && every == Seconds(reading.Timex),

            // TIMEX3 keeps "two weeks ago" exact to the week: right if the day lies in it.
            "date" => one == other && one.Days is { } days && (days.Days == 1 || one.Rule == "length and direction")
                && DateOnly.TryParseExact(reading.Value, Iso, out DateOnly day) && days.Contains(day),
            "time" or "datetime" => one == other && reading.Value is { } value && Clock(one.Value, type == "datetime") == value,
            _ => Bounds(type, reading, one, other),
        };
    }

    /// <summary>TIMEX3 makes a length of "the next 3 months", "within 3 years" and "in 3 weeks": right if it is the length in the set's notation, or leads from the reference to its day.</summary>
    public static bool IsRightLength(SpecifiedReading reading, TimeExpression found, DateOnly? reference)
    {
        if (found.Type != TimeType.Duration)
        {
            return false;
        }

        // The set writes 3 for "several", TIMEX3 an X.
        string value = found.Value.Replace('X', '3');
        if (reading.Timex == value)
        {
            return true;
        }

        string[] parts = reading.Timex.Trim('(', ')').Split(',');
        if (parts.Length == 3)
        {
            return Notation(parts[2]) == Notation(value) || (Seconds(found.Value) is { } length && length == Seconds(parts[2]));
        }

        return reference is { } from && DateOnly.TryParseExact(reading.Value?.Split(' ')[0], Iso, out DateOnly day) && Seconds(found.Value) is { } seconds
            && (Math.Abs((Math.Abs(day.DayNumber - from.DayNumber) * 86400m) - seconds) < 86400 || (found.Value.EndsWith('M') && !found.Value.Contains('T', StringComparison.Ordinal) && from.AddMonths((int)(seconds / 2592000)) == day)
                || (found.Value.EndsWith('Y') && from.AddYears((int)(seconds / 31536000)) == day));
    }

    private static bool Bounds(string type, SpecifiedReading reading, TimeExpression one, TimeExpression other)
    {
        if (reading.Start is null && reading.End is null)
        {
            return false;
        }

        bool date = type.StartsWith("date", StringComparison.Ordinal);
        if (type == "daterange")
        {
            if (one.Days is not { } first || other.Days is not { } last)
            {
                return false;
            }

            string start = first.First.ToString(Iso, CultureInfo.InvariantCulture);
            string after = last.Last == DateOnly.MaxValue ? "" : last.Last.AddDays(1).ToString(Iso, CultureInfo.InvariantCulture);

            // Of two days the set takes the second as the end that is not in it, of longer times their first day.
            string end = last.First.ToString(Iso, CultureInfo.InvariantCulture);
            if (one != other)
            {
                return reading.Start == start && (reading.End == end || reading.End == after);
            }

            return (reading.Start, reading.End) switch
            {
                ({ } s, { } e) => s == start && e == after,
                ({ } s, null) => s == start || s == after || (one.Rule == "length and direction" && Within(first, s)),
                (null, { } e) => e == start || e == after || (one.Rule == "length and direction" && Within(first, e)),
                _ => false,
            };
        }

        string? from = Clock(one.Value, date), to = Clock(other.Value, date);
        return one != other ? from is not null && reading.Start == from && reading.End == to
            : from is not null && ((reading.End is null && reading.Start == from) || (reading.Start is null && reading.End == from));
    }

    private static bool Within(DayInterval days, string day) => DateOnly.TryParseExact(day, Iso, out DateOnly parsed) && days.Contains(parsed);

    /// <summary>"2016-11-07 20:00:00", or "20:00:00" without its day.</summary>
    private static string? Clock(string value, bool withDay)
    {
        int t = value.IndexOf('T', StringComparison.Ordinal);
        if (t < 0 || value.Length < t + 6 || !char.IsAsciiDigit(value[t + 1]))
        {
            return null;
        }

        string clock = value[(t + 1)..];
        clock = clock.Length >= 8 && clock[5] == ':' ? clock[..8] : clock[..5] + ":00";
        clock = clock.StartsWith("24", StringComparison.Ordinal) ? "00" + clock[2..] : clock;
        return withDay ? value[..t] + " " + clock : clock;
    }

    /// <summary>The set writes T20 where TIMEX3 has T20:00, and three months where TIMEX3 has a quarter.</summary>
    private static string Notation(string timex)
    {
        if (timex is "P1Q")
        {
            return "P3M";
        }

        int t = timex.IndexOf('T', StringComparison.Ordinal);
        string date = t > 0 ? timex[..t] : "";
        if (t < 0 || timex[0] == 'P' || timex[0] == '(' || timex.Length < t + 3 || !char.IsAsciiDigit(timex[t + 1]))
        {
            return timex.Replace("XXXX-XX-XXT", "T", StringComparison.Ordinal);
        }

        string clock = timex[(t + 1)..];
        clock = clock.Length == 2 ? clock + ":00" : clock;
        return (date is "" or "XXXX-XX-XX" ? "" : date) + "T" + (clock == "24:00" ? "00:00" : clock);
    }

    /// <summary>The seconds of an ISO duration, with months of 30 and years of 365 days as the set counts them; null where they are not stated.</summary>
    private static decimal? Seconds(string duration)
    {
        if (duration.Length < 3 || duration[0] != 'P')
        {
            return null;
        }

        decimal seconds = 0;
        bool time = false;
        for (int i = 1; i < duration.Length;)
        {
            if (duration[i] == 'T')
            {
                time = true;
                i++;
                continue;
            }

            int j = i;
            while (j < duration.Length && (char.IsAsciiDigit(duration[j]) || duration[j] == '.'))
            {
                j++;
            }

            if (j == i || j == duration.Length || !decimal.TryParse(duration.AsSpan(i, j - i), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal count))
            {
                return null;
            }

            string unit = duration[j..] is "DE" or "CE" or "WE" ? duration[j..] : duration[j].ToString();
            decimal? length = (unit, time) switch
            {
                ("S", true) => 1,
                ("M", true) => 60,
                ("H", true) => 3600,
                ("D", _) => 86400,
                ("W", _) => 604800,
                ("M", false) => 2592000,
                ("Q", false) => 7776000,
                ("Y", false) => 31536000,
                ("DE", false) => 315360000,
                ("CE", false) => 3153600000,
                _ => null,
            };
            if (length is not { } known)
            {
                return null;
            }

            seconds += count * known;
            i = j + unit.Length;
        }

        return seconds;
    }
}
