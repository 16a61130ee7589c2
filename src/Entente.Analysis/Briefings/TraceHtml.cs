using System.Collections.Immutable;
using Entente.Analysis.Text;
using Entente.Analysis.Tracing;

namespace Entente.Analysis.Briefings;

/// <summary>A trace as one HTML file to read, print and forward: no scripts, nothing fetched.</summary>
public static class TraceHtml
{
    private static readonly string s_css = DataFile.Text("Briefings/briefing.css");
    private static readonly string s_ownCss = DataFile.Text("Briefings/trace.css");

    public static void Write(SentenceTrace trace, TextWriter writer)
    {
        TraceOutline outline = new(trace);
        HtmlPage.Open(writer, $"Trace: {ForeignText.Shortened(outline.Sentence, 80)}", s_css, s_ownCss);
        writer.Write("<a class=\"skip\" href=\"#main\">Skip to the appearances</a>\n<header>\n<p class=\"kind\">Trace</p>\n"
            + $"<h1>“{HtmlText.Foreign(outline.Sentence)}”</h1>\n");
        WriteList("summary", outline.Summary, writer);
        writer.Write("</header>\n<main id=\"main\">\n");
        foreach (TraceSection section in outline.Sections)
        {
            WriteSection(section, writer);
        }

        WriteReports([.. outline.Reports], writer);
        writer.Write("</main>\n");
        HtmlPage.Close(writer);
    }

    private static void WriteSection(TraceSection section, TextWriter writer)
    {
        writer.Write($"<section aria-labelledby=\"{section.Id}\">\n<h2 id=\"{section.Id}\">{section.Heading}</h2>\n");
        if (section.Remark is not null)
        {
            writer.Write($"<p class=\"faint\">{HtmlText.Escaped(section.Remark)}</p>\n");
        }

        foreach (TraceEntry entry in section.Entries)
        {
            writer.Write($"<article class=\"found\">\n<p>{HtmlText.Of(entry.Head)}</p>\n");
            if (!entry.Words.IsEmpty)
            {
                (string open, string close) = entry.InQuotation ? ("“", "”") : ("", "");
                writer.Write($"<blockquote>{open}<bdi>{HtmlText.Of(entry.Words)}</bdi>{close}</blockquote>\n");
            }

            if (!entry.Remarks.IsEmpty)
            {
                writer.Write("<ul class=\"edits\">\n" + string.Concat(entry.Remarks.Select(r =>
                    $"<li{(r.Bears ? " class=\"bears\"" : "")}>{(r.Bears ? "<strong class=\"bears\">changes what was said</strong> " : "")}{HtmlText.Of(r.Phrase)}</li>\n")) + "</ul>\n");
            }

            writer.Write("</article>\n");
        }

        writer.Write("</section>\n");
    }

    /// <summary>What the citations point to.</summary>
    internal static void WriteReports(ImmutableArray<Document> reports, TextWriter writer)
    {
        if (reports.Length == 0)
        {
            return;
        }

        writer.Write("<section aria-labelledby=\"reports\">\n<h2 id=\"reports\">The reports</h2>\n<ol class=\"named\">\n");
        for (int i = 0; i < reports.Length; i++)
        {
            Document report = reports[i];
            string headline = HtmlText.Link(HtmlText.Foreign(BriefingWords.HeadlineOf(report), report.Language), report.Url);
            writer.Write($"<li id=\"r{i + 1}\"><b>{HtmlText.Foreign(ReportList.NameOf(report))}</b>, {HtmlText.Escaped(ReportList.DateOf(report))}: {headline} "
                + $"<span class=\"faint\">{HtmlText.Foreign(ForeignText.OneLine(report.Path ?? "standard input"))}</span></li>\n");
        }

        writer.Write("</ol>\n</section>\n");
    }

    internal static void WriteList(string kind, ImmutableArray<Phrase> phrases, TextWriter writer) =>
        writer.Write($"<ul class=\"{kind}\">\n" + string.Concat(phrases.Select(p => $"<li>{HtmlText.Of(p)}</li>\n")) + "</ul>\n");
}
