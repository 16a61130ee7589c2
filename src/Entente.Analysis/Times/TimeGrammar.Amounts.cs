using System.Globalization;
using Entente.Analysis.Text;

namespace Entente.Analysis.Times;

internal sealed partial class TimeGrammar
{
    /// <summary>"three", "1,200", "two and a half", "half a", "a couple of", "several".</summary>
    private Amount? ReadAmount(int i, out int end)
    {
        end = i;
        if (ReadSimpleAmount(i, out int k) is not { } amount)
        {
            return null;
        }

        end = k;
        if (amount.IsVague)
        {
            return amount;
        }

        // "two or three", "two to three", "three-to-four", "10-15": more than one, nobody says which.
        int joint = IsHyphen(k) ? k + 1 : k;
        if (IsAny(joint, "or", "to") || (IsHyphen(k) && char.IsAsciiDigit(First(i)) && char.IsAsciiDigit(First(k + 1))))
        {
            int other = IsAny(joint, "or", "to") ? joint + 1 : joint;
            other = IsHyphen(other) ? other + 1 : other;
            if (ReadSimpleAmount(other, out int after) is { IsVague: false } high && high.Value > amount.Value && (At(IsHyphen(after) ? after + 1 : after)?.Unit ?? TimeUnit.None) != TimeUnit.None)
            {
                end = after;
                return Amount.Some;
            }
        }

        if (Is(k, "and") && Is(k + 1, "a") && Is(k + 2, "half"))
        {
            end = k + 3;
            return new Amount(amount.Value + 0.5m);
        }

        if (Is(k, "and") && Is(k + 1, "half"))
        {
            end = k + 2;
            return new Amount(amount.Value + 0.5m);
        }

        if (Is(k, "1/2") || Is(k, "½"))
        {
            end = k + 1;
            return new Amount(amount.Value + 0.5m);
        }

        return amount;
    }

    private char First(int i) => Word(i) is { Length: > 0 } word ? word[0] : '\0';

    private Amount? ReadSimpleAmount(int i, out int end)
    {
        end = i + 1;
        if (i >= _limit)
        {
            return null;
        }

        if (_document.Tokens[i].Kind == TokenKind.Number)
        {
            return ReadFigure(Word(i)) is { } figure ? Times(new Amount(figure), ref end) : null;
        }

        if (IsAny(i, "a", "an"))
        {
            if (Is(i + 1, "few") || (Is(i + 1, "number") && Is(i + 2, "of")) || (Is(i + 1, "matter") && Is(i + 2, "of")))
            {
                end = Is(i + 1, "few") ? i + 2 : i + 3;
                return Amount.Some;
            }

            if (Is(i + 1, "good") && Is(i + 2, "few"))
            {
                end = i + 3;
                return Amount.Some;
            }

            if (Is(i + 1, "couple"))
            {
                end = Is(i + 2, "of") ? i + 3 : i + 2;
                return new Amount(2);
            }

            if (Is(i + 1, "half") && (At(IsHyphen(i + 2) ? i + 3 : i + 2)?.Unit ?? TimeUnit.None) != TimeUnit.None)
            {
                end = i + 2;
                return new Amount(0.5m);
            }

            return Times(Amount.One, ref end);
        }

        if (IsAny(i, "half"))
        {
            bool article = IsAny(i + 1, "a", "an");
            end = article ? i + 2 : i + 1;
            return (At(IsHyphen(end) ? end + 1 : end)?.Unit ?? TimeUnit.None) != TimeUnit.None ? new Amount(0.5m) : null;
        }

        if (Is(i, "couple") && Is(i + 1, "of"))
        {
            end = i + 2;
            return new Amount(2);
        }

        if (At(i) is not { } word)
        {
            return null;
        }

        if (word.IsVague)
        {
            end = Is(i + 1, "of") ? i + 2 : i + 1;
            return Amount.Some;
        }

        if (word.Number is { } number)
        {
            if (word.IsTens)
            {
                int k = IsHyphen(i + 1) ? i + 2 : i + 1;
                if (At(k) is { Number: > 0 and < 10, IsTens: false } digit)
                {
                    number += digit.Number.Value;
                    end = k + 1;
                }
            }

            return Times(new Amount(number), ref end);
        }

        return word.Multiplier > 0 ? Times(Amount.One, ref end, i) : null;
    }

    /// <summary>Takes in "hundred", "thousand", "dozen" and what is added to them.</summary>
    private Amount Times(Amount amount, ref int end, int? from = null)
    {
        int k = from ?? end;
        decimal value = amount.Value;
        bool multiplied = false;
        while (At(k) is { Multiplier: > 0 } word && value < 10_000_000)
        {
            value *= word.Multiplier;
            multiplied = true;
            k++;
            end = k;
        }

        if (multiplied)
        {
            int next = Is(k, "and") ? k + 1 : k;
            if (At(next) is { Number: { } more, Unit: TimeUnit.None } word && more < 100)
            {
                end = next + 1;
                value += more;
                int digit = IsHyphen(end) ? end + 1 : end;
                if (word.IsTens && At(digit) is { Number: > 0 and < 10 } ones)
                {
                    value += ones.Number.Value;
                    end = digit + 1;
                }
            }
        }

        return new Amount(value);
    }

    private static decimal? ReadFigure(ReadOnlySpan<char> word) =>
        word.Length <= 12 && char.IsAsciiDigit(word[0])
        && decimal.TryParse(word, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out decimal figure) ? figure : null;
}
