using Entente.Analysis.Syntax;
using Entente.Analysis.Text;

namespace Entente.Analysis.Quantities;

/// <summary>What a number is of, and what bounds it.</summary>
internal ref partial struct QuantityScanner
{
    private const int LongestPhrase = 48;

    /// <summary>The currency that opens at a token: "$", "US$", "EUR". Moves <paramref name="at"/> behind it.</summary>
    private readonly string? CurrencyBefore(ref int at)
    {
        if (at >= _end)
        {
            return null;
        }

        ReadOnlySpan<char> word = Word(at);
        if (IsSignBehind(at) && _tokens[at].Kind == TokenKind.Word)
        {
            string? known = Currency.Find(_text.AsSpan(_tokens[at].Start, _tokens[at + 1].End - _tokens[at].Start));
            at += 2;
            // A dollar of a country that is not known is a dollar all the same.
            return known ?? "$";
        }

        // "$US5"
        if (word is "$" && IsJoined(at + 1) && IsJoined(at + 2) && _tokens[at + 1].Kind == TokenKind.Word && Word(at + 1).Length <= 2 && char.IsAsciiDigit(Word(at + 2)[0]))
        {
            Span<char> turned = stackalloc char[3];
            Word(at + 1).CopyTo(turned);
            turned[Word(at + 1).Length] = '$';
            string? known = Currency.Find(turned[..(Word(at + 1).Length + 1)]);
            at += 2;
            return known ?? "$";
        }

        if (Currency.IsSign(word[0]) || (word.Length is 2 or 3 && char.IsUpper(word[0]) && !Same(word, "won") && !Same(word, "yen")))
        {
            string? code = Currency.Find(word);
            bool sign = Currency.IsSign(word[0]);
            int next = at + 1;
            next += !sign && Word(next) is "." ? 1 : 0;
            if (code is not null && next < _end && (char.IsAsciiDigit(Word(next)[0]) || (sign && Word(next)[0] == '.') || (sign && NumberWord.Find(Word(next)).Class != NumberClass.None)))
            {
                at = next;
                return code;
            }
        }

        return null;
    }

    /// <summary>The unit or currency written between the numbers of a range: "2 km to 3 km", "$1m-$2m".</summary>
    private readonly string? UnitBetween(ref int at, bool money)
    {
        if (money)
        {
            return null;
        }

        if (Word(at) is "%" || Same(Word(at), "percent"))
        {
            at++;
            return "%";
        }

        if (UnitAt(at, at - 1, out int behind) is { } unit)
        {
            at = behind;
            return unit;
        }

        return null;
    }

    /// <summary>Reads per cent, currency or unit behind the number, and what it is a rate of.</summary>
    private readonly void ReadUnit(ref ScannedQuantity quantity, WrittenNumber number)
    {
        int at = quantity.CoreEnd;
        bool hyphen = Word(at) is "-" && IsJoined(at) && IsJoined(at + 1);
        at += hyphen ? 1 : 0;
        if (quantity.Kind == QuantityKind.Money)
        {
            // "$5 US", "$5 million dollars"
            if (CurrencyAt(at, out int behindWord) is { } again && (again == quantity.Unit || quantity.Unit == "$"))
            {
                quantity.Unit = again == "$" ? quantity.Unit : again;
                quantity.CoreEnd = behindWord;
            }

            ReadRate(ref quantity);
            return;
        }

        if (PercentAt(at, out int behind) is { } percent)
        {
            quantity.Kind = percent == "%" ? QuantityKind.Percent : QuantityKind.Points;
            quantity.Rule = Named(quantity, percent == "%" ? "percent" : "points");
            (quantity.Unit, quantity.CoreEnd) = (percent, behind);
            return;
        }

        if (CurrencyAt(at, out behind) is { } currency && !(Same(Word(at), "won") && number.Value < 1000))
        {
            quantity.Kind = QuantityKind.Money;
            quantity.Rule = Named(quantity, "money");
            (quantity.Unit, quantity.CoreEnd) = (currency, behind);
            ReadRate(ref quantity);
            return;
        }

        // "thousands of miles"
        int of = number.IsOpen && Same(Word(at), "of") ? 1 : 0;
        if (UnitAt(at + of, at - 1, out behind) is { } unit)
        {
            quantity.Kind = QuantityKind.Measure;
            quantity.Rule = Named(quantity, "measure");
            (quantity.Unit, quantity.CoreEnd) = (unit, behind);
            ReadRate(ref quantity);
        }
        else if (Same(Word(at), "pounds") || Same(Word(at), "pound"))
        {
            // Money or weight: "of …" behind, or kilograms in brackets, tell weight; else the text says it elsewhere, or does not.
            quantity.Kind = PoundsAreMoney(at) ? QuantityKind.Money : QuantityKind.Measure;
            quantity.Rule = Named(quantity, quantity.Kind == QuantityKind.Money ? "money" : "measure");
            (quantity.Unit, quantity.CoreEnd) = (quantity.Kind == QuantityKind.Money ? "GBP" : "lb", at + 1);
        }
    }

    /// <summary>"from 3 to 5 percent", "5, 10 and 15 km": a number whose unit stands only behind another. It is no count, and what it is of is not written at it.</summary>
    private readonly bool SharesUnit(int end)
    {
        int at = end;
        for (int numbers = 0; numbers < 4; numbers++)
        {
            int next = at;
            next += Word(next) is "," ? 1 : 0;
            next += Same(Word(next), "and") || Same(Word(next), "or") || Same(Word(next), "to") ? 1 : 0;
            if (next == at || next >= _end || !(char.IsAsciiDigit(Word(next)[0]) || NumberWord.Find(Word(next)).Class != NumberClass.None) || !_numbers.TryRead(next, _end, false, out WrittenNumber number))
            {
                return false;
            }

            at = number.End;
            if (PercentAt(at, out _) is not null || UnitAt(at, at - 1, out _) is not null || CurrencyAt(at, out _) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static string Named(ScannedQuantity quantity, string rule) => quantity.Qualifier == Qualifier.Range ? rule + "-range" : rule;

    /// <summary>Pounds are money where a sum in another currency follows in brackets, or the text writes £ and no word of weight stands behind.</summary>
    private readonly bool PoundsAreMoney(int pounds) =>
        Word(pounds + 1) is "(" && Word(pounds + 2).Length > 0 && (Currency.IsSign(Word(pounds + 2)[0]) || IsSignBehind(pounds + 2))
        || (!Same(Word(pounds + 1), "of") && Word(pounds + 1) is not "(" && _sterling);

    private readonly string? PercentAt(int at, out int behind)
    {
        behind = at + 1;
        ReadOnlySpan<char> word = Word(at);
        if (word is "%" or "٪" or "％")
        {
            return "%";
        }

        if (Same(word, "percent") || Same(word, "pct"))
        {
            behind = at + 1;
        }
        else if (Same(word, "per") && Same(Word(at + 1), "cent"))
        {
            behind = at + 2;
        }
        else if (Same(word, "percentage") || Same(word, "basis"))
        {
            int point = at + 1;
            point += Word(point) is "-" ? 1 : 0;
            behind = point + 1;
            bool points = Same(Word(point), "points") || Same(Word(point), "point");
            return !points ? null : Same(word, "basis") ? "basis-point" : "percentage-point";
        }
        else
        {
            return null;
        }

        if (Same(Word(behind), "point") || Same(Word(behind), "points"))
        {
            behind++;
            return "percentage-point";
        }

        return "%";
    }

    /// <summary>The currency whose name stands at a token: "euros", "US dollars"; or its sign written behind, "5€".</summary>
    private readonly string? CurrencyAt(int at, out int behind)
    {
        behind = at + 1;
        if (at >= _end)
        {
            return null;
        }

        if (Currency.IsSign(Word(at)[0]))
        {
            // "$5" may follow "in 5 $5 notes"; a sign behind is written onto the number and nothing onto it.
            return IsJoined(at) && !(at + 1 < _end && char.IsAsciiDigit(Word(at + 1)[0])) ? Currency.Find(Word(at)) : null;
        }

        Span<char> room = stackalloc char[LongestPhrase];
        for (int words = Currency.LongestName; words > 0; words--)
        {
            if (at + words <= _end && Phrase(at, at + words, room) is > 0 and int length && Currency.Find(room[..length]) is { } code)
            {
                behind = at + words;
                return code;
            }
        }

        return null;
    }

    /// <summary>The code of the unit at a token; <paramref name="number"/> is the token of the number before.</summary>
    private readonly string? UnitAt(int at, int number, out int behind)
    {
        behind = at + 1;
        ReadOnlySpan<char> word = Word(at);
        if (word.Length == 0)
        {
            return null;
        }

        if (word[0] is '°' or 'º')
        {
            return Degrees(ref behind);
        }

        if (Same(word, "light") || Same(word, "nautical") || Same(word, "square") || Same(word, "sq") || Same(word, "cubic") || Same(word, "metric"))
        {
            int second = at + 1;
            second += Word(second) is "-" or "." ? 1 : 0;
            if (UnitOfMeasure.Find(Word(second)) is not { } named)
            {
                return null;
            }

            behind = second + 1;
            return word[0] switch
            {
                'l' or 'L' => named.Code == "year" ? "light-year" : null,
                'm' or 'M' => named.Code is "ton" or "tonne" ? "tonne" : null,
                'n' or 'N' => named.Code == "mile" ? "nautical-mile" : null,
                'c' or 'C' => named.Dimension == "length" ? "cubic-" + named.Code : null,
                _ => named.Dimension == "length" ? "square-" + named.Code : null,
            };
        }

        if (UnitOfMeasure.Find(word) is not { } unit || !IsUnit(word, at, number))
        {
            return null;
        }

        if (unit.Dimension == "degree")
        {
            return Degrees(ref behind);
        }

        // "kilowatt hours"
        if (unit.Dimension == "power" && UnitOfMeasure.Find(Word(behind)) is { Code: "hour" })
        {
            behind++;
            return unit.Code + "h";
        }

        return unit.Code;
    }

    private readonly string Degrees(ref int behind)
    {
        ReadOnlySpan<char> scale = Word(behind);
        if (Same(scale, "celsius") || Same(scale, "centigrade") || scale is "C")
        {
            behind++;
            return "°C";
        }

        if (Same(scale, "fahrenheit") || scale is "F")
        {
            behind++;
            return "°F";
        }

        return "degree";
    }

    /// <summary>Short signs are units only as they are written: "5 m", "5m", not "5 M"; a name is none.</summary>
    private readonly bool IsUnit(ReadOnlySpan<char> word, int at, int number)
    {
        if (word.Length <= 2 && word is not ("km" or "kg" or "ft" or "cm" or "mm" or "lb" or "ha" or "mi" or "oz" or "hr" or "yd" or "ml" or "mg" or "kW" or "MW" or "GW" or "KB" or "kb" or "MB" or "mb" or "GB" or "gb" or "TB" or "tb" or "Hz" or "yr" or "hp"))
        {
            return word is "m" or "g" && number >= _first && Word(number).Length > 0 && char.IsAsciiDigit(Word(number)[^1]);
        }

        return !char.IsUpper(word[0]) || word.Length <= 3 || at == _first || IsShouted(word) || Tag(at) == PartOfSpeech.Noun;
    }

    private static bool IsShouted(ReadOnlySpan<char> word)
    {
        foreach (char c in word)
        {
            if (char.IsLower(c))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"miles per hour", "a day", "km/h"; of money and counts the unit of time is kept apart.</summary>
    private readonly void ReadRate(ref ScannedQuantity quantity)
    {
        int at = quantity.CoreEnd;
        ReadOnlySpan<char> word = Word(at);
        int behind;
        string? time = null;
        if (word is "/" && IsJoined(at) && IsJoined(at + 1))
        {
            ReadOnlySpan<char> sign = Word(at + 1);
            time = sign is "h" or "hr" ? "hour" : sign is "s" ? "second" : TimeUnit(sign);
        }
        else if (Same(word, "per") || Same(word, "a") || Same(word, "an"))
        {
            time = TimeUnit(Word(at + 1));
        }

        if (time is null)
        {
            return;
        }

        behind = at + 2;
        if (quantity.Kind == QuantityKind.Measure)
        {
            quantity.Unit += "/" + time;
        }
        else
        {
            quantity.Per = time;
        }

        quantity.CoreEnd = behind;
    }

    private static string? TimeUnit(ReadOnlySpan<char> word) => UnitOfMeasure.Find(word) is { IsTime: true } unit && word[^1] is not ('s' or 'S') ? unit.Code : null;

    /// <summary>"six minutes and 20 seconds", "5 feet 2 inches": one length in two units, which no single value says without adding up.</summary>
    private readonly bool IsInTwoUnits(ScannedQuantity quantity, out int behind)
    {
        behind = quantity.CoreEnd;
        if (quantity.Kind != QuantityKind.Measure || quantity.Qualifier == Qualifier.Range || UnitOfMeasure.Find(quantity.Unit) is not { } unit)
        {
            return false;
        }

        int at = quantity.CoreEnd;
        bool joined = false;
        // "two hours, five minutes and ten seconds"
        for (int parts = 0; parts < 3; parts++)
        {
            int number = at + (Same(Word(at), "and") ? 1 : Word(at) is "," ? 1 : 0);
            number += Word(at) is "," && Same(Word(at + 1), "and") ? 1 : 0;
            if (number >= _end || !_numbers.TryRead(number, _end, false, out WrittenNumber next) || UnitAt(next.End, next.End - 1, out int end) is not { } code || UnitOfMeasure.Find(code) is not { } smaller
                || smaller.Dimension != unit.Dimension || (smaller.Base == unit.Base && smaller.Factor >= unit.Factor) || (smaller.Base != unit.Base && unit.Code == smaller.Code))
            {
                break;
            }

            joined = true;
            at = behind = end;
            unit = smaller;
        }

        return joined;
    }

    /// <summary>The words before a quantity that bound it; widens it to them.</summary>
    private readonly Qualifier? BoundBefore(ref ScannedQuantity quantity)
    {
        Span<char> room = stackalloc char[LongestPhrase];
        int end = quantity.First;
        bool owned = false;
        for (int skipped = 0; skipped < 3; skipped++)
        {
            for (int words = Bounds.LongestPhrase; words > 0; words--)
            {
                int from = end - words;
                // "over the five days" lasts as long, and is not more than it.
                if (from < _behind || (words == 1 && owned) || Phrase(from, end, room) is not (> 0 and int length) || Bounds.Before(room[..length]) is not { } found || !Bears(from, words, quantity))
                {
                    continue;
                }

                quantity.First = from;
                return found;
            }

            int skip = 0;
            for (int words = 3; words > 0 && skip == 0; words--)
            {
                skip = end - words >= _behind && Phrase(end - words, end, room) is > 0 and int length && Bounds.MayStandBetween(room[..length]) ? words : 0;
            }

            if (skip == 0)
            {
                return null;
            }

            owned |= skip == 1 && Tag(end - 1) is PartOfSpeech.Det or PartOfSpeech.Pron;
            end -= skip;
        }

        return null;
    }

    /// <summary>Whether words that may bound do so here.</summary>
    private readonly bool Bears(int from, int words, ScannedQuantity quantity)
    {
        if (words > 1)
        {
            return true;
        }

        ReadOnlySpan<char> word = Word(from);
        bool lasts = quantity.Unit is not null && UnitOfMeasure.Find(quantity.Unit) is { IsTime: true };
        if (Same(word, "within"))
        {
            return lasts;
        }

        // "for some 20 boats"; "some 20 of the boats"; not "some, 20 in all".
        return !(Same(word, "near") && !quantity.Kind.Equals(QuantityKind.Money) && !quantity.Kind.Equals(QuantityKind.Percent));
    }

    private readonly Qualifier? BoundAfter(ref ScannedQuantity quantity)
    {
        Span<char> room = stackalloc char[LongestPhrase];
        int at = quantity.CoreEnd;
        for (int words = 3; words > 0; words--)
        {
            if (at + words > _end || Phrase(at, at + words, room) is not (> 0 and int length) || Bounds.After(room[..length]) is not { } found)
            {
                continue;
            }

            if (words == 1 && (Same(room[..length], "plus") ? Tag(at + 1) is PartOfSpeech.Noun or PartOfSpeech.Num or PartOfSpeech.Det : !IsJoined(at)))
            {
                continue;
            }

            quantity.End = at + words;
            return found;
        }

        return null;
    }

    /// <summary>The words of tokens with one blank between.</summary>
    /// <returns>How long; 0 where they do not fit.</returns>
    private readonly int Phrase(int from, int end, Span<char> room)
    {
        int length = 0;
        for (int t = from; t < end; t++)
        {
            ReadOnlySpan<char> word = Word(t);
            if (word.Length == 0 || length + word.Length + 1 > room.Length)
            {
                return 0;
            }

            if (length > 0)
            {
                room[length++] = ' ';
            }

            word.CopyTo(room[length..]);
            length += word.Length;
        }

        return length;
    }
}
