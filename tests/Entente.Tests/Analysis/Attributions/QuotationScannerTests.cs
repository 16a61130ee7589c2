using System.Collections.Immutable;
using Entente.Analysis.Attributions;
using Entente.Analysis.Text;
using Entente.Tests.Analysis.Reuse;

namespace Entente.Tests.Analysis.Attributions;

public class QuotationScannerTests
{
    [Theory]
    [InlineData("He said \"we left\" and went.", "we left")]
    [InlineData("He said “we left,\" and went.", "we left,")]
    [InlineData("He said ‘we couldn’t leave’ and went.", "we couldn’t leave")]
    [InlineData("He said 'we couldn't leave' and went.", "we couldn't leave")]
    [InlineData("“It was ‘one shot’ only,” she said.", "It was ‘one shot’ only,")]
    [InlineData("the workers' claim and the owners' reply")]
    [InlineData("rock ‘n’ roll", "n")]
    public void Finds_what_stands_inside_the_marks(string text, params string[] expected) => Assert.Equal(expected, Find(text));

    [Fact]
    public void A_speech_may_open_every_paragraph_and_close_the_last()
        => Assert.Equal(["One.", "Two.", "Three."], Find("“One.\n\n“Two.\n\n“Three.” He left."));

    [Fact]
    public void A_quotation_cut_by_a_page_goes_on_in_the_next_block()
        => Assert.Equal(["the United", "States cares"], Find("“the United\n\nStates cares\" he said."));

    [Fact]
    public void A_quotation_cut_by_a_page_is_one_and_closed()
    {
        Quotation quotation = Assert.Single(Scan("He said “the United\n\nStates cares” and left."));
        Assert.Equal((2, true), (quotation.Content.Length, quotation.Closed));
    }

    [Fact]
    public void A_quotation_cut_by_a_page_is_given_to_whom_the_next_page_names()
    {
        const string text = "“The harbour board has never been\n\nasked about the pier,” said Ana Ruiz.";
        Attribution found = Assert.Single(AttributionFinder.Find(Tokenizer.Tokenize(Reports.Report("a", text))));
        Assert.Equal(["Ana Ruiz"], found.Source.Select(s => s.Of(text)));
        Assert.Equal(["The harbour board has never been", "asked about the pier,"], found.Content.Select(s => s.Of(text)));
    }

    [Fact]
    public void A_quotation_that_is_never_closed_ends_with_its_paragraph()
        => Assert.Equal(["We left."], Find("He said “We left.\n\nNobody answered."));

    [Fact]
    public void A_mark_with_nothing_behind_it_is_no_quotation()
        => Assert.Equal(["and then"], Find("He said “\n\n“and then” he left."));

    [Fact]
    public void A_mark_left_out_swallows_no_paragraph_that_quotes_another()
        => Assert.Equal(["we left", "Nobody asked me"], Find("He said “we left\n\nShe said: “Nobody asked me” and went."));

    [Fact]
    public void A_caption_beside_a_speech_does_not_end_it()
    {
        Document document = Reports.Report("a", "“One.\n\nThe pier at dawn\n\n“Two.” He left.");
        document = document with { Blocks = [document.Blocks[0], document.Blocks[1] with { Kind = BlockKind.Caption }, document.Blocks[2]] };
        Assert.Equal(2, Assert.Single(QuotationScanner.Scan(Tokenizer.Tokenize(document))).Content.Length);
    }

    private static ImmutableArray<Quotation> Scan(string text) => QuotationScanner.Scan(Tokenizer.Tokenize(Reports.Report("a", text)));

    private static IEnumerable<string> Find(string text) => Scan(text).Where(q => q.Parent < 0).SelectMany(q => q.Content).Select(s => s.Of(text));
}
