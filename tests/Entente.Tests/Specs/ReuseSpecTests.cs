using Entente.Analysis.Reuse;
using Entente.Analysis.Text;

namespace Entente.Tests.Specs;

public class ReuseSpecTests
{
    public static TheoryData<string, string> Examples => SpecPile.Examples("reuse.md");

    [Theory]
    [MemberData(nameof(Examples))]
    public void Finds_the_passages_the_page_says(string under, string example)
    {
        Assert.NotEmpty(under);
        SpecPile pile = SpecPile.Parse(example);
        SharedText shared = PassageFinder.Find([.. pile.Documents.Select(Tokenizer.Tokenize)]);

        // Each report of an example stands for a story of its own.
        OutletSeries series = OutletSeries.Find(pile.Documents, shared.Passages, pile.Documents.ToDictionary(d => d.Id, d => d.Id));
        pile.AssertFound(shared.Passages.Where(p => !series.IsFurniture(p)).Select(p => $"{p.First} {p.Second} {p.Words}{(p.InQuotation ? " quoted" : "")}"));
    }

    [Fact]
    public void The_page_has_examples() => Assert.True(Examples.Count >= 9);
}
