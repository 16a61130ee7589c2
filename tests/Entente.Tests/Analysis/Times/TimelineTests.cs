using System.Xml.Linq;
using Entente.Analysis.Briefings;
using Entente.Analysis.Text;
using Entente.Analysis.Times;
using Entente.Tests.Analysis.Text;

namespace Entente.Tests.Analysis.Times;

public sealed class TimelineTests
{
    private static readonly StatedTime s_published = StatedTime.FromDay(new DateOnly(2015, 12, 9), TimeOrigin.Record);

    private static Timeline Of(params Document[] documents) =>
        Timeline.Of([.. documents.Select(d => Tokenizer.Tokenize(d)).Select(t => (t, TimeFinder.Find(t)))]);

    [Fact]
    public void Reports_that_name_one_day_in_other_words_stand_together()
    {
        Timeline timeline = Of(
            Documents.Named("a", s_published, "The ferry sank on Friday. The inquiry opened in 2016."),
            Documents.Named("b", s_published, "It sank on 4 December 2015 at 9 p.m. In 480 BC there was none."));

        Assert.Equal(["BC0480", "2015-12-04", "2016"], timeline.Entries.Select(e => e.Value));
        Assert.Equal(["a", "b"], timeline.Entries[1].Mentions.Select(m => m.Document.Id).Distinct());
        Assert.Empty(timeline.Relative);
    }

    [Fact]
    public void What_an_undated_report_leaves_open_is_listed_apart_and_lengths_are_not_listed()
    {
        Timeline timeline = Of(Documents.Named("a", null, "The ferry sank on Friday. It was out for three days, now and daily."));

        Assert.Empty(timeline.Entries);
        Assert.Equal("XXXX-WXX-5", Assert.Single(timeline.Relative).Time.Value);
    }

    [Fact]
    public void The_order_of_the_reports_has_no_bearing()
    {
        Document one = Documents.Named("a", s_published, "The ferry sank on Friday. It was built in 1998.");
        Document other = Documents.Named("b", s_published, "It sank on 4 December 2015.");

        Assert.Equal(Written(Of(one, other)), Written(Of(other, one)));
    }

    [Fact]
    public void The_drawing_is_well_formed_whatever_a_report_says_and_names_itself_to_a_screen_reader()
    {
        Document hostile = Documents.Named("a", s_published, "The \"ferry\" <script>alert(1)</script> & 'co' sank on Friday, \u202e\u0007and on 3 May 1998.");
        using StringWriter writer = new();
        TimelineDrawing.Write(Of(hostile), writer);

        XElement svg = XDocument.Parse(writer.ToString()).Root!;
        XNamespace ns = "http://www.w3.org/2000/svg";
        Assert.Equal(ns + "svg", svg.Name);
        Assert.Equal("img", svg.Attribute("role")!.Value);
        Assert.Contains("When", svg.Element(ns + "title")!.Value, StringComparison.Ordinal);
        Assert.Contains("Friday, 4 December 2015: 1 report.", svg.Element(ns + "desc")!.Value, StringComparison.Ordinal);
        Assert.Empty(svg.Descendants(ns + "script"));
        Assert.DoesNotContain("\u202e", writer.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_timeline_can_be_written()
    {
        using StringWriter writer = new();
        TimelineDrawing.Write(Of(), writer);
        Assert.NotNull(XDocument.Parse(writer.ToString()).Root);
        Assert.StartsWith("No time is named in 0 reports.", Written(Of()), StringComparison.Ordinal);
    }

    private static string Written(Timeline timeline)
    {
        using StringWriter writer = new();
        TimelineText.Write(timeline, writer, BriefingTextOptions.Default);
        return writer.ToString();
    }
}
