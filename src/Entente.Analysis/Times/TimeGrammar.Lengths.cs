using Entente.Analysis.Text;

namespace Entente.Analysis.Times;

internal sealed partial class TimeGrammar
{
    /// <summary>A length of time, or a length of time with the word that counts it from somewhere: "more than three years", "two days later".</summary>
    private TimeMatch? ReadLength(int i)
    {
        TimeModifier modifier = TimeModifier.None;
        int k = i;
        bool modified = false;
        if ((_opens[i] & Opens.Modifier) != 0 && s_modifiers.Find(_document, i, _limit, out int after) is { } found)
        {
            // "over the past month" is a preposition, "over a month" an amount.
            if (after == i + 1 && IsAny(i, "over", "under", "around", "about") && IsAny(after, "the", "this", "these", "those", "its", "his", "her", "their", "our", "my", "last", "next"))
            {
                return null;
            }

            modifier = Enum.Parse<TimeModifier>(found[0]);
            k = after;
            modified = true;
        }

        // "the second accident in as many days"
        if (Is(k, "many") && Is(k - 1, "as"))
        {
            return null;
        }

        // "the last two weeks", "these five days", "the entire year"
        int determiner = k;
        bool definite = IsAny(k, "the", "this", "these", "those", "that", "its", "his", "her", "their", "our", "my", "your", "any", "all");
        if (definite)
        {
            k++;
        }

        // "should last two hours"
        if (Is(k, "last") && !definite && IsAny(k - 1, "to", "will", "would", "can", "could", "may", "might", "should", "must", "not", "n't", "n’t", "did", "does", "do", "usually", "often"))
        {
            return null;
        }

        Direction direction = At(k)?.Direction ?? Direction.None;
        bool ranked = false;
        if (direction != Direction.None || (At(k)?.Ordinal is 1 && (definite || At(k + 1)?.Number is not null)) || (At(k)?.IsEndOrdinal ?? false) || IsAny(k, "remaining", "intervening"))
        {
            ranked = direction == Direction.None;
            k++;
        }

        bool framed = direction != Direction.None || ranked;
        bool article = IsAny(k, "a", "an");
        if (article && framed)
        {
            return null;
        }

        k = Is(determiner, "all") && IsHyphen(k) ? k + 1 : k;
        Amount? stated = ReadAmount(k, out int afterAmount);
        if (stated is null)
        {
            afterAmount = k;
        }

        // "the four previous weeks"
        int unitAt = afterAmount;
        if (stated is not null && At(unitAt) is { Direction: not Direction.None } inner && !framed)
        {
            direction = inner.Direction;
            framed = true;
            unitAt++;
        }

        int fillers = 0;
        while (At(unitAt) is { IsFiller: true } && fillers < 3)
        {
            unitAt++;
            fillers++;
        }

        bool hyphen = IsHyphen(unitAt) && (stated is not null || fillers > 0);
        unitAt += hyphen ? 1 : 0;
        if (At(unitAt) is not { Unit: not TimeUnit.None } unit || (IsCapitalised(unitAt) && unitAt > _first && !IsCapitalised(unitAt - 1) && !IsCapitalised(i)))
        {
            return null;
        }

        if (!IsLengthUnit(unitAt, unit, stated is not null) || (hyphen && stated is { IsVague: true } && !unit.IsPlural))
        {
            return null;
        }

        Amount amount;
        if (stated is { } given)
        {
            // "1 second", "a second round"
            if (article && unit.Ordinal > 0 && !EndsPhrase(unitAt + 1))
            {
                return null;
            }

            if (!unit.IsPlural && !hyphen && !given.IsVague && given.Value > 1 && !IsAny(unitAt + 1, "long", "period", "war", "old") && !IsHyphen(unitAt + 1) && (Word(unitAt).Length > 4 || given.Value >= 1000))
            {
                return null;
            }

            amount = given.IsVague ? given : new Amount(given.Value * unit.Units);
        }
        else if (unit.IsPlural && (direction is Direction.Next or Direction.Last or Direction.Following or Direction.Previous || fillers > 0 || IsBareLength(i, unitAt)))
        {
            amount = Amount.Some;
        }
        else if (fillers > 0 && !unit.IsPlural && (definite || framed || IsAny(unitAt - 1, "full", "whole", "entire") || (hyphen && IsAny(unitAt - 2, "full", "whole"))))
        {
            amount = new Amount(unit.Units);
        }
        else if ((Is(unitAt + 1, "long") || (IsHyphen(unitAt + 1) && Is(unitAt + 2, "long"))) && !framed)
        {
            amount = unit.IsPlural ? Amount.Some : new Amount(unit.Units);
        }
        else if (modified && Is(determiner - 1, "some") && unit.IsPlural)
        {
            amount = Amount.Some;
        }
        else if (modified && Is(determiner - 1, "another") && !unit.IsPlural)
        {
            amount = new Amount(unit.Units);
        }
        else if (Is(determiner, "all") && !unit.IsPlural && unit.Unit is TimeUnit.Day or TimeUnit.Week or TimeUnit.Month or TimeUnit.Year)
        {
            amount = new Amount(unit.Units);
        }
        else if (unit.IsPlural && !definite && !modified && ReadShift(unitAt + 1, unit.Unit, out _) != Shift.None)
        {
            amount = Amount.Some;
        }
        else if (definite && !unit.IsPlural && direction == Direction.Last && unit.Unit >= TimeUnit.Week && (Is(k - 1, "past") || Is(determiner, "the")))
        {
            amount = new Amount(unit.Units);
        }
        else if (definite && Is(k - 1, "past") && unit.Unit >= TimeUnit.Hour)
        {
            amount = new Amount(unit.Units);
        }
        else
        {
            return null;
        }

        int end = unitAt + 1;
        TimeUnit length = unit.Unit;

        // "three quarters of the town" is a share of it.
        if ((length == TimeUnit.PartOfDay && stated is null) || (length == TimeUnit.Quarter && !framed && fillers == 0))
        {
            return null;
        }

        if (!amount.IsVague && Is(end, "and") && (Is(end + 1, "half") || (Is(end + 1, "a") && Is(end + 2, "half"))))
        {
            amount = new Amount(amount.Value + (0.5m * unit.Units));
            end += Is(end + 1, "half") ? 2 : 3;
        }

        string value = amount.Of(length);
        List<(TimeUnit, int)> smaller = ReadSmaller(ref value, ref end, amount, length);
        // "a three-day visit": the article is the visit's. "a three-day period" is all of time.
        bool compound = stated is not null && !framed && !Is(end, "period") && (hyphen || (IsHyphen(end) && !Is(end + 1, "long")) || (!unit.IsPlural && stated is { IsVague: false, Value: > 1 } && !Is(end, "long")));
        int first = !compound ? i : article ? k + 1 : definite && !modified ? k : i;
        if (length == TimeUnit.PartOfDay && IsHyphen(end))
        {
            return null;
        }

        return Finish(first, end, value, smaller, amount, length, modifier, framed, definite, direction);
    }

