using System.Collections.Immutable;
using Entente.Analysis.Text;

namespace Entente.Analysis.Briefings;

/// <summary>A briefing as one HTML file to read, print and forward: no scripts, nothing fetched.</summary>
/// <remarks>Titles, names and quotations are foreign: all of them pass through <see cref="HtmlText"/>. The page also forbids
/// itself scripts, pictures and requests, should one slip through.</remarks>
public sealed partial class BriefingHtml
{
    private const int MostReportsAtTheTop = 12;
    private static readonly string s_css = DataFile.Text("Briefings/briefing.css");
    private readonly BriefingOutline _outline;
    private readonly TextWriter _writer;

    private BriefingHtml(Briefing briefing, TextWriter writer)
    {
        _outline = new BriefingOutline(briefing);
        _writer = writer;
    }

    private ReportList List => _outline.List;

    public static void Write(Briefing briefing, TextWriter writer) => new BriefingHtml(briefing, writer).Write();

    private void Write()
    {
        string title = _outline.Stories.Length == 1 ? _outline.Stories[0].Title : $"{BriefingWords.Count(List.Reports.Length, "report")}, {BriefingWords.Count(_outline.Stories.Length, "story", "stories")}";
        HtmlPage.Open(_writer, $"Briefing: {title}", s_css);
        Line("<a class=\"skip\" href=\"#main\">Skip to the stories</a>");
        Line("<header>");
        Line("<p class=\"kind\">Briefing</p>");
        Line($"<h1>{HtmlText.Foreign(title)}</h1>");
        WriteList("summary", BriefingWords.Summary(_outline));
        Line("</header>");
        WriteContents();
        Line("<main id=\"main\">");
        foreach (StoryOutline story in _outline.Stories)
        {
            WriteStory(story);
        }

        WritePile();
        Line("</main>");
        WriteFooter();
        HtmlPage.Close(_writer);
    }

    private void WriteContents()
    {
        if (_outline.Stories.Length < 2)
        {
            return;
        }

        Line("<nav aria-label=\"Stories\">");
        Line("<ol>");
        foreach (StoryOutline story in _outline.Stories)
        {
            Line($"<li><a href=\"#s{story.Number}\">{HtmlText.Foreign(story.Title)}</a> <span class=\"faint\">{HtmlText.Escaped(BriefingWords.Period(story.Reports))}</span></li>");
        }

        Line("</ol>");
        Line("</nav>");
    }

    /// <summary>What concerns the pile as a whole: reports alone, missing sources, what was set apart and aside.</summary>
    private void WritePile()
    {
        if (!_outline.Alone.IsEmpty)
        {
            Open("alone", "Reports that share no story with another");
            WriteReports(_outline.Alone);
            WriteRelations("a", _outline.AloneRelations);
            Close();
        }

        if (!_outline.MissingSources.IsEmpty)
        {
            Open("missing", "Credited and not in the pile");
            Line("<p>Reports credit these sources; their own reports are not here to be compared.</p>");
            WriteList("plain", _outline.MissingSources.Select(m => BriefingWords.Missing(m, List)));
            Close();
        }

        WriteSection("apart", "Set apart", BriefingWords.SetApart(_outline), _outline.WithComments.IsEmpty ? null : BriefingWords.CommentsApart);
        WriteSection("aside", "Set aside", _outline.Unread.Concat(_outline.Notes).Select(d => Phrase.Of(BriefingWords.Trouble(d))), null);
        WriteSection("trouble", "Read with trouble", BriefingWords.ReadWithTrouble(_outline), null);
        if (!_outline.Briefing.Rejected.IsEmpty)
        {
            Open("rejected", "Looked at and not believed");
            Line($"<details><summary>{BriefingWords.Count(_outline.Briefing.Rejected.Length, "near miss", "near misses")}</summary>");
            WriteList("plain", _outline.Briefing.Rejected.Select(m => BriefingWords.NotBelieved(m, List)));
            Line("</details>");
            Close();
        }
    }

    private void WriteSection(string id, string heading, IEnumerable<Phrase> phrases, string? remark)
    {
        Phrase[] all = [.. phrases];
        if (all.Length == 0)
        {
            return;
        }

        Open(id, heading);
        WriteList("plain", all);
        if (remark is not null)
        {
            Line($"<p class=\"faint\">{HtmlText.Escaped(remark)}</p>");
        }

        Close();
    }

