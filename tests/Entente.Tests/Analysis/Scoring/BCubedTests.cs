using Entente.Analysis.Scoring;

namespace Entente.Tests.Analysis.Scoring;

public class BCubedTests
{
    private static readonly Dictionary<string, string> s_gold = new() { ["a"] = "1", ["b"] = "1", ["c"] = "1", ["d"] = "2" };

    [Fact]
    public void The_same_grouping_under_other_names_is_perfect()
        => Assert.Equal(1, BCubed.Score(new Dictionary<string, string> { ["a"] = "x", ["b"] = "x", ["c"] = "x", ["d"] = "y" }, s_gold).F);

    [Fact]
    public void All_in_one_group_costs_precision_only()
    {
        BCubed score = BCubed.Score(s_gold.Keys.ToDictionary(k => k, _ => "x"), s_gold);
        Assert.Equal((0.75 * 3 + 0.25) / 4, score.Precision, 10);
        Assert.Equal(1, score.Recall, 10);
    }

    [Fact]
    public void All_alone_costs_recall_only()
    {
        BCubed score = BCubed.Score(s_gold.Keys.ToDictionary(k => k, k => k), s_gold);
        Assert.Equal(1, score.Precision, 10);
        Assert.Equal((3 * (1 / 3.0) + 1) / 4, score.Recall, 10);
    }

    [Fact]
    public void Nothing_to_compare_scores_nothing()
        => Assert.Equal(0, BCubed.Score(new Dictionary<string, string>(), s_gold).F);
}
