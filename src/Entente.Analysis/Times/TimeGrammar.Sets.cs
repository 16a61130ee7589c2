using System.Globalization;

namespace Entente.Analysis.Times;

internal sealed partial class TimeGrammar
{
    /// <summary>What comes again: "every Friday", "every two weeks", "twice a day", "annually", "Fridays".</summary>
    private TimeMatch? ReadSet(int i)
    {
        if (ReadPlainSet(i) is not { } set)
        {
            return null;
        }

        int k = Is(set.End, "at") ? set.End + 1 : set.End;
        return set.Phrase.Rule != "frequency" && ReadClock(k) is { Phrase.Point.Hour: not null } clock && WithClock(set.Phrase, clock.Phrase.Point) is { } timed ? new TimeMatch(i, clock.End, timed) : set;
    }

    /// <summary>"every Friday" at five o'clock; null where the set is of no days.</summary>
    private static TimePhrase? WithClock(TimePhrase set, TimePoint clock)
    {
        string value = set.Value!;
        int part = value.IndexOf('T', StringComparison.Ordinal);
        string? days = value == "P1D" ? "XXXX-XX-XX" : value.StartsWith('P') ? null : part > 0 ? value[..part] : value.StartsWith("XXXX-WXX-", StringComparison.Ordinal) ? value : null;
        TimePoint time = InPart(clock, part > 0 ? value[(part + 1)..] : null);
        return days is null ? null : set with { Value = days + time.ToString()["XXXX-XX-XX".Length..], Rule = "set with time" };
    }

    private TimeMatch? ReadPlainSet(int i)
    {
        if (At(i) is not { } word)
        {
            return ReadFrequency(i);
        }

        if (word.Often is { } often)
        {
            return IsCapitalised(i) && i > _first ? null : Set(i, i + 1, often, null, null, "set");
        }

        if (word.IsEvery)
        {
            return ReadEvery(i);
        }

        if (word.Weekday > 0 && !word.IsPlural && !word.IsShort && At(i + 1) is { PartOfDay: { } plural, IsPlural: true })
        {
            return Set(i, i + 2, "XXXX-WXX-" + word.Weekday.ToString(CultureInfo.InvariantCulture) + "T" + plural, null, null, "weekdays");
        }

        if (word.Weekday > 0 && word.IsPlural)
        {
            string value = "XXXX-WXX-" + word.Weekday.ToString(CultureInfo.InvariantCulture);
            return At(i + 1) is { PartOfDay: { } part } ? Set(i, i + 2, value + "T" + part, null, null, "weekdays") : Set(i, i + 1, value, null, null, "weekdays");
        }

        if (Is(i, "weekends"))
        {
            return Set(i, i + 1, "XXXX-WXX-WE", null, null, "weekends");
        }

        if (Is(i, "weekdays"))
        {
            return Set(i, i + 1, "XXXX-WXX", null, null, "weekdays");
        }

        if (word is { PartOfDay: { } parts, IsPlural: true, Unit: TimeUnit.None })
        {
            return Set(i, i + 1, "XXXX-XX-XXT" + parts, null, null, "parts of days");
        }

        return ReadFrequency(i);
    }

    /// <summary>"twice a week", "three times per day", "per month".</summary>
    private TimeMatch? ReadFrequency(int i)
    {
        int k = i;
        string? frequency = null;
        if (IsAny(i, "once", "twice", "thrice"))
        {
            frequency = Is(i, "once") ? "1X" : Is(i, "twice") ? "2X" : "3X";
            k = i + 1;
        }
        else if (ReadAmount(i, out int after) is { } amount && Is(after, "times"))
        {
            frequency = amount.Whole is { } times ? times.ToString(CultureInfo.InvariantCulture) + "X" : "XX";
            k = after + 1;
        }
        else if (!Is(i, "per"))
        {
            return null;
        }

        if (!IsAny(k, "a", "an", "per", "each", "every") || (At(k + 1)?.Unit ?? TimeUnit.None) == TimeUnit.None || At(k + 1)!.IsPlural)
        {
            return null;
        }

        return Set(i, k + 2, new Amount(At(k + 1)!.Units).Of(At(k + 1)!.Unit), IsAny(k, "each", "every") ? "every" : null, frequency, "frequency");
    }

    private TimeMatch? ReadEvery(int i)
    {
        int k = i + 1;
        string quantity = Is(i, "each") ? "each" : "every";
        decimal count = 1;
        bool counted = false;
        if (Is(k, "other"))
        {
            count = 2;
            k++;
        }
        else if (At(k) is { Unit: TimeUnit.None } or { Ordinal: > 0 } && Ordinal(k, out int after) is > 1 and var ordinal && At(after) is not null)
        {
            count = ordinal;
            k = after;
        }
        else if (ReadAmount(k, out int afterAmount) is { IsVague: false } amount && At(afterAmount) is { Unit: not TimeUnit.None })
        {
            count = amount.Value;
            counted = true;
            k = afterAmount;
        }
        else if (Is(k, "single"))
        {
            k++;
        }

        if (ReadAmount(k, out int vague) is { IsVague: true } && At(vague) is { Unit: not TimeUnit.None, IsPlural: true } some)
        {
            return Set(i, vague + 1, Amount.Some.Of(some.Unit), quantity, null, "every");
        }

        if (At(k) is not { } word || (IsCapitalised(k) && word.Unit != TimeUnit.None && i > _first && !IsCapitalised(i)))
        {
            return null;
        }

        if (word.Weekday > 0 && !word.IsPlural)
        {
            string day = "XXXX-WXX-" + word.Weekday.ToString(CultureInfo.InvariantCulture);
            return At(k + 1) is { PartOfDay: { } partOfDay, IsPlural: false } ? Set(i, k + 2, day + "T" + partOfDay, quantity, null, "every")
                : Set(i, k + 1, day, quantity, null, "every");
        }

        if (word.Month > 0)
        {
            string month = "XXXX-" + word.Month.ToString("00", CultureInfo.InvariantCulture);
            return Digits(k + 1) is > 0 and <= 31 and var day ? Set(i, k + 2, month + "-" + day.ToString("00", CultureInfo.InvariantCulture), quantity, null, "every") : Set(i, k + 1, month, quantity, null, "every");
        }

        if (word.Season > 0)
        {
            return Set(i, k + 1, new TimePoint { Grain = TimeUnit.Season, Part = word.Season }.ToString(), quantity, null, "every");
        }

        if (word.PartOfDay is { } part && !word.IsPlural)
        {
            return Set(i, k + 1, "XXXX-XX-XXT" + part, quantity, null, "every");
        }

        if (word is { Unit: TimeUnit.Weekend, IsPlural: false } && count == 1)
        {
            return Set(i, k + 1, "XXXX-WXX-WE", quantity, null, "every");
        }

        if (word.Unit is TimeUnit.None or TimeUnit.Half || word.IsPlural != (counted && count != 1) || (word.Unit == TimeUnit.Second && word.Ordinal > 0 && !EndsPhrase(k + 1)))
        {
            return null;
        }

        return Set(i, k + 1, new Amount(count * word.Units).Of(word.Unit), quantity, null, "every");
    }

    private static TimeMatch Set(int first, int end, string value, string? quantity, string? frequency, string rule) =>
        new(first, end, new TimePhrase(PhraseKind.Set, rule) { Value = value, Quantity = quantity, Frequency = frequency });
}
