using System.Text;

namespace Entente.Reading.Metadata;

/// <summary>Parts a page's title from the site's name that pages add to it.</summary>
internal static class Headlines
{
    private static readonly string[] s_marks = [" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", " / ", " « ", " : ", " ~ "];

    private static readonly char[] s_ends = [' ', '|', '-', '–', '—', ':', '»', '·', '•', '/'];

    /// <summary>The headline in <paramref name="title"/>, and what was taken for the site's name after (or before) it.</summary>
    /// <param name="siteName">As declared elsewhere on the page; null if it is not.</param>
    /// <param name="headings">Headings of the page, among which the headline should be.</param>
    public static (string Headline, string? Suffix) Part(string title, string? siteName, string? domain, IEnumerable<string> headings)
    {
        title = Collapse(title);
        foreach (string heading in headings)
        {
            string collapsed = Collapse(heading);
            if (collapsed.Length < 8 || title.Length <= collapsed.Length)
            {
                continue;
            }

            string plain = WithPlainMarks(title), sought = WithPlainMarks(collapsed);
            bool opens = plain.StartsWith(sought, StringComparison.OrdinalIgnoreCase);
            if (opens || (plain.EndsWith(sought, StringComparison.OrdinalIgnoreCase) && IsMark(title[^(collapsed.Length + 1)]) && IsMark(title[..^collapsed.Length].TrimEnd()[^1])))
            {
                string rest = (opens ? title[collapsed.Length..] : title[..^collapsed.Length]).Trim(s_ends);
                return (collapsed, rest.Length is > 0 and < 50 ? rest : null);
            }
        }

        foreach (string mark in s_marks)
        {
            int at = title.LastIndexOf(mark, StringComparison.Ordinal);
            if (at <= 0)
            {
                continue;
            }

            string before = title[..at].Trim();
            string after = title[(at + mark.Length)..].Trim();
            if (IsSite(after, siteName, domain) || (after.Length * 3 < before.Length && mark == " | "))
            {
                return (Part(before, siteName, domain, []).Headline, after);
            }

            int first = title.IndexOf(mark, StringComparison.Ordinal);
            string leading = title[..first].Trim();
            if (IsSite(leading, siteName, domain))
            {
                return (title[(first + mark.Length)..].Trim(), leading);
            }
        }

        return (title, null);
    }

    /// <summary>Whether the words name the site: they are its declared name, or its domain is made of them.</summary>
    public static bool IsSite(string words, string? siteName, string? domain)
    {
        string bare = Letters(words.StartsWith("The ", StringComparison.OrdinalIgnoreCase) ? words[4..] : words);
        if (bare.Length < 2)
        {
            return false;
        }

        if (siteName is not null)
        {
            string site = Letters(siteName);
            if (site.Length > 1 && (site == bare || (bare.Length > 4 && site.Contains(bare, StringComparison.Ordinal))
                || (site.Length > 4 && bare.Contains(site, StringComparison.Ordinal))))
            {
                return true;
            }
        }

        string? host = domain is null ? null : Letters(domain);
        return host is not null && bare.Length >= 3 && words.Length < 40 && (host.Contains(bare, StringComparison.Ordinal) || Initials(words, host));
    }

    private static bool IsMark(char c) => s_ends.Contains(c);

    /// <summary>Typewriter marks for printers' ones, place by place: pages write the title one way and the heading the other.</summary>
    private static string WithPlainMarks(string text) => string.Create(text.Length, text, static (plain, from) =>
    {
        for (int i = 0; i < plain.Length; i++)
        {
            plain[i] = from[i] switch
            {
                '‘' or '’' or '´' or '`' => '\'',
                '“' or '”' or '„' => '"',
                '–' or '—' => '-',
                _ => from[i],
            };
        }
    });

    /// <summary>Whether <paramref name="title"/> opens or closes with the words, whatever the form of its quotation marks.</summary>
    public static bool Holds(string title, string words) => Part(title, null, null, [words]).Headline == Collapse(words) || WithPlainMarks(Collapse(title)).Equals(WithPlainMarks(Collapse(words)), StringComparison.OrdinalIgnoreCase);

    public static string Collapse(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool Initials(string words, string host)
    {
        string[] parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 3)
        {
            return false;
        }

        StringBuilder initials = new();
        foreach (string part in parts)
        {
            initials.Append(char.ToLowerInvariant(part[0]));
        }

        return host.Contains(initials.ToString(), StringComparison.Ordinal);
    }

    private static string Letters(string text)
    {
        StringBuilder letters = new(text.Length);
        foreach (char c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                letters.Append(char.ToLowerInvariant(c));
            }
        }

        return letters.ToString();
    }
}
