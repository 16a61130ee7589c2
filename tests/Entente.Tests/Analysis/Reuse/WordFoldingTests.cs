using Entente.Analysis.Reuse;
using Entente.Analysis.Text;

namespace Entente.Tests.Analysis.Reuse;

public class WordFoldingTests
{
    [Theory]
    [InlineData("The U.S. agreed", "the US agreed")]
    [InlineData("its fulfilment", "its fulfillment")]
    [InlineData("organisations criticised", "organizations criticized")]
    [InlineData("Co-operation", "cooperation")]
    [InlineData("air-strikes", "airstrikes")]
    [InlineData("intelligence-sharing cell", "intelligence sharing cell")]
    [InlineData("Harrow’s “harbour”", "harrow's 'harbor'")]
    [InlineData("1,250 tonnes", "1250 tonnes")]
    [InlineData("5 per cent", "5%")]
    [InlineData("travelled towards the centre", "traveled toward the center")]
    [InlineData("soft\u00ADly spoken", "softly spoken")]
    public void Folds_alike_what_differs_in_spelling_only(string one, string other)
    {
        Assert.NotEmpty(Fold(one));
        Assert.Equal(Fold(one), Fold(other));
    }

    [Theory]
    [InlineData("2.5 million", "25 million")]
    [InlineData("may", "will")]
    [InlineData("not guilty", "guilty")]
    [InlineData("end.Next", "endNext")]
    public void Keeps_apart_what_means_something_else(string one, string other) => Assert.NotEqual(Fold(one), Fold(other));

    [Fact]
    public void Tells_where_each_word_stands()
    {
        const string text = "  “Co-operation,” the U.S. said.";
        List<TextSpan> places = [];
        WordFolding.Fold(text, new TextSpan(0, text.Length), [], places);
        Assert.Equal(["Co-operation", "the", "U.S", "said"], places.Select(p => p.Of(text)));
    }

    [Fact]
    public void Takes_words_of_any_length_and_any_script()
    {
        string text = new string('x', 1000) + " Багдад 𝔸𝔹 " + new string('-', 50);
        Assert.Equal(16 + 2, Fold(text).Count);
    }

    private static List<ulong> Fold(string text)
    {
        List<ulong> words = [];
        WordFolding.Fold(text, new TextSpan(0, text.Length), words, []);
        return words;
    }
}
