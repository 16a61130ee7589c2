using Entente.Analysis.Reuse;
using Entente.Analysis.Stories;
using Entente.Analysis.Text;

namespace Entente.Tests.Specs;

public class StorySpecTests
{
    public static TheoryData<string, string> Examples => SpecPile.Examples("stories.md");

    [Theory]
    [MemberData(nameof(Examples))]
    public void Finds_what_the_page_says(string under, string example)
    {
        Assert.NotEmpty(under);
        SpecPile pile = SpecPile.Parse(example);
        List<Story> stories = [.. StoryFinder.Find([.. pile.Documents.Select(Tokenizer.Tokenize)], PassageFinder.Find([.. pile.Documents.Select(Tokenizer.Tokenize)]).Passages)];
        Assert.NotEmpty(pile.Expected);
        Assert.Equal(pile.Expected.Length, stories.Count);
        foreach ((string expected, Story story) in pile.Expected.Zip(stories))
        {
            string documents = string.Join(' ', story.Documents);
            Assert.Equal(expected, expected.StartsWith('"') ? $"\"{story.Title}\" {documents}" : documents);
            Assert.Equal(story.Documents.Length - 1, story.Reasons.Count);
            Assert.All(story.Reasons.Values, Assert.NotEmpty);
        }
    }

    [Fact]
    public void The_page_has_examples() => Assert.True(Examples.Count >= 6);
}
