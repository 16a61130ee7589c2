using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Entente.Analysis;
using Entente.Analysis.Briefings;
using Entente.Analysis.Text;
using Entente.Analysis.Tracing;
using Document = Entente.Analysis.Text.Document;

namespace Entente.Tests.Analysis.Briefings;

/// <summary>Traces, comparisons and lists of quotations of reports whose every foreign string tries to break out of the line, page or terminal it is printed in.</summary>
public class TraceAndComparisonTests
{
    private const string Sentence = "<script>alert(9)</script> the old bridge is not open \e[31mand nobody\u202e knows why";

    private static readonly Document[] s_reports =
    [
        Report("\"><svg onload=alert(5)>", "<b onclick=alert(4)>Daily & \"Mail\"</b>\a", $"He said: “{Sentence}” and left, as he always did when a bridge was shut in this town.", "<script>alert(2)</script> commented\e]0;x\a: " + Sentence),
        Report("wide", "橋の新聞橋の新聞橋の新聞橋の新聞橋の新聞", $"“{Sentence.Replace("not ", "", StringComparison.Ordinal)}” she said, as she always did when a bridge was shut in this town. "
            + "https://example.org/an/address/that/is/longer/than/any/line/may/be/and/has/no/space/in/it/at/all"),
    ];

    public static TheoryData<string> Forms => ["trace", "diff", "quotes"];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Hostile_reports_leave_no_markup_in_the_page(string form)
    {
        string html = Html(form);
        IHtmlDocument page = new HtmlParser().ParseDocument(html);

        Assert.Empty(page.QuerySelectorAll("script, img, iframe, object, svg, link, [src], [style]"));
        Assert.All(page.QuerySelectorAll("*").SelectMany(e => e.Attributes), a => Assert.False(a.Name.StartsWith("on", StringComparison.Ordinal), a.Name));
        Assert.Contains("<script>alert(9)</script> the old bridge", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.All(html, c => Assert.False((char.IsControl(c) && c != '\n') || c is '\u202e', $"U+{(int)c:X4}"));
        Assert.Contains("default-src 'none'", html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Page_can_be_read_with_a_screen_reader_and_every_link_leads_somewhere(string form)
    {
        IHtmlDocument page = new HtmlParser().ParseDocument(Html(form));

        string[] ids = [.. page.QuerySelectorAll("[id]").Select(e => e.Id!)];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(page.QuerySelectorAll("a[href^='#']"), a => Assert.NotNull(page.GetElementById(a.GetAttribute("href")![1..])));
        Assert.All(page.QuerySelectorAll("[aria-labelledby]"), e => Assert.NotNull(page.GetElementById(e.GetAttribute("aria-labelledby")!)));
        Assert.Equal("#main", page.QuerySelector("a")!.GetAttribute("href"));
        Assert.Single(page.QuerySelectorAll("h1"));
        int before = 0;
        foreach (IElement heading in page.QuerySelectorAll("h1, h2, h3"))
        {
            int level = heading.LocalName[1] - '0';
            Assert.True(level <= before + 1, $"{heading.LocalName} “{heading.TextContent}” after h{before}");
            before = level;
        }
    }

    [Theory]
    [InlineData("trace", 30)]
    [InlineData("trace", 80)]
    [InlineData("quotes", 30)]
    [InlineData("quotes", 80)]
    [InlineData("diff", 30)]
    [InlineData("diff", 60)]
    [InlineData("diff", 80)]
    [InlineData("diff", 133)]
    public void No_line_is_wider_than_the_terminal_and_none_steers_it(string form, int width)
    {
        foreach (BriefingLength length in Enum.GetValues<BriefingLength>())
        {
            string text = Text(form, new() { Width = width, Length = length });
            Assert.All(text.Split('\n'), line => Assert.True(DisplayColumns.Of(line) <= width, $"{DisplayColumns.Of(line)} columns: {line}"));
            Assert.All(text, c => Assert.False((char.IsControl(c) && c != '\n') || c is '\u202e', $"U+{(int)c:X4}"));
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Colour_adds_sequences_and_changes_no_word(string form)
    {
        string coloured = Text(form, new() { Color = true });

        Assert.Contains("\e[1", coloured, StringComparison.Ordinal);
        Assert.Equal(Text(form, new()), Regex.Replace(coloured, @"\e\[[0-9;]*m", ""));
    }

    [Fact]
    public void A_comment_that_holds_the_sentence_is_shown_apart_and_called_a_comment()
    {
        string text = Text("trace", new());

        Assert.Contains("In comments and outside the reporting\n", text, StringComparison.Ordinal);
        Assert.Contains("reader comment by Ann", text.ReplaceLineEndings(" ").Replace("    ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        SentenceTrace trace = SentenceTracer.Trace(Sentence, s_reports);
        Assert.All(trace.Appearances, a => Assert.NotEqual(BlockKind.Comment, a.Block));
        Assert.Equal([BlockKind.Comment], trace.Apart.Select(a => a.Block));
    }

    [Fact]
    public void Spans_in_the_json_are_the_words_that_it_prints()
    {
        using MemoryStream stream = new();
        TraceJson.Write(SentenceTracer.Trace(Sentence, s_reports), stream);
        using JsonDocument json = JsonDocument.Parse(stream.ToArray());

        foreach (JsonElement appearance in json.RootElement.GetProperty("appearances").EnumerateArray())
        {
            string text = s_reports.Single(r => r.Id == appearance.GetProperty("document").GetString()).Text;
            int start = appearance.GetProperty("span")[0].GetInt32(), end = appearance.GetProperty("span")[1].GetInt32();
            Assert.Equal(appearance.GetProperty("text").GetString(), text[start..end]);
        }

        Assert.Equal(2, json.RootElement.GetProperty("appearances").GetArrayLength());
        Assert.Equal("negation", json.RootElement.GetProperty("appearances")[1].GetProperty("edits")[0].GetProperty("kind").GetString());
    }

    [Fact]
    public void A_passage_has_one_number_in_both_columns_and_leads_to_the_other()
    {
        IHtmlDocument page = new HtmlParser().ParseDocument(Html("diff"));

        IElement[] numbers = [.. page.QuerySelectorAll("a.number")];
        Assert.NotEmpty(numbers);
        Assert.All(numbers, n => Assert.Equal(n.TextContent, page.GetElementById(n.GetAttribute("href")![1..])!.TextContent));
    }

    private static string Html(string form) => Written(writer =>
    {
        if (form == "trace")
        {
            TraceHtml.Write(SentenceTracer.Trace(Sentence, s_reports), writer);
        }
        else if (form == "quotes")
        {
            QuotationsHtml.Write(QuotationCollector.Collect(s_reports, QuotationFilter.All), writer);
        }
        else
        {
            ComparisonHtml.Write(ReportComparer.Compare(s_reports[0], s_reports[1]), writer);
        }
    });

    private static string Text(string form, BriefingTextOptions options) => Written(writer =>
    {
        if (form == "trace")
        {
            TraceText.Write(SentenceTracer.Trace(Sentence, s_reports), writer, options);
        }
        else if (form == "quotes")
        {
            QuotationsText.Write(QuotationCollector.Collect(s_reports, QuotationFilter.All), writer, options);
        }
        else
        {
            ComparisonText.Write(ReportComparer.Compare(s_reports[0], s_reports[1]), writer, options);
        }
    });

    private static string Written(Action<TextWriter> write)
    {
        using StringWriter writer = new() { NewLine = "\r\n" };
        write(writer);
        return writer.ToString();
    }

    private static Document Report(string id, string outlet, string body, string? comment = null)
    {
        ReportSketch sketch = new(id) { Path = $"pile/'{id}.html", Url = "javascript:alert(7)", Title = "</title><script>alert('1')</script> \e[31mred\r\n", Outlet = new Outlet(outlet) };
        sketch.With(BlockKind.Headline, sketch.Title!).Body(body);
        return (comment is null ? sketch : sketch.With(BlockKind.Comment, comment, author: "Ann\e[0m")).Build().Document;
    }
}
