using Entente.Analysis.Text;

namespace Entente.Reading.PlainText;

/// <summary>The place, day and agency that open a report: "LONDON, March 3 (Reuters) —", "Orlan- ", "(Harbour Wire) 9 March –".</summary>
/// <param name="End">Where the report's first sentence starts.</param>
/// <param name="Source">The agency or paper named in it.</param>
/// <param name="Published">Its date, where it states one with a year.</param>
internal sealed record Dateline(int End, string? Source, bool SourceInBrackets, StatedTime? Published)
{
    private const int MaxLength = 120;

    private static readonly HashSet<string> s_notPlaces = new(StringComparer.OrdinalIgnoreCase)
    {
        "breaking", "update", "updated", "exclusive", "analysis", "opinion", "watch", "live", "video", "photos", "correction", "factbox", "timeline", "explainer", "note",
        "warning", "urgent", "alert", "q", "a", "editorial", "comment", "interview", "feature", "review", "profile", "just in", "developing", "in pictures",
    };

    private static readonly string[] s_months =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    /// <summary>The dateline that <paramref name="body"/> opens with; null if it opens with none.</summary>
    /// <param name="isFirst">Whether it is the report's first paragraph, where weaker forms count too.</param>
    public static Dateline? TryRead(string text, TextSpan body, OutletRegister outlets, bool isFirst)
    {
        int limit = Math.Min(body.End, body.Start + MaxLength);
        int dash = FindDash(text, body.Start, limit, out int dashEnd);
        if (dash < 0)
        {
            return isFirst ? TryReadColon(text, body, limit) : null;
        }

        ReadOnlySpan<char> before = text.AsSpan(body.Start, dash - body.Start).Trim();
        if (before.IsEmpty || dashEnd >= body.End || !StartsSentence(text[dashEnd]))
        {
            return null;
        }

        int open = before.LastIndexOf('(');
        int close = before.LastIndexOf(')');
        StatedTime? published = MastheadDate.TryFind(text, new TextSpan(body.Start, dash))?.Time;
        if (open >= 0 && close > open)
        {
            string agency = before[(open + 1)..close].Trim().ToString();
            ReadOnlySpan<char> place = before[..open].Trim(" ,");
            ReadOnlySpan<char> tail = before[(close + 1)..].Trim(" ,");
            bool agencyNamed = NameForms.IsCapitalised(agency, 6) && agency.Length > 1;
            return agencyNamed && (place.IsEmpty || IsPlaceAndDay(place)) && (tail.IsEmpty || IsDay(tail))
                ? new Dateline(dashEnd, agency, true, published)
                : null;
        }

        bool glued = dash == body.Start + before.Length && text[dash] is '-';
        string name = before.ToString();
        if (isFirst && LineForms.CountWords(name) <= 4 && (outlets.TryFindByName(name) is not null || OutletRegister.IsOutletLike(name)))
        {
            return new Dateline(dashEnd, name, false, published);
        }

        // "Orlan- The …": a paper's own mark, one word and a hyphen glued to it.
        if (isFirst && glued && LineForms.CountWords(name) == 1 && char.IsUpper(name[0]) && name.Length >= 3 && !s_notPlaces.Contains(name))
        {
            return new Dateline(dashEnd, IsShouted(name) ? null : name, false, published);
        }

        bool isPlace = IsShouted(FirstPart(before)) || (isFirst && before.Contains(',') && EndsWithDay(before));
        return isPlace && IsPlaceAndDay(before) && !s_notPlaces.Contains(name) ? new Dateline(dashEnd, null, false, published) : null;
    }

    /// <summary>"ISLAMABAD: The …".</summary>
    private static Dateline? TryReadColon(string text, TextSpan body, int limit)
    {
        int colon = text.AsSpan(body.Start, limit - body.Start).IndexOf(':');
        if (colon is < 3 or > 40 || body.Start + colon + 2 >= body.End || text[body.Start + colon + 1] is not (' ' or '\u00A0'))
        {
            return null;
        }

        ReadOnlySpan<char> place = text.AsSpan(body.Start, colon);
        return IsShouted(place) && LineForms.CountWords(place) <= 3 && !s_notPlaces.Contains(place.ToString()) && !place.ContainsAnyInRange('0', '9')
            ? new Dateline(body.Start + colon + 2, null, false, null)
            : null;
    }

    /// <summary>The first dash that parts words: a long one, or a hyphen with a space behind it.</summary>
    private static int FindDash(string text, int start, int limit, out int end)
    {
        for (int i = start; i < limit; i++)
        {
            char c = text[i];
            if (c is '.' or '!' or '?' && i + 1 < limit && text[i + 1] == ' ' && i - start > 40)
            {
                break;
            }

            bool dash = c is '—' or '–' || (c == '-' && i + 1 < limit && (text[i + 1] is ' ' or '\u00A0' or '-'));
            if (!dash || (c == '–' && i > start && char.IsDigit(text[i - 1])))
            {
                continue;
            }

            end = i + 1;
            while (end < limit && (text[end] == '-' || SourceLines.IsBlank(text[end])))
            {
                end++;
            }

            return i;
        }

        end = -1;
        return -1;
    }

    private static bool StartsSentence(char c) => char.IsUpper(c) || char.IsDigit(c) || c is '"' or '“' or '\'' or '‘' or '«' or '[' || (char.IsLetter(c) && !char.IsLower(c));

    private static bool IsPlaceAndDay(ReadOnlySpan<char> words) => LineForms.CountWords(words) <= 8 && NameForms.IsCapitalised(WithoutDigits(words), 8);

    private static bool IsDay(ReadOnlySpan<char> words) => LineForms.CountWords(words) <= 4 && (EndsWithDay(words) || HasMonth(words));

    private static bool EndsWithDay(ReadOnlySpan<char> words) => HasMonth(words) && words.ContainsAnyInRange('0', '9');

    private static bool HasMonth(ReadOnlySpan<char> words)
    {
        foreach (string month in s_months)
        {
            if (words.Contains(month, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static string WithoutDigits(ReadOnlySpan<char> words)
    {
        Span<char> letters = stackalloc char[words.Length];
        for (int i = 0; i < words.Length; i++)
        {
            letters[i] = char.IsAsciiDigit(words[i]) ? ' ' : words[i];
        }

        return new string(letters);
    }

    private static ReadOnlySpan<char> FirstPart(ReadOnlySpan<char> words) => words.IndexOf(',') is int comma and > 0 ? words[..comma] : words;

    /// <summary>All letters are capitals: how agencies print a place.</summary>
    private static bool IsShouted(ReadOnlySpan<char> words)
    {
        int capitals = 0;
        int lower = 0;
        foreach (char c in words)
        {
            capitals += char.IsUpper(c) ? 1 : 0;
            lower += char.IsLower(c) ? 1 : 0;
        }

        // "BISHKEK, March 3": months keep their small letters.
        return capitals >= 3 && lower == 0;
    }
}
