using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Entente.Analysis.Times;

namespace Entente.Analysis.Briefings;

/// <summary>A timeline as one self-contained SVG: what <c>entente when --out FILE.svg</c> writes.</summary>
/// <remarks>
/// Time runs downwards. Every entry has a row, so nothing is drawn over anything; the axis is in order, not to scale, and a gap of more than a month between two rows is
/// marked as one. A day is a filled disc, a longer time a bar open to the left, both as large as the number of reports that name it. Black on white, no colour carries meaning, and the looks are inside the
/// file: it prints as it is. Nothing foreign gets into an attribute; names are escaped text.
/// </remarks>
public static class TimelineDrawing
{
    private const int Width = 900;
    private const int Margin = 24;
    private const int AxisX = 270;
    private const int TextX = 300;
    private const int LineHeight = 18;
    private const int RowGap = 18;
    private const int TopLine = 76;
    private const int Columns = 73;
    private const int MostTold = 4;
    private const int GapDays = 31;

    public static void Write(Timeline timeline, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        TimelineOutline outline = new(timeline);
        StringBuilder rows = new();
        int y = TopLine;
        DateOnly? last = null;
        int axisTop = y - 10;
        foreach (DatedTime time in outline.Dated)
        {
            if (last is { } before && time.Entry.Days is { } days && days.First.DayNumber - before.DayNumber > GapDays)
            {
                rows.Append(CultureInfo.InvariantCulture, $"<path class=\"gap\" d=\"M{AxisX - 5} {y - 24}l10 -4M{AxisX - 5} {y - 19}l10 -4\"/>\n");
            }

            last = time.Entry.Days is { } own ? own.Last > (last ?? own.Last) ? own.Last : last ?? own.Last : last;
            y = DrawRow(time, y, rows);
        }

        int axisEnd = y - LineHeight;
        if (!outline.Relative.IsEmpty)
        {
            y += 10;
            rows.Append(CultureInfo.InvariantCulture, $"<text class=\"name\" x=\"{Margin}\" y=\"{y}\">{HtmlText.Escaped(TimelineOutline.RelativeHeading)}</text>\n");
            y += LineHeight + 4;
            y = DrawTold(outline.Relative, y, rows) + RowGap;
        }

        y = DrawReports(outline, y + 10, rows);
        StringBuilder svg = new();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"t d\" viewBox=\"0 0 {Width} {y}\" width=\"{Width}\" height=\"{y}\">\n");
        svg.Append("<title id=\"t\">When: what the reports say happened</title>\n<desc id=\"d\">");
        svg.Append(HtmlText.Escaped(outline.Summary));
        foreach (DatedTime time in outline.Dated)
        {
            svg.Append(HtmlText.Escaped($" {time.Name}: {BriefingWords.Count(time.Reports, "report")}."));
        }

        svg.Append("</desc>\n<style>text{font:14px system-ui,sans-serif;fill:#111}.name{font-weight:600}.faint{fill:#555;font-size:12px}.axis{stroke:#111;stroke-width:1.5}"
            + ".day{fill:#111}.long{fill:none;stroke:#111;stroke-width:2}.gap{stroke:#111;stroke-width:1.5;fill:none}.when{font-weight:700}</style>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"{Width}\" height=\"{y}\" fill=\"#fff\"/>\n<text class=\"name\" x=\"{Margin}\" y=\"32\" style=\"font-size:18px\">When</text>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"faint\" x=\"{Margin}\" y=\"52\">{HtmlText.Escaped(outline.Summary)}</text>\n");
        if (axisEnd > axisTop)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"axis\" d=\"M{AxisX} {axisTop}V{axisEnd}\"/>\n");
        }

        writer.Write(svg.Append(rows).Append("</svg>\n").ToString());
    }

    private static int DrawRow(DatedTime time, int y, StringBuilder rows)
    {
        int size = Math.Min(4 + time.Reports, 10);
        rows.Append(CultureInfo.InvariantCulture, $"<g><title>{HtmlText.Escaped($"{time.Name}: {BriefingWords.Count(time.Reports, "report")}")}</title>\n");
        rows.Append(time.Entry.Days is { Days: 1 }
            ? string.Create(CultureInfo.InvariantCulture, $"<circle class=\"day\" cx=\"{AxisX}\" cy=\"{y - 5}\" r=\"{size}\"/>\n")
            : string.Create(CultureInfo.InvariantCulture, $"<path class=\"long\" d=\"M{AxisX - 4} {y - 5 - size}h-6v{2 * size}h6\"/>\n"));
        int line = y;
        foreach (string part in Wrapped(time.Name, 27))
        {
            rows.Append(CultureInfo.InvariantCulture, $"<text class=\"name\" x=\"{Margin}\" y=\"{line}\">{HtmlText.Escaped(part)}</text>\n");
            line += LineHeight;
        }

        int end = DrawTold(time.Told, y, rows);
        rows.Append("</g>\n");
        return Math.Max(end, line) + RowGap;
    }

    private static int DrawTold(ImmutableArray<ToldTime> told, int y, StringBuilder rows)
    {
        foreach (ToldTime one in told.Take(MostTold))
        {
            string clock = one.TimeOfDay is { } time ? time + " " : "";
            string words = $"{clock}{one.Before}{one.Words}{one.After} {string.Join(' ', one.Places.Select(p => p.Text))}";
            foreach (string line in Wrapped(words, Columns))
            {
                rows.Append(CultureInfo.InvariantCulture, $"<text x=\"{TextX}\" y=\"{y}\">{HtmlText.Escaped(line)}</text>\n");
                y += LineHeight;
            }
        }

        if (told.Length > MostTold)
        {
            rows.Append(CultureInfo.InvariantCulture, $"<text class=\"faint\" x=\"{TextX}\" y=\"{y}\">and {told.Length - MostTold} more</text>\n");
            y += LineHeight;
        }

        return y;
    }

    private static int DrawReports(TimelineOutline outline, int y, StringBuilder rows)
    {
        foreach (Text.Document report in outline.Reports)
        {
            string line = $"{outline.List.Cite(report.Id).Text} {ReportList.NameOf(report)}, {ReportList.DateOf(report)}: {BriefingWords.HeadlineOf(report)}";
            rows.Append(CultureInfo.InvariantCulture, $"<text class=\"faint\" x=\"{Margin}\" y=\"{y}\">{HtmlText.Escaped(ForeignText.Shortened(line, 130))}</text>\n");
            y += LineHeight;
        }

        return y + 6;
    }

    internal static IEnumerable<string> Wrapped(string words, int columns)
    {
        StringBuilder line = new();
        int used = 0;
        foreach (string word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            int width = DisplayColumns.Of(word);
            if (used > 0 && used + 1 + width > columns)
            {
                yield return line.ToString();
                line.Clear();
                used = 0;
            }

            line.Append(used > 0 ? " " : "").Append(ForeignText.Shortened(word, columns));
            used += (used > 0 ? 1 : 0) + Math.Min(width, columns);
        }

        if (used > 0)
        {
            yield return line.ToString();
        }
    }
}
