using System.Diagnostics;
using Entente.Analysis.Text;
using Entente.Reading;
using Entente.Reading.Html;

namespace Entente.Tests.Reading.Html;

public sealed class HtmlPageReaderTests
{
    private const string Report = """
        <p>The harbour board of Northaven voted on Tuesday to close the old ferry pier for the winter, after two inspections found that several of its timber piles had been hollowed out by shipworm.</p>
        <p>"We would rather lose a season than a boat," said <a href="/people/ida-marsh">Ida Marsh</a>, who chairs the board. She added that the repair would cost about four million crowns, and that the town had set aside half of it.</p>
        <p>Ferries will call at the fish quay instead, which lies 900 metres to the east and has no shelter for passengers. The operator, Sound Lines, said that it had not been consulted before the vote and might ask for compensation.</p>
        <p>The pier was built in 1911 and last repaired in 1978, according to the town's archive. A third inspection, by divers, is planned for the spring.</p>
        """;

    private static readonly string s_oldPage = $"""
        <html><head><title>Pier to close for the winter - The Northaven Courier</title></head><body>
        <div id="nav" class="menu"><ul><li><a href="/">Home</a></li><li><a href="/town">Town</a></li><li><a href="/sport">Sport</a></li><li><a href="/weather">Weather</a></li></ul></div>
        <div id="wrap"><div class="story"><h1>Pier to close for the winter</h1><div class="byline">By Tom Oakes and Lena Birk | 3 May 2021</div>
        {Report}
        </div><div class="side"><h3>Most read</h3><ul><li><a href="/a">Fish prices fall again</a></li><li><a href="/b">School roof to be mended</a></li><li><a href="/c">Storm takes the lifeguard hut</a></li></ul></div></div>
        <div id="foot"><p>© 2021 The Northaven Courier. All rights reserved.</p><p><a href="/privacy">Privacy policy</a> <a href="/contact">Contact</a></p></div></body></html>
        """;

    private static DocumentDraft Read(string html, string? url = "https://www.northavencourier.example/town/pier") =>
        HtmlPageReader.Read(html, url, ReadingOptions.Default);

    private static List<string> Texts(DocumentDraft draft, BlockKind kind)
    {
        string text = draft.Text;
        return [.. draft.Blocks.Where(block => block.Kind == kind).Select(block => block.Span.Of(text))];
    }

    private static string Page(string head, string body) =>
        $"<!doctype html><html lang=\"en\"><head>{head}</head><body><main><article>{body}</article></main></body></html>";

    [Fact]
    public void Parts_the_report_from_menu_sidebar_and_footer_on_an_old_page()
    {
        DocumentDraft draft = Read(s_oldPage);
        List<string> body = Texts(draft, BlockKind.Body);
        Assert.Equal(4, body.Count);
        Assert.StartsWith("The harbour board of Northaven", body[0], StringComparison.Ordinal);
        List<string> furniture = Texts(draft, BlockKind.Furniture);
        Assert.Contains("Weather", furniture);
        Assert.Contains("Fish prices fall again", furniture);
        Assert.Equal(["Pier to close for the winter"], Texts(draft, BlockKind.Headline));
    }

    [Fact]
    public void Takes_the_site_name_off_the_title()
    {
        DocumentDraft draft = Read(s_oldPage.Replace("<h1>Pier to close for the winter</h1>", "", StringComparison.Ordinal));
        Assert.Equal("Pier to close for the winter", draft.Title);
        Assert.Equal("The Northaven Courier", draft.OutletName);
    }

    [Fact]
    public void Names_both_authors_of_a_byline_without_its_date()
    {
        DocumentDraft draft = Read(s_oldPage);
        Assert.Equal(["Tom Oakes", "Lena Birk"], draft.Byline);
        Assert.Equal(["By Tom Oakes and Lena Birk | 3 May 2021"], Texts(draft, BlockKind.Byline));
    }

