using System.Text;
using Entente.Analysis.Text;
using Entente.Reading.Containers;
using Entente.Reading.Inputs;

namespace Entente.Tests.Reading.Containers;

public sealed class FeedReaderTests
{
    [Fact]
    public void Reads_the_items_of_rss()
    {
        List<RawReport> reports = Read("""
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
              <channel>
                <title>Vellamo Courier</title><link>https://courier.example/</link><language>en-gb</language>
                <image><title>A logo</title><link>https://cdn.example/</link></image>
                <item>
                  <title>Dockers &amp;amp; crane drivers walk out</title>
                  <link>https://courier.example/strike</link>
                  <dc:creator>A. Writer</dc:creator><dc:creator>B. Author</dc:creator>
                  <pubDate>Tue, 03 Mar 2026 09:15:00 +0200</pubDate>
                  <description>A short teaser.</description>
                  <content:encoded><![CDATA[<p>Dockers walked out &amp; stayed out.</p>]]></content:encoded>
                  <source url="https://agency.example/feed">Northern Agency</source>
                </item>
                <item><title>Second</title><guid>https://courier.example/2</guid><description>Ships &amp; cranes wait.</description></item>
              </channel>
            </rss>
            """);

        FeedEntry first = reports[0].Entry!;
        Assert.Equal(["x.xml#1", "x.xml#2"], reports.Select(static one => one.Input));
        Assert.Equal("Dockers & crane drivers walk out", first.Facts.Title);
        Assert.Equal("https://courier.example/strike", first.Facts.Url);
        Assert.Equal(["A. Writer", "B. Author"], first.Facts.Byline);
        Assert.Equal("Tue, 03 Mar 2026 09:15:00 +0200", first.PublishedAsWritten);
        Assert.Equal("<p>Dockers walked out &amp; stayed out.</p>", first.Content);
        Assert.True(first.IsHtml);
        Assert.Equal("Northern Agency", first.Facts.SyndicatedFrom);
        Assert.Equal("Vellamo Courier", first.FeedTitle);
        Assert.Equal(("Ships & cranes wait.", false), (reports[1].Entry!.Content, reports[1].Entry!.IsHtml));
        Assert.Equal("https://courier.example/2", reports[1].Entry!.Facts.Url);
    }

    [Fact]
    public void Reads_the_entries_of_atom_with_xhtml_and_a_source()
    {
        List<RawReport> reports = Read("""
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Pool</title><link href="https://pool.example/"/>
              <entry>
                <title type="html">Strike &amp;lt;b&amp;gt;over&amp;lt;/b&amp;gt;</title>
                <link rel="self" href="https://pool.example/self"/><link rel="alternate" href="/strike-over"/>
                <author><name>A. Writer</name><email>a@pool.example</email></author>
                <published>2026-03-03T09:15:00Z</published><updated>2026-03-04T10:00:00Z</updated>
                <content type="xhtml"><x:div xmlns:x="http://www.w3.org/1999/xhtml"><x:p class="a">The strike is <x:em>over</x:em> &amp; done.<x:br/></x:p></x:div></content>
                <source><title>Harbour Gazette</title><link href="https://gazette.example/"/></source>
              </entry>
            </feed>
            """);

        FeedEntry entry = Assert.Single(reports).Entry!;
        Assert.Equal("https://pool.example/strike-over", entry.Facts.Url);
        Assert.Equal(["A. Writer"], entry.Facts.Byline);
        Assert.Equal("Harbour Gazette", entry.Facts.SyndicatedFrom);
        Assert.Equal("<div><p class=\"a\">The strike is <em>over</em> &amp; done.<br></p></div>", entry.Content);
        Assert.Equal(("2026-03-03T09:15:00Z", "2026-03-04T10:00:00Z"), (entry.PublishedAsWritten, entry.UpdatedAsWritten));
    }

    [Fact]
    public void Reads_the_items_of_rdf_beside_their_channel()
    {
        List<RawReport> reports = Read("""
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
              <channel rdf:about="x"><title>Old Feed</title><link>https://old.example/</link></channel>
              <item rdf:about="y"><title>One</title><link>https://old.example/1</link><dc:date>2026-03-03</dc:date><description>The talks failed.</description></item>
            </rdf:RDF>
            """);

        FeedEntry entry = Assert.Single(reports).Entry!;
        Assert.Equal(("One", "2026-03-03", "The talks failed."), (entry.Facts.Title, entry.PublishedAsWritten, entry.Content));
    }

