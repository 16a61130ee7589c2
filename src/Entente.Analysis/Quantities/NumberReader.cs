using Entente.Analysis.Text;

namespace Entente.Analysis.Quantities;

/// <summary>A number as it is written.</summary>
/// <param name="End">The token behind it.</param>
/// <param name="IsOpen">Whether it says a lower bound alone: "dozens", "several hundred".</param>
/// <param name="IsVague">"a couple of".</param>
/// <param name="PlainDigits">How many digits, where it is nothing else; 0 otherwise.</param>
/// <param name="Scale">What its words of scale multiply by; 1 without any.</param>
/// <param name="Grouped">Whether its digits stand in groups: 1,200.</param>
internal readonly record struct WrittenNumber(int End, decimal Value, bool IsOpen, bool IsVague, int PlainDigits, decimal Scale, bool Grouped, bool InWords);

/// <summary>Reads numbers in digits and words at a token. Nothing is guessed: digits that have two readings have none.</summary>
internal readonly ref struct NumberReader(string text, ReadOnlySpan<Token> tokens)
{
    /// <summary>What is greater is no number that a report gives, and could leave the range of <see cref="decimal"/>.</summary>
    private const decimal Greatest = 1e20m;

    private readonly string _text = text;
    private readonly ReadOnlySpan<Token> _tokens = tokens;

    public ReadOnlySpan<char> Word(int t) => (uint)t < (uint)_tokens.Length ? _tokens[t].Span.In(_text) : default;

    /// <summary>Whether nothing stands between a token and the one before.</summary>
    public bool IsJoined(int t) => t > 0 && t < _tokens.Length && _tokens[t - 1].End == _tokens[t].Start;

    /// <param name="end">The token that ends the sentence.</param>
    /// <param name="money">Whether a currency stands before, so that "m" and "b" are millions and billions.</param>
    public bool TryRead(int at, int end, bool money, out WrittenNumber number)
    {
        number = default;
        if (at >= end)
        {
            return false;
        }

        ReadOnlySpan<char> word = Word(at);
        if (char.IsAsciiDigit(word[0]) || (word[0] == '.' && word.Length > 1))
        {
            return TryReadDigits(at, end, money, out number);
        }

        if (IsFraction(word, out decimal part))
        {
            number = new WrittenNumber(at + 1, part, false, false, 0, 1, false, false);
            return true;
        }

        NumberWord first = NumberWord.Find(word);
        switch (first.Class)
        {
            case NumberClass.Digit or NumberClass.Ten:
                return TryReadWords(at, end, out number);
            case NumberClass.Hundred when first.Value == 12 && !IsJoined(at):
                number = Scaled(at + 1, end, 12, 1, money);
                return true;
            case NumberClass.Plural:
                return TryReadPlural(at, end, 1, out number);
            case NumberClass.Fraction when first.Value == 2:
                return TryReadHalf(at, end, out number);
            default:
                break;
        }

        return word.Length <= 7 && TryReadVague(at, end, money, out number);
    }

    /// <summary>"a hundred", "a half million", "several hundred", "a few thousand", "a couple of".</summary>
    private bool TryReadVague(int at, int end, bool money, out WrittenNumber number)
    {
        number = default;
        int next = at + 1;
        bool article = Same(Word(at), "a") || Same(Word(at), "an");
        if (next >= end)
        {
            return false;
        }

        if (article)
        {
            NumberWord second = NumberWord.Find(Word(next));
            switch (second.Class)
            {
                case NumberClass.Hundred or NumberClass.Scale when !IsJoined(next):
                    return TryReadWords(next, end, out number);
                case NumberClass.Fraction when second.Value == 2:
                    NumberWord third = NumberWord.Find(Word(next + 1));
                    if (next + 1 < end && third.Class is NumberClass.Scale or NumberClass.Hundred)
                    {
                        number = new WrittenNumber(next + 2, third.Value / 2, false, false, 0, third.Value, false, true);
                        return true;
                    }

                    if (next + 1 < end && (UnitOfMeasure.Find(Word(next + 1)) is not null || (Word(next + 1) is "-" && UnitOfMeasure.Find(Word(next + 2)) is not null)))
                    {
                        number = new WrittenNumber(next + 1, 0.5m, false, false, 0, 1, false, true);
                        return true;
                    }

                    return false;
                default:
                    break;
            }

            if (Same(Word(next), "couple"))
            {
                return TryReadCouple(next, end, out number);
            }

            if (!Same(Word(next), "few"))
            {
                return false;
            }

            next++;
        }
        else if (Same(Word(at), "couple"))
        {
            return TryReadCouple(at, end, out number);
        }
        else if (!(Same(Word(at), "several") || Same(Word(at), "few") || Same(Word(at), "many")))
        {
            return false;
        }

        NumberWord scale = NumberWord.Find(Word(next));
        if (next >= end || scale.Class is not (NumberClass.Hundred or NumberClass.Scale or NumberClass.Plural))
        {
            return false;
        }

        WrittenNumber scaled = Scaled(next, end, 2, 1, money);
        if (scale.Class == NumberClass.Plural)
        {
            return TryReadPlural(next, end, 2, out number);
        }

        number = scaled with { IsOpen = true, InWords = true };
        return true;
    }

    private bool TryReadCouple(int couple, int end, out WrittenNumber number)
    {
        int next = couple + 1;
        if (Same(Word(next), "of"))
        {
            next++;
        }
        else if (Same(Word(next), "other") || Same(Word(next), "more"))
        {
            number = new WrittenNumber(next, 2, false, true, 0, 1, false, true);
            return true;
        }
        else if (NumberWord.Find(Word(next)).Class is not (NumberClass.Hundred or NumberClass.Scale))
        {
            number = default;
            return false;
        }

        WrittenNumber scaled = Scaled(next, end, 2, 1, false);
        number = scaled with { IsVague = true, InWords = true };
        return next < end;
    }

    /// <summary>"half a million", "half-a-dozen", "half an hour" (whose unit is the caller's to read).</summary>
    private bool TryReadHalf(int at, int end, out WrittenNumber number)
    {
        number = default;
        int next = at + 1;
        bool hyphen = Word(next) is "-" && IsJoined(next);
        next += hyphen ? 1 : 0;
        bool article = Same(Word(next), "a") || Same(Word(next), "an");
        next += article ? 1 : 0;
        next += article && Word(next) is "-" && IsJoined(next) ? 1 : 0;
        if (next >= end)
        {
            return false;
        }

        NumberWord scale = NumberWord.Find(Word(next));
        if (scale.Class is NumberClass.Scale or NumberClass.Hundred)
        {
            number = new WrittenNumber(next + 1, scale.Value / 2, false, false, 0, scale.Value, false, true);
            return true;
        }

        if ((article || hyphen) && UnitOfMeasure.Find(Word(next)) is not null)
        {
            number = new WrittenNumber(next, 0.5m, false, false, 0, 1, false, true);
            return true;
        }

        return false;
    }

    /// <summary>"dozens", "tens of thousands", "hundreds of millions".</summary>
    private bool TryReadPlural(int at, int end, decimal times, out WrittenNumber number)
    {
        decimal value = NumberWord.Find(Word(at)).Value;
        int next = at + 1;
        NumberWord second = next + 1 < end && Same(Word(next), "of") ? NumberWord.Find(Word(next + 1)) : default;
        if (second.Class == NumberClass.Plural && second.Value > 12)
        {
            number = new WrittenNumber(next + 2, times * value * second.Value, true, false, 0, value * second.Value, false, true);
            return true;
        }

        number = new WrittenNumber(next, times * value, true, false, 0, value, false, true);
        // "tens" alone is rather a plural of the figure.
        return value != 10 || Same(Word(next), "of") || (Same(Word(next), "to") && NumberWord.Find(Word(next + 1)).Class == NumberClass.Plural);
    }

    private bool TryReadDigits(int at, int end, bool money, out WrittenNumber number)
    {
        number = default;
        ReadOnlySpan<char> word = Word(at);
        int figures = 0;
        while (figures < word.Length && (char.IsAsciiDigit(word[figures]) || word[figures] is '.' or ','))
        {
            figures++;
        }

        ReadOnlySpan<char> rest = word[figures..];
        decimal scale = 1;
        if (rest.Length > 0)
        {
            NumberWord suffix = NumberWord.Find(rest);
            if (suffix.Class is not (NumberClass.Scale or NumberClass.Hundred))
            {
                return false;
            }

            scale = suffix.Value;
        }

        if (!Figures.TryParse(word[..figures], out decimal value, out bool plain, out bool grouped) || value * scale >= Greatest)
        {
            return false;
        }

        int next = at + 1;
        bool fraction = IsJoined(next) && IsFraction(Word(next), out decimal part) && (value += part) >= 0;
        next += fraction ? 1 : 0;
        number = Scaled(next, end, value * scale, scale, money);
        bool bare = plain && !fraction && number.End == at + 1 && scale == 1;
        number = number with { PlainDigits = bare ? figures : 0, Grouped = grouped };
        return number.Value < Greatest;
    }

    /// <summary>Words in the order of English: units, tens, hundreds, then groups by falling scale.</summary>
    private bool TryReadWords(int at, int end, out WrittenNumber number)
    {
        decimal total = 0, group = 0, scale = 1, largest = decimal.MaxValue;
        NumberClass last = NumberClass.None;
        bool hundreds = false;
        int i = at;
        int read = at;
        // What was read up to the last word that multiplies: a number may end there and the next begin.
        (int Read, decimal Total, decimal Group) whole = (at, 0, 0);
        while (i < end)
        {
            ReadOnlySpan<char> form = Word(i);
            if (last != NumberClass.None && form is "-" && IsJoined(i) && IsJoined(i + 1))
            {
                // "twenty-five", "two-hundred"
                NumberClass behind = i + 1 < end ? NumberWord.Find(Word(i + 1)).Class : NumberClass.None;
                if ((last == NumberClass.Ten && behind == NumberClass.Digit) || behind is NumberClass.Hundred or NumberClass.Scale)
                {
                    i++;
                    continue;
                }

                break;
            }

            bool joins = last == NumberClass.Scale ? group == 0 : last == NumberClass.Hundred && group % 100 == 0;
            if (joins && Same(form, "and") && i + 1 < end && NumberWord.Find(Word(i + 1)).Class is NumberClass.Digit or NumberClass.Ten)
            {
                i++;
                continue;
            }

            NumberWord word = NumberWord.Find(form);
            bool fits = word.Class switch
            {
                NumberClass.Digit => last is NumberClass.None or NumberClass.Scale || (last == NumberClass.Hundred && group % 100 == 0) || (last == NumberClass.Ten && word.Value is > 0 and < 10),
                NumberClass.Ten => last is NumberClass.None or NumberClass.Scale || (last == NumberClass.Hundred && group % 100 == 0),
                NumberClass.Hundred => !hundreds && last is NumberClass.None or NumberClass.Digit or NumberClass.Ten,
                NumberClass.Scale => word.Value < largest && last is not NumberClass.Scale,
                _ => false,
            };
            if (!fits)
            {
                if (word.Class is NumberClass.Hundred or NumberClass.Scale && read > whole.Read && whole.Read > at)
                {
                    // "two thousand three thousand", "one hundred and two hundred": the second group is not part of the first.
                    (read, total, group) = whole;
                }

                break;
            }

            last = word.Class;
            read = ++i;
            switch (word.Class)
            {
                case NumberClass.Hundred:
                    group = (group == 0 ? 1 : group) * word.Value;
                    scale = word.Value;
                    hundreds = true;
                    whole = (read, total, group);
                    break;
                case NumberClass.Scale:
                    total += (group == 0 ? 1 : group) * word.Value;
                    group = 0;
                    scale = largest = word.Value;
                    hundreds = false;
                    whole = (read, total, group);
                    break;
                default:
                    group += word.Value;
                    break;
            }
        }

        number = default;
        if (read == at)
        {
            return false;
        }

        number = AndAHalf(read, end, total + group, scale) with { InWords = true };
        return number.Value < Greatest;
    }

    /// <summary>Words of scale behind a figure, and "and a half" before or behind them.</summary>
    private WrittenNumber Scaled(int next, int end, decimal value, decimal scale, bool money)
    {
        WrittenNumber half = AndAHalf(next, end, value, scale);
        (next, value) = (half.End, half.Value);
        for (int words = 0; words < 2 && next < end; words++)
        {
            bool hyphen = Word(next) is "-" && IsJoined(next) && IsJoined(next + 1);
            int at = next + (hyphen ? 1 : 0);
            decimal times = at < end ? ScaleAt(at, money) : 0;
            if (times == 0 || value >= Greatest / times)
            {
                break;
            }

            value *= times;
            scale *= times;
            next = at + 1;
        }

        return new WrittenNumber(next, value, false, false, 0, scale, false, false);
    }

    private decimal ScaleAt(int t, bool money)
    {
        ReadOnlySpan<char> word = Word(t);
        bool joined = IsJoined(t);
        switch (word)
        {
            case "m" when money || IsCurrency(t + 1):
            case "M" or "MM" when joined:
                return 1_000_000;
            case "k" when joined:
            case "K" when joined && money:
                return 1000;
            case "b" or "B" when joined && money:
                return 1_000_000_000;
            default:
                NumberWord scale = NumberWord.Find(word);
                return scale.Class is NumberClass.Scale or NumberClass.Hundred ? scale.Value : 0;
        }
    }

    /// <summary>"3.5m euros": a million of money, not metres.</summary>
    private bool IsCurrency(int t) => t < _tokens.Length && (Currency.Find(Word(t)) is not null
        || (t + 1 < _tokens.Length && char.IsUpper(Word(t)[0]) && Currency.Find(_text.AsSpan(_tokens[t].Start, _tokens[t + 1].End - _tokens[t].Start)) is not null));

    private WrittenNumber AndAHalf(int next, int end, decimal value, decimal scale)
    {
        int at = next;
        at += Word(at) is "-" && IsJoined(at) ? 1 : 0;
        if (Same(Word(at), "and"))
        {
            at++;
            at += Word(at) is "-" && IsJoined(at) ? 1 : 0;
            if (Same(Word(at), "a") && at < end)
            {
                at++;
                at += Word(at) is "-" && IsJoined(at) ? 1 : 0;
                if (Same(Word(at), "half") && at < end)
                {
                    decimal halved = value + (scale / 2);
                    at++;
                    decimal times = scale == 1 && at < end && NumberWord.Find(Word(at)) is { Class: NumberClass.Scale } word ? word.Value : 1;
                    return new WrittenNumber(at + (times == 1 ? 0 : 1), halved * times, false, false, 0, scale * times, false, false);
                }
            }
        }

        return new WrittenNumber(next, value, false, false, 0, scale, false, false);
    }

    private static bool IsFraction(ReadOnlySpan<char> word, out decimal part)
    {
        part = word switch
        {
            "½" => 0.5m,
            "¼" => 0.25m,
            "¾" => 0.75m,
            _ => 0,
        };
        return part > 0;
    }

    public static bool Same(ReadOnlySpan<char> word, ReadOnlySpan<char> other) => word.Equals(other, StringComparison.OrdinalIgnoreCase);
}
