using Entente.Analysis.Text;

namespace Entente.Tests.Analysis.Text;

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
    [InlineData("Mrs Kramárová", "Mrs Kramarova")]
    [InlineData("Krama\u0301rova\u0301 left", "Kramárová left")]
    [InlineData("Hauptstraße and Kjærgaard", "Hauptstrasse and Kjaergaard")]
    [InlineData("colourful councillors", "colorful councilors")]
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
    [InlineData("filed", "filled")]
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

    [Theory]
    [InlineData("U.S.", "us")]
    [InlineData("Co-operation", "cooperation")]
    [InlineData("fulfilment", "fulfillment")]
    [InlineData("organised", "organized")]
    [InlineData("n’t", "not")]
    [InlineData("’s", "'s")]
    [InlineData("1,250.5", "1250.5")]
    [InlineData(".5", ".5")]
    [InlineData("2026-03-10", "2026-03-10")]
    [InlineData("airstrike", "airstrike")]
    [InlineData("%", "percent")]
    [InlineData("Kramárová", "kramarova")]
    [InlineData("\u00AD", "")]
    public void Folds_a_token_as_running_text(string token, string folded) => Assert.Equal(folded, WordFolding.Fold(token));

    [Fact]
    public void Folds_one_word_alike_as_a_token_and_in_running_text()
    {
        foreach (string[] row in DataFile.Rows("Text/Languages/en/spelling.tsv").Where(r => r[0][0] is not ('-' or '\'' or '%') && !r[0].Contains('\'')))
        {
            Assert.Equal(WordFolding.Fold(row[0]), string.Concat(row[1].Split(' ').Select(w => WordFolding.Fold(w))));
            Assert.Equal(Fold(row[0]), Fold(row[1]));
        }
    }

    private static List<ulong> Fold(string text)
    {
        List<ulong> words = [];
        WordFolding.Fold(text, new TextSpan(0, text.Length), words, []);
        return words;
    }
}
