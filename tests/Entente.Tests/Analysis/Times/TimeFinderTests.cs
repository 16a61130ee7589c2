using System.Collections.Immutable;
using System.Text;
using Entente.Analysis.Text;
using Entente.Analysis.Times;
using Entente.Tests.Analysis.Text;

namespace Entente.Tests.Analysis.Times;

public sealed class TimeFinderTests
{
    private static readonly DateOnly s_wednesday = new(2015, 12, 9);

    private static readonly string[] s_soup =
    [
        "May", "may", "second", "the", "last", "next", "of", "2015", "31", "30", "February", "29", ",", "-", "–", "to", "and", "a", "half", "past", "five", "p.m.", "GMT", "12:60", "25:00", "9:34", "every",
        "other", "twice", "week", "weeks", "year", "years", "century", "BC", "490", "0", "9999", "1/2", "31/12/99", "ago", "later", "before", "day", "days", "Friday", "Fridays", "morning", "'", "90", "1990s",
        "'s", "Q3", "Q9", "FY2016", "fiscal", "early", "end", "mid-May", "Easter", "Christmas", "Ramadan", "hundred", "million", "several", "few", "twenty", "-", "one", "from", "now", "tomorrow", "that", "same",
        "10000000", "99999999999999", "\ud83d", "é", "summer", "winter", "quarter", "first", "31st", "0th", "99th", ".", "(", ")", "per", "decade", "millennium", "o'clock", "midnight", "old", "2015-02-30", "in",
    ];

    [Fact]
    public void Stands_any_soup_of_words()
    {
        Random random = new(15);
        int found = 0;
        for (int run = 0; run < 3_000; run++)
        {
            StringBuilder text = new();
            for (int w = random.Next(1, 40); w > 0; w--)
            {
                text.Append(s_soup[random.Next(s_soup.Length)]).Append(random.Next(6) == 0 ? "" : " ");
            }

            StatedTime? published = (run % 4) switch
            {
                0 => null,
                1 => StatedTime.FromDay(new DateOnly(1, 1, 1), TimeOrigin.Record),
                2 => StatedTime.FromDay(new DateOnly(9999, 12, 31), TimeOrigin.Record),
                _ => StatedTime.FromClock(new DateTime(2016, 2, 29, 23, 59, 0), null, false, TimeOrigin.Record),
            };
            found += Check(text.ToString(), published);
        }

        Assert.True(found > 5_000, $"{found} expressions were found.");
    }

    [Fact]
    public void Stands_a_text_cut_off_anywhere()
    {
        const string Text = "On the night of 3 May 1901, two and a half years, three weeks and four days before the second half of the 1990s, at 9:34 p.m. EST every other Friday since '99, from November 15th through the 19th, ca. 490 BC.";
        for (int end = 0; end <= Text.Length; end++)
        {
            Check(Text[..end], StatedTime.FromDay(s_wednesday, TimeOrigin.Record));
            Check(Text[end..], null);
        }
    }

    /// <summary>What holds of every text: how many expressions it has.</summary>
    private static int Check(string text, StatedTime? published)
    {
        TokenizedDocument document = Tokenizer.Tokenize(Documents.Named("a", published, text));
        ImmutableArray<TimeExpression> found = TimeFinder.Find(document);
        int last = 0;
        foreach (TimeExpression time in found)
        {
            Assert.True(time.Span.Start >= last && time.Span.End > time.Span.Start && time.Span.End <= text.Length, text);
            Assert.NotEmpty(time.Value);
            Assert.True(time.Days is not { } days || days.First <= days.Last, $"{text}: {time}");
            Assert.False(time is { IsRelative: true, Days: not null, Type: TimeType.Date } && time.Value.StartsWith("XXXX", StringComparison.Ordinal), $"{text}: {time}");
            Assert.NotNull(time.RelativeTo(s_wednesday));
            last = time.Span.End;
        }

        Assert.All(TimeFinder.Ranges(document.Document, found), r => Assert.True(r.Start < r.End && r.End < found.Length));
        Assert.All(DateMentions.Find(document, found), m => Assert.True(m.Start < m.End && m.End <= text.Length));
        Assert.Equal(found.Select(f => f.ToString()), TimeFinder.Find(document).Select(f => f.ToString()));
        return found.Length;
    }