    [Fact]
    public void Reads_a_shown_date_to_the_day_and_says_where_it_stands()
    {
        DocumentDraft draft = Read(s_oldPage);
        Assert.Equal("2021-05-03", draft.Published?.Value);
        Assert.Equal(TimeOrigin.Text, draft.Published?.From);
        Assert.Equal("3 May 2021", draft.Published?.Span?.Of(draft.Text));
    }

    [Fact]
    public void Keeps_the_statement_of_rights_apart() =>
        Assert.Equal(["© 2021 The Northaven Courier. All rights reserved."], Texts(Read(s_oldPage), BlockKind.Rights));

    [Fact]
    public void Resolves_links_against_the_page_and_keeps_their_words()
    {
        DocumentDraft draft = Read(s_oldPage);
        Link link = Assert.Single(draft.Links, link => link.Span.Of(draft.Text) == "Ida Marsh");
        Assert.Equal("https://www.northavencourier.example/people/ida-marsh", link.Href);
    }

    [Fact]
    public void Reads_author_outlet_and_times_from_a_json_ld_graph()
    {
        const string head = """
            <title>Pier to close</title><script type="application/ld+json">{"@context":"https://schema.org","@graph":[
            {"@type":"NewsArticle","headline":"Pier to close for the winter","author":{"@id":"#ann"},"datePublished":"2021-05-03T07:30:00+02:00","dateModified":"2021-05-04T09:00:00+02:00","publisher":{"@id":"#org"}},
            {"@type":"Person","@id":"#ann","name":"Ann Tide"},{"@type":"Organization","@id":"#org","name":"Northaven Courier"}]}</script>
            """;
        DocumentDraft draft = Read(Page(head, "<h1>Pier to close for the winter</h1>" + Report));
        Assert.Equal(["Ann Tide"], draft.Byline);
        Assert.Equal("Northaven Courier", draft.OutletName);
        Assert.Equal("2021-05-03T07:30:00+02:00", draft.Published?.Value);
        Assert.Equal(TimeOrigin.JsonLd, draft.Published?.From);
        Assert.Equal("2021-05-04T09:00:00+02:00", draft.Updated?.Value);
    }

    [Fact]
    public void Says_nothing_of_author_and_date_where_the_page_is_silent()
    {
        DocumentDraft draft = Read(Page("<title>Pier to close for the winter</title>", "<h1>Pier to close for the winter</h1>" + Report));
        Assert.Empty(draft.Byline);
        Assert.Null(draft.Published);
        Assert.Null(draft.OutletName);
    }

    [Fact]
    public void Reports_two_dates_of_publication_and_takes_the_one_that_is_shown()
    {
        DocumentDraft draft = Read(Page(
            "<meta property=\"article:published_time\" content=\"2019-01-15T10:00:00Z\">",
            "<h1>Pier to close for the winter</h1><p class=\"date\">Published 3 May 2021</p>" + Report));
        Assert.Equal("2021-05-03", draft.Published?.Value);
        Assert.Contains(draft.Diagnostics, diagnostic => diagnostic.Code == "W1109");
    }

    [Fact]
    public void Says_so_where_only_the_day_of_the_last_change_is_stated()
    {
        DocumentDraft draft = Read(Page("", "<h1>Pier to close for the winter</h1><p>Last updated: 3 May 2021</p>" + Report));
        Assert.Equal("2021-05-03", draft.Updated?.Value);
        Assert.Equal("2021-05-03", draft.Published?.Value);
        Assert.Contains(draft.Diagnostics, diagnostic => diagnostic.Code == "I1110");
    }

    [Fact]
    public void Takes_no_sentence_that_begins_with_by_for_a_byline() =>
        Assert.Empty(Read(Page("", "<h1>Pier to close for the winter</h1><p>By Tuesday work had begun.</p>" + Report)).Byline);

    [Theory]
    [InlineData("<h1>Pier to close for the winter</h1><p>The board met on 3 May 2021.</p>")]
    [InlineData("<h1>Pier to close from 3 May 2021 until spring</h1>")]
    public void Takes_no_date_that_the_report_tells_of_for_its_own(string start) => Assert.Null(Read(Page("", start + Report)).Published);

