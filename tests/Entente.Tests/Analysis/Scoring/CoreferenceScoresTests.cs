using Entente.Analysis.Scoring;

namespace Entente.Tests.Analysis.Scoring;

public sealed class CoreferenceScoresTests
{
    // The examples of Bagga and Baldwin 1998: gold chains 1–5, 6–7 and 8–C; the first answer joins the second and third, the other the first and third.
    private static readonly int[] s_gold = [1, 1, 1, 1, 1, 2, 2, 3, 3, 3, 3, 3];
    private static readonly int[] s_joinsSmall = [1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2];
    private static readonly int[] s_joinsLarge = [1, 1, 1, 1, 1, 2, 2, 1, 1, 1, 1, 1];

    [Fact]
    public void Links_do_not_see_which_chains_were_joined_and_mentions_do()
    {
        CoreferenceScores small = CoreferenceScores.Of(s_joinsSmall, s_gold), large = CoreferenceScores.Of(s_joinsLarge, s_gold);

        // 10 links found, of which 9 are right; all 9 of the gold are found.
        AssertScores(9 / 10.0, 1, small.Muc);
        AssertScores(9 / 10.0, 1, large.Muc);

        // (5·1 + 2·2/7 + 5·5/7) / 12 and (10·1/2 + 2·1) / 12
        AssertScores((5 + (29 / 7.0)) / 12, 1, small.BCubed);
        AssertScores(7 / 12.0, 1, large.BCubed);
    }

    [Fact]
    public void Chains_are_paired_so_that_most_is_shared()
    {
        // Chain 1 whole, and 2·5 / (5 + 7) for the third with the joined one; the second goes without.
        CoreferenceScores small = CoreferenceScores.Of(s_joinsSmall, s_gold);
        double paired = 1 + (10 / 12.0);
        Assert.Equal(paired / 2, small.CeafE.Precision, 9);
        Assert.Equal(paired / 3, small.CeafE.Recall, 9);

        // 2·5 / (5 + 10) and the second chain whole.
        CoreferenceScores large = CoreferenceScores.Of(s_joinsLarge, s_gold);
        Assert.Equal((1 + (10 / 15.0)) / 2, large.CeafE.Precision, 9);
        Assert.Equal((1 + (10 / 15.0)) / 3, large.CeafE.Recall, 9);
    }

    [Fact]
    public void A_split_costs_recall()
    {
        // Gold abc, found ab and c.
        CoreferenceScores scores = CoreferenceScores.Of([1, 1, 2], [1, 1, 1]);

        AssertScores(1, 1 / 2.0, scores.Muc);
        AssertScores(1, 5 / 9.0, scores.BCubed);
        AssertScores(0.4, 0.8, scores.CeafE);
        Assert.Equal(((2 / 3.0) + (10 / 14.0) + (8 / 15.0)) / 3, scores.Conll, 9);
    }

    [Fact]
    public void All_alone_has_no_links_to_be_right_about()
    {
        CoreferenceScores scores = CoreferenceScores.Of([1, 2, 3], [1, 2, 3]);

        Assert.Equal((0, 0), (scores.Muc.Precision, scores.Muc.Recall));
        Assert.Equal((1, 1), (scores.BCubed.Precision, scores.BCubed.Recall));
        Assert.Equal((1, 1), (scores.CeafE.Precision, scores.CeafE.Recall));
    }

    [Fact]
    public void Nothing_scores_nothing() => Assert.Equal(0, CoreferenceScores.Of([], []).Conll);

    [Fact]
    public void Sides_of_other_lengths_are_a_wrong_call() => Assert.Throws<ArgumentOutOfRangeException>(() => CoreferenceScores.Of([1], [1, 2]));

    [Fact]
    public void Names_of_chains_and_order_of_mentions_do_not_matter_and_sides_swap_precision_with_recall()
    {
        Random random = new(3);
        for (int round = 0; round < 200; round++)
        {
            int n = random.Next(2, 14);
            int[] found = [.. Enumerable.Range(0, n).Select(_ => random.Next(5))], gold = [.. Enumerable.Range(0, n).Select(_ => random.Next(5))];
            CoreferenceScores scores = CoreferenceScores.Of(found, gold), swapped = CoreferenceScores.Of(gold, found);
            CoreferenceScores renamed = CoreferenceScores.Of([.. found.Reverse().Select(c => 40 - (7 * c))], [.. gold.Reverse().Select(c => (c + 3) * 11)]);

            foreach ((PrecisionRecall a, PrecisionRecall b, PrecisionRecall c) in new[] { (scores.Muc, swapped.Muc, renamed.Muc), (scores.BCubed, swapped.BCubed, renamed.BCubed), (scores.CeafE, swapped.CeafE, renamed.CeafE) })
            {
                Assert.Equal(a.Precision, b.Recall, 9);
                Assert.Equal(a.Recall, b.Precision, 9);
                Assert.Equal(a.Precision, c.Precision, 9);
                Assert.Equal(a.Recall, c.Recall, 9);
            }
        }
    }

    private static void AssertScores(double precision, double recall, PrecisionRecall scores)
    {
        Assert.Equal(precision, scores.Precision, 9);
        Assert.Equal(recall, scores.Recall, 9);
    }
}