    [Fact]
    public void The_day_in_the_dateline_counts_before_that_of_publication()
    {
        const string Line = "HARROW, 8 December (Vale Press) –";
        const string Body = "The ferry sank yesterday.";
        Document document = new()
        {
            Id = "a",
            Sha256 = "",
            Text = Line + " " + Body,
            Blocks = [new(BlockKind.Dateline, new(0, Line.Length)), new(BlockKind.Body, new(Line.Length + 1, Line.Length + 1 + Body.Length))],
            Language = "en",
            Published = StatedTime.FromDay(s_wednesday, TimeOrigin.Meta),
        };

        TimeExpression found = Assert.Single(TimeFinder.Find(Tokenizer.Tokenize(document)));

        Assert.Equal(("2015-12-07", TimeAnchor.Dateline), (found.Value, found.Anchor));
    }

    [Fact]
    public void A_dateline_without_a_year_gives_no_day_to_an_undated_report()
    {
        const string Line = "HARROW, 8 December –";
        Document document = new() { Id = "a", Sha256 = "", Text = Line + " It sank yesterday.", Blocks = [new(BlockKind.Dateline, new(0, Line.Length)), new(BlockKind.Body, new(Line.Length + 1, Line.Length + 19))], Language = "en" };

        TimeExpression found = Assert.Single(TimeFinder.Find(Tokenizer.Tokenize(document)));

        Assert.True(found.IsRelative);
        Assert.Equal("XXXX-XX-XX", found.Value);
    }

    [Fact]
    public void A_month_of_publication_is_no_day_to_count_from()
    {
        TokenizedDocument document = Tokenizer.Tokenize(Documents.Named("a", StatedTime.FromMonth(2015, 12, TimeOrigin.Text), "It sank on Friday."));
        Assert.True(Assert.Single(TimeFinder.Find(document)).IsRelative);
    }

    [Fact]
    public void A_relative_time_tells_what_it_would_mean_on_a_given_day()
    {
        TimeExpression friday = Assert.Single(Find("The council met on Friday."));

        Assert.True(friday.IsRelative);
        Assert.Null(friday.Days);
        Assert.Equal("2015-12-04", friday.RelativeTo(s_wednesday).Value);
        Assert.Equal("XXXX-WXX-5", friday.Value);
        TimeExpression stated = Assert.Single(Find("It closed in May 1998."));
        Assert.Same(stated, stated.RelativeTo(s_wednesday));
    }

    [Theory]
    [InlineData("in May 1998", "1998-05-01", "1998-05-31")]
    [InlineData("in 1998", "1998-01-01", "1998-12-31")]
    [InlineData("in the 1990s", "1990-01-01", "1999-12-31")]
    [InlineData("in the 19th century", "1800-01-01", "1899-12-31")]
    [InlineData("in the second quarter of 1998", "1998-04-01", "1998-06-30")]
    [InlineData("in the summer of 1998", "1998-01-01", "1998-12-31")]
    [InlineData("in the winter of 1998", "1998-01-01", "1999-03-31")]
    [InlineData("on 29 February 2000", "2000-02-29", "2000-02-29")]
    [InlineData("on 03/04/1998", "1998-01-01", "1998-12-31")]
    public void The_days_are_all_that_the_words_can_mean(string words, string first, string last)
    {
        TimeExpression time = Assert.Single(Find($"The pier was closed {words}."));
        Assert.Equal((first, last), (time.Days!.Value.First.ToString("yyyy-MM-dd"), time.Days.Value.Last.ToString("yyyy-MM-dd")));
    }

