using Entente.Analysis.Text;
using Entente.Reading;
using Entente.Reading.PlainText;

namespace Entente.Tests.Reading.PlainText;

public sealed class PlainTextReaderTests
{
    private const string Lead = "The bridge over the Vale was closed on Monday after two cables broke, the ministry of transport said.";
    private const string Second = "Nobody was hurt, and the ferry will run every hour until the cables have been replaced.";

    [Fact]
    public void The_first_line_that_ends_no_sentence_is_the_headline()
    {
        DocumentDraft draft = Read($"Bridge over the Vale closed after cables break\n\n{Lead}\n\n{Second}");
        Assert.Equal("Bridge over the Vale closed after cables break", draft.Title);
        Assert.Equal([BlockKind.Headline, BlockKind.Body, BlockKind.Body], Kinds(draft));
    }

    [Fact]
    public void A_text_that_opens_with_a_sentence_has_no_headline()
    {
        DocumentDraft draft = Read($"{Lead}\n\n{Second}");
        Assert.Null(draft.Title);
        Assert.Equal([BlockKind.Body, BlockKind.Body], Kinds(draft));
    }

    [Fact]
    public void A_headline_printed_twice_is_counted_once()
    {
        DocumentDraft draft = Read($"Bridge over the Vale closed\n\nBridge over the Vale closed\n\n{Lead}\n\nStay Connected");
        Assert.Equal([BlockKind.Headline, BlockKind.Furniture, BlockKind.Body, BlockKind.Furniture], Kinds(draft));
    }

    [Fact]
    public void A_short_line_above_the_headline_is_a_caption()
    {
        DocumentDraft draft = Read($"Vale bridge\n\nBridge closed after two cables break\n\n{Lead}");
        Assert.Equal([BlockKind.Caption, BlockKind.Headline, BlockKind.Body], Kinds(draft));
    }