    private TimeMatch? Finish(int i, int end, string value, List<(TimeUnit, int)> smaller, Amount amount, TimeUnit unit, TimeModifier modifier, bool framed, bool definite, Direction direction)
    {
        if (IsAge(end))
        {
            return new TimeMatch(i, Math.Min(_limit, end + 1), new TimePhrase(PhraseKind.Guard, "age"));
        }

        if (IsHyphen(end) && Is(end + 1, "long"))
        {
            end += 2;
        }
        else if (Is(end, "long") && !Is(end + 1, "after"))
        {
            end++;
        }
        else if (!framed && ReadShift(end, unit, out int shifted) is not Shift.None and var shift)
        {
            TimePhrase? from = At(shifted - 1) is { Days: { } days } ? Near(days) : null;
            return new TimeMatch(i, shifted, new TimePhrase(PhraseKind.Offset, "length and direction") { Unit = unit, Amount = amount, Shift = shift, Modifier = modifier, Of = from, Smaller = smaller });
        }

        if (Is(end, "period") && !definite)
        {
            end++;
        }

        // "the first nine months of 1988"
        if (framed && Is(end, "of") && ReadDate(end + 1) is { Phrase: { Kind: PhraseKind.Point, Point.Grain: >= TimeUnit.Month } } whole)
        {
            end = whole.End;
        }

        return new TimeMatch(i, end, new TimePhrase(PhraseKind.Duration, framed ? "length with direction" : "length")
        {
            Value = value,
            Unit = unit,
            Amount = amount,
            Modifier = modifier,
            Direction = direction,
        });
    }

