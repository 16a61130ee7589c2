using Entente.Analysis.Tracing;

namespace Entente.Analysis.Briefings;

/// <summary>A trace for a terminal: what <c>entente trace</c> prints.</summary>
public static class TraceText
{
    public static void Write(SentenceTrace trace, TextWriter writer, BriefingTextOptions options)
    {
        TraceOutline outline = new(trace);
        TerminalPage page = new(writer, Math.Clamp(options.Width, 30, 500), options.Color);
        page.Line(0, 2, new Phrase().Speech(outline.Sentence));
        foreach (Phrase line in outline.Summary)
        {
            page.Line(0, 2, line);
        }

        foreach (TraceSection section in outline.Sections)
        {
            page.Blank();
            page.Heading(section.Heading);
            if (section.Remark is not null)
            {
                page.Line(2, 2, new Phrase().Faint(section.Remark));
            }

            foreach (TraceEntry entry in section.Entries)
            {
                page.Line(2, 4, entry.Head);
                if (!entry.Words.IsEmpty)
                {
                    page.Line(6, 6, Quoted(entry));
                }

                foreach (TraceRemark remark in entry.Remarks)
                {
                    page.Line(6, 8, (remark.Bears ? new Phrase().Alert("!").Say(" ") : Phrase.Of("· ")).Then(remark.Phrase));
                }
            }
        }
    }

    /// <summary>As the report has it: what another wording has in its place is listed below.</summary>
    internal static Phrase Quoted(TraceEntry entry)
    {
        string words = ForeignText.OneLine(string.Concat(entry.Words.Where(p => p.Mark != WordingMark.Deleted).Select(p => p.Text)));
        return entry.InQuotation ? new Phrase().Speech(words) : new Phrase().Quote(words);
    }
}
