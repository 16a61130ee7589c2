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

        bool oneSided = removed.Count == 0 || put.Count == 0;
        // A whole parenthesis left out is more than the negation that it may hold.
        bool isPassage = oneSided && removed.Count + put.Count >= ShortestPassage;
        if ((!isPassage && HoldsNegation(removed) != HoldsNegation(put)) || IsNegatedPair(removed, put))
        {
            return (EditKind.Negation, !IsMarked(first, a, fromA, toA, second, b, fromB, toB) || !oneSided);
        }

        if (oneSided && IsMarked(first, a, fromA, toA, second, b, fromB, toB))
        {
            // An ellipsis or brackets stand there: the reader is told.
            return (put.Count == 0 ? EditKind.Dropped : EditKind.Added, false);
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
        (toA == fromA && GapHolds(first, a, fromA)) || (toB == fromB && GapHolds(second, b, fromB)) || InBrackets(first, a, fromA, toA) || InBrackets(second, b, fromB, toB);

    private static bool GapHolds(string text, List<QuotedWord> words, int at)
    {
        if (at <= 0 || at >= words.Count)
        {
            return false;
        }

        ReadOnlySpan<char> gap = text.AsSpan(words[at - 1].Span.End, Math.Max(0, words[at].Span.Start - words[at - 1].Span.End));
        return gap.Contains('…') || gap.Contains("..", StringComparison.Ordinal) || gap.Contains(". .", StringComparison.Ordinal) || gap.Contains('[');
    }

    private static bool InBrackets(string text, List<QuotedWord> words, int from, int to)
    {
        if (to <= from)
        {
            return false;
        }

        int before = words[from].Span.Start - 1, after = words[to - 1].Span.End;
        return before >= 0 && after < text.Length && text[before] == '[' && text[after] == ']';
    }

    private const int ShortestPassage = 4;

    private static bool IsNegation(string word) => word is "not" or "no" or "never" or "neither" or "nor" or "none" or "nothing" or "nobody" or "without" or "hardly";

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
