using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Entente.Analysis.Briefings;
using Document = Entente.Analysis.Text.Document;

namespace Entente.Tests.Analysis.Briefings;

public class BriefingHtmlTests
{
    [Fact]
    public void Bridge_affair_reads_as_approved() => Approved.Matches(Written(BridgeAffair.Build()), "BridgeAffair.html");

    [Fact]
    public void Crowded_story_is_drawn_as_approved()
    {
        BriefingOutline outline = new(CrowdedAffair.Build(40));

        Approved.Matches(DependenceDrawing.Wide(outline.Stories[0], outline.List), "CrowdedAffair.svg");
    }

    [Fact]
    public void Same_briefing_gives_the_same_bytes() => Assert.Equal(Written(CrowdedAffair.Build(25)), Written(CrowdedAffair.Build(25)));

    [Fact]
    public void Hostile_reports_leave_no_markup_in_the_page()
    {
        IHtmlDocument page = Parsed(HostileAffair.Build());

        Assert.Empty(page.QuerySelectorAll("script, img, iframe, object, i, [onclick], [onerror], [onload]"));
        Assert.Equal(2, page.QuerySelectorAll("svg.drawing").Length);
        Assert.Equal(2, page.QuerySelectorAll("table.reports tbody tr").Length);
        Assert.All(page.QuerySelectorAll("*").SelectMany(e => e.Attributes), a => Assert.False(a.Name.StartsWith("on", StringComparison.Ordinal), a.Name));
        Assert.Contains(page.QuerySelectorAll("td.headline"), cell => cell.TextContent.Contains("<script>alert('1')</script>", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("bridge")]
    [InlineData("hostile")]
    [InlineData("crowded")]
    [InlineData("empty")]
    public void Links_lead_to_a_place_in_the_page_or_to_the_web(string affair)
    {
        IHtmlDocument page = Parsed(Named(affair));

        Assert.All(page.QuerySelectorAll("a"), link =>
        {
            string target = link.GetAttribute("href")!;
            Assert.True(target.StartsWith("https://", StringComparison.Ordinal) || (target[0] == '#' && page.GetElementById(target[1..]) is not null), target);
        });
        string[] ids = [.. page.QuerySelectorAll("[id]").Select(e => e.Id!)];
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    [Theory]
    [InlineData("bridge")]
    [InlineData("crowded")]
    [InlineData("empty")]
    public void Page_is_whole_in_itself_and_can_be_read_with_a_screen_reader(string affair)
    {
        string html = Written(Named(affair));
        IHtmlDocument page = new HtmlParser().ParseDocument(html);

        Assert.Empty(page.QuerySelectorAll("script, link, img, [src], [style]"));
        Assert.DoesNotContain("url(", html, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", html, StringComparison.Ordinal);
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.QuerySelectorAll("main"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Equal("#main", page.QuerySelector("a")!.GetAttribute("href"));
        Assert.All(page.QuerySelectorAll("th"), th => Assert.NotNull(th.GetAttribute("scope")));
        Assert.All(page.QuerySelectorAll("svg.drawing"), svg => Assert.Equal(["title", "desc"], svg.Children.Take(2).Select(c => c.LocalName)));
        Assert.All(page.QuerySelectorAll("[aria-labelledby]"), e => Assert.All(e.GetAttribute("aria-labelledby")!.Split(' '), id => Assert.NotNull(page.GetElementById(id))));
        int before = 0;
        foreach (IElement heading in page.QuerySelectorAll("h1, h2, h3, h4"))
        {
            int level = heading.LocalName[1] - '0';
            Assert.True(level <= before + 1, $"{heading.LocalName} “{heading.TextContent}” after h{before}");
            before = level;
        }
    }

    [Fact]
    public void Words_left_out_of_a_quotation_are_struck_through_where_they_stood()
    {
        IHtmlDocument page = Parsed(BridgeAffair.Build());

        string[] wordings = [.. page.QuerySelectorAll(".quotation .sides blockquote").Select(q => q.InnerHtml)];

        Assert.Contains("have been <mark class=\"bears\">– rightly – </mark>inspected", wordings[0], StringComparison.Ordinal);
        Assert.Contains("have been <del class=\"bears\">– rightly – </del>inspected", wordings[1], StringComparison.Ordinal);
        Assert.Contains("<del>9 days</del> <ins>nine days</ins>", wordings[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_relation_has_its_evidence_in_the_page()
    {
        IHtmlDocument page = Parsed(BridgeAffair.Build());

        Assert.Equal(6, page.QuerySelectorAll("details.relation").Length);
        Assert.All(page.QuerySelectorAll("details.relation"), d => Assert.NotEmpty(d.QuerySelectorAll("mark")));
        Assert.All(page.QuerySelectorAll("svg a.edge"), e => Assert.NotNull(page.QuerySelector("details" + e.GetAttribute("href"))));
    }

    [Fact]
    public void Span_outside_its_document_costs_the_excerpt_and_nothing_else()
    {
        Briefing briefing = BridgeAffair.Build();
        Document note = briefing.Find("bridge-note")!.Document with { Text = "cut", Blocks = [] };
        briefing = briefing with { Documents = [.. briefing.Documents.Select(d => d.Document.Id == "bridge-note" ? new DocumentFindings(new(note, [], []), []) : d)] };

        Assert.Equal(6, Parsed(briefing).QuerySelectorAll("details.relation").Length);
    }

    [Fact]
    public void Story_without_relations_has_no_drawing_and_claims_no_independence()
    {
        Briefing briefing = BridgeAffair.Build();

        IHtmlDocument page = Parsed(briefing with { Stories = [briefing.Stories[0] with { Dependences = [], Chains = [] }] });

        Assert.Empty(page.QuerySelectorAll("svg"));
        Assert.Contains(page.QuerySelectorAll(".story p"), p => p.TextContent == BriefingWords.NoLinkFound);
    }

    [Fact]
    public void Several_stories_are_listed_at_the_top_and_numbered_through()
    {
        Briefing affair = BridgeAffair.Build();
        StoryFindings whole = affair.Stories[0];
        Briefing briefing = affair with
        {
            Stories =
            [
                whole with { Story = whole.Story with { Documents = ["courier-03", "ledger-04"] }, Dependences = [whole.Dependences[0]], Chains = [] },
                whole with { Story = whole.Story with { Id = "s2", Title = "Ferries" , Documents = ["herald-05", "gullpoint-05"] }, Dependences = [whole.Dependences[4]], Chains = [], Quotations = [] },
            ],
        };

        IHtmlDocument page = Parsed(briefing);

        Assert.Equal(["#s1", "#s2"], page.QuerySelectorAll("nav a").Select(a => a.GetAttribute("href")));
        Assert.Equal(["[1]", "[2]", "[3]", "[4]", "[5]", "[6]", "[7]", "[8]"], page.QuerySelectorAll(".reports th[scope=row]").Select(t => t.TextContent));
        Assert.All(page.QuerySelectorAll("[href^='#']"), link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])));
    }

    private static Briefing Named(string affair) => affair switch
    {
        "bridge" => BridgeAffair.Build(),
        "hostile" => HostileAffair.Build(),
        "crowded" => CrowdedAffair.Build(40),
        _ => new Briefing([], [], [], [], [], []),
    };

    private static IHtmlDocument Parsed(Briefing briefing) => new HtmlParser().ParseDocument(Written(briefing));

    private static string Written(Briefing briefing)
    {
        using StringWriter writer = new() { NewLine = "\r\n" };
        BriefingHtml.Write(briefing, writer);
        return writer.ToString();
    }
}
