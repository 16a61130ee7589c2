using System.Collections.Immutable;
using Entente.Analysis.Tracing;

namespace Entente.Analysis.Briefings;

/// <summary>The quotations of a pile as Markdown, to paste into an issue, a wiki or a note.</summary>
public static class QuotationsMarkdown
{
    public static void Write(CollectedQuotations quotations, TextWriter writer)
    {
        QuotationsOutline outline = new(quotations);
        writer.Write($"# {MarkdownText.Escaped(outline.Title)}\n\n");
        foreach (Phrase line in outline.Summary)
        {
            writer.Write($"- {MarkdownText.Of(line)}\n");
        }

        if (!outline.Families.IsEmpty)
        {
            writer.Write($"\n## {QuotationsOutline.InSeveral}\n\n" + (outline.IsMarked ? MarkdownText.Escaped(FamilyWords.Key) + ".\n\n" : ""));
            foreach (QuotedFamily family in outline.Families)
            {
                FamilyMarkdown.Write(writer, family.Table, outline.List, family.More);
            }
        }

        WriteByReport(QuotationsOutline.InOne, outline.Alone, outline, writer);
        WriteByReport(QuotationsOutline.WithoutMarks, outline.Reported, outline, writer);
        if (!outline.Reports.IsEmpty)
        {
            writer.Write("\n## The reports\n\n");
            BriefingMarkdown.WriteReports(writer, outline.Reports, outline.List);
        }
    }

    private static void WriteByReport(string heading, ImmutableArray<QuotingReport> reports, QuotationsOutline outline, TextWriter writer)
    {
        writer.Write(reports.IsEmpty ? "" : $"\n## {heading}\n");
        foreach (QuotingReport report in reports)
        {
            writer.Write($"\n### {MarkdownText.Of(outline.Name(report.Document))}\n\n");
            foreach (QuotedOnce once in report.Quotations)
            {
                writer.Write($"- {MarkdownText.Of(QuotationsText.Spoken(once))}\n");
            }
        }
    }
}
