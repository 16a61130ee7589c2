using Entente.Analysis.Syntax;
using Entente.Analysis.Text;

namespace Entente.Analysis.Quantities;

/// <summary>Numbers that are no quantities: dates, clock times, names and numbers of things, and spans that only place something in time.</summary>
internal ref partial struct QuantityScanner
{
    private const int DaysOfMonth = 31;

    /// <summary>Whether a number names or dates something; <paramref name="behind"/> is then where to go on.</summary>
    private readonly bool IsName(int t, WrittenNumber number, out int behind)
    {
        behind = number.End;
        if (number.PlainDigits > 1 && Word(t)[0] == '0')
        {
            return true;
        }

        if (IsAttached(t) || IsDate(t, number) || IsClock(number) || IsLabel(t, number) || IsStreet(number.End) || IsPhone(t, number))
        {
            return true;
        }

        if (Word(number.End) is "/" || (t > _first && Word(t - 1) is "/" && char.IsAsciiDigit(Word(t)[0])))
        {
            return true;
        }

        return IsPartOfName(t, number) || IsBareOne(t, number);
    }

    /// <summary>"F-16", "mid-20": written onto a word by a hyphen. A hyphen behind another number was read with that.</summary>
    private readonly bool IsAttached(int t)
    {
        if (IsJoined(t) && IsJoined(t - 1) && Word(t - 1) is "-" or "–")
        {
            return true;
        }

        // "$US7,315", where the tokens break at the comma
        if (IsJoined(t) && IsJoined(t - 1) && Word(t - 1) is "," or ".")
        {
            return true;
        }

        // "S" of "S9" is one token with its figure; "#5", "@5" and "v.5" are not.
        return IsJoined(t) && (Word(t - 1) is "#" or "@" or "_" or "=" or "&" or "’" or "'" || _tokens[t - 1].Kind == TokenKind.Word);
    }

    private readonly bool IsNegative(int t) => !IsJoined(t - 1);

    private readonly bool IsMonth(int t)
    {
        ReadOnlySpan<char> word = Word(t);
        return word.Length > 2 && char.IsUpper(word[0]) && QuantityWords.Is(word[^1] == '.' ? word[..^1] : word, QuantityWord.Month);
    }

    /// <summary>"5 December", "Dec. 5", "December 5, 2015", "5-8 December"; and years.</summary>
    private readonly bool IsDate(int t, WrittenNumber number)
    {
        if (number.Value != decimal.Truncate(number.Value) || number.Scale > 1)
        {
            return false;
        }

        bool day = number.Value is > 0 and <= DaysOfMonth;
        int next = number.End;
        if (day && (IsMonth(next) || (Same(Word(next), "of") && IsMonth(next + 1))))
        {
            return true;
        }

        // "5-8 December", "5 and 8 December"
        if (day && Word(next) is "-" or "–" or "and" or "to" or "or" && Figures.TryParse(Word(next + 1), out decimal last, out bool plain, out _) && plain && last <= DaysOfMonth && IsMonth(next + 2))
        {
            return true;
        }

        int before = t - 1;
        before -= Word(before) is "." ? 1 : 0;
        if ((day || number.PlainDigits == 4) && IsMonth(before) && !(Same(Word(before), "may") && Tag(before) == PartOfSpeech.Aux))
        {
            return !(number.PlainDigits == 0 && StartsNoun(next));
        }

        // "December 5 to 8", "December 5-8", "December 5 and 8", "December 5, 2015"
        if (Word(before) is "," or "-" or "–" or "and" or "to" && before > _first)
        {
            int first = before - 1;
            if ((day || number.PlainDigits == 4) && char.IsAsciiDigit(Word(first) is { Length: > 0 } figure ? figure[0] : '\0') && (IsMonth(first - 1) || (Word(first - 1) is "." && IsMonth(first - 2)))
                && !StartsPlural(next))
            {
                return true;
            }

            if (number.PlainDigits == 4 && Word(before) is "," && IsMonth(first))
            {
                return true;
            }
        }

        return number.PlainDigits == 4 && IsYear(t, number, null);
    }

    /// <summary>Whether four digits are a year. A count of that size mostly has a comma; without one the neighbours decide.</summary>
    private readonly bool IsYear(int t, WrittenNumber number, string? unit)
    {
        if (number.PlainDigits != 4 || number.Value is < 1000 or > 2199 || unit is not null)
        {
            return false;
        }

        int next = number.End;
        ReadOnlySpan<char> before = Word(t - 1);
        bool leads = Same(before, "in") || Same(before, "since") || Same(before, "by") || Same(before, "until") || Same(before, "till") || Same(before, "from") || Same(before, "during")
            || Same(before, "before") || Same(before, "after") || Same(before, "late") || Same(before, "early") || Same(before, "mid") || Same(before, "circa") || Same(before, "through");
        if (PercentAt(next, out _) is not null || CurrencyAt(next, out _) is not null || (UnitAt(next, t, out _) is not null && !leads))
        {
            return false;
        }

        Span<char> room = stackalloc char[LongestPhrase];
        bool bounded = (t - 2 >= _first && Phrase(t - 2, t, room) is > 0 and int length && Bounds.Before(room[..length]) is not null)
            || (Bounds.Before(before) is not null && !Same(before, "around") && !Same(before, "about") && !Same(before, "before"));
        bool recent = number.Value is >= 1900 and < 2100;
        if (bounded || Same(before, "about") || Same(before, "around"))
        {
            return !bounded && recent && !StartsPlural(next);
        }

        if (leads || Same(Word(next), "’s") || Same(Word(next), "'s"))
        {
            return true;
        }

        bool after = Tag(t - 1) is PartOfSpeech.Det or PartOfSpeech.Propn || Word(t - 1) is "’s" or "'s" || QuantityPossessive(t - 1);
        return recent ? after || !StartsPlural(next) : Word(t - 1) is "(" || Same(before, "and") || Same(before, "of") && !StartsPlural(next);
    }

    private readonly bool IsClock(WrittenNumber number) =>
        number.Value < 25 && number.End < _end && QuantityWords.Is(Word(number.End), QuantityWord.Clock) && !(Same(Word(number.End), "hrs") && number.PlainDigits < 3)
        || (number.PlainDigits == 4 && QuantityWords.Is(Word(number.End), QuantityWord.Clock) && number.Value < 2400);

    /// <summary>"Flight 12", "No. 5", "articles 5 and 6", "1." at the head of a list.</summary>
    private readonly bool IsLabel(int t, WrittenNumber number)
    {
        if (t == _first && number.PlainDigits is > 0 and < 3 && Word(number.End) is "." or ")" && number.End + 1 <= _end)
        {
            return true;
        }

        int before = t - 1;
        before -= Word(before) is "." && IsJoined(before) ? 1 : 0;
        ReadOnlySpan<char> word = Word(before);
        if (word is "#" or "№")
        {
            return true;
        }

        // A player's number, or a place in a list.
        if (word is "(" && Word(number.End) is ")" && number.PlainDigits is > 0 and < 3 && Tag(t - 2) == PartOfSpeech.Propn)
        {
            return true;
        }

        if (Same(word, "top") && !StartsNoun(number.End) && number.Scale == 1)
        {
            return true;
        }

        // "No." is one token
        bool dotted = word.Length > 1 && word[^1] == '.';
        word = dotted ? word[..^1] : word;
        bool version = Word(t).Contains('.') && number.End == t + 1;
        if (version && (QuantityWords.Is(Word(number.End), QuantityWord.Numbered) || QuantityWords.Is(word, QuantityWord.Numbered)) && Word(t)[^1] is >= '0' and <= '9' && UnitAt(number.End, t, out _) is null)
        {
            return true;
        }

        if (t - 1 > _named - 1 && _named > _first && t - 1 == _named && Word(t - 1) is "and" or "or" or "," or "to" or "-" or "–" or "&" or "of" && (number.PlainDigits > 0 || number.InWords) && !StartsPlural(number.End))
        {
            return true;
        }

        if (word.Length == 0 || !QuantityWords.Is(word, QuantityWord.Numbered) || number.Scale > 1)
        {
            return false;
        }

        bool short_ = Same(word, "no") || Same(word, "nos");
        if (short_ && !(char.IsUpper(word[0]) && number.PlainDigits > 0))
        {
            return (dotted || Word(t - 1) is ".") && number.PlainDigits > 0;
        }

        // "the zone 12 boats left" is rare; "he saw the train five minutes late" is not.
        bool title = char.IsUpper(word[0]) && before > _first;
        return number.PlainDigits > 0 || number.Value != decimal.Truncate(number.Value)
            ? title || Tag(before) is PartOfSpeech.Noun or PartOfSpeech.Propn && (!StartsPlural(number.End) && UnitAt(number.End, t, out _) is null)
            : number.InWords && Tag(before) is PartOfSpeech.Noun or PartOfSpeech.Propn && !StartsNoun(number.End) && !Same(Word(number.End), "of");
    }

    /// <summary>"12 Quay Road".</summary>
    private readonly bool IsStreet(int next)
    {
        for (int t = next; t < Math.Min(_end, next + 3); t++)
        {
            if (Tag(t) != PartOfSpeech.Propn || !char.IsUpper(Word(t)[0]))
            {
                return false;
            }

            if (t > next && QuantityWords.Is(Word(t), QuantityWord.Street))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Figures with nothing but blanks between them are a telephone number or a table.</summary>
    private readonly bool IsPhone(int t, WrittenNumber number) =>
        number.PlainDigits > 0 && ((IsFigures(t - 1) && !IsRecentYear(t - 1)) || (IsFigures(number.End) && !(number.PlainDigits == 4 && IsRecentYear(t)) && !IsFraction(number.End)))
        || (t > _first && Word(t - 1) is "+" && IsJoined(t) && number.PlainDigits > 0);

    private readonly bool IsFraction(int t) => Word(t) is { Length: 3 } word && word[1] == '/';

    private readonly bool IsFigures(int t)
    {
        ReadOnlySpan<char> word = Word(t);
        if (word.Length == 0)
        {
            return false;
        }

        foreach (char c in word)
        {
            if (!char.IsAsciiDigit(c))
            {
                return word.Contains('/') && char.IsAsciiDigit(word[0]);
            }
        }

        return true;
    }

    private readonly bool IsRecentYear(int t) => Word(t) is { Length: 4 } word && word[0] is '1' or '2' && word[1] is '9' or '0';

    /// <summary>"Comet 9", "Formula One", "the Big Four".</summary>
    private readonly bool IsPartOfName(int t, WrittenNumber number)
    {
        if (number.IsOpen)
        {
            // A ship called Billions.
            return t > _first && Tag(t) == PartOfSpeech.Propn && char.IsUpper(Word(t)[0]) && !IsShouted(Word(t)) && char.IsUpper(Word(number.End) is { Length: > 0 } follows ? follows[0] : 'a');
        }

        if (number.Scale > 1)
        {
            return false;
        }

        ReadOnlySpan<char> before = Word(t - 1);
        bool name = t > _first && !IsTimeWord(t - 1) && before.Length > 0
            && ((Tag(t - 1) == PartOfSpeech.Propn && (HasCapital(before) || char.IsAsciiDigit(before[^1])))
                || (Tag(t - 1) == PartOfSpeech.Noun && t - 1 > _first && HasCapital(before) && !IsShouted(before) && !StartsNoun(number.End)));
        bool measured = UnitAt(number.End, number.End - 1, out _) is not null || PercentAt(number.End, out _) is not null || CurrencyAt(number.End, out _) is not null || Same(Word(number.End), "of")
            || (Word(number.End) is "-" && IsJoined(number.End));
        if (number.InWords)
        {
            ReadOnlySpan<char> word = Word(t);
            bool capital = char.IsUpper(word[0]) && !IsShouted(word) && t > _first && Word(t - 1) is not ("“" or "\"" or "‘" or "'" or ":");
            bool nextName = Tag(number.End) == PartOfSpeech.Propn && char.IsUpper(Word(number.End)[0]);
            // "the Six-Day Race"
            if (capital && Word(number.End) is "-" && IsJoined(number.End) && Word(number.End + 1) is { Length: > 0 } second && char.IsUpper(second[0]))
            {
                return true;
            }

            return capital && (name || nextName || Tag(t) == PartOfSpeech.Propn) && !measured;
        }

        bool model = before.Length > 1 && IsJoined(t) == false && char.IsLetter(before[0]) && ContainsFigure(before) && Tag(t - 1) is PartOfSpeech.Propn or PartOfSpeech.Noun;
        return (name || model) && !measured && number.End - t == 1 && !number.Grouped;
    }

    private static bool HasCapital(ReadOnlySpan<char> word)
    {
        foreach (char c in word)
        {
            if (char.IsUpper(c))
            {
                return true;
            }
        }

        return false;
    }

    private static bool ContainsFigure(ReadOnlySpan<char> word)
    {
        foreach (char c in word)
        {
            if (char.IsAsciiDigit(c))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"one" that stands for somebody or something: "one of the best", "one another", "the new one", "one day".</summary>
    private readonly bool IsBareOne(int t, WrittenNumber number)
    {
        if (!number.InWords || number.Value != 1 || number.End != t + 1)
        {
            return false;
        }

        int next = number.End;
        ReadOnlySpan<char> word = Word(next);
        if (Word(next) is "-" && IsJoined(next))
        {
            return UnitOfMeasure.Find(Word(next + 1)) is null;
        }

        if (Same(word, "of") || Same(word, "in") || Same(word, "out"))
        {
            // "one of the five" and "one in three" are ratios; whether a number follows is asked there.
            int at = next + (Same(word, "out") ? 2 : 1);
            at += Tag(at) is PartOfSpeech.Det || QuantityPossessive(at) || Same(Word(at), "every") ? 1 : 0;
            return !_numbers.TryRead(at, _end, false, out WrittenNumber of) || of.IsOpen || of.IsVague || of.Value <= 1;
        }

        if (Same(word, "or") || Same(word, "to"))
        {
            return !_numbers.TryRead(next + 1, _end, false, out _);
        }

        ReadOnlySpan<char> before = Word(t - 1);
        if (Same(before, "no") || Same(before, "any") || Same(before, "every") || Same(before, "each") || Same(before, "which") || Same(before, "this") || Same(before, "that")
            || Tag(t - 1) is PartOfSpeech.Adj or PartOfSpeech.Propn || Same(before, "number") || Same(before, "square"))
        {
            return true;
        }

        bool bounded = t - 2 >= _first && (Same(before, "least") || Same(before, "than") || Same(before, "only") || Same(before, "just") || Same(before, "exactly"));
        if (Same(word, "day") || Same(word, "night") || Same(word, "morning") || Same(word, "evening") || Same(word, "time") || Same(word, "thing") || Same(word, "another") || Same(word, "point"))
        {
            return !bounded;
        }

        return !StartsNoun(next);
    }

    /// <summary>Whether a quantity that was read is none: it places something in time, or is half of a word.</summary>
    private readonly bool Rejects(ScannedQuantity quantity, WrittenNumber number)
    {
        int end = quantity.CoreEnd;
        if (quantity.Kind == QuantityKind.Measure && UnitOfMeasure.Find(quantity.Unit) is { IsTime: true } && IsPlacedInTime(quantity.First, end))
        {
            return true;
        }

        if (quantity.Kind != QuantityKind.Count)
        {
            return false;
        }

        if (quantity.Qualifier == Qualifier.Range && quantity.Unit is null && number.PlainDigits == 4 && number.Value is >= 1900 and < 2100 && quantity.Max is >= 1900 and < 2100)
        {
            return true;
        }

        if (number.PlainDigits == 4 && number.Value is >= 1900 and < 2100 && Word(end) is "-" or "–" && IsJoined(end) && char.IsAsciiDigit(Word(end + 1) is { Length: > 0 } next ? next[0] : '\0'))
        {
            return true;
        }

        // "three-dimensional", "two-faced", "4x4": what is written on is no noun.
        if (Word(end) is "-" && IsJoined(end) && IsJoined(end + 1))
        {
            return !(Tag(end + 1) == PartOfSpeech.Noun || Same(Word(end + 1), "odd") || Same(Word(end + 1), "plus") || Same(Word(end + 1), "strong"));
        }

        // "720p", "4x": a sign that is no unit makes it a name.
        return end < _end && IsJoined(end) && _tokens[end].Kind is TokenKind.Word or TokenKind.Address;
    }

    /// <summary>"two days later", "the last five years", "two weeks from now".</summary>
    private readonly bool IsPlacedInTime(int first, int end)
    {
        if (IsPlacing(first, end))
        {
            return true;
        }

        int before = first - 1;
        // "in the first two minutes"
        return before >= _first && QuantityWords.Is(Word(before), QuantityWord.PlacingBefore);
    }

    /// <summary>"for about ten minutes before it sank": how long, not when.</summary>
    private readonly bool Lasts(int first)
    {
        for (int t = first - 1; t >= Math.Max(_first, first - 4); t--)
        {
            if (Same(Word(t), "for"))
            {
                return true;
            }
        }

        return false;
    }

    private readonly bool IsPlacing(int first, int end)
    {
        if (end >= _end)
        {
            return false;
        }

        if (Same(Word(end), "from") && (Same(Word(end + 1), "now") || Same(Word(end + 1), "today")))
        {
            return true;
        }

        if (Same(Word(end), "on"))
        {
            return Word(end + 1) is "," or "." or "";
        }

        // "two days' time"; "five years on"; "four hours and ten minutes after".
        if ((Same(Word(end), "before") || Same(Word(end), "after")) && Lasts(first))
        {
            return false;
        }

        return QuantityWords.Is(Word(end), QuantityWord.Placing) || (Word(end) is "'" or "’" && Same(Word(end + 1), "time"))
            || (Same(Word(end), "and") && _numbers.TryRead(end + 1, _end, false, out WrittenNumber rest) && UnitAt(rest.End, rest.End - 1, out int behind) is not null && behind < _end
                && QuantityWords.Is(Word(behind), QuantityWord.Placing));
    }

    /// <summary>Whether a plural stands behind, an adjective perhaps before it.</summary>
    private readonly bool StartsPlural(int t)
    {
        for (int i = t; i < Math.Min(_end, t + 3); i++)
        {
            if (Tag(i) == PartOfSpeech.Noun)
            {
                ReadOnlySpan<char> word = Word(i);
                if ((word.Length > 3 && word[^1] is 's' && word[^2] is not 's') || Same(word, "people") || Same(word, "men") || Same(word, "women") || Same(word, "children") || Same(word, "police") || Same(word, "troops"))
                {
                    return true;
                }
            }
            else if (Tag(i) is not PartOfSpeech.Adj)
            {
                return false;
            }
        }

        return false;
    }
}
