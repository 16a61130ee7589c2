using Entente.Analysis.Text;

namespace Entente.Reading.PlainText;

/// <summary>A line that says who wrote the report: "By Ana Roe and Bo Lind", "Articles by: …", "(Reporting by …; Editing by …)".</summary>
/// <param name="Rest">What stands behind a slash or bar on the same line: often the masthead.</param>
internal sealed record Byline(IReadOnlyList<string> Names, TextSpan? Rest)
{
    private static readonly string[] s_openings =
    [
        "articles by:", "article by:", "articles by", "article by", "written by:", "written by", "posted by", "story by", "text by", "words by", "reported by:", "report by:",
        "by:", "by", "author:", "authors:", "byline:", "writer:", "from our correspondent", "(reporting by", "reporting by", "(writing by", "(editing by",
        "(additional reporting by",
    ];

    private static readonly string[] s_cuts = [" in ", " for ", " at ", " from ", " – ", " — ", "; editing", "; writing"];

    private static readonly string[] s_roles =
        ["Writer", "Editor", "Correspondent", "Staff", "Reporter", "Columnist", "Contributor", "Journalist", "Bureau", "Desk", "Analyst", "PhD", "Agencies"];

    /// <summary>The byline that <paramref name="span"/> is; null if it is none.</summary>
    public static Byline? TryRead(string text, TextSpan span, OutletRegister outlets)
    {
        ReadOnlySpan<char> line = span.In(text);
        string? opening = null;
        foreach (string candidate in s_openings)
        {
            if (line.StartsWith(candidate, StringComparison.OrdinalIgnoreCase)
                && (line.Length == candidate.Length || SourceLines.IsBlank(line[candidate.Length]) || candidate[^1] == ':'))
            {
                opening = candidate;
                break;
            }
        }

        if (opening is null)
        {
            return null;
        }

        if (opening == "from our correspondent")
        {
            return line.Length < 60 ? new Byline([], null) : null;
        }

        ReadOnlySpan<char> names = line[opening.Length..].Trim();
        int offset = span.Start + line.Length - line[opening.Length..].TrimStart().Length;
        TextSpan? rest = null;
        foreach (string separator in (ReadOnlySpan<string>)[" / ", " | ", " • ", " · ", " || "])
        {
            int at = names.IndexOf(separator);
            if (at > 0)
            {
                rest = new TextSpan(offset + at + separator.Length, span.End);
                names = names[..at];
            }
        }

        // "By Ana Roe, 9 December 2015" and "By Ana Roe - Published 9 December 2015".
        if (rest is null && MastheadDate.TryFind(text, new TextSpan(offset, offset + names.Length)) is { } date)
        {
            rest = new TextSpan(date.Whole.Start, offset + names.Length);
            names = WithoutLabel(text.AsSpan(offset, date.Whole.Start - offset));
        }

        bool inBrackets = opening[0] == '(';
        names = names.TrimEnd(inBrackets ? ").;" : ",;").Trim();
        int words = LineForms.CountWords(names);
        bool endsSentence = !inBrackets && names.EndsWith(".") && !EndsWithAbbreviation(names);
        if (words is 0 or > 14 || endsSentence || names.ContainsAny("?!") || names[0] is '"' or '“' || char.IsAsciiDigit(names[0])
            || !NameForms.IsCapitalised(inBrackets ? UpTo(names, ';') : names, 14) || (opening == "by" && IsCalendarWord(names)))
        {
            return null;
        }

        return new Byline(SplitNames(names, outlets), rest);
    }

    /// <summary>The names in "Ana Roe and Bo Lind, Staff Writers".</summary>
    internal static IReadOnlyList<string> SplitNames(ReadOnlySpan<char> names, OutletRegister outlets)
    {
        foreach (string cut in s_cuts)
        {
            int at = names.IndexOf(cut, StringComparison.OrdinalIgnoreCase);
            if (at > 0 && outlets.TryFindByName(names.ToString()) is null)
            {
                names = names[..at];
            }
        }

        List<string> found = [];
        if (outlets.TryFindByName(names.ToString()) is not null)
        {
            return [names.Trim().ToString()];
        }

        string joined = names.ToString().Replace(" and ", ",", StringComparison.OrdinalIgnoreCase).Replace(" & ", ",", StringComparison.Ordinal)
            .Replace(" with ", ",", StringComparison.OrdinalIgnoreCase).Replace(';', ',');
        foreach (string part in joined.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            bool isRole = s_roles.Any(role => part.EndsWith(role, StringComparison.OrdinalIgnoreCase) || part.EndsWith(role + "s", StringComparison.OrdinalIgnoreCase));
            bool isAffiliation = found.Count > 0 && outlets.TryFindByName(part) is not null;
            if (!isRole && !isAffiliation)
            {
                found.Add(part.Trim('*', '[', ']', '"', '“', '”').Trim());
            }
        }

        return found;
    }

    private static ReadOnlySpan<char> WithoutLabel(ReadOnlySpan<char> names)
    {
        ReadOnlySpan<char> own = names.TrimEnd(" ,-–—|:•·\u00A0\n");
        foreach (string label in (ReadOnlySpan<string>)["published on", "posted on", "published", "posted", "updated", "on"])
        {
            if (own.Length > label.Length && own.EndsWith(label, StringComparison.OrdinalIgnoreCase) && !char.IsLetterOrDigit(own[own.Length - label.Length - 1]))
            {
                return own[..^label.Length].TrimEnd(" ,-–—|:•·\u00A0\n");
            }
        }

        return own;
    }

    private static ReadOnlySpan<char> UpTo(ReadOnlySpan<char> words, char mark) => words.IndexOf(mark) is int at and > 0 ? words[..at] : words;

    private static bool EndsWithAbbreviation(ReadOnlySpan<char> names) =>
        names.EndsWith("Jr.") || names.EndsWith("Sr.") || names.EndsWith("Inc.") || (names.Length > 2 && char.IsUpper(names[^2]) && !char.IsLetter(names[^3]));

    // "By Monday", "By March the bridge …": a sentence about time, cut short.
    private static bool IsCalendarWord(ReadOnlySpan<char> names)
    {
        ReadOnlySpan<char> first = UpTo(names, ' ').TrimEnd(',');
        foreach (string word in (ReadOnlySpan<string>)
            ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March", "April", "June", "July", "August", "September", "October", "November", "December", "The"])
        {
            if (first.Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
