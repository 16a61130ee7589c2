using Entente.Analysis.Briefings;
using Markdig;

namespace Entente.Tests.Analysis.Briefings;

public class BriefingMarkdownTests
{
    private static readonly MarkdownPipeline s_pipeline = new MarkdownPipelineBuilder().UseAdvancedExtensions().Build();

    [Fact]
    public void Bridge_affair_reads_as_approved() => Approved.Matches(Written(BridgeAffair.Build()), "BridgeAffair.md");

    [Theory]
    [InlineData("<script>alert(1)</script> & more &amp; more")]
    [InlineData("**bold** _it_ `code` ~~gone~~ # heading")]
    [InlineData("[x](javascript:alert(2)) ![y](z) <https://a.example>")]
    [InlineData("1. not a list")]
    [InlineData("- not a list")]
    [InlineData("+ nor this")]
    [InlineData("= nor = this")]
    [InlineData("a|b|c $x$ \\ back {#id .class} ==mark== ^sup^ H~2~O")]
    [InlineData("visit https://a.example or www.b.example now")]
    public void Foreign_words_come_out_of_a_renderer_as_they_went_in(string words)
    {
        string html = Markdown.ToHtml(MarkdownText.Escaped(words), s_pipeline).Trim();

        Assert.Equal($"<p>{HtmlText.Escaped(words).Replace("&#39;", "'")}</p>", html);
    }

    [Fact]
    public void Hostile_reports_leave_no_markup_in_the_rendered_page()
    {
        string html = Markdown.ToHtml(Written(HostileAffair.Build()), s_pipeline);

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<svg", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("href=\"javascript:", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("href=\"https://example.org/", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_row_of_the_report_table_has_five_cells()
    {
        string html = Markdown.ToHtml(Written(HostileAffair.Build()), s_pipeline);

        Assert.Equal(2, html.Split("<tr>\n<td").Length - 1);
        Assert.Equal(2 * 5, html.Split("<td").Length - 1);
    }

    [Fact]
    public void Empty_pile_is_a_heading_and_a_line() => Assert.Equal("# Briefing\n\n- 0 reports.\n", Written(new Briefing([], [], [], [], [], [])));

    [Fact]
    public void Same_briefing_gives_the_same_text() => Assert.Equal(Written(CrowdedAffair.Build(25)), Written(CrowdedAffair.Build(25)));

    private static string Written(Briefing briefing)
    {
        using StringWriter writer = new() { NewLine = "\r\n" };
        BriefingMarkdown.Write(briefing, writer);
        return writer.ToString();
    }
}
