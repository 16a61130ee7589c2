using System.Collections.Immutable;
using Entente.Analysis.Text;
using Entente.Analysis.Tracing;

namespace Entente.Analysis.Briefings;

/// <summary>Two reports side by side as one HTML file: no scripts, nothing fetched; on a phone the columns stand one below the other.</summary>
/// <remarks>A passage has one number in both columns, and its number leads to the same passage in the other. What a row is, its heading says in words.</remarks>
public sealed class ComparisonHtml
{
    private static readonly string s_css = DataFile.Text("Briefings/briefing.css");
    private static readonly string s_ownCss = DataFile.Text("Briefings/comparison.css");

    private readonly ComparisonOutline _outline;
    private readonly TextWriter _writer;

    private ComparisonHtml(ReportComparison comparison, TextWriter writer)
    {
        _outline = new ComparisonOutline(comparison);
        _writer = writer;
    }

    public static void Write(ReportComparison comparison, TextWriter writer) => new ComparisonHtml(comparison, writer).Write();

    private void Write()
    {
        (Document first, Document second) = (_outline.Comparison.First.Document, _outline.Comparison.Second.Document);
        HtmlPage.Open(_writer, $"Side by side: {ReportList.NameOf(first)}, {ReportList.NameOf(second)}", s_css, s_ownCss);
        Line("<a class=\"skip\" href=\"#main\">Skip to the reports</a>");
        Line("<header>");
        Line("<p class=\"kind\">Two reports side by side</p>");
        Line($"<h1>{HtmlText.Foreign(ReportList.NameOf(first))} and {HtmlText.Foreign(ReportList.NameOf(second))}</h1>");
        Line("<div class=\"sides\">");
        WriteReport(_outline.Comparison.First, 1);
        WriteReport(_outline.Comparison.Second, 2);
        Line("</div>");
        Line("<ul class=\"summary\">");
        foreach (Phrase line in _outline.Shared)
        {
            Line($"<li>{HtmlText.Of(line)}</li>");
        }

        Line("</ul>");
        Line("</header>");
        Line("<main id=\"main\">");
        WriteJoins();
        WriteContents();
        Line("<section aria-labelledby=\"rows\">");
        Line("<h2 id=\"rows\">Side by side</h2>");
        Line("<p class=\"key\"><span><mark class=\"differs\">words</mark> that the other report has differently;</span> <span><mark class=\"bears\">words</mark> where that bears on the meaning.</span> <span>The number of a passage leads to the same passage in the other report.</span></p>");
        foreach (ComparisonRow row in _outline.Rows)
        {
            WriteRow(row);
        }

        Line("</section>");
        Line("</main>");
        HtmlPage.Close(_writer);
    }

    private void WriteReport(ComparedReport report, int number)
    {
        Document document = report.Document;
        string date = document.Published is null ? "undated" : HtmlText.Escaped(ReportList.DateOf(document));
        string headline = HtmlText.Link(HtmlText.Foreign(BriefingWords.HeadlineOf(document), document.Language), document.Url);
        Line($"<figure id=\"r{number}\"><p><b>[{number}] {HtmlText.Foreign(ReportList.NameOf(document))}</b>, {date}</p><p>{headline}</p>"
            + $"<figcaption>{BriefingWords.Count(report.Words, "word")}; {HtmlText.Foreign(ForeignText.OneLine(document.Path ?? "standard input"))}</figcaption></figure>");
    }

    private void WriteJoins()
    {
        Line("<section aria-labelledby=\"joins\">");
        Line("<h2 id=\"joins\">What joins them</h2>");
        foreach (TraceEntry entry in _outline.Joins)
        {
            Line($"<p>{HtmlText.Of(entry.Head)}</p>");
            if (!entry.Remarks.IsEmpty)
            {
                Line("<ul class=\"edits\">" + string.Concat(entry.Remarks.Select(r => $"<li>{HtmlText.Of(r.Phrase)}</li>")) + "</ul>");
            }
        }

        Line("</section>");
    }

