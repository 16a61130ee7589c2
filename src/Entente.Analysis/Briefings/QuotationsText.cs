using System.Collections.Immutable;
using Entente.Analysis.Tracing;

namespace Entente.Analysis.Briefings;

/// <summary>The quotations of a pile for a terminal: what <c>entente quotes</c> prints.</summary>
public static class QuotationsText
{
    public static void Write(CollectedQuotations quotations, TextWriter writer, BriefingTextOptions options)
    {
        QuotationsOutline outline = new(quotations);
        TerminalPage page = new(writer, Math.Clamp(options.Width, 30, 500), options.Color);
        foreach (Phrase line in outline.Summary)
        {
            page.Line(0, 2, line);
        }

        WriteFamilies(outline, page);
        WriteByReport(QuotationsOutline.InOne, outline.Alone, outline, page);
        WriteByReport(QuotationsOutline.WithoutMarks, outline.Reported, outline, page);
        if (!outline.Reports.IsEmpty)
        {
            page.Blank();
            page.Heading("The reports");
            ReportLines.Write(page, outline.Reports, outline.List, withWhereabouts: false);
        }
    }

    private static void WriteFamilies(QuotationsOutline outline, TerminalPage page)
    {
        if (outline.Families.IsEmpty)
        {
            return;
        }

        page.Blank();
        page.Heading(QuotationsOutline.InSeveral);
        if (outline.IsMarked)
        {
            page.Line(2, 2, new Phrase().Faint(FamilyWords.Key));
        }

        foreach (QuotedFamily family in outline.Families)
        {
            page.Blank();
            page.Line(2, 4, FamilyWords.Speaker(family.Table));
            foreach (Phrase line in new[] { FamilyWords.Vote(family.Table, outline.List) }.OfType<Phrase>().Concat(family.More))
            {
                page.Line(4, 6, Phrase.Of("· ").Then(line));
            }

            foreach (Wording wording in family.Table.Wordings)
            {
                page.Line(4, 5, FamilyWords.Marked(wording));
            }

            foreach (SharedEdit edit in family.Table.Edits)
            {
                page.Line(4, 6, (edit.MeaningBearing ? new Phrase().Alert("!").Say(" ") : Phrase.Of("· ")).Then(BriefingWords.Edit(edit)));
            }
        }
    }

    private static void WriteByReport(string heading, ImmutableArray<QuotingReport> reports, QuotationsOutline outline, TerminalPage page)
    {
        if (reports.IsEmpty)
        {
            return;
        }

        page.Blank();
        page.Heading(heading);
        foreach (QuotingReport report in reports)
        {
            page.Blank();
            page.Line(2, 4, outline.Name(report.Document));
            foreach (QuotedOnce once in report.Quotations)
            {
                page.Line(4, 6, Spoken(once));
            }
        }
    }

    /// <summary>Speaker, words and place in one line.</summary>
    internal static Phrase Spoken(QuotedOnce once)
    {
        Phrase line = new Phrase().Then(once.Speaker).Say(": ");
        return (once.IsQuoted ? line.Speech(once.Words) : line.Say(once.Words)).CiteAll([once.Place]);
    }
}
