using System.Buffers;

namespace Entente.Analysis.Text;

public static partial class Tokenizer
{
    private const int LongestAddress = 2_000;
    private static readonly SearchValues<char> s_groupName = SearchValues.Create("abcdefghijklmnopqrstuvwxyz.-");

    /// <summary>In whatever case of letters: LETTER.DOC.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> s_fileEndings = new HashSet<string>(
        ["pdf", "doc", "docx", "xls", "xlsx", "ppt", "txt", "csv", "zip", "jpg", "jpeg", "png", "gif", "mp3", "mp4"],
        StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The end of the web address, e-mail address, handle or hashtag at <paramref name="i"/>; <paramref name="i"/> when there is none.</summary>
    private static int AddressEnd(ReadOnlySpan<char> s, int i)
    {
        ReadOnlySpan<char> rest = s[i..];
        switch (s[i])
        {
            case '@' or '#' when IsLetter(At(s, i + 1)) || At(s, i + 1) == '_':
                int j = i + 1;
                while (IsWordChar(At(s, j)) || At(s, j) == '_')
                {
                    j++;
                }

                return s[i] == '@' && At(s, j) == '@' && DomainEnd(s, j + 1) is > 0 and int server ? server : j;
            case 'h' or 'H' or 'f' or 'F' or 'w' or 'W' or 'm' or 'M' when StartsWebAddress(rest):
                return WebAddressEnd(s, i);
        }

        if (!char.IsAsciiLetterOrDigit(s[i]))
        {
            return i;
        }

        int mail = MailAddressEnd(s, i);
        if (mail > i)
        {
            return mail;
        }

        int domain = DomainEnd(s, i);
        return domain == 0 ? i : At(s, domain) == '/' ? WebAddressEnd(s, i) : domain;
    }

    private static bool StartsWebAddress(ReadOnlySpan<char> rest) =>
        Starts(rest, "http://") || Starts(rest, "https://") || Starts(rest, "ftp://") || Starts(rest, "mailto:") || (Starts(rest, "www.") && rest.Length > 4 && IsWordChar(rest[4]));

    private static bool Starts(ReadOnlySpan<char> rest, string with) => rest.StartsWith(with, StringComparison.OrdinalIgnoreCase);

    private static int WebAddressEnd(ReadOnlySpan<char> s, int i)
    {
        int j = i;
        int limit = Math.Min(s.Length, i + LongestAddress);
        int open = 0;
        while (j < limit && !char.IsWhiteSpace(s[j]) && !(s[j] is '<' or '>' or '"' or '“' or '”' or '«' or '»' or '|' or '\\' or '^' or '`' or '{' or '}'))
        {
            if (s[j] == '(')
            {
                open++;
            }
            else if (s[j] == ')' && --open < 0)
            {
                break;
            }

            j++;
        }

        while (j > i + 1 && s[j - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '’' or '*' or '_' or ']' or '…')
        {
            j--;
        }

        return j;
    }

    private static int MailAddressEnd(ReadOnlySpan<char> s, int i)
    {
        // RFC 5321 lets a local part have 64 characters; the limit also keeps this linear on foreign text.
        int j = i;
        int limit = Math.Min(s.Length, i + 64);
        while (j < limit && (char.IsAsciiLetterOrDigit(s[j]) || s[j] is '.' or '_' or '%' or '+' or '-'))
        {
            j++;
        }

        // Archives of newsgroups cut addresses short: "someo...@example.org".
        return At(s, j) == '@' && DomainEnd(s, j + 1, anyEnding: true) is > 0 and int end ? end : i;
    }

    /// <summary>The end of a host name such as <c>example.org</c>; 0 when it is none. Only well-known endings count, so that a missing blank
    /// after a full stop ("agreed.It was") makes no address.</summary>
    private static int DomainEnd(ReadOnlySpan<char> s, int i, bool anyEnding = false)
    {
        int j = i;
        int lastDot = -1;
        int dots = 0;
        int limit = Math.Min(s.Length, i + 255);
        while (j < limit)
        {
            if (char.IsAsciiLetterOrDigit(s[j]) || (s[j] == '_' && j > i && lastDot < 0) || (s[j] == '-' && j > i && char.IsAsciiLetterOrDigit(At(s, j + 1))))
            {
                j++;
            }
            else if (s[j] == '.' && j > i && char.IsAsciiLetterOrDigit(At(s, j + 1)) && s[j - 1] != '.')
            {
                lastDot = j++;
                dots++;
            }
            else
            {
                break;
            }
        }

        if (lastDot < 0 || j - lastDot - 1 < 2)
        {
            return 0;
        }

        ReadOnlySpan<char> ending = s[(lastDot + 1)..j];
        if (anyEnding)
        {
            return char.IsAsciiLetter(ending[0]) ? j : 0;
        }

        // rec.boats.rowing: the name of a newsgroup or a package.
        if (dots > 1 && !s[i..j].ContainsAnyExcept(s_groupName))
        {
            return j;
        }

        return ending is "com" or "org" or "net" or "edu" or "gov" or "mil" or "info" or "biz" or "tv" or "uk" or "ca" or "de" or "fr" or "ru" or "eu" or "cn" or "jp" or "iq"
            or "ir" or "tr" or "il" or "au" or "nz" or "ie" or "pl" or "ua" or "kg" or "kz" or "co" or "io" or "news" or "html" or "htm" && j - i > 4 || s_fileEndings.Contains(ending) ? j : 0;
    }
}