    private void WriteContents()
    {
        if (_outline.Comparison.Passages.IsEmpty)
        {
            return;
        }

        Line("<nav aria-labelledby=\"passages\">");
        Line("<h2 id=\"passages\">The passages that they share</h2>");
        Line("<ol class=\"passages\">");
        foreach (AlignedPassage passage in _outline.Comparison.Passages)
        {
            int altered = passage.Edits.Count(e => e.MeaningBearing);
            string bears = altered == 0 ? "" : $" <strong class=\"bears\">{BriefingWords.Count(altered, "edit")} that {(altered == 1 ? "bears" : "bear")} on the meaning</strong>";
            Line($"<li><a href=\"#a{passage.Number}\">{ComparisonOutline.Title(passage)}</a>{bears}</li>");
        }

        Line("</ol>");
        Line("</nav>");
    }

    private void WriteRow(ComparisonRow row)
    {
        (string kind, string heading) = row switch
        {
            { Passage: null, First: not null } => ("alone", $"Only in [1]: {BriefingWords.Count(row.First.Words, "word")}"),
            { Passage: null } => ("alone", $"Only in [2]: {BriefingWords.Count(row.Second!.Words, "word")}"),
            { Passage: { IsMoved: true } moved, First: null } => ("moved", $"Passage {moved.Number} again, where it stands in [2]"),
            { Passage: { IsMoved: true } moved } => ("moved", ComparisonOutline.Title(moved)),
            { Passage: var passage } => ("shared", ComparisonOutline.Title(passage)),
        };
        Line($"<section class=\"row {kind}\">");
        Line($"<h3>{heading}</h3>");
        Line("<div class=\"columns\">");
        WriteCell(row, row.First, isFirst: true);
        WriteCell(row, row.Second, isFirst: false);
        Line("</div>");
        if (row is { Passage: { Edits.IsEmpty: false } edited, First: not null })
        {
            Line("<ul class=\"edits\">");
            foreach (TraceRemark remark in _outline.Edits(edited, withForm: true))
            {
                string label = remark.Bears ? "<strong class=\"bears\">bears on the meaning</strong> " : "";
                Line($"<li{(remark.Bears ? " class=\"bears\"" : "")}>{label}{HtmlText.Of(remark.Phrase)}</li>");
            }

            Line("</ul>");
        }

        Line("</section>");
    }

    private void WriteCell(ComparisonRow row, TextPiece? piece, bool isFirst)
    {
        int side = isFirst ? 1 : 2;
        (char own, char other) = isFirst ? ('a', 'b') : ('b', 'a');
        if (piece is null)
        {
            string elsewhere = row.Passage is { } moved ? $"<p><a href=\"#{own}{moved.Number}\">Passage {moved.Number} stands elsewhere in [{side}]</a></p>" : "";
            Line($"<div class=\"cell empty\">{elsewhere}</div>");
            return;
        }

        string number = row.Passage is { } passage
            ? $" <a class=\"number\" id=\"{own}{passage.Number}\" href=\"#{other}{passage.Number}\" aria-label=\"Passage {passage.Number}: to the other report\">{passage.Number}</a>"
            : "";
        Document document = (isFirst ? _outline.Comparison.First : _outline.Comparison.Second).Document;
        string language = document.Language is { Length: 2 } code && code.All(char.IsAsciiLetterLower) ? $" lang=\"{code}\"" : "";
        Line($"<div class=\"cell\"><p class=\"side\"><span>[{side}] {HtmlText.Foreign(ReportList.NameOf(document))}</span>{number}</p>");
        ImmutableArray<ImmutableArray<WordingPiece>> paragraphs = _outline.Words(piece, isFirst, withForm: true);
        for (int i = 0; i < paragraphs.Length; i++)
        {
            bool isHeadline = document.Blocks.Any(b => b.Kind == BlockKind.Headline && b.Span.Contains(piece.Spans[i]));
            Line($"<p{(isHeadline ? " class=\"headline\"" : "")}><bdi{language}>{HtmlText.Of(paragraphs[i])}</bdi></p>");
        }

        Line("</div>");
    }

    private void Line(string html)
    {
        _writer.Write(html);
        _writer.Write('\n');
    }
}
