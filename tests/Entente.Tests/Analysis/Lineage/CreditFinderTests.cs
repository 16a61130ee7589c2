using System.Collections.Immutable;
using Entente.Analysis.Lineage;
using Entente.Analysis.Text;

namespace Entente.Tests.Analysis.Lineage;

public sealed class CreditFinderTests
{
    [Fact]
    public void A_credit_spans_its_words_and_names_its_rule()
    {
        Document report = Report("He told Reuters on Monday.");
        Credit credit = Assert.Single(Find(report));
        Assert.Equal("told Reuters", credit.Span.Of(report.Text));
        Assert.Equal("told", credit.Rule);
    }

    [Fact]
    public void Readers_and_page_lines_credit_nobody()
    {
        Document report = Report("They told Reuters. ", BlockKind.Comment, "Read more: according to Reuters", BlockKind.Furniture);
        Assert.Empty(Find(report));
    }

    [Fact]
    public void A_licence_names_the_original_source_though_no_form_tells_it_for_an_outlet()
    {
        Document report = Report("The original source of this article is Blue Kelp", BlockKind.Rights, "Copyright © Blue Kelp, 2019", BlockKind.Rights);
        Credit credit = Assert.Single(Find(report));
        Assert.Equal((CreditKind.OriginalSource, "Blue Kelp"), (credit.Kind, credit.Outlet));
    }

    [Theory]
    [InlineData("LONDON, March 3 (Reuters) —", "Reuters", "(Reuters)")]
    [InlineData("(Harbour Wire) 9 March –", "Harbour Wire", "(Harbour Wire)")]
    [InlineData("Orlan News- ", "Orlan News", "Orlan News")]
    public void A_dateline_credits_its_agency(string dateline, string outlet, string words)
    {
        Document report = Report(dateline.TrimEnd(), BlockKind.Dateline);
        Credit credit = Assert.Single(Find(report));
        Assert.Equal((CreditKind.Dateline, outlet, words), (credit.Kind, credit.Outlet, credit.Span.Of(report.Text)));
    }

    [Fact]
    public void Its_own_dateline_is_no_credit() =>
        Assert.Empty(Find(Report("(Harbour Wire) 9 March –", BlockKind.Dateline) with { Outlet = new Outlet("Harbour Wire") }));

    [Theory]
    [InlineData("By Zero Hedge", "Zero Hedge")]
    [InlineData("By Ana Roe, Reuters", "Reuters")]
    [InlineData("By Vale Star via Harbour Wire", "Harbour Wire")]
    public void A_byline_credits_the_outlet_in_it(string byline, string outlet)
    {
        Document report = Report(byline, BlockKind.Byline) with { Outlet = new Outlet("Vale Star") };
        Assert.Equal((CreditKind.Byline, outlet), (Assert.Single(Find(report)).Kind, Assert.Single(Find(report)).Outlet));
    }

    [Fact]
    public void A_byline_of_a_person_credits_nobody() => Assert.Empty(Find(Report("By Ana Roe and Bo Lind", BlockKind.Byline)));

    [Fact]
    public void A_byline_beside_the_text_counts_and_has_no_place_in_it()
    {
        Credit credit = Assert.Single(Find(Report("Two boats sank.") with { Byline = ["Vale Star via Harbour Wire"], Outlet = new Outlet("Vale Star") }));
        Assert.Equal(("Harbour Wire", true), (credit.Outlet, credit.Span.IsEmpty));
    }

    [Fact]
    public void A_link_tells_an_outlet_by_its_address()
    {
        Document report = Report("Two boats sank, officials say.");
        report = report with { Links = [new Link(new TextSpan(4, 9), "https://www.reuters.com/world/x")] };
        Credit credit = Assert.Single(Find(report));
        Assert.Equal((CreditKind.Link, "Reuters", "boats"), (credit.Kind, credit.Outlet, credit.Span.Of(report.Text)));
    }

    [Fact]
    public void A_phrase_says_more_than_the_link_round_it()
    {
        Document report = Report("She told Reuters on Monday that two boats sank.") with { Links = [new Link(new TextSpan(4, 26), "")] };
        Assert.Equal(CreditKind.Told, Assert.Single(Find(report)).Kind);
    }

    [Fact]
    public void A_name_is_an_outlet_where_the_text_links_to_an_address_of_that_name()
    {
        const string Text = "She told Blue Kelp that two boats sank.";
        Assert.Empty(Find(Report(Text)));
        Document linked = Report(Text) with { Links = [new Link(new TextSpan(9, 18), "https://bluekelp.example/boats")] };
        Assert.Equal(("Blue Kelp", CreditKind.Told), (Assert.Single(Find(linked)).Outlet, Assert.Single(Find(linked)).Kind));
    }

    [Fact]
    public void A_name_that_no_form_tells_is_found_when_the_pile_holds_its_outlet()
    {
        Document report = Report("She told La Orilla de Hoy that two boats sank.");
        Assert.Empty(Find(report));
        OutletRegister pile = OutletRegister.Shipped.With([new Outlet("La Orilla de Hoy")]);
        Assert.Equal("La Orilla de Hoy", Assert.Single(CreditFinder.Find(report, pile)).Outlet);
    }

    [Fact]
    public void A_line_with_only_a_credit_counts_under_the_report()
    {
        Assert.Equal(CreditKind.Via, Assert.Single(Find(Report("via Harbour Wire", BlockKind.Furniture))).Kind);
        Assert.Equal(CreditKind.Trailing, Assert.Single(Find(Report("(Harbour Wire)", BlockKind.Furniture))).Kind);
        Assert.Equal(CreditKind.Trailing, Assert.Single(Find(Report("Source: Blue Kelp", BlockKind.Furniture))).Kind);
        Assert.Equal(CreditKind.OriginalSource, Assert.Single(Find(Report("From Harbour Gazette:", BlockKind.Furniture))).Kind);
    }

    [Fact]
    public void Time_grows_with_the_length_of_the_text_and_not_faster()
    {
        // A cue or capital at every word is the worst case; a quadratic search would take minutes here.
        string text = string.Concat(Enumerable.Repeat("told The Harbour reported according to via Gazette and ", 20_000));
        Assert.NotEmpty(Find(Report(text)));
    }

    private static ImmutableArray<Credit> Find(Document report) => CreditFinder.Find(report, OutletRegister.Shipped);

    private static Document Report(string text) => Report(text, BlockKind.Body);

    private static Document Report(string text, BlockKind kind, string? next = null, BlockKind nextKind = BlockKind.Body)
    {
        string whole = next is null ? text : text + "\n\n" + next;
        ImmutableArray<Block> blocks = next is null
            ? [new Block(kind, new TextSpan(0, text.Length))]
            : [new Block(kind, new TextSpan(0, text.Length)), new Block(nextKind, new TextSpan(text.Length + 2, whole.Length))];
        return new Document { Id = "a", Sha256 = "", Text = whole, Blocks = blocks };
    }
}
