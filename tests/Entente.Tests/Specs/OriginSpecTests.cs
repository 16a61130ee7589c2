using Entente.Analysis.Lineage;
using Entente.Analysis.Reuse;
using static Entente.Tests.Analysis.Reuse.Reports;

namespace Entente.Tests.Specs;

public class OriginSpecTests
{
    public static TheoryData<string, string> Examples => SpecPile.Examples("origins.md");

    [Theory]
    [MemberData(nameof(Examples))]
    public void Finds_the_dependence_the_page_says(string under, string example)
    {
        Assert.NotEmpty(under);
        SpecPile pile = SpecPile.Parse(example);
        SharedText shared = PassageFinder.Find(Tokenized(pile.Documents));
        Dependence[] edges = [.. DependenceFinder.Find(Attributed(pile.Documents), shared, OutletSeries.Find(pile.Documents, []), []).Dependences];
        pile.AssertFound(edges.Select(Print).Concat(ChainFinder.Find(pile.Documents, edges).Select(Print)));
    }

    [Fact]
    public void The_page_has_examples() => Assert.True(Examples.Count >= 18);

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

    private static string Print(CreditChain chain) => $"chain {string.Join(" > ", chain.Path)} {chain.End.ToString().ToLowerInvariant()}";
}
