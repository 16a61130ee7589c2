using Entente.Analysis.Scoring;
using Entente.Analysis.Text;

namespace Entente.Tests.Analysis.Scoring;

public sealed class MentionScoresTests
{
    [Fact]
    public void Both_ends_and_the_type_must_be_right()
    {
        MentionScores scores = new();
        var (missed, wrong) = scores.Add(
            [(new TextSpan(0, 4), "place"), (new TextSpan(5, 9), "person"), (new TextSpan(10, 14), "person")],
            [(new TextSpan(0, 4), "place"), (new TextSpan(5, 8), "person"), (new TextSpan(10, 14), "place")]);

        Assert.Equal([(new TextSpan(5, 9), "person"), (new TextSpan(10, 14), "person")], missed);
        Assert.Equal([(new TextSpan(5, 8), "person"), (new TextSpan(10, 14), "place")], wrong);
        Assert.Equal(new PrecisionRecall(0, 0), scores.Of("person"));
        Assert.Equal(new PrecisionRecall(0.5, 1), scores.Of("place"));
        Assert.Equal((2, 1), (scores.GoldOf("person"), scores.GoldOf("place")));
        Assert.Equal(["person", "place"], scores.Types);
    }

    [Fact]
    public void Documents_add_up_and_one_span_counts_once()
    {
        MentionScores scores = new();
        scores.Add([(new TextSpan(0, 4), "place")], [(new TextSpan(0, 4), "place"), (new TextSpan(0, 4), "place")]);
        scores.Add([(new TextSpan(0, 4), "place"), (new TextSpan(6, 9), "place")], [(new TextSpan(1, 4), "place")]);

        Assert.Equal(new PrecisionRecall(1 / 2.0, 1 / 3.0), scores.Of("place"));
    }

    [Fact]
    public void A_type_nobody_marked_or_found_is_perfect() => Assert.Equal(1, new MentionScores().Of("event").F1);
}
