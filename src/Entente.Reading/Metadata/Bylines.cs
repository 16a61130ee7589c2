using System.Buffers;
using Entente.Analysis.Text;

namespace Entente.Reading.Metadata;

/// <summary>Makes names of what a page gives as its author: "By ANN LEE and Bo Ray | 3 May 2021" names two people.</summary>
/// <remarks>Nothing is added and no form of a name is changed; what is no name (an address, a date, a sentence) gives nothing.</remarks>
internal static class Bylines
{
    private const int LongestName = 70;

    private static readonly SearchValues<char> s_ends = SearchValues.Create("|•·→/»");

    private static readonly string[] s_lead =
    [
        "written by", "posted by", "words by", "story by", "text by", "published by", "article by", "contributed by", "created by", "authored by", "a post by",
        "blog by", "report by", "reported by", "submitted by", "about the author", "about the authors", "author name", "post author", "by:", "by", "authors:", "author:", "written:",
        "author", "authors", "from",
    ];

    private static readonly string[] s_notNames =
    [
        "admin", "administrator", "author", "authors", "view all posts", "unknown", "anonymous", "guest", "user", "webmaster", "root", "null", "none", "undefined", "n/a",
        "posted by", "by", "superuser", "wpadmin", "wp-admin", "siteadmin", "site admin", "share", "follow", "read more", "about", "contact", "home", "view profile", "see full bio", "more", "last", "on", "written by", "written", "published", "updated", "posted", "the author", "reviewed by", "article by", "editor", "staff", "reviewed",
    ];

    private static readonly string[] s_credentials =
    [
        "phd", "md", "do", "rd", "rdn", "ms", "mph", "mba", "rn", "cpa", "cfp", "cfa", "esq", "jd", "jr", "sr", "ii", "iii", "dds", "dmd", "msw", "lcsw", "lmft", "ldn", "cdn",
        "cpt", "cscs", "facc", "fand", "np", "pa", "pa-c", "pharmd", "psyd", "edd", "bsc", "msc", "ma", "ba", "bs", "mfa", "cepf", "ea", "cisa", "cissp", "pmp", "faafp",
        "foma", "dabom", "facp", "faap", "mscp", "abr", "gri", "rcis", "rdms", "ccc-slp", "otr/l", "dpt", "pt", "dc", "lac", "lpc", "aprn", "msn", "bsn", "ryt", "e-ryt",
    ];

    /// <summary>The names in a byline that a page shows, in order; empty if it holds none.</summary>
    public static List<string> Clean(string? raw) => Clean(raw, isDeclared: false);

    /// <param name="isDeclared">Markup gives names alone, so nothing needs to be cut off after them.</param>
    public static List<string> Clean(string? raw, bool isDeclared)
    {
        List<string> names = [];
        if (string.IsNullOrWhiteSpace(raw))
        {
            return names;
        }

        ReadOnlySpan<char> text = WithoutLead(raw.AsSpan().Trim());
        text = isDeclared ? Trimmed(text) : CutAfterNames(text);
        foreach (string part in Split(text))
        {
            if (names.Count > 0 && IsCredential(part))
            {
                names[^1] += ", " + part;
            }
            else if (IsName(part) && !names.Contains(part, StringComparer.OrdinalIgnoreCase))
            {
                names.Add(part);
            }
        }

        return names;
    }

    /// <summary>Whether a line announces its author ("By Ann Lee").</summary>
    public static bool HasLead(ReadOnlySpan<char> line) => WithoutLead(line).Length < line.Length;

    private static ReadOnlySpan<char> WithoutLead(ReadOnlySpan<char> text)
    {
        bool again = true;
        while (again)
        {
            again = false;
            foreach (string lead in s_lead)
            {
                if (text.Length > lead.Length && text.StartsWith(lead, StringComparison.OrdinalIgnoreCase)
                    && (lead[^1] == ':' || !char.IsLetterOrDigit(text[lead.Length]) || (lead.EndsWith(" by", StringComparison.Ordinal) && char.IsUpper(text[lead.Length]))))
                {
                    text = text[lead.Length..].TrimStart(" \t\n:–—-|•\u00A0");
                    again = true;
                    break;
                }
            }
        }

        return text;
    }