    /// <summary>"three hours and 20 minutes", "2 years, 3 months".</summary>
    private List<(TimeUnit Unit, int Count)> ReadSmaller(ref string value, ref int end, Amount amount, TimeUnit unit)
    {
        List<(TimeUnit, int)> found = [];
        for (int parts = 0; parts < 3 && !amount.IsVague; parts++)
        {
            int k = Is(end, ",") ? end + 1 : end;
            k = Is(k, "and") ? k + 1 : k;
            if (ReadAmount(k, out int after) is not { IsVague: false } more || (k > end && Is(end, ",") && (more.Whole is null || amount.Whole is null)) || IsAny(k, "a", "an")
                || At(after) is not { Unit: not TimeUnit.None } smaller || smaller.Unit >= unit || smaller.Unit is TimeUnit.PartOfDay or TimeUnit.Half or TimeUnit.Quarter or TimeUnit.Season)
            {
                return found;
            }

            string tail = more.Of(smaller.Unit);
            value += value.Contains('T', StringComparison.Ordinal) ? tail[2..] : tail[1..];
            unit = smaller.Unit;
            end = after + 1;
            if (more.Whole is { } count)
            {
                found.Add((unit, count));
            }
        }

        return found;
    }

    /// <summary>"ago", "later", "from now": which way the length before it is counted.</summary>
    private Shift ReadShift(int k, TimeUnit unit, out int end)
    {
        end = k + 1;
        if (IsAny(k, "from", "after", "before") && At(k + 1) is { Days: not null })
        {
            end = k + 2;
            return Is(k, "before") ? Shift.Ago : Shift.Hence;
        }

        if (At(k) is { Shift: not Shift.None } word)
        {
            // "two days after the flood" counts from an event: the length alone is a time. "two days later" counts from what was named.
            bool alone = IsAny(k, "ago", "later", "earlier", "previously", "afterwards", "afterward", "thereafter", "beforehand", "hence")
                || k + 1 >= _limit || _document.Tokens[k + 1].Kind == TokenKind.Punctuation || IsAny(k + 1, "and", "but", "or");
            if (!alone || Is(k + 1, "than") || Is(k, "on"))
            {
                return Shift.None;
            }

            return word.Shift;
        }

        if (Is(k, "from") && Is(k + 1, "now"))
        {
            end = k + 2;
            return Shift.Hence;
        }

        if (Is(k, "in") && Is(k + 1, "the") && Is(k + 2, "past"))
        {
            end = k + 3;
            return Shift.Ago;
        }

        return Shift.None;
    }

    private bool EndsPhrase(int k) => k >= _limit || _document.Tokens[k].Kind == TokenKind.Punctuation || IsAny(k, "and", "but", "when", "he", "she", "they", "it", "we", "was", "were", "is", "are", "that", "which", "or");

    /// <summary>A person's years: "a 45-year-old man", "aged 45 years", "45 years of age".</summary>
    private bool IsAge(int end) =>
        Is(end, "old") || (IsHyphen(end) && IsAny(end + 1, "old", "olds")) || (Is(end, "of") && Is(end + 1, "age"));

    private bool IsLengthUnit(int at, TimeWord unit, bool counted)
    {
        if (unit.Unit == TimeUnit.Half || (unit.Unit == TimeUnit.Season && !counted))
        {
            return false;
        }

        // "two seconds" of a duel, "min." of a table: only beside a figure.
        bool isShort = Word(at).Length <= 4 && unit.Unit <= TimeUnit.Hour && !IsAny(at, "hour");
        return !isShort || counted;
    }

    /// <summary>Whether a plural unit alone names a length: "for years", "within hours".</summary>
    private bool IsBareLength(int first, int unitAt) =>
        first == unitAt && IsAny(first - 1, "for", "within", "in", "after", "over", "took", "take", "takes", "lasted", "last") && EndsPhraseOrOf(unitAt + 1);

    private bool EndsPhraseOrOf(int k) => EndsPhrase(k) || IsAny(k, "of", "to", "before", "after", "as", "by", "in", "on", "with", "from", "until");
}