    [Fact]
    public void Reads_a_month_in_the_address_as_a_month()
    {
        DocumentDraft draft = Read(Page("", "<h1>Pier to close for the winter</h1>" + Report), "https://blog.example/2021/05/pier-closes");
        Assert.Equal(("2021-05", TimePrecision.Month, TimeOrigin.Url), (draft.Published?.Value, draft.Published!.Precision, draft.Published.From));
    }

    [Fact]
    public void Keeps_comments_apart_with_their_authors_and_whom_they_answer()
    {
        const string comments = """
            <section id="comments"><h2>2 comments</h2><ol class="comment-list">
            <li class="comment"><div class="comment-author"><cite class="fn">Emil</cite> says:</div><p>They should have mended it ten years ago, when the timber was cheap.</p><div class="reply"><a href="#r">Reply</a></div>
            <ul class="children"><li class="comment"><div class="comment-author"><cite class="fn">Greta</cite> says:</div><p>Nobody would have paid for it then either, as you well know.</p></li></ul></li></ol></section>
            """;
        DocumentDraft draft = Read(Page("", "<h1>Pier to close for the winter</h1>" + Report + comments));
        List<Block> found = draft.Blocks.FindAll(block => block.Kind == BlockKind.Comment);
        Assert.Equal(2, found.Count);
        Assert.Equal(("Emil", null), (found[0].Author, found[0].ReplyTo));
        Assert.Equal(("Greta", "Emil"), (found[1].Author, found[1].ReplyTo));
        Assert.StartsWith("Nobody would have paid", found[1].Span.Of(draft.Text), StringComparison.Ordinal);
        Assert.DoesNotContain(Texts(draft, BlockKind.Body), text => text.Contains("timber was cheap", StringComparison.Ordinal));
    }

    [Fact]
    public void Takes_the_author_of_a_comment_from_a_line_that_announces_it()
    {
        const string comments = """
            <div class="comments"><div class="comment"><div>by emil_ray (4711) writes: on Friday</div><p>They should have mended it ten years ago, when the timber was cheap.</p></div></div>
            """;
        DocumentDraft draft = Read(Page("", "<h1>Pier to close for the winter</h1>" + Report + comments));
        Assert.Equal("emil_ray", Assert.Single(draft.Blocks, block => block.Kind == BlockKind.Comment).Author);
    }

    [Theory]
    [InlineData("<p>The council approved the new bridge on Tuesday.</p><p>Work would begin in March and take two years, officials said.</p>", 2)]
    [InlineData("<h1>Bridge approved</h1><p>The council approved the new bridge on Tuesday.</p><p>Residents had called for a review of the plan.</p><p>Work would begin in March and take two years, officials said.</p>", 3)]
    [InlineData("<b>Bridge approved</b><br>By Jane Roe<br><br>The council approved the new bridge on Tuesday.<br><br>Work would begin in March and take two years, officials said.", 2)]
    public void Reads_pages_saved_bare_whole(string html, int paragraphs) => Assert.Equal(paragraphs, Texts(Read(html), BlockKind.Body).Count);

    [Fact]
    public void Takes_the_end_of_a_title_for_the_outlet_only_where_the_page_bears_it_out()
    {
        const string body = "<h1>Pier to close for the winter</h1>" + Report;
        Assert.Equal("Sound Weekly", Read(Page("<title>Pier to close for the winter | Sound Weekly</title>", body + "<footer><p>© 2021 Sound Weekly</p></footer>")).OutletName);
        Assert.Null(Read(Page("<title>Pier to close for the winter | Local news</title>", body)).OutletName);
    }

