using System.Globalization;
using Entente.Analysis.Text;

namespace Entente.Analysis.Attributions;

/// <summary>The closed list of edits that change what was said, and those that do not.</summary>
internal static class EditRules
{
    /// <summary>Names the edit between words [fromA, toA) of one wording and [fromB, toB) of the other; either may be empty.</summary>
    public static WordEdit Classify(string first, List<QuotedWord> a, int fromA, int toA, string second, List<QuotedWord> b, int fromB, int toB)
    {
        TextSpan left = Stretch(a, fromA, toA), right = Stretch(b, fromB, toB);
        List<QuotedWord> removed = a.GetRange(fromA, toA - fromA), put = b.GetRange(fromB, toB - fromB);
        (EditKind kind, bool bears) = Judge(first, a, fromA, toA, removed, second, b, fromB, toB, put);
        return new WordEdit(kind, bears, left.Of(first), right.Of(second), left, right);
    }

    private static TextSpan Stretch(List<QuotedWord> words, int from, int to)
    {
        if (to > from)
        {
            return new TextSpan(words[from].Span.Start, words[to - 1].Span.End);
        }

        int place = from > 0 ? words[from - 1].Span.End : words.Count > 0 ? words[0].Span.Start : 0;
        return new TextSpan(place, place);
    }

    private static (EditKind Kind, bool Bears) Judge(string first, List<QuotedWord> a, int fromA, int toA, List<QuotedWord> removed, string second, List<QuotedWord> b, int fromB, int toB, List<QuotedWord> put)
    {
        if (Joined(removed) == Joined(put))
        {
            return (EditKind.Spelling, false);
        }

        if (OtherName.IsExchanged(first, a, fromA, toA, second, b, fromB, toB))
        {
            return (EditKind.Alias, false);
        }

        bool oneSided = removed.Count == 0 || put.Count == 0;
        bool isMarked = oneSided ? IsMarked(first, a, fromA, toA, second, b, fromB, toB) : IsReplacedInBrackets(first, a, fromA, toA, second, b, fromB, toB);
        // A whole parenthesis left out is more than the negation that it may hold.
        bool isPassage = oneSided && removed.Count + put.Count >= ShortestPassage;
        bool isNegated = isPassage
            ? (put.Count == 0 ? NegatesTheRest(first, a, fromA, toA) : NegatesTheRest(second, b, fromB, toB))
            : HoldsNegation(removed) != HoldsNegation(put);
        if (isNegated || IsNegatedPair(removed, put))
        {
            // No mark makes up for it: "We will … sell" for "We will not sell" tells the reader that something is left out, and the opposite.
            return (EditKind.Negation, true);
        }

        if (isMarked)
        {
            // An ellipsis or brackets stand there: the reader is told.
            return (put.Count == 0 ? EditKind.Dropped : removed.Count == 0 ? EditKind.Added : EditKind.Changed, false);
        }

        if (Differ(removed, put, IsModal))
        {
            return (EditKind.Modal, true);
        }

        if (Numbers(removed) != Numbers(put))
        {
            return (EditKind.Number, true);
        }

        if (removed.TrueForAll(IsNumber) && put.TrueForAll(IsNumber) && !oneSided)
        {
            return (EditKind.Spelling, false);
        }

        if (Differ(removed, put, IsScope))
        {
            return (EditKind.Scope, true);
        }

        if (oneSided)
        {
            List<QuotedWord> words = put.Count == 0 ? removed : put;
            return (put.Count == 0 ? EditKind.Dropped : EditKind.Added, words.Exists(w => w.IsContent));
        }

        if (removed.Exists(w => IsName(first, w)) && put.Exists(w => IsName(second, w)))
        {
            return (EditKind.Name, true);
        }

        if (removed.Count == put.Count && Enumerable.Range(0, put.Count).All(k => IsSameWord(removed[k].Folded, put[k].Folded)))
        {
            return (EditKind.Changed, false);
        }

        return (EditKind.Changed, removed.Exists(w => w.IsContent) || put.Exists(w => w.IsContent));
    }

    private static string Joined(List<QuotedWord> words) => string.Concat(words.Select(w => w.Folded));

    /// <summary>An ellipsis at the place where words are missing, or brackets around words put in.</summary>
    private static bool IsMarked(string first, List<QuotedWord> a, int fromA, int toA, string second, List<QuotedWord> b, int fromB, int toB) =>
        toA == fromA ? MarksGap(first, a, fromA, second, b, fromB, toB) : MarksGap(second, b, fromB, first, a, fromA, toA);

