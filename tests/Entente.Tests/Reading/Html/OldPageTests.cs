using Entente.Analysis.Text;
using Entente.Reading;
using Entente.Reading.Html;

namespace Entente.Tests.Reading.Html;

/// <summary>A page of an old content system: no headings, paragraphs parted by line breaks, an advertisement in their midst.</summary>
public class OldPageTests
{
    private const string Page = """
        <html><head><title>Weir Watch - Council 'forgot' the spare gate, lock keeper says</title></head><body>
        <div id="top"><a href="/">WEIR WATCH</a></div>
        <div class="cnt"><div class="ttl">Council ‘forgot’ the spare gate, lock keeper says</div>
        <div class="sml">By <a href="https://lock-and-quay.example/">Lock &amp; Quay</a></div>
        <div class="sml">Weir Watch, November 3, 2019</div>
        <div class="txt">
        The spare gate of Aller lock has been lying in a field behind the pumping station since 2011, and nobody at the council seems to have known that it was there.<br><br>
        The keeper, who retired last spring, told Lock &amp; Quay that he had written to the council about it three times and had no answer to any of his letters.<br><br>
        “I could see it from my kitchen,” he said. “They were getting prices for a new one while the old one grew nettles behind the shed.”<br><br>
        <div class="ad"><a href="/shop">Our 2020 calendar of weirs, postage paid</a></div>
        The council said that the gate would be looked at by an engineer next week, and that no order had been placed for another one so far.<br><br>
        Boats have been waiting above the lock since the middle of October, when a beam cracked and the lower gate had to be chained shut for good.
        </div>
        <div class="src">The original source of this article is <a href="https://lock-and-quay.example/gate">Lock &amp; Quay</a></div>
        <div class="lic">Articles may be cross-posted as long as the source and copyright are acknowledged.</div></div>
        <div id="foot">© 2005-2019 Weir Watch</div></body></html>
        """;

    private readonly DocumentDraft _draft = HtmlPageReader.Read(Page, null, ReadingOptions.Default);

    [Fact]
    public void The_line_that_the_title_repeats_is_the_headline_though_no_heading_marks_it()
    {
        Assert.Equal(["Council ‘forgot’ the spare gate, lock keeper says"], Texts(BlockKind.Headline));
        Assert.Equal("Council ‘forgot’ the spare gate, lock keeper says", _draft.Title);
        Assert.Equal("Weir Watch", _draft.OutletName);
    }

    [Fact]
    public void Paragraphs_after_an_advertisement_in_their_midst_are_kept()
    {
        List<string> body = Texts(BlockKind.Body);
        Assert.Equal(5, body.Count);
        Assert.StartsWith("Boats have been waiting", body[^1], StringComparison.Ordinal);
        Assert.DoesNotContain(body, text => text.Contains("calendar", StringComparison.Ordinal));
    }

    [Fact]
    public void Source_line_and_terms_of_reprinting_travel_as_rights() => Assert.Equal(3, Texts(BlockKind.Rights).Count);

    [Fact]
    public void Two_single_words_joined_by_an_ampersand_are_one_name() => Assert.Equal(["Lock & Quay"], _draft.Byline);

    private List<string> Texts(BlockKind kind) => [.. _draft.Blocks.Where(b => b.Kind == kind).Select(b => b.Span.Of(_draft.Text))];
}
