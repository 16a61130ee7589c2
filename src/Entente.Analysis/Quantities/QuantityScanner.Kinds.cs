using Entente.Analysis.Syntax;

namespace Entente.Analysis.Quantities;

/// <summary>Kinds that are more than a number with a unit: ordinals, shares, ratios, ages, multiples.</summary>
internal ref partial struct QuantityScanner
{
    /// <summary>No person of whom reports tell is older.</summary>
    private const decimal OldestPerson = 125;

    /// <summary>"the 16th", "second", "twenty-first".</summary>
    private int ReadOrdinal(int t)
    {
        ReadOnlySpan<char> word = Word(t);
        decimal value;
        int end = t + 1;
        if (char.IsAsciiDigit(word[0]))
        {
            if (word.Length < 3 || !(word.EndsWith("st") || word.EndsWith("nd") || word.EndsWith("rd") || word.EndsWith("th"))
                || !Figures.TryParse(word[..^2], out value, out _, out _) || value != decimal.Truncate(value))
            {
                return 0;
            }
        }
        else
        {
            NumberWord found = NumberWord.Find(word);
            NumberWord behind = found.Class == NumberClass.Ten && Word(t + 1) is "-" && IsJoined(t + 1) && IsJoined(t + 2) ? NumberWord.Find(Word(t + 2)) : default;
            if (behind.Class is NumberClass.Ordinal or NumberClass.Fraction && behind.Value is > 2 and < 10 || (behind.Class == NumberClass.Ordinal && behind.Value == 2))
            {
                value = found.Value + behind.Value;
                end = t + 3;
            }
            else if (found.Class == NumberClass.Ordinal || (Same(word, "third") && !Same(Word(t + 1), "of")))
            {
                value = found.Value;
            }
            else
            {
                return 0;
            }
        }

        if (value == 1 || Word(t - 1) is "/" || IsDayOrCentury(t, end) || (!char.IsAsciiDigit(word[0]) && !IsOrdinalWord(t, end)) || IsAttached(t) || IsStreet(end))
        {
            return end;
        }

        _found.Add(new ScannedQuantity { First = t, End = end, CoreFirst = t, CoreEnd = end, Kind = QuantityKind.Ordinal, Min = value, Max = value, Rule = "ordinal" });
        _behind = end;
        return end;
    }

    /// <summary>A word of order that is no unit of time ("a second"), no verb, no part of a name ("Second Street").</summary>
    private readonly bool IsOrdinalWord(int t, int end)
    {
        if (Tag(t) is PartOfSpeech.Verb or PartOfSpeech.Noun && !Same(Word(t), "third") && Tag(t) == PartOfSpeech.Verb)
        {
            return false;
        }

        bool capital = char.IsUpper(Word(t)[0]) && t > _first && !IsShouted(Word(t));
        if (capital && Tag(end) == PartOfSpeech.Propn)
        {
            return false;
        }

        if (Same(Word(t), "second") && (Tag(t) == PartOfSpeech.Noun && !(Tag(end) is PartOfSpeech.Noun or PartOfSpeech.Adj or PartOfSpeech.Verb) && !Same(Word(end), "of") || Same(Word(t - 1), "per")))
        {
            return false;
        }

        // "every second,"
        if (Same(Word(t), "second") && (Same(Word(t - 1), "every") || Same(Word(t - 1), "each") || Same(Word(t - 1), "one") || Same(Word(t - 1), "split")) && !StartsNoun(end))
        {
            return false;
        }

        return !(Word(end) is "-" && IsJoined(end));
    }

    /// <summary>"5th of May", "May 5th", "the 19th century", "on the 24th,".</summary>
    private readonly bool IsDayOrCentury(int t, int end) =>
        IsMonth(end) || (Same(Word(end), "of") && IsMonth(end + 1)) || IsMonth(t - 1) || (Same(Word(t - 1), "the") && IsMonth(t - 2))
        || Same(Word(end), "century") || (Word(end) is "-" && Same(Word(end + 1), "century")) || Same(Word(end), "centuries")
        || (Same(Word(t - 1), "the") && Same(Word(t - 2), "on") && Tag(end) is not (PartOfSpeech.Noun or PartOfSpeech.Adj or PartOfSpeech.Propn) && char.IsAsciiDigit(Word(t)[0]));

    /// <summary>"half of the boats", "two-thirds", "a third of voters", "a quarter of".</summary>
    private int ReadShare(int t)
    {
        decimal part = 1;
        int at = t;
        ReadOnlySpan<char> word = Word(t);
        NumberWord first = NumberWord.Find(word);
        if (Same(word, "a") || Same(word, "one"))
        {
            at++;
            at += Word(at) is "-" && IsJoined(at) ? 1 : 0;
        }
        else if (first.Class == NumberClass.Digit && first.Value is > 1 and < 10)
        {
            part = first.Value;
            at++;
            at += Word(at) is "-" && IsJoined(at) ? 1 : 0;
        }

        NumberWord whole = NumberWord.Find(Word(at));
        bool plural = Word(at).Length > 0 && Word(at)[^1] is 's' or 'S';
        if (at >= _end || whole.Class is not (NumberClass.Fraction or NumberClass.Ordinal) || (whole.Class == NumberClass.Ordinal && (part == 1 || whole.Value < 3)))
        {
            return 0;
        }

        bool half = Same(Word(at), "half");
        int end = at + 1;
        bool of = Same(Word(end), "of");
        if (part > 1 ? !plural : at == t ? !half : plural)
        {
            return 0;
        }

        // "half the boats", "more than half", "two-thirds majority"; "a quarter" alone may be a time or a coin.
        bool bounded = half && t >= _first + 2 && Same(Word(t - 1), "than");
        bool whose = half && at == t && Tag(end) is PartOfSpeech.Det or PartOfSpeech.Pron && !Same(Word(end), "a") && !Same(Word(end), "an");
        if (!(of || bounded || whose || part > 1) || IsPlacing(t, end) || NumberWord.Find(Word(of ? end + 1 : end)).Class is NumberClass.Scale)
        {
            return 0;
        }

        // "the first half of the game" is a time.
        if (half && t > _first && Tag(t - 1) is PartOfSpeech.Adj or PartOfSpeech.Num && !bounded)
        {
            return 0;
        }

        ScannedQuantity share = new()
        {
            First = t,
            CoreFirst = t,
            CoreEnd = end,
            Kind = QuantityKind.Ratio,
            Min = part,
            Max = part,
            Of = whole.Value,
            Rule = "share",
        };
        return Add(share, default);
    }

    /// <summary>"two of the five boats", "18 of 24", "nine out of 14", "one in three".</summary>
    private int ReadRatio(ref ScannedQuantity quantity, WrittenNumber first)
    {
        int at = quantity.CoreEnd;
        if (quantity.Kind != QuantityKind.Count || first.IsOpen || first.IsVague || first.Scale > 1)
        {
            return 0;
        }

        bool out_ = Same(Word(at), "out") && Same(Word(at + 1), "of");
        bool of = Same(Word(at), "of");
        bool inside = Same(Word(at), "in");
        at += out_ ? 2 : 1;
        if (!(out_ || of || inside))
        {
            return 0;
        }

        if (of && (Tag(at) is PartOfSpeech.Det || QuantityPossessive(at)))
        {
            at++;
        }
        else if (inside && Same(Word(at), "every"))
        {
            at++;
        }

        if (!_numbers.TryRead(at, _end, false, out WrittenNumber second) || second.IsOpen || second.IsVague || second.Value < first.Value
            || (inside && !(first.Value <= 3 && second.Value is > 1 and <= 1_000_000_000 && second.InWords == first.InWords && second.PlainDigits != 4))
            || (second.PlainDigits == 4 && !out_ && !inside && IsYear(at, second, null)))
        {
            return 0;
        }

        // "one in two days" is another thing, and so are "five in 10 minutes" and "$1 of 5%".
        if (UnitAt(second.End, second.End - 1, out _) is not null || PercentAt(second.End, out _) is not null || (of && Tag(second.End) is PartOfSpeech.Propn && second.InWords && char.IsUpper(Word(at)[0])))
        {
            return 0;
        }

        quantity.Kind = QuantityKind.Ratio;
        quantity.Of = second.Value;
        quantity.CoreEnd = second.End;
        quantity.Rule = "ratio";
        // "a 1 in 500 chance"
        if (quantity.First > _first && Same(Word(quantity.First - 1), "a") && Bounds.Before(Word(quantity.First - 2)) is not null)
        {
            quantity.First--;
        }

        return Add(quantity, first);
    }

    private readonly bool QuantityPossessive(int t) => Tag(t) == PartOfSpeech.Pron && (Same(Word(t), "his") || Same(Word(t), "her") || Same(Word(t), "its") || Same(Word(t), "their") || Same(Word(t), "our") || Same(Word(t), "my") || Same(Word(t), "these") || Same(Word(t), "those"));

    /// <summary>"45-year-old", "45 years old", "aged 45", "Lind, 45,", "turned 45", "the ages of 18 and 35". Only where the text says so is there a unit.</summary>
    private readonly bool ReadAge(ref ScannedQuantity quantity)
    {
        int at = quantity.CoreEnd;
        bool years = quantity.Kind == QuantityKind.Measure && quantity.Unit is "year" or "month" or "week" or "day";
        if (years)
        {
            int old = at;
            old += Word(old) is "-" && IsJoined(old) ? 1 : 0;
            if (Same(Word(old), "old") || Same(Word(old), "olds"))
            {
                quantity.Kind = QuantityKind.Age;
                quantity.CoreEnd = old + 1;
                quantity.Rule = "age-old";
                return true;
            }

            if (Same(Word(at), "of") && Same(Word(at + 1), "age"))
            {
                quantity.Kind = QuantityKind.Age;
                quantity.CoreEnd = at + 2;
                quantity.Rule = "age-old";
                return true;
            }

            return false;
        }

        if (quantity.Kind != QuantityKind.Count || quantity.Max is not (> 0 and < OldestPerson))
        {
            return false;
        }

        int before = quantity.First - 1;
        ReadOnlySpan<char> word = Word(before);
        if (_found.Count > 0 && _found[^1] is { Kind: QuantityKind.Age, Rule: "age-stated" or "age-range" } last && last.End == before && (Same(word, "and") || Same(word, "or") || word is ","))
        {
            quantity.Kind = QuantityKind.Age;
            quantity.Bearer = last.Bearer;
            quantity.Rule = "age-stated";
            return true;
        }

        bool named = quantity.Rule.EndsWith("range", StringComparison.Ordinal) && Same(Word(quantity.First), "between") && Same(Word(quantity.First + 2), "ages");
        bool aged = (Same(word, "as") && (Same(Word(before - 1), "young") || Same(Word(before - 1), "old"))) || Same(word, "aged") || Same(word, "age") || Same(word, "ages")
            || (Same(word, "of") && (Same(Word(before - 1), "age") || Same(Word(before - 1), "ages")));
        if (named || aged)
        {
            quantity.First = Same(word, "aged") ? before : quantity.First;
            quantity.Kind = QuantityKind.Age;
            quantity.Rule = "age-stated";
            // "girls ages 8 and 11", "Lind, aged 45"
            int bearer = before - (Same(word, "as") ? 3 : Word(before - 1) is "," ? 2 : 1);
            if (!named && !Same(word, "of") && bearer >= _behind && (Tag(bearer) == PartOfSpeech.Propn || (Tag(bearer) == PartOfSpeech.Noun && (bearer == _first || char.IsLower(Word(bearer)[0])))))
            {
                quantity.Bearer = bearer;
            }

            return true;
        }

        bool ends = at >= _end || Word(at) is "," or "." or ";" or ")" or ":" or "—" or "–" or "!" or "?";
        if (ends && Word(before) is "," && (Tag(before - 1) == PartOfSpeech.Propn || QuantityWords.Is(Word(before - 1), QuantityWord.Person)) && !IsMonth(before - 1) && quantity.Qualifier == Qualifier.Exactly && quantity.Max > 1 && char.IsLetter(Word(before - 1)[0]))
        {
            quantity.Kind = QuantityKind.Age;
            quantity.Bearer = before - 1;
            quantity.Rule = "age-behind-name";
            return true;
        }

        bool turned = (Same(word, "turned") || Same(word, "turns") || Same(word, "turning")) && quantity.Max > 1;
        if (turned && !StartsNoun(at) || (turned && IsTimeWord(at)))
        {
            quantity.Kind = QuantityKind.Age;
            quantity.Rule = "age-turned";
            return true;
        }

        return false;
    }

    private readonly bool IsTimeWord(int t) => IsMonth(t) || (Word(t) is { Length: > 5 } word && word.EndsWith("day"));

    /// <summary>"ten times the size", "five-fold": how much of another thing, against "five times", how often.</summary>
    private readonly bool ReadTimes(ref ScannedQuantity quantity)
    {
        int at = quantity.CoreEnd;
        if (quantity.Kind != QuantityKind.Count)
        {
            return false;
        }

        bool fold = Word(at) is "-" && Same(Word(at + 1), "fold");
        bool times = Same(Word(at), "times");
        ReadOnlySpan<char> next = Word(at + 1);
        bool compares = times && (Same(next, "the") || Same(next, "as") || Same(next, "more") || Same(next, "less") || Same(next, "that") || Same(next, "its") || Same(next, "their")
            || (Tag(at + 1) == PartOfSpeech.Adj && next.EndsWith("er")));
        if (!(fold || compares))
        {
            return false;
        }

        quantity.Kind = QuantityKind.Multiple;
        quantity.CoreEnd = at + (fold ? 2 : 1);
        quantity.Rule = "multiple";
        return true;
    }
}
