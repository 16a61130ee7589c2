using Entente.Analysis.Text;

namespace Entente.Analysis.Times;

/// <summary>Reads the tokens of a sentence as expressions of time, by hand-written rules over the words of <see cref="TimeWords"/>.</summary>
/// <remarks>At each token every kind of expression is tried and the longest wins; what is read is not read again. Extents follow TimeML 1.2.1: determiners and
/// modifiers belong to an expression, prepositions do not, and the two ends of a range are two expressions. Each rule looks at a bounded number of
/// tokens, so the time is linear in the sentence.</remarks>
internal sealed partial class TimeGrammar
{
    private static readonly TimePhrases s_modifiers = new("Text/Languages/en/times-modifiers.tsv");
    private static readonly TimePhrases s_references = new("Text/Languages/en/times-references.tsv");

    private const string Mid = "mid-";

    /// <summary>Tokens between an opening word and the first word of time: "the very same day", "a little more than a year".</summary>
    private const int NearTokens = 5;

    private readonly TokenizedDocument _document;
    private readonly string _text;
    private readonly TimeWord?[] _words;
    private readonly Opens[] _opens;
    private int _first;
    private int _limit;

    public TimeGrammar(TokenizedDocument document)
    {
        _document = document;
        _text = document.Document.Text;
        _words = new TimeWord?[document.Tokens.Length];
        _opens = new Opens[document.Tokens.Length];
        for (int t = 0; t < _words.Length; t++)
        {
            if (document.Tokens[t].Kind != TokenKind.Punctuation)
            {
                ReadOnlySpan<char> word = document.Tokens[t].Span.In(_text);
                _words[t] = TimeWords.Find(IsMid(word) ? word[Mid.Length..] : word);
                _opens[t] = document.Tokens[t].Kind == TokenKind.Word ? TimeOpeners.Find(word) : Opens.None;
            }
        }
    }

    /// <summary>"mid-May" is one token.</summary>
    private static bool IsMid(ReadOnlySpan<char> word) => word.Length > Mid.Length && word.StartsWith(Mid, StringComparison.OrdinalIgnoreCase);

    public static IReadOnlyList<string> ModifierWords => s_modifiers.FirstWords;

    public static IReadOnlyList<string> ReferenceWords => s_references.FirstWords;

    private Holiday? HolidayAt(int i, out int end)
    {
        end = i;
        return i < _limit && (_opens[i] & Opens.Holiday) != 0 ? Holiday.Find(_document, i, _limit, out end) : null;
    }

    /// <summary>The bare year three digits long is one only in a text that counts years before the common era.</summary>
    public bool IsAncient { get; set; }

    /// <summary>Appends what is read in tokens <c>[first, limit)</c>.</summary>
    public void Read(int first, int limit, List<TimeMatch> matches)
    {
        _first = first;
        _limit = limit;
        for (int i = first; i < limit; i++)
        {
            if (!MayOpen(i))
            {
                continue;
            }

            if (ReadPair(i, out TimeMatch one, out TimeMatch other))
            {
                matches.Add(one);
                matches.Add(other);
                i = other.End - 1;
            }
            else if (ReadOne(i) is { } match)
            {
                if (match.Phrase.Kind != PhraseKind.Guard)
                {
                    matches.Add(match);
                }

                i = match.End - 1;
            }
        }
    }

    /// <summary>Whether an hour at the end of a sentence, before token <paramref name="end"/>, goes on in the next one.</summary>
    public bool ReadsOn(int end) =>
        end > 0 && end < _words.Length && _words[end - 1] is { Meridiem: not '\0' } && _words[end] is { Zone: not null } or { Weekday: > 0 } or { Month: > 0 }
        && _document.Tokens[end - 1].Span.In(_text).EndsWith(".");

    private TimeMatch? ReadOne(int i)
    {
        TimeMatch? best = null;
        Keep(ref best, ReadModified(i));
        Keep(ref best, ReadReference(i));
        Keep(ref best, ReadMoment(i));
        Keep(ref best, ReadSet(i));
        Keep(ref best, ReadLength(i));
        return best;
    }

    private static void Keep(ref TimeMatch? best, TimeMatch? candidate)
    {
        if (candidate is { } found && (best is not { } known || found.End > known.End))
        {
            best = found;
        }
    }

    private bool MayOpen(int i)
    {
        Token token = _document.Tokens[i];
        if (token.Kind == TokenKind.Number || _words[i] is not null || (_opens[i] & (Opens.Reference | Opens.Holiday)) != 0)
        {
            return true;
        }

        if (token.Kind != TokenKind.Word)
        {
            return token.Length == 1 && Tokenizer.IsApostrophe(_text[token.Start]);
        }

        return (_opens[i] != Opens.None && IsTimeNear(i)) || (token.Length <= 6 && char.IsAsciiDigit(_text[token.End - 1]));
    }

    /// <summary>Whether a word of time or a figure stands among the next few tokens.</summary>
    private bool IsTimeNear(int i)
    {
        int last = Math.Min(_limit, i + NearTokens + 1);
        for (int k = i + 1; k < last; k++)
        {
            if (_words[k] is not null || _document.Tokens[k].Kind == TokenKind.Number || (_opens[k] & Opens.Holiday) != 0)
            {
                return true;
            }
        }

        return false;
    }

