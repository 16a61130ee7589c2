using Entente.Analysis.Reuse;
using Entente.Analysis.Text;

namespace Entente.Tests.Analysis.Reuse;

public class QuotedStretchesTests
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
    public void A_quotation_that_is_never_closed_ends_with_its_paragraph()
        => Assert.Equal(["We left."], Find("He said “We left.\n\nNobody answered."));

    private static IEnumerable<string> Find(string text)
    {
        Document document = Reports.Report("a", text);
        return QuotedStretches.Find(document).Select(s => s.Of(text));
    }
}
