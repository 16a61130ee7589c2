using Entente.Analysis.Lineage;
using Entente.Analysis.Reuse;
using Entente.Analysis.Text;

namespace Entente.Tests.Specs;

public class ReuseSpecTests
{
    public static TheoryData<string, string> Examples => SpecPile.Examples("reuse.md");

    /// <summary>An example that says nothing about dependence is checked for its passages only, unless it stands in a part about it.</summary>
    [Theory]
    [MemberData(nameof(Examples))]
    public void Finds_what_the_page_says(string under, string example)
    {
        SpecPile pile = SpecPile.Parse(example);
        TokenizedDocument[] reports = [.. pile.Documents.Select(Tokenizer.Tokenize)];
        SharedText shared = PassageFinder.Find(reports);

        // Each report of an example on furniture stands for a story of its own.
        OutletSeries series = OutletSeries.Find(pile.Documents, shared.Passages, pile.Documents.ToDictionary(d => d.Id, d => d.Id));
        List<string> found = [.. shared.Passages.Where(p => !series.IsFurniture(p)).Select(p => $"{p.First} {p.Second} {p.Words}{(p.InQuotation ? " quoted" : "")}")];
        if (!under.StartsWith("When", StringComparison.Ordinal))
        {
            found.AddRange(DependenceFinder.Find(reports, shared, series, []).Dependences.Select(Print));
        }

        if (found.Count == 0)
        {
            found.Add("none");
        }

        string[] expected = pile.Expected.Length == 0 ? ["nothing is said"] : pile.Expected;
        Assert.Equal(expected.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_page_has_examples() => Assert.True(Examples.Count >= 15);

    private static string Print(Dependence edge)
    {
        string type = edge.Type switch
        {
            DependenceType.QuotationOnly => "quotation-only",
            DependenceType.CommonSource => "common-source",
            _ => edge.Type.ToString(),
        };
        string arrow = edge.Direction == Direction.Unknown ? "-" : ">";
        return $"{edge.From} {arrow} {edge.To} {type.ToLowerInvariant()} {edge.Strength.ToString().ToLowerInvariant()} {edge.Direction.ToString().ToLowerInvariant()}{(edge.Credited ? " credited" : "")}";
    }
}