    /// <param name="at">The gap: before this word of <paramref name="words"/> something stands in the other wording only.</param>
    private static bool MarksGap(string text, List<QuotedWord> words, int at, string otherText, List<QuotedWord> other, int from, int to)
    {
        if (InBrackets(otherText, other, from, to))
        {
            return true;
        }

        // "the old and the new pier" cut to "the … new pier": whether the first or the second "the" was dropped is one and the same.
        int before = 0, behind = 0;
        while (at - before > 0 && from - before > 0 && other[from - before - 1].Folded == other[to - before - 1].Folded)
        {
            before++;
        }

        while (at + behind < words.Count && to + behind < other.Count && other[from + behind].Folded == other[to + behind].Folded)
        {
            behind++;
        }

        for (int shift = -before; shift <= behind; shift++)
        {
            if (GapHolds(text, words, at + shift))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A pronoun, or no word of weight at all, for which the reporter puts another in brackets. What he puts in place of such words the reader cannot know.</summary>
    private static bool IsReplacedInBrackets(string first, List<QuotedWord> a, int fromA, int toA, string second, List<QuotedWord> b, int fromB, int toB) =>
        (InBrackets(second, b, fromB, toB) && !a.GetRange(fromA, toA - fromA).Exists(IsWeighty))
        || (InBrackets(first, a, fromA, toA) && !b.GetRange(fromB, toB - fromB).Exists(IsWeighty));

    private static bool IsWeighty(QuotedWord word) => word.IsContent || IsModal(word.Folded) || IsScope(word.Folded) || IsNumber(word);

    private static bool GapHolds(string text, List<QuotedWord> words, int at)
    {
        if (at <= 0 || at >= words.Count)
        {
            return false;
        }

        ReadOnlySpan<char> gap = text.AsSpan(words[at - 1].Span.End, Math.Max(0, words[at].Span.Start - words[at - 1].Span.End));
        return gap.Contains('…') || gap.Contains("..", StringComparison.Ordinal) || gap.Contains(". .", StringComparison.Ordinal) || gap.ContainsAny('[', ']');
    }

    /// <summary>Whether the words stand in one pair of square brackets, alone or among others.</summary>
    private static bool InBrackets(string text, List<QuotedWord> words, int from, int to)
    {
        if (to <= from)
        {
            return false;
        }

        const int LongestInsertion = 120;
        int start = words[from].Span.Start, end = words[to - 1].Span.End;
        ReadOnlySpan<char> before = text.AsSpan(Math.Max(0, start - LongestInsertion), Math.Min(start, LongestInsertion));
        ReadOnlySpan<char> behind = text.AsSpan(end, Math.Min(text.Length - end, LongestInsertion));
        int open = before.LastIndexOfAny('[', ']'), close = behind.IndexOfAny('[', ']');
        return open >= 0 && before[open] == '[' && close >= 0 && behind[close] == ']' && !text.AsSpan(start, end - start).ContainsAny('[', ']');
    }

    /// <summary>Whether a long stretch left out begins or ends with a negation that governs what stands beside it, as in "will not, under any pressure, sell".</summary>
    private static bool NegatesTheRest(string text, List<QuotedWord> words, int from, int to) =>
        (IsNegation(words[from].Folded) && from > 0 && IsNothingBetween(text, words[from - 1], words[from]))
        || (IsNegation(words[to - 1].Folded) && to < words.Count && IsNothingBetween(text, words[to - 1], words[to]));

    private static bool IsNothingBetween(string text, QuotedWord one, QuotedWord next) => text.AsSpan(one.Span.End, Math.Max(0, next.Span.Start - one.Span.End)).IsWhiteSpace();

    private const int ShortestPassage = 4;

    private static bool IsNegation(string word) => word is "not" or "no" or "never" or "neither" or "nor" or "none" or "nothing" or "nobody" or "nowhere" or "without" or "hardly" or "scarcely" or "barely";

    private static bool HoldsNegation(List<QuotedWord> words) => words.Exists(w => IsNegation(w.Folded));

    /// <summary>authorised / unauthorised.</summary>
    private static bool IsNegatedPair(List<QuotedWord> a, List<QuotedWord> b)
    {
        if (a.Count != 1 || b.Count != 1)
        {
            return false;
        }

        (string shorter, string longer) = a[0].Folded.Length < b[0].Folded.Length ? (a[0].Folded, b[0].Folded) : (b[0].Folded, a[0].Folded);
        return shorter.Length >= 4 && longer.EndsWith(shorter, StringComparison.Ordinal) && longer[..^shorter.Length] is "un" or "in" or "im" or "il" or "ir" or "non" or "dis";
    }

    private static bool IsModal(string word) => word is "may" or "might" or "could" or "should" or "would" or "will" or "must" or "can" or "shall" or "ought" or "'d";

    private static bool IsScope(string word) => word is "only" or "all" or "every" or "some" or "most" or "any" or "each" or "always" or "sometimes" or "often" or "many" or "few"
        or "nearly" or "almost" or "solely" or "entire" or "entirely" or "partly" or "mostly" or "both" or "several" or "just" or "least";

    private static bool Differ(List<QuotedWord> a, List<QuotedWord> b, Predicate<string> kind)
    {
        IEnumerable<string> left = a.Where(w => kind(w.Folded)).Select(w => w.Folded).Order(StringComparer.Ordinal);
        return !left.SequenceEqual(b.Where(w => kind(w.Folded)).Select(w => w.Folded).Order(StringComparer.Ordinal));
    }

    private static bool IsNumber(QuotedWord word) => Value(word.Folded) is not null;

    private static string Numbers(List<QuotedWord> words) =>
        string.Join(' ', words.Select(w => Value(w.Folded)).Where(v => v is not null));

    /// <summary>The value of a figure or number word, as text; null when it is none.</summary>
    private static string? Value(string folded)
    {
        if (char.IsAsciiDigit(folded[0]) || (folded[0] == '.' && folded.Length > 1))
        {
            return folded;
        }

        int at = Array.IndexOf(s_numbers, folded);
        return at >= 0 ? at.ToString(CultureInfo.InvariantCulture) : folded switch
        {
            "hundred" or "hundreds" => "100",
            "thousand" or "thousands" => "1000",
            "million" or "millions" or "mn" => "1000000",
            "billion" or "billions" or "bn" => "1000000000",
            "dozen" or "dozens" => "12",
            "thirty" => "30",
            "forty" => "40",
            "fifty" => "50",
            "sixty" => "60",
            "seventy" => "70",
            "eighty" => "80",
            "ninety" => "90",
            _ => null,
        };
    }

    private static readonly string[] s_numbers =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
        "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    ];

    /// <summary>Capitalised inside a sentence, or capitals throughout: IS is a name, "is" is not.</summary>
    private static bool IsName(string text, QuotedWord word)
    {
        ReadOnlySpan<char> raw = word.Span.In(text);
        int capitals = 0;
        foreach (char c in raw)
        {
            capitals += char.IsUpper(c) ? 1 : 0;
        }

        return (capitals >= 2 && capitals * 2 > raw.Length)
            || (char.IsUpper(raw[0]) && Vocabulary.Function(word.Folded) is null or "time" && !StartsSentence(text, word.Span.Start));
    }

    private static bool StartsSentence(string text, int at)
    {
        int i = at - 1;
        while (i >= 0 && (char.IsWhiteSpace(text[i]) || text[i] is '"' or '“' or '‘' or '\''))
        {
            i--;
        }

        return i < 0 || text[i] is '.' or '!' or '?';
    }

    /// <summary>Agreement or ending only: need/needs, is/are, cooperate/cooperating.</summary>
    private static bool IsSameWord(string a, string b)
    {
        if ((a, b) is ("is", "are") or ("are", "is") or ("was", "were") or ("were", "was") or ("has", "have") or ("have", "has") or ("does", "do") or ("do", "does") or ("a", "an") or ("an", "a"))
        {
            return true;
        }

        int shared = 0;
        while (shared < a.Length && shared < b.Length && a[shared] == b[shared])
        {
            shared++;
        }

        return (shared >= 3 && Math.Abs(a.Length - b.Length) <= 1 && shared >= Math.Min(a.Length, b.Length) && (a[^1] == 's' || b[^1] == 's'))
            || (shared >= 4 && shared * 10 >= Math.Max(a.Length, b.Length) * 6 && Math.Max(a.Length, b.Length) - shared <= 3);
    }
}
