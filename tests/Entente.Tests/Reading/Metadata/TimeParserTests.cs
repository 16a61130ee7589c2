using Entente.Analysis.Text;
using Entente.Reading.Metadata;

namespace Entente.Tests.Reading.Metadata;

public sealed class TimeParserTests
{
    [Theory]
    [InlineData("2015-12-09", "2015-12-09", TimePrecision.Day)]
    [InlineData("2015-12", "2015-12", TimePrecision.Month)]
    [InlineData("2015", "2015", TimePrecision.Year)]
    [InlineData("20151209", "2015-12-09", TimePrecision.Day)]
    [InlineData("20151209143000", "2015-12-09T14:30:00", TimePrecision.Second)]
    [InlineData("2015/12/9", "2015-12-09", TimePrecision.Day)]
    [InlineData("2015-W50-3", "2015-12-09", TimePrecision.Day)]
    [InlineData("2015-343", "2015-12-09", TimePrecision.Day)]
    [InlineData("2015-12-09T14:05Z", "2015-12-09T14:05Z", TimePrecision.Minute)]
    [InlineData("2015-12-09T14:05:06.789+0300", "2015-12-09T14:05:06+03:00", TimePrecision.Second)]
    [InlineData("2015-12-09 14:05:06 +0000 UTC", "2015-12-09T14:05:06Z", TimePrecision.Second)]
    [InlineData("20151209T140506Z", "2015-12-09T14:05:06Z", TimePrecision.Second)]
    [InlineData("2015-12-09T24:00:00Z", "2015-12-10T00:00:00Z", TimePrecision.Second)]
    [InlineData("2015年12月9日", "2015-12-09", TimePrecision.Day)]
    public void Reads_iso_8601_as_precise_as_it_is(string text, string value, TimePrecision precision)
    {
        StatedTime? time = TimeParser.TryParse(text, TimeOrigin.Meta);
        Assert.Equal((value, precision), (time?.Value, time?.Precision ?? TimePrecision.Year));
    }

    [Theory]
    [InlineData("Wed, 09 Dec 2015 14:05:06 GMT", "2015-12-09T14:05:06Z")]
    [InlineData("9 Dec 15 14:05 EST", "2015-12-09T14:05-05:00")]
    [InlineData("Wed, 9 Dec 2015 14:05:06 -0330 (NST)", "2015-12-09T14:05:06-03:30")]
    public void Reads_the_dates_of_mail_and_feeds(string text, string value) =>
        Assert.Equal(value, TimeParser.TryParse(text, TimeOrigin.Feed)?.Value);

    [Theory]
    [InlineData("December 09, 2015", "2015-12-09")]
    [InlineData("9 December 2015, 14:05 GMT", "2015-12-09T14:05Z")]
    [InlineData("Dec. 9, 2015 3:04 pm ET", "2015-12-09T15:04-05:00")]
    [InlineData("July 9, 2015 at 3:04 p.m. ET", "2015-07-09T15:04-04:00")]
    [InlineData("Wednesday, 9th of December 2015", "2015-12-09")]
    [InlineData("14:05, Wednesday 9 December 2015", "2015-12-09T14:05")]
    [InlineData("Wed Dec 9 15:04:05 +0000 2015", "2015-12-09T15:04:05Z")]
    [InlineData("Wed Dec 09 2015 15:04:05 GMT+0300 (Arab Standard Time)", "2015-12-09T15:04:05+03:00")]
    [InlineData("Published on: Sept 3rd, 2021", "2021-09-03")]
    [InlineData("12-Dec-2015", "2015-12-12")]
    [InlineData("December 2015", "2015-12")]
    [InlineData("9 Dec 2015 12 am", "2015-12-09T00:00")]
    public void Reads_dates_as_mastheads_write_them(string text, string value) =>
        Assert.Equal(value, TimeParser.TryParse(text, TimeOrigin.Text)?.Value);

    [Theory]
    [InlineData("25/12/2015", "2015-12-25")]
    [InlineData("12/25/2015", "2015-12-25")]
    [InlineData("25.12.2015", "2015-12-25")]
    [InlineData("05/05/2015", "2015-05-05")]
    [InlineData("12/25/24", "2024-12-25")]
    [InlineData("09/12/2015", null)]
    [InlineData("05/12/15", null)]
    [InlineData("25/12/24", null)]
    public void Reads_day_and_month_in_figures_only_when_one_order_is_possible(string text, string? value) =>
        Assert.Equal(value, TimeParser.TryParse(text, TimeOrigin.Text)?.Value);

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("December 9")]
    [InlineData("0000-00-00")]
    [InlineData("2015-02-30")]
    [InlineData("31 June 2015")]
    [InlineData("The report of 9 December 2015")]
    [InlineData("version 3.14.2015")]
    [InlineData("1449669906")]
    public void Says_nothing_where_no_time_is_stated(string text) => Assert.Null(TimeParser.TryParse(text, TimeOrigin.Text));

    [Fact]
    public void Counts_seconds_and_milliseconds_since_1970_where_a_program_wrote_them()
    {
        Assert.Equal("2015-12-09T14:05:06Z", TimeParser.TryParse("1449669906", TimeOrigin.Meta)?.Value);
        Assert.Equal("2015-12-09T14:05:06Z", TimeParser.TryParse("1449669906000", TimeOrigin.JsonLd)?.Value);
    }

    [Fact]
    public void Leaves_the_offset_open_where_a_zone_name_means_several()
    {
        StatedTime time = TimeParser.TryParse("9 December 2015 14:05 IST", TimeOrigin.Text)!;
        Assert.Equal("2015-12-09T14:05", time.Value);
        Assert.True(time.Latest - time.Earliest > TimeSpan.FromHours(24));
    }

    [Theory]
    [InlineData("Global News, December 09, 2015", "2015-12-09", "December 09, 2015")]
    [InlineData("Posted on 3 May 2021 by A. Writer", "2021-05-03", "3 May 2021")]
    [InlineData("Spring, May 2021 | Updated 4 June 2021 10:15 UTC", "2021-06-04T10:15Z", "4 June 2021 10:15 UTC")]
    [InlineData("Issue 12, March 2015", "2015-03", "March 2015")]
    [InlineData("3 May 2021 - 10 comments", "2021-05-03", "3 May 2021")]
    [InlineData("Posted on June 29, 2020November 12, 2021", "2020-06-29", "June 29, 2020")]
    public void Finds_the_date_inside_a_line_and_where_it_stands(string line, string value, string words)
    {
        StatedTime? time = TimeParser.TryFindIn(line, TimeOrigin.Text, out TextSpan where);
        Assert.Equal(value, time?.Value);
        Assert.Equal(words, where.Of(line));
        Assert.Equal(where, time?.Span);
    }

    [Theory]
    [InlineData("It cost $12 in May and 2015 people came")]
    [InlineData("Chapter 4.12.15 of the 2015 code")]
    public void Finds_no_date_where_figures_mean_something_else(string line) =>
        Assert.Null(TimeParser.TryFindIn(line, TimeOrigin.Text, out _));
}
