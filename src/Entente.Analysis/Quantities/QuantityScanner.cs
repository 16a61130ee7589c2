using Entente.Analysis.Syntax;
using Entente.Analysis.Text;

namespace Entente.Analysis.Quantities;

/// <summary>Finds the quantities of one sentence by their own words and the tags beside them: numbers, what they are of, how they are bounded; and passes over numbers that are none.</summary>
/// <remarks>Linear in the sentence: every rule looks at a bounded number of neighbours.</remarks>
internal ref partial struct QuantityScanner
{
    private readonly string _text;
    private readonly ReadOnlySpan<Token> _tokens;
    private readonly ReadOnlySpan<PartOfSpeech> _tags;
    private readonly NumberReader _numbers;
    private readonly List<ScannedQuantity> _found;
    private readonly bool _sterling;
    private readonly int _first;
    private readonly int _end;

    /// <summary>The end of the last number that was the name of something: "articles 5 and 6".</summary>
    private int _named = -1;

    /// <summary>Where the last quantity ends: what bounds one does not reach into another.</summary>
    private int _behind;

    private QuantityScanner(string text, ReadOnlySpan<Token> tokens, Sentence sentence, ReadOnlySpan<PartOfSpeech> tags, bool sterling, List<ScannedQuantity> found)
    {
        _sterling = sterling;
        _text = text;
        _tokens = tokens;
        _tags = tags;
        _numbers = new NumberReader(text, tokens);
        _found = found;
        _first = sentence.FirstToken;
        _end = sentence.FirstToken + sentence.TokenCount;
        _behind = _first;
    }

    /// <summary>Appends the quantities of a sentence to <paramref name="found"/>, in their order.</summary>
    /// <param name="tokens">Those of the document.</param>
    /// <param name="tags">Those of the sentence.</param>
    /// <param name="sterling">Whether the text writes £ anywhere, so that pounds are rather money than weight.</param>
    public static void Scan(string text, ReadOnlySpan<Token> tokens, Sentence sentence, ReadOnlySpan<PartOfSpeech> tags, bool sterling, List<ScannedQuantity> found) =>
        new QuantityScanner(text, tokens, sentence, tags, sterling, found).Run();

    public static bool WritesSterling(string text) => text.Contains('£', StringComparison.Ordinal);

    private void Run()
    {
        for (int t = _first; t < _end;)
        {
            t = MayStart(t) ? Read(t) : t + 1;
        }
    }

    private readonly bool MayStart(int t)
    {
        char c = _text[_tokens[t].Start];
        if (char.IsAsciiDigit(c) || Currency.IsSign(c) || c is '½' or '¼' or '¾' or '.')
        {
            return c != '.' || _tokens[t].Length > 1;
        }

        if (_tokens[t].Kind != TokenKind.Word)
        {
            return false;
        }

        ReadOnlySpan<char> word = Word(t);
        return NumberWord.Find(word).Class != NumberClass.None
            || (word.Length <= 3 ? Same(word, "a") || Same(word, "an") || Same(word, "few") || (char.IsUpper(c) && Currency.Find(word) is not null) : Same(word, "several") || Same(word, "many") || Same(word, "couple"))
            || IsSignBehind(t);
    }

    /// <summary>"US" of "US$5".</summary>
    private readonly bool IsSignBehind(int t) => _tokens[t].Length <= 2 && t + 1 < _end && _numbers.IsJoined(t + 1) && Word(t + 1) is "$";

    /// <summary>Reads what starts at a token.</summary>
    /// <returns>The token to go on at.</returns>
    private int Read(int t)
    {
        if (ReadOrdinal(t) is > 0 and int behindOrdinal)
        {
            return behindOrdinal;
        }

        if (ReadShare(t) is > 0 and int behindShare)
        {
            return behindShare;
        }

        int at = t;
        string? currency = CurrencyBefore(ref at);
        if (!_numbers.TryRead(at, _end, currency is not null, out WrittenNumber number))
        {
            return t + 1;
        }

        ScannedQuantity quantity = new()
        {
            First = t,
            CoreFirst = t,
            CoreEnd = number.End,
            Unit = currency,
            Kind = currency is null ? QuantityKind.Count : QuantityKind.Money,
            Min = Figures.Trimmed(number.Value),
            Max = Figures.Trimmed(number.Value),
            Rule = currency is null ? "number" : "money",
        };
        if (currency is null && IsName(t, number, out int behindName))
        {
            _named = behindName;
            return behindName;
        }

        if (currency is null && ReadScore(t, number) is > 0 and int behindScore)
        {
            return behindScore;
        }

        if (currency is null && IsJoined(t) && Word(t - 1) is "-" or "−" && IsNegative(t))
        {
            quantity.First = quantity.CoreFirst = t - 1;
            quantity.Min = quantity.Max = -Figures.Trimmed(number.Value);
        }

        else if (currency is null && t > _behind && Same(Word(t - 1), "minus"))
        {
            quantity.First = quantity.CoreFirst = t - 1;
            quantity.Min = quantity.Max = -Figures.Trimmed(number.Value);
        }

        bool range = ReadRange(ref quantity, number);
        ReadUnit(ref quantity, number);
        if (!range && quantity.Kind == QuantityKind.Count && SharesUnit(quantity.CoreEnd))
        {
            return quantity.CoreEnd;
        }

        if (!range && ReadRatio(ref quantity, number) is > 0 and int behindRatio)
        {
            return behindRatio;
        }

        if (ReadAge(ref quantity) || ReadTimes(ref quantity))
        {
            return Add(quantity, number);
        }

        if (IsInTwoUnits(quantity, out int behindUnits))
        {
            return behindUnits;
        }

        if (Rejects(quantity, number))
        {
            return quantity.CoreEnd;
        }

        return Add(quantity, number);
    }

    /// <summary>Bounds a quantity and lists it.</summary>
    private int Add(ScannedQuantity quantity, WrittenNumber number)
    {
        quantity.End = quantity.CoreEnd;
        Qualifier own = quantity.Qualifier;
        if (own == Qualifier.Exactly)
        {
            own = number.IsOpen ? Qualifier.AtLeast : number.IsVague ? Qualifier.About : Qualifier.Exactly;
            Qualifier bound = BoundBefore(ref quantity) ?? BoundAfter(ref quantity) ?? Qualifier.Exactly;
            // "up to dozens" has no upper end that could be told.
            quantity.Qualifier = own == Qualifier.AtLeast || bound == Qualifier.Exactly ? own : bound;
            switch (quantity.Qualifier)
            {
                case Qualifier.AtLeast or Qualifier.MoreThan:
                    quantity.Max = null;
                    break;
                case Qualifier.UpTo or Qualifier.LessThan:
                    quantity.Min = null;
                    break;
                default:
                    break;
            }
        }
        else
        {
            BoundBefore(ref quantity);
        }

        quantity.Restates = _found.Count > 0 && quantity.First > _first && Word(quantity.First - 1) is "(" or "[" && _found[^1].End == quantity.First - 1
            && quantity.Kind is QuantityKind.Measure or QuantityKind.Money && quantity.Kind == _found[^1].Kind;
        _found.Add(quantity);
        _behind = quantity.End;
        return Math.Max(quantity.End, quantity.CoreEnd);
    }

    /// <summary>"20–25", "between 20 and 25", "3 to 5", "six or seven"; the unit is read behind.</summary>
    private readonly bool ReadRange(ref ScannedQuantity quantity, WrittenNumber first)
    {
        int link = quantity.CoreEnd;
        string? between = UnitBetween(ref link, quantity.Unit is not null);
        if (link + 1 >= _end)
        {
            return false;
        }

        ReadOnlySpan<char> word = Word(link);
        bool dash = word is "-" or "–" or "—" or "−";
        bool hyphen = dash && IsJoined(link) == IsJoined(link + 1);
        bool opened = IsBetween(quantity.First, out int opening);
        bool to = Same(word, "to");
        bool or = Same(word, "or") && !first.IsOpen;
        bool and = Same(word, "and") && opened;
        if (!(hyphen || to || or || and))
        {
            return false;
        }

        int at = link + 1;
        bool ages = and && Same(Word(at), "the");
        string? currency = CurrencyBefore(ref at);
        if (ages || !_numbers.TryRead(at, _end, quantity.Unit is not null || currency is not null, out WrittenNumber second) || second.IsVague || first.IsVague)
        {
            return false;
        }

        if (first.IsOpen && second.IsOpen && to && second.Value > first.Value)
        {
            // "dozens to hundreds": still open above
            quantity.CoreEnd = second.End;
            return false;
        }

        if (first.IsOpen || second.IsOpen)
        {
            return false;
        }

        // A second currency must be the same; a unit written twice too.
        int behind = second.End;
        string? unitBehind = UnitBetween(ref behind, currency is not null);
        if ((currency is not null && currency != quantity.Unit) || (between is not null && unitBehind != between))
        {
            return false;
        }

        decimal low = first.Value;
        decimal shared = 1;
        if (first.Scale == 1 && second.Scale > 1 && currency is null && !first.Grouped)
        {
            shared = second.Scale;
        }
        else if (hyphen && second.Grouped && !first.Grouped && first.Value < 1000 && second.Value % 1000 == 0 && first.Value * 1000 < second.Value && second.Value < 1_000_000)
        {
            shared = 1000;
        }

        low *= low <= second.Value / shared ? shared : 1;
        if (low >= second.Value || (or && (first.Scale > 1 || second.Value > 4 * low)) || (to && !opened && Changes(quantity.First)))
        {
            return false;
        }

        quantity.First = opened && (and || to) ? opening : quantity.First;
        quantity.CoreEnd = second.End;
        quantity.Min = Figures.Trimmed(low);
        quantity.Max = Figures.Trimmed(second.Value);
        quantity.Qualifier = Qualifier.Range;
        quantity.Rule += "-range";
        return true;
    }

    /// <summary>Whether "between" opens a range; "from … to" leaves its "from" to the sentence.</summary>
    private readonly bool IsBetween(int first, out int opening)
    {
        opening = first - 1;
        if (first <= _first)
        {
            return false;
        }

        if (Same(Word(first - 1), "between"))
        {
            return true;
        }

        // "between the ages of 18 and 35"
        opening = first - 4;
        return first - 4 >= _first && Same(Word(first - 4), "between") && Same(Word(first - 1), "of") && Same(Word(first - 2), "ages");
    }

    /// <summary>"rose from 3 to 5": two values, not a range.</summary>
    private readonly bool Changes(int first)
    {
        for (int t = first - 1; t >= Math.Max(_first, first - 8); t--)
        {
            if (QuantityWords.Is(Word(t), QuantityWord.Change) && _tags[t - _first] is PartOfSpeech.Verb or PartOfSpeech.Noun)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"4-9 season", "a 28-3 win", "8 votes to 2": figures of a game or a vote. A range goes up; what goes down is a score.</summary>
    private int ReadScore(int t, WrittenNumber first)
    {
        int link = first.End;
        bool votes = Same(Word(link), "votes") && Same(Word(link + 1), "to");
        link += votes ? 1 : 0;
        if (link + 1 >= _end || first.Scale != 1 || first.InWords || first.Value > 999 || first.Value != decimal.Truncate(first.Value))
        {
            return 0;
        }

        bool hyphen = Word(link) is "-" or "–" && IsJoined(link) && IsJoined(link + 1);
        bool to = Same(Word(link), "to");
        if (!(hyphen || to) || !_numbers.TryRead(link + 1, _end, false, out WrittenNumber second) || second.PlainDigits is 0 or > 3 || first.PlainDigits is 0 or > 3
            || (second.PlainDigits > 1 && Word(link + 1)[0] == '0') || !IsFree(second.End))
        {
            return 0;
        }

        bool named = BesideScore(t, second.End);
        bool bare = t > _first && Word(t - 1) is "(" && Word(second.End) is ")";
        bool goesDown = second.Value < first.Value || (second.Value == first.Value && hyphen);
        if (to ? !(votes || (named && goesDown)) : !(goesDown || bare || (named && IsScoreWord(second.End)) || (named && !StartsNoun(second.End))))
        {
            return 0;
        }

        if (UnitAt(second.End, 0, out _) is not null || Word(second.End) is "%")
        {
            return 0;
        }

        _found.Add(new ScannedQuantity
        {
            First = t,
            End = second.End,
            CoreFirst = t,
            CoreEnd = second.End,
            Kind = QuantityKind.Score,
            Min = first.Value,
            Max = first.Value,
            Of = second.Value,
            Rule = "score",
        });
        _behind = second.End;
        return second.End;
    }

    /// <summary>Whether a word of winning and losing stands near.</summary>
    private readonly bool BesideScore(int first, int end)
    {
        for (int t = Math.Max(_first, first - 4); t < Math.Min(_end, end + 2); t++)
        {
            if ((t < first || t >= end) && IsScoreWord(t))
            {
                return true;
            }
        }

        return false;
    }

    private readonly bool IsScoreWord(int t) => t < _end && QuantityWords.Is(Word(t), QuantityWord.Score);

    /// <summary>Whether what stands at a token is not written onto the one before: "20-25-year" goes on.</summary>
    private readonly bool IsFree(int t) => t >= _end || !IsJoined(t) || !(Word(t) is "-" or "–" or "/");

    private readonly ReadOnlySpan<char> Word(int t) => t >= _first && t < _end ? _tokens[t].Span.In(_text) : default;

    private readonly bool IsJoined(int t) => t > _first && t < _end && _tokens[t - 1].End == _tokens[t].Start;

    private readonly PartOfSpeech Tag(int t) => t >= _first && t < _end ? _tags[t - _first] : PartOfSpeech.None;

    private static bool Same(ReadOnlySpan<char> word, ReadOnlySpan<char> other) => word.Equals(other, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether what stands at a token can be counted: a noun, or adjectives before one.</summary>
    private readonly bool StartsNoun(int t)
    {
        for (int i = t; i < Math.Min(_end, t + 4); i++)
        {
            switch (Tag(i))
            {
                case PartOfSpeech.Noun or PartOfSpeech.Propn:
                    return true;
                case PartOfSpeech.Adj or PartOfSpeech.Punct when Tag(i) == PartOfSpeech.Adj || Word(i) is "-":
                    continue;
                case PartOfSpeech.Verb when i == t && Tag(i + 1) is PartOfSpeech.Noun or PartOfSpeech.Propn:
                    continue;
                default:
                    return false;
            }
        }

        return false;
    }
}
