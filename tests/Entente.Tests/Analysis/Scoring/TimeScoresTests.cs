using Entente.Analysis.Scoring;

namespace Entente.Tests.Analysis.Scoring;

public sealed class TimeScoresTests
{
    [Fact]
    public void Counts_extents_and_values_each_for_itself()
    {
        TimeScores scores = new();
        scores.Add(
            [new(new(0, 5), "2015"), new(new(10, 15), "P3D"), new(new(20, 25), "2016"), new(new(40, 45), "2017")],
            [new(new(0, 5), "2015"), new(new(10, 15), "P4D"), new(new(18, 25), "2016"), new(new(30, 35), "2018"), new(new(50, 55), "2018")]);

        Assert.Equal((4, 5), (scores.Gold, scores.Found));
        Assert.Equal((2 / 5.0, 2 / 4.0), (scores.Strict.Precision, scores.Strict.Recall));
        Assert.Equal((3 / 5.0, 3 / 4.0), (scores.Lenient.Precision, scores.Lenient.Recall));
        Assert.Equal(1 / 4.0, scores.StrictValue.Recall);
        Assert.Equal(2 / 4.0, scores.LenientValue.Recall);
    }

    [Fact]
    public void One_long_extent_pays_for_one_marked_only_and_the_exact_one_goes_first()
    {
        Assert.Equal([(1, 0)], TimeScores.Pairs([new(new(0, 4), null), new(new(5, 9), null)], [new(new(5, 9), null)]));
        Assert.Equal([(0, 0)], TimeScores.Pairs([new(new(0, 4), null), new(new(5, 9), null)], [new(new(0, 9), null)]));
    }
}
