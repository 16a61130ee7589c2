using System.Text;

namespace Entente.Reading.PlainText;

/// <summary>What the form of a line says it is.</summary>
internal enum LineForm
{
    None,
    Byline,
    Masthead,
    Caption,
    Credit,
    Furniture,
    Rights,
    Section,
    Rule,
}

/// <summary>Tells the page's own lines from reporting by their wording; the wordings are data (<c>phrases.tsv</c>).</summary>
internal static class LineForms
{
    private const string Resource = "PlainText/phrases.tsv";

    /// <summary>A line longer than this is prose whatever it starts with; a disclaimer may be any length.</summary>
    private const int MostWordsOfFurniture = 40;

    private static readonly Lazy<Phrases> s_phrases = new(Load);

    private readonly record struct Phrase(LineForm Form, string Words);

    private sealed record Phrases(Dictionary<string, LineForm> Whole, Phrase[] Starts, Phrase[] Anywhere, string[] WeakRights, HashSet<string> CommentHeadings);

    /// <summary>The form that the wording alone gives; bylines and mastheads are told by their own readers.</summary>
    /// <param name="inTail">Whether the page's end has begun, so that weaker signs of a rights statement count.</param>
    public static LineForm Of(ReadOnlySpan<char> line, int words, bool inTail)
    {
        if (SourceLines.IsRule(line))
        {
            return LineForm.Rule;
        }

        Phrases phrases = s_phrases.Value;
        if (words <= 8 && phrases.Whole.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(WithoutMarks(line), out LineForm whole))
        {
            return whole;
        }

        if (words <= 12 && line.ContainsAny('|', '·', '•') && IsMenu(line, phrases))
        {
            return LineForm.Furniture;
        }

        ReadOnlySpan<char> own = line.TrimStart("*[(“\"→»›>▶► ");
        foreach (Phrase phrase in phrases.Anywhere)
        {
            if ((phrase.Form == LineForm.Rights || words <= MostWordsOfFurniture) && line.Contains(phrase.Words, StringComparison.OrdinalIgnoreCase))
            {
                return phrase.Form;
            }
        }

        foreach (Phrase phrase in phrases.Starts)
        {
            ReadOnlySpan<char> start = phrase.Words[0] is '(' or '©' ? line : own;
            bool longEnough = words <= MostWordsOfFurniture || phrase.Words is "disclaimer";
            if (longEnough && StartsWithWords(start, phrase.Words) && (phrase.Form != LineForm.Credit || words <= 12))
            {
                return phrase.Form;
            }
        }

        int weak = 0;
        foreach (string phrase in phrases.WeakRights)
        {
            weak += line.Contains(phrase, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        }

        if (weak >= 3 || (weak >= 1 && inTail))
        {
            return LineForm.Rights;
        }

        // "[How the bridge was built]": a line between paragraphs that leads to another report.
        bool leadsElsewhere = line[0] == '[' && line[^1] == ']' && words is >= 4 and <= 25 && line[1..].IndexOf('[') < 0;
        return IsPictureNote(line, words) ? LineForm.Caption : leadsElsewhere ? LineForm.Furniture : LineForm.None;
    }

    /// <summary>"Comments (12)", "3 comments", "12 responses to “…”".</summary>
    /// <param name="isCertain">Whether the line can mean nothing else, because it counts them.</param>
    public static bool OpensComments(ReadOnlySpan<char> line, out bool isCertain)
    {
        isCertain = false;
        if (line.Length > 120)
        {
            return false;
        }

        int digits = 0;
        StringBuilder words = new();
        foreach (char c in line)
        {
            if (char.IsAsciiDigit(c))
            {
                digits++;
            }
            else if (c is not ('(' or ')' or '[' or ']' or ':' or '·' or '•'))
            {
                words.Append(char.ToLowerInvariant(c));
            }
        }

        string heading = words.ToString().Trim();
        isCertain = digits is > 0 and <= 6;
        if (s_phrases.Value.CommentHeadings.Contains(heading))
        {
            return true;
        }

        return isCertain && char.IsAsciiDigit(line.TrimStart("([")[0])
            && (heading is "comment" or "response" or "reply" or "comments so far" or "reader comment"
                || heading.StartsWith("responses to ", StringComparison.Ordinal) || heading.StartsWith("response to ", StringComparison.Ordinal)
                || heading.StartsWith("thoughts on ", StringComparison.Ordinal) || heading.StartsWith("comments on ", StringComparison.Ordinal));
    }

    /// <summary>Number of words, a hyphenated one counted once.</summary>
    public static int CountWords(ReadOnlySpan<char> line)
    {
        int words = 0;
        bool inside = false;
        foreach (char c in line)
        {
            if (SourceLines.IsBlank(c))
            {
                inside = false;
            }
            else if (!inside && char.IsLetterOrDigit(c))
            {
                inside = true;
                words++;
            }
        }

        return words;
    }

    /// <summary>Whether a line ends as a sentence does, quotation marks and brackets aside.</summary>
    public static bool EndsSentence(ReadOnlySpan<char> line)
    {
        ReadOnlySpan<char> end = line.TrimEnd("\"”’')]» *_\u00A0 ");
        return !end.IsEmpty && end[^1] is '.' or '!' or '?' or '…' or '。';
    }

    /// <summary>Whether a sentence ends before the line does; the full stop of "U.S. Navy" ends none.</summary>
    public static bool HasInnerSentence(ReadOnlySpan<char> line)
    {
        for (int i = 1; i + 2 < line.Length; i++)
        {
            if (line[i] is '.' or '!' or '?' && char.IsLower(line[i - 1]) && SourceLines.IsBlank(line[i + 1]) && char.IsUpper(line[i + 2]) && (i < 3 || line[i - 2] != ' '))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"(Smith, pictured left)", "Soldiers near the pass. REUTERS/Jo Roe": a note to a picture that is not there.</summary>
    private static bool IsPictureNote(ReadOnlySpan<char> line, int words)
    {
        if (words > 40 || line.Length < 5)
        {
            return false;
        }

        if (line[0] is '(' or '[' && line[^1] is ')' or ']')
        {
            foreach (string sign in (ReadOnlySpan<string>)["pictured", "photo", "picture", "image", "file pic", "above", "left)", "right)", "centre)", "center)"])
            {
                if (line.Contains(sign, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }

        // A credit such as AFP/Getty Images or REUTERS/A. Name closes a caption.
        int slash = line.LastIndexOf('/');
        if (slash < 2 || line.Length - slash > 40 || line.Contains("://", StringComparison.Ordinal))
        {
            return false;
        }

        ReadOnlySpan<char> before = line[..slash];
        int agencyStart = before.LastIndexOfAny(" .(|\u00A0") + 1;
        ReadOnlySpan<char> owner = line[(slash + 1)..].Trim(" ).]");
        return !owner.IsEmpty && char.IsUpper(owner[0]) && (IsPictureAgency(before[agencyStart..]) || (line[^1] is ')' or ']' && IsPictureAgency(owner)));
    }

    private static bool IsPictureAgency(ReadOnlySpan<char> name) =>
        name is "AP" or "AFP" or "EPA" or "EPA-EFE" or "PA" or "Reuters" or "REUTERS" or "Getty" or "Getty Images" or "GETTY" or "AFP/Getty" or "DPA" or "TASS" or "Xinhua" or "XINHUA" or "Shutterstock" or "Flickr" or "Wikimedia" or "Bloomberg";

    /// <summary>"Share | Tweet | Print": nothing but the page's words.</summary>
    private static bool IsMenu(ReadOnlySpan<char> line, Phrases phrases)
    {
        int parts = 0;
        foreach (Range range in line.SplitAny('|', '·', '•'))
        {
            ReadOnlySpan<char> part = WithoutMarks(line[range]);
            if (part.IsEmpty)
            {
                continue;
            }

            parts++;
            if (!phrases.Whole.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(part))
            {
                return false;
            }
        }

        return parts >= 2;
    }

    private static bool StartsWithWords(ReadOnlySpan<char> line, string phrase) =>
        line.StartsWith(phrase, StringComparison.OrdinalIgnoreCase)
        && (line.Length == phrase.Length || !char.IsLetterOrDigit(phrase[^1]) || !char.IsLetterOrDigit(line[phrase.Length]));

    private static ReadOnlySpan<char> WithoutMarks(ReadOnlySpan<char> line) => line.Trim(" *_#:.…›»→>|[]\u00A0");

    private static Phrases Load()
    {
        Dictionary<string, LineForm> whole = new(StringComparer.OrdinalIgnoreCase);
        List<Phrase> starts = [];
        List<Phrase> anywhere = [];
        List<string> weak = [];
        HashSet<string> comments = new(StringComparer.OrdinalIgnoreCase);
        using Stream data = typeof(LineForms).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not in the assembly.");
        using StreamReader rows = new(data, Encoding.UTF8);
        while (rows.ReadLine() is { } row)
        {
            if (row.Length == 0 || row[0] == '#')
            {
                continue;
            }

            string[] cells = row.Split('\t');
            (string kind, string where, string words) = (cells[0], cells[1], cells[2]);
            if (kind == "comments")
            {
                comments.Add(words);
                continue;
            }

            if (kind == "weak-rights")
            {
                weak.Add(words);
                continue;
            }

            LineForm form = kind switch
            {
                "furniture" => LineForm.Furniture,
                "rights" => LineForm.Rights,
                "caption" => LineForm.Caption,
                "credit" => LineForm.Credit,
                "section" => LineForm.Section,
                _ => throw new InvalidOperationException($"{Resource}: unknown kind \"{kind}\"."),
            };
            switch (where)
            {
                case "is":
                    whole.TryAdd(words, form);
                    break;
                case "starts":
                    starts.Add(new Phrase(form, words));
                    break;
                default:
                    anywhere.Add(new Phrase(form, words));
                    break;
            }
        }

        return new Phrases(whole, [.. starts], [.. anywhere], [.. weak], comments);
    }
}
