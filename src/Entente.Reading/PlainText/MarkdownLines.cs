using System.Text;
using Entente.Analysis.Text;

namespace Entente.Reading.PlainText;

/// <summary>Renders Markdown line by line, so that a comment thread or a masthead keeps its lines.</summary>
/// <remarks>A general Markdown library yields paragraphs and lists; reports saved as Markdown are half markup, half page
/// furniture, whose lines are what tells them apart.</remarks>
internal static class MarkdownLines
{
    /// <summary>Whether markup is clearly present: a link, a heading or bold type. Bullets alone are not enough: bare text has them too.</summary>
    public static bool IsMarkdown(string text)
    {
        int link = text.IndexOf("](", StringComparison.Ordinal);
        if (link > 0 && text.LastIndexOf('[', link) >= 0 && text.IndexOf(')', link) > 0)
        {
            return true;
        }

        bool lineStart = true;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (lineStart && c == '#' && IsHeading(text.AsSpan(i, Math.Min(text.Length - i, 12)), out _))
            {
                return true;
            }

            lineStart = c == '\n';
        }

        int bold = text.IndexOf("**", StringComparison.Ordinal);
        return bold >= 0 && bold + 2 < text.Length && char.IsLetterOrDigit(text[bold + 2]) && text.IndexOf("**", bold + 3, StringComparison.Ordinal) is int close and > 0
            && !char.IsWhiteSpace(text[close - 1]) && text.IndexOf('\n', bold, close - bold) < 0;
    }

    public static SourceLines Render(string text)
    {
        Dictionary<string, string> definitions = ReadDefinitions(text);
        StringBuilder rendered = new(text.Length);
        List<SourceLine> lines = [];
        List<MarkdownInline.RenderedLink> links = [];
        List<Pending> run = [];
        bool afterBlank = true;
        for (int i = 0; i < text.Length;)
        {
            int newline = text.IndexOf('\n', i);
            int end = newline < 0 ? text.Length : newline;
            ReadOnlySpan<char> raw = text.AsSpan(i, end - i);
            i = end + 1;
            ReadOnlySpan<char> line = raw.Trim();
            if (line.IsEmpty || IsDefinition(line, out _, out _) || line.StartsWith("```"))
            {
                Flush(run, definitions, rendered, lines, links);
                afterBlank |= line.IsEmpty;
                continue;
            }

            if (run.Count > 0 && !afterBlank && IsUnderline(line))
            {
                run[^1] = run[^1] with { Mark = LineMark.Heading };
                Flush(run, definitions, rendered, lines, links);
                continue;
            }

            if (SourceLines.IsRule(line))
            {
                Flush(run, definitions, rendered, lines, links);
                afterBlank = true;
                continue;
            }

            Pending pending = Unmark(raw, line, afterBlank);
            if (run.Count > 0 && (pending.Mark is LineMark.Heading or LineMark.Item || run[^1].Mark == LineMark.Heading))
            {
                Flush(run, definitions, rendered, lines, links);
            }

            run.Add(pending);
            afterBlank = false;
        }

        Flush(run, definitions, rendered, lines, links);
        string frozen = rendered.ToString();
        return new SourceLines(frozen, lines, [.. links.Select(l => new Link(new TextSpan(l.Start, l.End), l.Href))], IsMarkdown: true);
    }

    private readonly record struct Pending(string Words, int Indent, LineMark Mark, bool AfterBlank, bool BreaksAfter, bool IsStrong);

    private static Pending Unmark(ReadOnlySpan<char> raw, ReadOnlySpan<char> line, bool afterBlank)
    {
        int indent = raw.Length - raw.TrimStart().Length;
        bool breaks = raw.EndsWith("  ") || line.EndsWith("\\");
        LineMark mark = LineMark.None;
        if (IsHeading(line, out int hashes))
        {
            mark = LineMark.Heading;
            line = line[hashes..].Trim().TrimEnd('#').TrimEnd();
        }
        else if (line[0] == '>')
        {
            mark = LineMark.Quote;
            line = line.TrimStart("> ");
        }
        else if (SourceLines.BulletLength(line) is > 0 and int bullet)
        {
            mark = LineMark.Item;
            line = char.IsAsciiDigit(line[0]) ? line : line[bullet..];
        }

        line = line.EndsWith("\\") ? line[..^1].TrimEnd() : line;
        bool strong = line.Length > 4 && line[..2] is "**" or "__" && line.EndsWith(line[..2]) && line[2..^2].IndexOf(line[..2]) < 0;
        return new Pending(line.ToString(), indent, mark, afterBlank, breaks, strong);
    }

    /// <summary>Renders the lines that inline markup may span, and places them.</summary>
    private static void Flush(List<Pending> run, Dictionary<string, string> definitions, StringBuilder rendered, List<SourceLine> lines, List<MarkdownInline.RenderedLink> links)
    {
        if (run.Count == 0)
        {
            return;
        }

        if (rendered.Length > 0)
        {
            rendered.Append(run[0].AfterBlank ? "\n\n" : "\n");
        }

        int start = rendered.Length;
        MarkdownInline.Render(string.Join('\n', run.Select(p => p.Words)), definitions, rendered, links);
        string text = rendered.ToString(start, rendered.Length - start);
        bool afterBlank = run[0].AfterBlank;
        int at = 0;
        foreach (Pending pending in run)
        {
            int newline = text.IndexOf('\n', at);
            int end = newline < 0 ? text.Length : newline;
            int first = at;
            while (first < end && SourceLines.IsBlank(text[first]))
            {
                first++;
            }

            int last = end;
            while (last > first && SourceLines.IsBlank(text[last - 1]))
            {
                last--;
            }

            if (last > first)
            {
                LineMark mark = pending.Mark == LineMark.None && SourceLines.IsRule(text.AsSpan(first, last - first)) ? LineMark.Rule : pending.Mark;
                int content = mark == LineMark.Item ? SourceLines.BulletLength(text.AsSpan(first, last - first)) : 0;
                lines.Add(new SourceLine(start + first, start + last, start + first + content, pending.Indent, mark, afterBlank, pending.BreaksAfter, pending.IsStrong));
                afterBlank = false;
            }

            at = Math.Min(end + 1, text.Length);
        }

        run.Clear();
    }

    private static bool IsHeading(ReadOnlySpan<char> line, out int hashes)
    {
        hashes = 0;
        while (hashes < line.Length && line[hashes] == '#')
        {
            hashes++;
        }

        return hashes is >= 1 and <= 6 && hashes + 1 < line.Length && line[hashes] == ' ' && !char.IsWhiteSpace(line[hashes + 1]);
    }

    private static bool IsUnderline(ReadOnlySpan<char> line) => line.Length >= 3 && (line.TrimEnd('=').IsEmpty || line.TrimEnd('-').IsEmpty);

    private static Dictionary<string, string> ReadDefinitions(string text)
    {
        Dictionary<string, string> definitions = new(StringComparer.OrdinalIgnoreCase);
        if (text.Contains("]:", StringComparison.Ordinal))
        {
            foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
            {
                if (IsDefinition(line.Trim(), out ReadOnlySpan<char> label, out ReadOnlySpan<char> address))
                {
                    definitions.TryAdd(label.Trim().ToString(), address.ToString());
                }
            }
        }

        return definitions;
    }

    private static bool IsDefinition(ReadOnlySpan<char> line, out ReadOnlySpan<char> label, out ReadOnlySpan<char> address)
    {
        label = default;
        address = default;
        int close = line.Length > 4 && line[0] == '[' ? line.IndexOf("]:") : -1;
        if (close < 2)
        {
            return false;
        }

        label = line[1..close];
        address = line[(close + 2)..].Trim();
        int space = address.IndexOf(' ');
        address = (space < 0 ? address : address[..space]).Trim("<>");
        return address.Contains("://", StringComparison.Ordinal) || address.StartsWith("/") || address.StartsWith("#");
    }
}