    [Fact]
    public void Mends_bare_ampersands_and_entities_of_html()
    {
        List<RawReport> reports = Read("<rss><channel><item><title>Docks &amp; Co &nbsp;&eacute; R&D, 1 &lt; 2 &#38; &bogus; &</title><description>x</description></item></channel></rss>");

        Assert.Equal("Docks & Co é R&D, 1 < 2 & &bogus; &", reports[0].Entry!.Facts.Title);
    }

    [Fact]
    public void A_million_openings_without_an_end_are_plain_text()
    {
        List<RawReport> reports = Read($"<rss><channel><item><title>One</title><description><![CDATA[> {string.Concat(Enumerable.Repeat("<a ", 1_000_000))}]]></description></item></channel></rss>");

        Assert.False(Assert.Single(reports).Entry!.IsHtml);
    }

    [Fact]
    public void Keeps_the_entries_before_an_error()
    {
        List<RawReport> reports = Read("<rss><channel><item><title>One</title></item><item><title>Two</item></channel></rss>");

        Assert.Equal("One", reports[0].Entry!.Facts.Title);
        Assert.Equal("E1204", Assert.Single(reports[1].Diagnostics).Code);
        Assert.Equal(2, reports.Count);
    }

    [Theory]
    [InlineData("<!DOCTYPE rss [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><rss><channel><item><title>&b;</title></item></channel></rss>", "E1205")]
    [InlineData("<?xml version=\"1.0\"?><!-- <!DOCTYPE x> --><!DOCTYPE rss [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><rss><channel><item><title>&f;</title></item></channel></rss>", "E1205")]
    [InlineData("<rss><channel><title>Nothing yet</title></channel></rss>", "W1206")]
    [InlineData("<urlset><url><loc>https://x.example/</loc></url></urlset>", "E1104")]
    [InlineData("<?xml version=\"1.0\"?>", "E1204")]
    public void What_is_no_feed_with_entries_gives_one_line(string xml, string code)
    {
        RawReport only = Assert.Single(Read(xml));

        Assert.Null(only.Bytes);
        Assert.Equal(code, Assert.Single(only.Diagnostics).Code);
    }

    [Fact]
    public void The_document_type_of_the_first_rss_does_no_harm()
    {
        List<RawReport> reports = Read("<!DOCTYPE rss PUBLIC \"-//Netscape Communications//DTD RSS 0.91//EN\" \"http://dtd.example/rss-0.91.dtd\"><rss version=\"0.91\"><channel><item><title>One</title></item></channel></rss>");

        Assert.Equal("One", Assert.Single(reports).Entry!.Facts.Title);
    }

    [Fact]
    public void The_bytes_of_an_entry_are_its_own_element()
    {
        List<RawReport> reports = Read("<rss>\r\n<channel>\r\n <item><title>One</title></item >\r\n <item>\n<title>Two</title>\n</item></channel></rss>");

        Assert.Equal(["<item><title>One</title></item >", "<item>\n<title>Two</title>\n</item>"], reports.Select(static one => Encoding.UTF8.GetString(one.Bytes!.Value.Span)));
    }

    [Fact]
    public void An_entry_becomes_a_document_with_its_syndication_credit()
    {
        using TempFolder folder = new();
        string path = folder.Add("feed.xml", "<rss><channel><title>Vellamo Courier</title><link>https://www.courier.example/</link><item><title>Dockers walk out</title>"
            + "<link>https://courier.example/1</link><author>desk@courier.example (A. Writer)</author><description>Dockers at the port walked out, the union said.</description><source url=\"x\">Northern Agency</source></item></channel></rss>");

        Document document = Piles.ReadOne(path).Document!;

        Assert.Equal("feed#1", document.Id);
        Assert.Equal("Dockers walk out", document.Title);
        Assert.Equal("Vellamo Courier", document.Outlet!.Name);
        Assert.Equal(["A. Writer"], document.Byline.AsEnumerable());
        Credit credit = document.Credits.First(static one => one.Kind == CreditKind.Syndicated);
        Assert.Equal("Northern Agency", credit.Outlet);
        Assert.StartsWith("Dockers walk out\n\nDockers at the port", document.Text, StringComparison.Ordinal);
        Assert.Equal(BlockKind.Headline, document.Blocks[0].Kind);
    }

    private static List<RawReport> Read(string xml) => [.. FeedReader.Read(new InputFile("x.xml", "x.xml", true), Encoding.UTF8.GetBytes(xml))];
}