    private void WriteReports(ImmutableArray<Document> reports)
    {
        Line("<table class=\"reports\">");
        Line("<thead><tr><th scope=\"col\">No.</th><th scope=\"col\">Date as stated</th><th scope=\"col\">Outlet</th><th scope=\"col\">Headline</th><th scope=\"col\">File</th></tr></thead>");
        Line("<tbody>");
        foreach (Document report in reports)
        {
            int number = List.NumberOf(report.Id);
            string date = report.Published is null ? "<span class=\"faint\">undated</span>" : HtmlText.Escaped(ReportList.DateOf(report));
            string outlet = report.Outlet is null ? "<span class=\"faint\">outlet not stated</span>" : HtmlText.Foreign(ReportList.NameOf(report));
            string headline = HtmlText.Link(HtmlText.Foreign(BriefingWords.HeadlineOf(report), report.Language), report.Url);
            string file = report.Path is null ? "<span class=\"faint\">standard input</span>" : HtmlText.Foreign(ForeignText.OneLine(report.Path));
            Line($"<tr id=\"r{number}\"><th scope=\"row\">[{number}]</th><td class=\"date\">{date}</td><td class=\"outlet\">{outlet}</td>"
                + $"<td class=\"headline\">{headline}{Remarks(report)}</td><td class=\"file\">{file}</td></tr>");
        }

        Line("</tbody>");
        Line("</table>");
    }

    private static string Remarks(Document report)
    {
        List<string> remarks = [];
        if (!report.Byline.IsEmpty)
        {
            remarks.Add("by " + string.Join(", ", report.Byline.Select(b => HtmlText.Foreign(ForeignText.OneLine(b)))));
        }

        if (report.Language != "en")
        {
            remarks.Add($"{HtmlText.Escaped(LanguageName.Of(report.Language))}, not analysed");
        }

        int comments = BriefingOutline.Count(report, BlockKind.Comment);
        if (comments > 0)
        {
            remarks.Add(BriefingWords.Count(comments, "comment") + " set apart");
        }

        return remarks.Count == 0 ? "" : $"<span class=\"remarks\">{string.Join("; ", remarks)}</span>";
    }

    private void WriteFooter()
    {
        Line("<footer>");
        Line("<h2>How to read this</h2>");
        Line("<dl>");
        Line("<div><dt>proven, probable</dt><dd>Proven rests on a credit, a link or a long run of the same words. Probable rests on shared rare details. The same event told in similar words is neither.</dd></div>");
        Line("<div><dt>no relation shown</dt><dd>Nothing was found that joins two reports. It does not make them independent, and nothing here counts how many origins a statement has.</dd></div>");
        Line("<div><dt>undated, not stated</dt><dd>The report does not say. No date, outlet or speaker is guessed.</dd></div>");
        Line("<div><dt>[3 ¶2]</dt><dd>Second paragraph of report 3 in the lists above.</dd></div>");
        Line("</dl>");
        if (List.Reports.Length > 0)
        {
            Line("<h2>Made from these bytes</h2>");
            Line("<ul class=\"bytes\">");
            for (int i = 0; i < List.Reports.Length; i++)
            {
                Document report = List.Reports[i].Document;
                string sha = ForeignText.OneLine(report.Sha256);
                Line($"<li><a class=\"cite\" href=\"#r{i + 1}\">[{i + 1}]</a> {HtmlText.Foreign(ForeignText.OneLine(report.Path ?? report.Id))} <code>{HtmlText.Escaped(sha[..Math.Min(12, sha.Length)])}</code></li>");
            }

            Line("</ul>");
            Line("<p class=\"faint\">First twelve digits of the SHA-256 of each file.</p>");
        }

        Line("</footer>");
    }

    private void WriteList(string kind, IEnumerable<Phrase> phrases)
    {
        Line($"<ul class=\"{kind}\">");
        foreach (Phrase phrase in phrases)
        {
            Line($"<li>{HtmlText.Of(phrase)}</li>");
        }

        Line("</ul>");
    }

    private void Open(string id, string heading)
    {
        Line($"<section aria-labelledby=\"{id}-h\">");
        Line($"<h2 id=\"{id}-h\">{HtmlText.Escaped(heading)}</h2>");
    }

    private void Close() => Line("</section>");

    private void Line(string html)
    {
        _writer.Write(html);
        _writer.Write('\n');
    }
}
