using Entente.Analysis.Text;

namespace Entente.Tests.Analysis.Text;

public class WordStemTests
{
    [Theory]
    [InlineData("inspection", "inspections")]
    [InlineData("inspected", "inspecting")]
    [InlineData("close", "closed")]
    [InlineData("city", "cities")]
    [InlineData("hurry", "hurried")]
    public void Inflected_forms_are_one(string one, string other) => Assert.Equal(WordStem.Of(one), WordStem.Of(other));

    [Theory]
    [InlineData("inspector", "inspection")]
    [InlineData("ring", "rs")]
    [InlineData("bus", "by")]
    public void Other_words_are_not(string one, string other) => Assert.NotEqual(WordStem.Of(one), WordStem.Of(other));
}
