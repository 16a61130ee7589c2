using System.Collections.Immutable;
using Entente.Analysis.Text;
using Entente.Analysis.Tracing;

namespace Entente.Analysis.Briefings;

/// <summary>The quotations of a pile as one HTML file to read, print and forward: no scripts, nothing fetched.</summary>
public static class QuotationsHtml
{
    private static readonly string s_css = DataFile.Text("Briefings/briefing.css");
    private static readonly string s_ownCss = DataFile.Text("Briefings/quotations.css");

    public static void Write(CollectedQuotations quotations, TextWriter writer)
    {
        QuotationsOutline outline = new(quotations);
        HtmlPage.Open(writer, outline.Title, s_css, s_ownCss);
        writer.Write("<a class=\"skip\" href=\"#main\">Skip to the quotations</a>\n<header>\n<p class=\"kind\">Who said what</p>\n"
            + $"<h1>{HtmlText.Foreign(outline.Title)}</h1>\n");
        TraceHtml.WriteList("summary", outline.Summary, writer);
        writer.Write("</header>\n<main id=\"main\">\n");
        if (!outline.Families.IsEmpty)
        {
            writer.Write($"<section aria-labelledby=\"several\">\n<h2 id=\"several\">{QuotationsOutline.InSeveral}</h2>\n" + (outline.IsMarked ? FamilyHtml.Key + "\n" : ""));
            foreach (QuotedFamily family in outline.Families)
            {
                FamilyHtml.Write(writer, family.Table, outline.List, level: 3, family.More);
            }

            writer.Write("</section>\n");
        }

        WriteByReport("alone", QuotationsOutline.InOne, outline.Alone, outline, writer);
        WriteByReport("unmarked", QuotationsOutline.WithoutMarks, outline.Reported, outline, writer);
        TraceHtml.WriteReports(outline.Reports, writer);
        writer.Write("</main>\n");
        HtmlPage.Close(writer);
    }

    private static void WriteByReport(string id, string heading, ImmutableArray<QuotingReport> reports, QuotationsOutline outline, TextWriter writer)
    {
        if (reports.IsEmpty)
        {
            return;
        }

        writer.Write($"<section aria-labelledby=\"{id}\">\n<h2 id=\"{id}\">{heading}</h2>\n");
        foreach (QuotingReport report in reports)
        {
            writer.Write($"<h3 class=\"report\">{HtmlText.Of(outline.Name(report.Document))}</h3>\n<ul class=\"spoken\">\n");
            foreach (QuotedOnce once in report.Quotations)
            {
                (string open, string close) = once.IsQuoted ? ("“", "”") : ("", "");
                writer.Write($"<li><p class=\"who\">{HtmlText.Of(once.Speaker)} {HtmlText.Cite(once.Place)}</p><blockquote>{open}<bdi>{HtmlText.Escaped(once.Words)}</bdi>{close}</blockquote></li>\n");
            }

            writer.Write("</ul>\n");
        }

        writer.Write("</section>\n");
    }
}
