using Entente.Analysis.Times;

namespace Entente.Analysis.Briefings;

/// <summary>A timeline for a terminal: what <c>entente when</c> prints.</summary>
public static class TimelineText
{
    public static void Write(Timeline timeline, TextWriter writer, BriefingTextOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        TimelineOutline outline = new(timeline);
        TerminalPage page = new(writer, Math.Clamp(options.Width, 30, 500), options.Color);
        page.Line(0, 2, Phrase.Of(outline.Summary));
        foreach (DatedTime time in outline.Dated)
        {
            page.Blank();
            page.Line(0, 2, new Phrase().Name(time.Name).Faint($" {time.Entry.Value}"));
            foreach (ToldTime told in time.Told)
            {
                WriteTold(told, page);
            }
        }

        if (!outline.Relative.IsEmpty)
        {
            page.Blank();
            page.Heading(TimelineOutline.RelativeHeading);
            foreach (ToldTime told in outline.Relative)
            {
                WriteTold(told, page);
            }
        }

        if (!outline.Reports.IsEmpty)
        {
            page.Blank();
            page.Heading("The reports");
            ReportLines.Write(page, outline.Reports, outline.List, withWhereabouts: false);
        }
    }

    private static void WriteTold(ToldTime told, TerminalPage page)
    {
        Phrase line = new Phrase().Say(told.TimeOfDay is { } clock ? clock + " " : "").Say(told.Before).Name(told.Words).Say(told.After);
        page.Line(2, 4, line.CiteAll(told.Places));
    }
}