    private TimeMatch? ReadReference(int i)
    {
        if ((_opens[i] & Opens.Reference) == 0 || s_references.Find(_document, i, _limit, out int end) is not { } found)
        {
            return null;
        }

        // "now that we know", "every now and again"
        if (Is(i, "now") && (Is(i + 1, "that") || (Is(i + 1, "and") && IsAny(i + 2, "again", "then"))))
        {
            return null;
        }

        ReadOnlySpan<char> word = Word(i);
        bool adjective = end == i + 1 && (word.Equals("future", StringComparison.OrdinalIgnoreCase) || word.Equals("current", StringComparison.OrdinalIgnoreCase) || word.Equals("recent", StringComparison.OrdinalIgnoreCase));
        if (IsCapitalised(i) && i > _first && adjective)
        {
            return null;
        }

        // "the past" is a time of its own only where no noun follows: "the past two years", "the past president".
        if (Is(end - 1, "past") && end < _limit && _document.Tokens[end].Kind is TokenKind.Word or TokenKind.Number && !IsFunctionWord(end))
        {
            return null;
        }

        return new TimeMatch(i, end, new TimePhrase(found[1] == "duration" ? PhraseKind.Duration : PhraseKind.Reference, "reference") { Value = found[0] });
    }

    /// <summary>"about 1945", "ca. 490 BC", "around March 1986".</summary>
    private TimeMatch? ReadModified(int i)
    {
        if ((_opens[i] & Opens.Modifier) == 0 || IsAny(i - 1, "how", "what") || s_modifiers.Find(_document, i, _limit, out int end) is not { } found || found[1] != "both")
        {
            return null;
        }

        return ReadMoment(end) is { } date && date.Phrase.Modifier == TimeModifier.None
            ? new TimeMatch(i, date.End, date.Phrase with { Modifier = Enum.Parse<TimeModifier>(found[0]) })
            : null;
    }

    private TimeWord? At(int i) => i >= _first && i < _limit ? _words[i] : null;

    private ReadOnlySpan<char> Word(int i) => i >= _first && i < _limit ? _document.Tokens[i].Span.In(_text) : [];

    private bool Is(int i, string word) => Word(i).Equals(word, StringComparison.OrdinalIgnoreCase);

    private bool IsAny(int i, params ReadOnlySpan<string> words)
    {
        ReadOnlySpan<char> found = Word(i);
        foreach (string word in words)
        {
            if (found.Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>No white space stands before the token.</summary>
    private bool IsGlued(int i) => i > _first && i < _limit && _document.Tokens[i - 1].End == _document.Tokens[i].Start;

    private bool IsHyphen(int i) => Word(i) is "-" or "–" or "‑" or "‐" or "—";

    private bool IsCapitalised(int i) => i >= _first && i < _limit && char.IsUpper(_text[_document.Tokens[i].Start + (IsMid(Word(i)) ? Mid.Length : 0)]);

    private bool IsWordToken(int i) => i >= _first && i < _limit && _document.Tokens[i].Kind == TokenKind.Word;

    private bool IsFunctionWord(int i) =>
        IsAny(i, "and", "or", "but", "of", "to", "that", "was", "is", "are", "were", "has", "have", "had", "when", "who", "which", "as", "by", "with", "for", "in", "on", "at",
            "between", "against", "during", "after", "before", "until", "since", "under", "over", "into", "through", "then", "there", "only", "also", "all", "both", "this", "these", "where", "while", "did", "does", "if", "so", "an", "his", "her", "their", "its",
            "from", "will", "would", "could", "can", "may", "not", "than", "because", "it", "he", "she", "they", "we", "i", "the", "a");

    /// <summary>The digits of token <paramref name="i"/> as a number, if it is nothing but up to four; −1 otherwise.</summary>
    private int Digits(int i)
    {
        ReadOnlySpan<char> word = Word(i);
        if (word.Length is 0 or > 4)
        {
            return -1;
        }

        int number = 0;
        foreach (char c in word)
        {
            if (!char.IsAsciiDigit(c))
            {
                return -1;
            }

            number = (number * 10) + c - '0';
        }

        return number;
    }

    /// <summary>1st, 22nd, "fifth", "twenty-first" as a number; 0 where there is none.</summary>
    private int Ordinal(int i, out int end)
    {
        end = i + 1;
        ReadOnlySpan<char> word = Word(i);
        if (word.Length >= 3 && char.IsAsciiDigit(word[0]))
        {
            ReadOnlySpan<char> suffix = word[^2..];
            return suffix is "st" or "nd" or "rd" or "th" or "ST" or "ND" or "RD" or "TH" && int.TryParse(word[..^2], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int number)
                && number <= 100 ? number : 0;
        }

        if (At(i) is { IsTens: true, Number: { } tens })
        {
            int k = IsHyphen(i + 1) ? i + 2 : i + 1;
            if (At(k) is { Ordinal: > 0 and < 10 } unit)
            {
                end = k + 1;
                return tens + unit.Ordinal;
            }

            return 0;
        }

        return At(i)?.Ordinal ?? 0;
    }
}
