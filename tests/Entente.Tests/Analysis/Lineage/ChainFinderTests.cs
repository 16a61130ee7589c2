using Entente.Analysis.Lineage;
using Entente.Analysis.Text;
using static Entente.Tests.Analysis.Reuse.Reports;

namespace Entente.Tests.Analysis.Lineage;

public class ChainFinderTests
{
    [Fact]
    public void Follows_credits_to_a_report_that_credits_nobody()
        => Assert.Equal(["b: b a Origin", "c: c b a Origin"], Chains(["a", "b", "c"], ("a", "b"), ("b", "c")));

    [Fact]
    public void Ends_at_an_outlet_that_is_not_in_the_pile()
        => Assert.Equal(["a: a Pellow Post Missing", "b: b a Pellow Post Missing"], Chains(["a", "b"], ("Pellow Post", "a"), ("a", "b")));

    [Fact]
    public void Names_every_end_once_by_the_shortest_way()
        => Assert.Equal(
            ["b: b a Origin", "c: c a Origin", "d: d Pellow Post Missing", "d: d b a Origin"],
            Chains(["a", "b", "c", "d"], ("a", "b"), ("a", "c"), ("b", "d"), ("c", "d"), ("Pellow Post", "d")));

    [Fact]
    public void Tells_a_circle_of_reports()
        => Assert.Equal(["a: a b a Circle", "b: b a b Circle"], Chains(["a", "b"], ("a", "b"), ("b", "a")));

    [Fact]
    public void Tells_a_circle_that_can_be_entered_at_either_side()
        => Assert.Contains(Chains(["a", "b", "c"], ("a", "b"), ("b", "a"), ("a", "c"), ("b", "c")), c => c.StartsWith("c: ", StringComparison.Ordinal) && c.EndsWith("Circle", StringComparison.Ordinal));

    [Fact]
    public void An_outlet_that_is_told_its_own_story_again_closes_a_circle()
    {
        Document[] pile = [Report("a1", "x", "Harrow Courier"), Report("b", "x", "Weald News"), Report("a2", "x", "The Harrow Courier")];
        CreditChain chain = ChainFinder.Find(pile, [Credit("a1", "b"), Credit("b", "a2")]).Single(c => c.Document == "a2");
        Assert.Equal("a2 b a1", string.Join(' ', chain.Path));
        Assert.Equal(ChainEnd.Circle, chain.End);
    }

    [Fact]
    public void Follows_only_what_reports_state()
        => Assert.Empty(ChainFinder.Find([Report("a", "x"), Report("b", "x")], [Credit("a", "b") with { Direction = Direction.Inferred }]));

    [Fact]
    public void A_chain_of_thousands_of_reports_is_followed_without_recursion()
    {
        string[] ids = [.. Enumerable.Range(0, 3000).Select(i => $"d{i:0000}")];
        (string, string)[] credits = [.. ids[1..].Zip(ids, (to, from) => (from, to))];
        Assert.Equal(3000, ChainFinder.Find([Report(ids[^1], "x"), Report(ids[0], "x")], [.. credits.Select(c => Credit(c.Item1, c.Item2))]).Single().Path.Length);
    }

    private static IEnumerable<string> Chains(string[] ids, params (string From, string To)[] credits)
        => ChainFinder.Find([.. ids.Select(i => Report(i, "x"))], [.. credits.Select(c => Credit(c.From, c.To))])
            .Select(c => $"{c.Document}: {string.Join(' ', c.Path)} {c.End}");

    private static Dependence Credit(string from, string to)
        => new(from, from.Contains(' ', StringComparison.Ordinal), to, DependenceType.Cites, Strength.Proven, Direction.Stated, true, [], "test");
}
