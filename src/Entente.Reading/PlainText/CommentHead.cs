using System.Buffers;
using Entente.Analysis.Text;

namespace Entente.Reading.PlainText;

/// <summary>How surely a line heads a comment.</summary>
internal enum HeadStrength
{
    /// <summary>No head by its form.</summary>
    None,
    /// <summary>"NAME says:", "NAME, 9 December 2015": prose and mastheads have such lines too.</summary>
    Weak,
    /// <summary>It says when the comment was posted or whom it answers.</summary>
    Strong,
}

/// <summary>The line above a reader's comment: who wrote it, whom it answers.</summary>
internal readonly record struct CommentHead(HeadStrength Strength, string? Author, string? ReplyTo)
{
    private const int MaxAuthor = 60;

    private static readonly SearchValues<char> s_proseMarks = SearchValues.Create("!?;,\"“”");

    private static readonly string[] s_answers = ["in reply to", "in response to", "replying to", "replied to", "answering to"];

    private static readonly string[] s_arrows = [" → ", " ➜ ", " ▸ ", " ▶ ", " ► ", " » ", " > "];

    private static readonly string[] s_verbs = ["says", "said", "wrote", "writes", "commented", "comments", "posted", "replied", "replies", "responded"];

    private static readonly string[] s_units = ["second", "minute", "min", "hour", "hr", "day", "week", "month", "year", "yr"];

    /// <summary>What <paramref name="line"/> says as a head.</summary>
    public static CommentHead Read(ReadOnlySpan<char> line)
    {
        if (line.Length > 160)
        {
            return default;
        }

        ReadOnlySpan<char> own = line.Trim("*_ \u00A0");
        if (own.IsEmpty)
        {
            return default;
        }

        foreach (string answer in s_answers)
        {
            // Pages lose the spaces round their own words: "annain reply tobob(Show comment)".
            int at = own.IndexOf(answer, StringComparison.OrdinalIgnoreCase);
            if (at < 0 || at > MaxAuthor)
            {
                continue;
            }

            ReadOnlySpan<char> answered = own[(at + answer.Length)..].TrimStart(" :\u00A0");
            int end = answered.IndexOfAny("([•·|");
            answered = end >= 0 ? answered[..end] : answered;
            int show = answered.IndexOf("Show comment", StringComparison.Ordinal);
            string? replyTo = Name(show > 0 ? answered[..show] : WithoutTime(answered));
            return replyTo is null ? default : new CommentHead(HeadStrength.Strong, Name(WithoutTime(own[..at])), replyTo);
        }

        ReadOnlySpan<char> undated = WithoutTime(own);
        bool dated = undated.Length < own.Length;
        foreach (string arrow in s_arrows)
        {
            int at = undated.IndexOf(arrow, StringComparison.Ordinal);
            if (at > 0 && dated)
            {
                return new CommentHead(HeadStrength.Strong, Name(undated[..at]), Name(undated[(at + arrow.Length)..]));
            }
        }

        bool colon = own[^1] == ':';
        ReadOnlySpan<char> words = undated.TrimEnd(": ");
        foreach (string verb in s_verbs)
        {
            int at = words.Length - verb.Length;
            if (at > 1 && SourceLines.IsBlank(words[at - 1]) && words.EndsWith(verb, StringComparison.OrdinalIgnoreCase) && (colon || dated))
            {
                return Name(words[..(at - 1)]) is { } author ? new CommentHead(dated ? HeadStrength.Strong : HeadStrength.Weak, author, null) : default;
            }
        }

        if (!dated || Name(undated) is not { } name)
        {
            return default;
        }

        // "3 hours ago" and a clock are how comments are dated; a name and a day is a masthead's form too.
        ReadOnlySpan<char> time = own[undated.Length..];
        bool isPosted = time.Contains(" ago", StringComparison.OrdinalIgnoreCase) || time.Contains(':') || time.Contains(" at ", StringComparison.OrdinalIgnoreCase);
        return new CommentHead(isPosted ? HeadStrength.Strong : HeadStrength.Weak, name, null);
    }

    /// <summary>Whether a short line can be nothing but a name that a reader chose.</summary>
    public static bool IsNameLike(ReadOnlySpan<char> line) =>
        line.Length is > 0 and <= 40 && LineForms.CountWords(line) <= 4 && line.IndexOfAny(s_proseMarks) < 0 && line[^1] is not ('.' or ':') && line[0] is not ('\'' or '‘');

    /// <summary>A name that is no ordinary heading: one word, a figure in it, or small letters.</summary>
    public static bool IsHandle(ReadOnlySpan<char> line) =>
        IsNameLike(line) && (LineForms.CountWords(line) == 1 || line.ContainsAnyInRange('0', '9') || line.ContainsAny("_@.") || !char.IsUpper(line[0]));

    /// <summary>The name that "NAME: text", "NAME – text" or "@NAME text" opens with, and where the text starts.</summary>
    public static (string Author, int Length)? ReadInline(ReadOnlySpan<char> line)
    {
        int end = line.IndexOfAny(':', '—', '–');
        if (end < 0 && line.IndexOf(" - ") is int hyphen and > 0)
        {
            end = hyphen + 1;
        }

        if (end is < 2 or > 40 || end + 1 >= line.Length || !SourceLines.IsBlank(line[end + 1]))
        {
            return null;
        }

        CommentHead head = Read(line[..(end + 1)]);
        if (head is { Strength: not HeadStrength.None, Author: { } said })
        {
            return (said, end + 2);
        }

        ReadOnlySpan<char> name = line[..end].Trim(" *_\u00A0");
        return IsNameLike(name) && Name(name) is { } author ? (author, end + 2) : null;
    }

    /// <summary>Whom a comment's own first words address: "@anna no, …".</summary>
    public static string? ReadAddressee(ReadOnlySpan<char> body)
    {
        if (body.Length < 3 || body[0] != '@' || !char.IsLetterOrDigit(body[1]))
        {
            return null;
        }

        int end = 1;
        while (end < body.Length && (char.IsLetterOrDigit(body[end]) || body[end] is '_' or '-' or '.'))
        {
            end++;
        }

        return body[1..end].TrimEnd(".-").ToString();
    }

    private static string? Name(ReadOnlySpan<char> words)
    {
        ReadOnlySpan<char> name = words.Trim(" •·|,-–—:*_()[]>\u00A0\t").TrimStart('@');
        return name.IsEmpty || name.Length > MaxAuthor || LineForms.CountWords(name) is 0 or > 6 ? null : name.ToString();
    }

    /// <summary>The words before "3 hours ago", "on 9 December 2015 at 14:05" or "9.12.2015".</summary>
    private static ReadOnlySpan<char> WithoutTime(ReadOnlySpan<char> words)
    {
        int ago = words.LastIndexOf(" ago", StringComparison.OrdinalIgnoreCase);
        if (ago > 0 && words.Length - ago <= 24)
        {
            int i = ago;
            int unitStart = words[..i].LastIndexOf(' ') + 1;
            ReadOnlySpan<char> unit = words[unitStart..i].TrimEnd('s');
            foreach (string known in s_units)
            {
                if (unit.Equals(known, StringComparison.OrdinalIgnoreCase) && unitStart > 1)
                {
                    int countStart = words[..(unitStart - 1)].LastIndexOf(' ') + 1;
                    ReadOnlySpan<char> count = words[countStart..(unitStart - 1)];
                    if (!count.ContainsAnyExceptInRange('0', '9') || count is "a" or "an" or "one")
                    {
                        return WithoutJoin(words[..countStart]);
                    }
                }
            }
        }

        string text = words.ToString();
        if (MastheadDate.TryFind(text, new TextSpan(0, text.Length)) is { } date && text.Length - date.Whole.End <= 20)
        {
            return WithoutJoin(words[..date.Whole.Start]);
        }

        return words;
    }

    private static ReadOnlySpan<char> WithoutJoin(ReadOnlySpan<char> words)
    {
        ReadOnlySpan<char> own = words.TrimEnd(" •·|,-–—:([\u00A0");
        foreach (string join in (ReadOnlySpan<string>)[" on", " at", " posted", " edited"])
        {
            if (own.EndsWith(join, StringComparison.OrdinalIgnoreCase))
            {
                own = own[..^join.Length].TrimEnd(" •·|,-–—:([\u00A0");
            }
        }

        return own;
    }
}