    [Fact]
    public void A_reprint_is_published_by_its_masthead_and_written_by_its_byline()
    {
        DocumentDraft draft = Read($"""
            # Bridge Closed After Cables Break

            By [Zero Hedge](#)

            Global Research, March 09, 2016

            [Zero Hedge](#) 9 March 2016

            Region: [North](#), [South](#)

            {Lead}

            **"We heard it snap,"** a ferryman [told Reuters](#). [Read the notice](https://vale.example/n)

            *(The bridge, pictured left)*

            \* \* \*

            The original source of this article is [Zero Hedge](#){"  "}
            Copyright © [Zero Hedge](#), 2016

            ---

            [Become a Member of Global Research](#)

            Articles by: **[Zero Hedge](#)**

            **Disclaimer:** The authors answer for what they write. The Centre grants permission to cross-post articles as long as the source is named.

            For media inquiries: [desk@example.org](mailto:desk@example.org)
            """);
        Assert.Equal("Global Research", draft.OutletName);
        Assert.Equal(["Zero Hedge"], draft.Byline);
        Assert.Equal(("2016-03-09", TimeOrigin.Text, "March 09, 2016"), (draft.Published!.Value, draft.Published.From, draft.Published.Span!.Value.Of(draft.Text)));
        Assert.Contains("\"We heard it snap,\" a ferryman told Reuters. Read the notice", draft.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("](", draft.Text, StringComparison.Ordinal);
        Assert.Equal([Lead, "\"We heard it snap,\" a ferryman told Reuters. Read the notice"], Texts(draft, BlockKind.Body));
        Assert.Equal(["(The bridge, pictured left)"], Texts(draft, BlockKind.Caption));
        Assert.Equal(["By Zero Hedge", "Articles by: Zero Hedge"], Texts(draft, BlockKind.Byline));
        Assert.Equal(
            ["The original source of this article is Zero Hedge", "Copyright © Zero Hedge, 2016", "The Centre grants permission to cross-post articles as long as the source is named."],
            Texts(draft, BlockKind.Rights));
        Assert.Contains("Disclaimer: The authors answer for what they write.", Texts(draft, BlockKind.Furniture));
        Assert.Contains("For media inquiries: desk@example.org", Texts(draft, BlockKind.Furniture));
        Assert.Equal([("told Reuters", ""), ("Read the notice", "https://vale.example/n")], draft.Links.Where(l => Texts(draft, BlockKind.Body)[1].Contains(l.Span.Of(draft.Text), StringComparison.Ordinal)).Select(l => (l.Span.Of(draft.Text), l.Href)));
    }

    [Theory]
    [InlineData("Harbour Gazette, December 9, 2015", "Harbour Gazette", "2015-12-09")]
    [InlineData("Harbour Gazette | 9 December 2015", "Harbour Gazette", "2015-12-09")]
    [InlineData("Wednesday, 9 December 2015 - Harbour Gazette", "Harbour Gazette", "2015-12-09")]
    [InlineData("Published: 9 Dec 2015, 14:05 GMT", null, "2015-12-09T14:05Z")]
    [InlineData("Posted on 2015-12-09", null, "2015-12-09")]
    [InlineData("Baghdad, December 9, 2015", null, "2015-12-09")]
    [InlineData("Baghdad, Iraq, December 9, 2015", null, "2015-12-09")]
    [InlineData("Kelpwrack, Whitby, Wednesday 9 December 2015", "Kelpwrack", "2015-12-09")]
    [InlineData("The Even Keel, Whitby, 9 December 2015", "The Even Keel", "2015-12-09")]
    [InlineData("December 9", null, null)]
    [InlineData("03/04/2015", null, null)]
    public void A_masthead_line_states_outlet_and_day(string line, string? outlet, string? published)
    {
        DocumentDraft draft = Read($"Bridge over the Vale closed after cables break\n\n{line}\n\n{Lead}\n\n{Second}");
        Assert.Equal(outlet, draft.OutletName);
        Assert.Equal(published, draft.Published?.Value);
    }

    [Fact]
    public void A_date_in_a_sentence_is_no_publication_date()
    {
        DocumentDraft draft = Read($"Bridge over the Vale closed\n\nOn 5 December 2015 two cables of the bridge over the Vale broke, the ministry said.\n\n{Second}");
        Assert.Null(draft.Published);
    }

    [Theory]
    [InlineData("By Ana Roe", "Ana Roe")]
    [InlineData("By Ana Roe and Bø Lind, Staff Writers", "Ana Roe|Bø Lind")]
    [InlineData("Written by: Zülfü Ağa in Ankara", "Zülfü Ağa")]
    [InlineData("BY ANA ROE", "ANA ROE")]
    public void A_byline_names_the_authors(string line, string names)
    {
        DocumentDraft draft = Read($"Bridge over the Vale closed after cables break\n{line}\n\n{Lead}");
        Assert.Equal(names.Split('|'), draft.Byline);
        Assert.Equal([line], Texts(draft, BlockKind.Byline));
    }

    [Theory]
    [InlineData("By Monday the bridge over the Vale will be open again, the ministry of transport said.")]
    [InlineData("By the river two cables of the old bridge were found on Monday, the ministry said.")]
    public void A_sentence_that_starts_with_by_is_no_byline(string sentence) => Assert.Empty(Read($"Bridge over the Vale closed\n\n{sentence}").Byline);

    [Theory]
    [InlineData("LONDON, March 3 (Reuters) — ", "LONDON, March 3 (Reuters) —")]
    [InlineData("BISHKEK — ", "BISHKEK —")]
    [InlineData("Paris (AFP) - ", "Paris (AFP) -")]
    [InlineData("(Harbour Wire) 9 March – ", "(Harbour Wire) 9 March –")]
    [InlineData("ISLAMABAD: ", "ISLAMABAD:")]
    [InlineData("Orlan- ", "Orlan-")]
    public void A_dateline_is_parted_from_the_first_sentence(string dateline, string block)
    {
        DocumentDraft draft = Read($"Bridge over the Vale closed\n\n{dateline}{Lead}\n\n{Second}");
        Assert.Equal([block], Texts(draft, BlockKind.Dateline));
        Assert.Equal([Lead, Second], Texts(draft, BlockKind.Body));
    }

    [Theory]
    [InlineData("The bridge — closed since Monday — will not open again this year, the ministry of transport said.")]
    [InlineData("BREAKING: The bridge over the Vale will not open again this year, the ministry said.")]
    [InlineData("Well- known engineers from the Vale say that the bridge will not open again this year.")]
    public void A_dash_in_a_sentence_makes_no_dateline(string sentence) => Assert.Empty(Texts(Read($"Bridge over the Vale closed\n\nSome words about it that make a sentence of their own.\n\n{sentence}"), BlockKind.Dateline));

    [Fact]
    public void A_papers_own_mark_and_closing_line_name_it_though_it_is_undated()
    {
        DocumentDraft draft = Read($"Bridge over the Vale closed\n\nOrlan- {Lead}\n\n{Second}\n\nBy Orlan");
        Assert.Equal("Orlan", draft.OutletName);
        Assert.Null(draft.Published);
    }

    [Fact]
    public void A_passing_mention_names_no_outlet() => Assert.Null(Read($"Bridge over the Vale closed\n\nThe mayor told Reuters that the bridge will stay closed.\n\n{Second}").OutletName);

    [Fact]
    public void A_paragraph_broken_in_mid_sentence_is_one_block()
    {
        DocumentDraft bare = Read("Bridge over the Vale closed\n\n“The ministry needs to look again at the contract signed with the United\n\nVale Company because it was never kept,” the mayor said.\n\n" + Second);
        Assert.Equal(2, Texts(bare, BlockKind.Body).Count);
        Assert.EndsWith("the mayor said.", Texts(bare, BlockKind.Body)[0], StringComparison.Ordinal);
        DocumentDraft rendered = Read("# Bridge over the Vale closed\n\n“The ministry needs to look again at the contract signed with the United\n\nVale Company because it was never kept,” the mayor said.\n\n" + Second);
        Assert.Contains("with the United Vale Company because", rendered.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_subheading_is_not_joined_to_the_paragraph_under_it()
    {
        DocumentDraft draft = Read($"Bridge over the Vale closed\n\n{Lead}\n\nWhat the ministry knew\n\n{Second}");
        Block heading = Assert.Single(draft.Blocks, b => b.IsHeading);
        Assert.Equal("What the ministry knew", heading.Span.Of(draft.Text));
    }

    [Fact]
    public void A_continued_quotation_stays_two_paragraphs()
    {
        DocumentDraft draft = Read($"“The cables were old and everybody in the town knew that they were old.\n\n“Nobody looked at them for years,” the mayor said.\n\n{Second}");
        Assert.Equal(3, Texts(draft, BlockKind.Body).Count);
    }

    [Fact]
    public void Hard_wrapped_lines_are_one_paragraph()
    {
        DocumentDraft draft = Read("Bridge over the Vale closed\n\nThe bridge over the Vale was closed on Monday after two cables broke\nin the night, the ministry of transport said, and the ferry will run\nevery hour until they have been replaced.\n\n" + Second);
        Assert.Equal(2, Texts(draft, BlockKind.Body).Count);
    }

    [Fact]
    public void Lines_without_gaps_are_paragraphs_of_their_own()
    {
        DocumentDraft draft = Read($"Bridge over the Vale closed\n{Lead} {Second} {Lead}\n{Second} {Lead} {Second}\n{Lead} {Lead}");
        Assert.Equal([BlockKind.Headline, BlockKind.Body, BlockKind.Body, BlockKind.Body], Kinds(draft));
    }

    [Fact]
    public void Page_lines_and_rights_are_no_body()
    {
        DocumentDraft draft = Read($"Bridge over the Vale closed\n\n{Lead}\n\nRelated: Ferry timetable\n\nAdvertisement\n\n{Second}\n\nFollow us on Twitter\n\n© 2016 Harbour Gazette. All rights reserved.\n\nTags: bridge, ferry");
        Assert.Equal([Lead, Second], Texts(draft, BlockKind.Body));
        Assert.Equal(["© 2016 Harbour Gazette. All rights reserved."], Texts(draft, BlockKind.Rights));
        Assert.Equal("Harbour Gazette", draft.OutletName);
    }

    [Fact]
    public void An_agencys_copyright_names_no_publisher()
    {
        DocumentDraft draft = Read($"{Lead}\n\n{Second}\n\nCopyright 2018 The Associated Press. All rights reserved.");
        Assert.Null(draft.OutletName);
        Assert.Single(Texts(draft, BlockKind.Rights));
    }

    [Theory]
    [InlineData("[How the bridge was built]", BlockKind.Furniture)]
    [InlineData("Advertisement Continue reading the main story", BlockKind.Furniture)]
    [InlineData("The mayor on the bridge. (Jo Roe/Getty Images)", BlockKind.Caption)]
    [InlineData("Ferries at the old pier. REUTERS/Jo Roe", BlockKind.Caption)]
    [InlineData("Photo: Jo Roe", BlockKind.Caption)]
    [InlineData("Share | Tweet | Print", BlockKind.Furniture)]
    public void Lines_between_paragraphs_are_told_by_their_form(string line, BlockKind kind) =>
        Assert.Equal([BlockKind.Body, kind, BlockKind.Body], Kinds(Read($"{Lead}\n\n{line}\n\n{Second}")));

    [Fact]
    public void A_name_and_a_listed_outlet_are_a_byline()
    {
        DocumentDraft draft = Read($"Jo Roe, Reuters\n\n{Lead}\n\n{Second}");
        Assert.Equal(["Jo Roe"], draft.Byline);
        Assert.Null(draft.Title);
    }

    [Fact]
    public void Front_matter_is_cut_off_and_put_on_the_draft()
    {
        DocumentDraft draft = Read($"---\nid: vale-1\noutlet: Harbour Gazette\npublished: 2016-03-09\ntitle: \"Bridge: closed\"\nbyline: [Ana Roe, Bo Lind]\nurl: https://vale.example/1\nlanguage: en\n---\n{Lead}");
        Assert.Equal(Lead, draft.Text);
        Assert.Equal(("vale-1", "Harbour Gazette", "Bridge: closed", "https://vale.example/1", "en"), (draft.Id, draft.OutletName, draft.Title, draft.Url, draft.DeclaredLanguage));
        Assert.Equal(("2016-03-09", TimeOrigin.FrontMatter), (draft.Published!.Value, draft.Published.From));
        Assert.Equal(["Ana Roe", "Bo Lind"], draft.Byline);
        Assert.Empty(draft.Diagnostics);
    }

    [Theory]
    [InlineData("---\noutlet: Harbour Gazette\nno key here\n---\n")]
    [InlineData("---\noutlet: Harbour Gazette\noutlet: Vale Courier\n---\n")]
    [InlineData("---\noutlet: Harbour Gazette\n")]
    public void Malformed_front_matter_is_said_and_kept_as_text(string matter)
    {
        DocumentDraft draft = Read(matter + Lead);
        Assert.Equal("W1211", Assert.Single(draft.Diagnostics).Code);
        Assert.StartsWith("---", draft.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_publication_date_that_cannot_be_read_is_left_out_and_said()
    {
        DocumentDraft draft = Read($"---\npublished: some day\n---\n{Lead}");
        Assert.Null(draft.Published);
        Assert.Equal("W1108", Assert.Single(draft.Diagnostics).Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n \n\t\n")]
    [InlineData("x")]
    [InlineData("•")]
    [InlineData("---")]
    [InlineData("---\n---\n")]
    [InlineData("# \n\n[](#)")]
    [InlineData("**\n**a**\n•  \n()\n©\n:")]
    [InlineData("By ")]
    [InlineData("()\n\n- \n\n—\n\nComments (3)\n\n*")]
    public void Scraps_are_read_without_complaint(string text) => AssertTiles(Read(text));

    [Fact]
    public void Blocks_cover_all_but_white_space()
    {
        AssertTiles(Read($"Vale bridge\n\nBridge closed after two cables break\nBy Ana Roe\n\nLONDON, March 3 (Reuters) — {Lead}\n\n* one\n* two\n\n> quoted words of the mayor.\n\n{Second}\n\nComments (2)\n\n- ana: first\n- bo: second\n\n© 2016 Harbour Gazette"));
        AssertTiles(Read($"# Bridge *closed*\n\n![alt](a.png)\n\n{Lead} [x](#)\n\n- **one** two\n\n> {Second}\n\n***\n\n[1]: https://vale.example"));
    }

    [Theory]
    [InlineData("[")]
    [InlineData("*a ")]
    [InlineData("_a_b")]
    [InlineData("> ")]
    [InlineData("[a](")]
    [InlineData("`")]
    [InlineData("• a\n  b says:\n")]
    [InlineData("<a")]
    public void Repeated_marks_take_time_in_proportion(string mark)
    {
        string text = "# Bridge closed\n\n" + Lead + "\n\n" + string.Concat(Enumerable.Repeat(mark, 100_000));
        Assert.NotEmpty(Read(text).Blocks);
    }

    private static void AssertTiles(DocumentDraft draft)
    {
        int end = 0;
        foreach (Block block in draft.Blocks)
        {
            Assert.True(block.Span.Start >= end && !block.Span.IsEmpty, $"{block} after {end}");
            Assert.True(string.IsNullOrWhiteSpace(draft.Text[end..block.Span.Start]), draft.Text[end..block.Span.Start]);
            end = block.Span.End;
        }

        Assert.True(string.IsNullOrWhiteSpace(draft.Text[end..]), draft.Text[end..]);
    }

    private static DocumentDraft Read(string text) => PlainTextReader.Read(text, ReadingOptions.Default);

    private static List<BlockKind> Kinds(DocumentDraft draft) => [.. draft.Blocks.Select(b => b.Kind)];

    private static List<string> Texts(DocumentDraft draft, BlockKind kind) => [.. draft.Blocks.Where(b => b.Kind == kind).Select(b => b.Span.Of(draft.Text))];
}