    [Fact]
    public void Types_captions_quotes_and_subheadings()
    {
        string report = Report.Replace("<p>Ferries", "<figure><img src=\"a.jpg\"><figcaption>The pier in January.</figcaption></figure><h2>Where the ferries will go</h2><blockquote><p>We were told on the morning of the vote, by telephone, and had ten minutes to answer the board's questions about it.</p></blockquote><p>Ferries", StringComparison.Ordinal);
        DocumentDraft draft = Read(Page("", "<h1>Pier to close for the winter</h1>" + report));
        Assert.Equal(["The pier in January."], Texts(draft, BlockKind.Caption));
        Assert.StartsWith("We were told", Assert.Single(Texts(draft, BlockKind.Quote)), StringComparison.Ordinal);
        Block heading = Assert.Single(draft.Blocks, block => block.IsHeading);
        Assert.Equal("Where the ferries will go", heading.Span.Of(draft.Text));
    }

    [Fact]
    public void Joins_inline_elements_without_inventing_spaces_and_breaks_lines_where_the_page_does()
    {
        string report = Report.Replace("two inspections", "two<b>fold</b> inspec<i>tions</i><br>by day", StringComparison.Ordinal);
        DocumentDraft draft = Read(Page("", "<h1>Pier to close for the winter</h1>" + report));
        Assert.Contains("after twofold inspections\nby day found", Texts(draft, BlockKind.Body)[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Takes_the_declared_body_of_a_page_drawn_by_a_script()
    {
        string body = string.Join("\\n\\n", Enumerable.Range(1, 8).Select(n => $"Paragraph {n} of the report tells at some length how the harbour board came to its vote on the old ferry pier."));
        DocumentDraft draft = Read($"<html><head><title>Pier to close</title><script type=\"application/ld+json\">{{\"@type\":\"NewsArticle\",\"headline\":\"Pier to close\",\"articleBody\":\"{body}\"}}</script></head><body><div id=\"app\"></div></body></html>");
        List<string> found = Texts(draft, BlockKind.Body);
        Assert.Equal(8, found.Count);
        Assert.StartsWith("Paragraph 1", found[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Follows_no_nesting_beyond_the_limit_and_loses_no_text()
    {
        string html = $"<body><h1>Pier to close</h1>{string.Concat(Enumerable.Repeat("<div>", 100_000))}<p>{Report}</p>{string.Concat(Enumerable.Repeat("</div>", 100_000))}<p>Tail of the page.</p></body>";
        Stopwatch watch = Stopwatch.StartNew();
        DocumentDraft draft = Read(html);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), "Without the limit this takes minutes.");
        Assert.Contains("The harbour board of Northaven", draft.Text, StringComparison.Ordinal);
        Assert.Contains("Tail of the page.", draft.Text, StringComparison.Ordinal);
        Assert.Contains(draft.Diagnostics, diagnostic => diagnostic.Code == "W1105");
    }

    [Theory]
    [InlineData("")]
    [InlineData("<")]
    [InlineData("<html><frameset><frame src=a></frameset></html>")]
    [InlineData("<p><table><td>x</p><b><p></b></i></table><script>")]
    [InlineData("\0<!-- never closed")]
    public void Any_markup_gives_blocks_in_order_and_in_bounds(string html)
    {
        DocumentDraft draft = Read(html, null);
        int end = 0;
        foreach (Block block in draft.Blocks)
        {
            Assert.InRange(block.Span.Start, end, draft.Text.Length);
            Assert.InRange(block.Span.End, block.Span.Start, draft.Text.Length);
            end = block.Span.End;
        }

        Assert.All(draft.Links, link => Assert.InRange(link.Span.End, link.Span.Start, draft.Text.Length));
    }

    [Fact]
    public void Reads_the_same_page_alike_every_time()
    {
        DocumentDraft first = Read(s_oldPage), second = Read(s_oldPage);
        Assert.Equal(first.Text, second.Text);
        Assert.Equal(first.Blocks, second.Blocks);
        Assert.Equal(first.Links, second.Links);
    }

    [Fact]
    public void Blocks_stand_in_order_with_only_white_space_between()
    {
        DocumentDraft draft = Read(s_oldPage);
        int at = 0;
        foreach (Block block in draft.Blocks)
        {
            Assert.True(block.Span.Start >= at && string.IsNullOrWhiteSpace(draft.Text[at..block.Span.Start]));
            at = block.Span.End;
        }

        Assert.Equal(draft.Text.Length, at);
    }
}