    /// <summary>Ends the text where a date, an address or other furniture begins.</summary>
    private static ReadOnlySpan<char> CutAfterNames(ReadOnlySpan<char> text)
    {
        int newline = text.IndexOf('\n');
        if (newline > 0)
        {
            text = text[..newline];
        }

        int mark = text.IndexOfAny(s_ends);
        if (mark > 0)
        {
            text = text[..mark];
        }

        foreach (string cut in (ReadOnlySpan<string>)[" on ", " published", " updated", " posted", " last ", " — ", " – ", " - ", " min read", " on behalf of ", " in ", " at ", " writes", " reviewed", " edited", "(", " http", " is ", " view all"])
        {
            int at = text.IndexOf(cut, StringComparison.OrdinalIgnoreCase);
            if (at > 2)
            {
                text = text[..at];
            }
        }

        if (TimeParser.TryFindIn(text, TimeOrigin.Meta, out TextSpan where) is not null)
        {
            text = text[..where.Start];
        }

        return Trimmed(text);
    }

    /// <summary>Without the marks around a name; the full stop of "Ph.D." and "Jr." stays.</summary>
    private static ReadOnlySpan<char> Trimmed(ReadOnlySpan<char> text)
    {
        text = text.Trim(" \t\n,;:-–—|•\"“”\u00A0");
        if (text.EndsWith(".") && !text[..^1].TrimEnd().IsEmpty)
        {
            ReadOnlySpan<char> last = text[(text.LastIndexOf(' ') + 1)..^1];
            text = last.Contains('.') || last.Length is 2 or 1 ? text : text[..^1];
        }

        return text;
    }

    private static List<string> Split(ReadOnlySpan<char> text)
    {
        List<string> parts = [];
        string rest = text.ToString();
        // "Rope & Tar" is one name: of two people at least one is called by more than a word.
        rest = rest.Contains(" & ", StringComparison.Ordinal) && rest.Split(' ').Length == 3 ? rest : rest.Replace(" & ", ",", StringComparison.Ordinal);
        rest = rest.Replace(" and ", ",", StringComparison.OrdinalIgnoreCase)
            .Replace(" with ", ",", StringComparison.OrdinalIgnoreCase).Replace(';', ',');
        foreach (string part in rest.Split(','))
        {
            string name = string.Join(' ', part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            if (name.Length > 0)
            {
                parts.Add(name);
            }
        }

        return parts;
    }

    private static bool IsCredential(string part)
    {
        string bare = part.Replace(".", "", StringComparison.Ordinal).Replace("®", "", StringComparison.Ordinal).ToLowerInvariant();
        foreach (string word in bare.Split(' '))
        {
            if (Array.IndexOf(s_credentials, word) < 0 && !(part.Length <= 6 && part.Equals(part.ToUpperInvariant(), StringComparison.Ordinal) && part.Length >= 2))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsName(string part)
    {
        if (part.Length is < 2 or > LongestName || part.Contains('@') || part.Contains("http", StringComparison.OrdinalIgnoreCase)
            || part.Contains("www.", StringComparison.OrdinalIgnoreCase) || part.Contains('{') || part.Contains('<'))
        {
            return false;
        }

        int letters = 0, digits = 0, words = 1;
        foreach (char c in part)
        {
            letters += char.IsLetter(c) ? 1 : 0;
            digits += char.IsDigit(c) ? 1 : 0;
            words += c == ' ' ? 1 : 0;
        }

        foreach (string other in (ReadOnlySpan<string>)["fact checked", "fact-checked", "reviewed by", "medically reviewed", "edited by", "photo by", "photos by", "filed under", "published", "updated"])
        {
            if (part.StartsWith(other, StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return letters >= 2 && digits * 2 <= letters && words <= 7 && Array.IndexOf(s_notNames, part.ToLowerInvariant()) < 0;
    }
}
