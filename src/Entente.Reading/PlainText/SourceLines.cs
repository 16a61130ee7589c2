using Entente.Analysis.Text;

namespace Entente.Reading.PlainText;

/// <summary>A text cut into lines, with the links its markup held. For Markdown the text is the rendered one.</summary>
internal sealed record SourceLines(string Text, IReadOnlyList<SourceLine> Lines, IReadOnlyList<Link> Links, bool IsMarkdown)
{
    /// <summary>The lines of a text without markup.</summary>
    public static SourceLines FromBareText(string text)
    {
        List<SourceLine> lines = [];
        bool afterBlank = true;
        for (int i = 0; i < text.Length;)
        {
            int newline = text.IndexOf('\n', i);
            int lineEnd = newline < 0 ? text.Length : newline;
            int start = i;
            int indent = 0;
            while (start < lineEnd && IsBlank(text[start]))
            {
                indent += text[start++] == '\t' ? 4 : 1;
            }

            int end = lineEnd;
            while (end > start && IsBlank(text[end - 1]))
            {
                end--;
            }

            if (end > start)
            {
                ReadOnlySpan<char> line = text.AsSpan(start, end - start);
                int bullet = BulletLength(line);
                LineMark mark = IsRule(line) ? LineMark.Rule : bullet > 0 ? LineMark.Item : line[0] == '>' && line.Length > 1 ? LineMark.Quote : LineMark.None;
                lines.Add(new SourceLine(start, end, mark == LineMark.Item ? start + bullet : start, indent, mark, afterBlank));
                afterBlank = false;
            }
            else
            {
                afterBlank = true;
            }

            i = lineEnd + 1;
        }

        return new SourceLines(text, lines, [], IsMarkdown: false);
    }

    /// <summary>Length of the bullet or number, with the space behind it, that a line starts with; 0 if none.</summary>
    public static int BulletLength(ReadOnlySpan<char> line)
    {
        int mark = 0;
        if (line[0] is '•' or '◦' or '‣' or '·' or '●' or '▪' or '■' or '○' or '∙' or '⁃' or '*' or '-' or '+' or '–' or '»' or '►' or '▸')
        {
            mark = 1;
        }
        else
        {
            int digits = line[0] == '#' ? 1 : 0;
            while (digits < line.Length && digits < 5 && char.IsAsciiDigit(line[digits]))
            {
                digits++;
            }

            if (line[0] == '#' && digits > 1 && digits < line.Length && IsBlank(line[digits]))
            {
                mark = digits;
            }
            else if (digits is > 0 and < 5 && digits < line.Length && char.IsAsciiDigit(line[digits - 1]) && line[digits] is '.' or ')' or ':')
            {
                mark = digits + 1;
            }
        }

        if (mark == 0 || mark >= line.Length || !IsBlank(line[mark]))
        {
            return 0;
        }

        // "- A word on costs -": how some agencies set a subheading.
        if (line[0] is '-' or '–' && line[^1] == line[0])
        {
            return 0;
        }

        while (mark < line.Length && IsBlank(line[mark]))
        {
            mark++;
        }

        return mark < line.Length ? mark : 0;
    }

    /// <summary>"* * *", "-----": a line of marks only.</summary>
    public static bool IsRule(ReadOnlySpan<char> line)
    {
        int marks = 0;
        foreach (char c in line)
        {
            if (c is '*' or '-' or '_' or '=' or '—' or '–' or '~' or '•' or '#' or '.')
            {
                marks++;
            }
            else if (!IsBlank(c))
            {
                return false;
            }
        }

        return marks >= 3 || (marks > 0 && line.Length == marks && line[0] is '*' or '—');
    }

    public static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is '\u200B' or '\uFEFF';
}