    [Fact]
    public void A_range_is_opened_by_its_preposition()
    {
        const string Text = "Open from 3 to 5 May 2012, and in 1998 and 1999, and between 2001 and 2004.";
        Document document = Documents.FromParagraphs(Text);
        ImmutableArray<TimeExpression> found = TimeFinder.Find(Tokenizer.Tokenize(document));

        Assert.Equal(["from 3 to 5 May 2012", "between 2001 and 2004"], TimeFinder.Ranges(document, found).Select(r => r.Span.Of(Text)));
    }

    [Fact]
    public void Recognisers_of_names_see_only_the_name_in_the_calendar()
    {
        const string Text = "Late last Friday night, in mid-May and on 3 June 2001 at 9 p.m., two weeks after Easter, early in the 19th century, in 2013–14, from 2015 to 2016, yesterday, and every Monday.";
        TokenizedDocument document = Tokenizer.Tokenize(Documents.FromParagraphs(Text));

        Assert.Equal(["Friday", "May", "3 June 2001", "Easter", "19th century", "2013–14", "2015", "2016", "Monday"],
            DateMentions.Find(document, TimeFinder.Find(document)).Select(m => m.Of(Text)));
    }

    [Theory]
    [InlineData("Trading began at 10:15 a.m. EST. Nobody came.", "10:15 a.m. EST", "2015-12-09T10:15-05:00")]
    [InlineData("The ferry sank at 9 p.m. Friday near Harrow.", "9 p.m. Friday", "2015-12-04T21:00")]
    [InlineData("Results of the first quarter fell from a year earlier.", "a year earlier", "2014-Q1")]
    [InlineData("The hearing opens Monday.", "Monday", "2015-12-14")]
    [InlineData("Divers are expected on Thursday.", "Thursday", "2015-12-10")]
    [InlineData("He has until Friday to answer.", "Friday", "2015-12-11")]
    [InlineData("He may come in May.", "May", "2016-05")]
    [InlineData("The toll rose 3% in the year-earlier period.", "the year-earlier period", "2014")]
    [InlineData("It was the second loss in 2015. A day earlier it had rained.", "A day earlier", "2015-12-08")]
    [InlineData("Fog lay there at dawn Saturday.", "dawn Saturday", "2015-12-05TMO")]
    public void Agencies_write_in_their_own_way(string text, string words, string value) =>
        Assert.Contains(TimeFinder.Find(Tokenizer.Tokenize(Documents.Named("a", StatedTime.FromDay(s_wednesday, TimeOrigin.Meta), text))), t => t.Span.Of(text) == words && t.Value == value);

    [Theory]
    [InlineData("It was the second loss in as many days.")]
    [InlineData("The Sunday Herald was sold out.")]
    [InlineData("He took the bus to Sheffield Wednesday.")]
    [InlineData("She is 45 years old and marches on.")]
    [InlineData("Now that the lamp is lit they may go.")]
    [InlineData("Three quarters of the 1500 boats sank.")]
    [InlineData("The March to Harrow was long.")]
    [InlineData("They called it Operation Christmas.")]
    public void What_only_looks_like_a_time_is_none(string text) => Assert.Empty(Find(text));

    [Theory]
    [InlineData(1961, "04-02")]
    [InlineData(2000, "04-23")]
    [InlineData(2008, "03-23")]
    [InlineData(2019, "04-21")]
    [InlineData(2038, "04-25")]
    public void Easter_falls_where_the_almanacs_have_it(int year, string day) => Assert.Equal(day, Holiday.Easter(year).ToString("MM-dd"));

    [Fact]
    public void There_is_no_year_between_1_BC_and_AD_1()
    {
        Assert.Equal(1, Calendar.AddYears(-1, 1));
        Assert.Equal(-1, Calendar.AddYears(1, -1));
        Assert.Equal(-490, Calendar.AddYears(-480, -10));
    }

    private static ImmutableArray<TimeExpression> Find(string text) => TimeFinder.Find(Tokenizer.Tokenize(Documents.FromParagraphs(text)));
}
