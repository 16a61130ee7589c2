using Entente.Analysis.Entities;

namespace Entente.Tests.Analysis.Entities;

public sealed class LinkModelTests
{
    [Fact]
    public void The_score_is_the_sum_of_the_weights_of_what_speaks_for_and_against()
    {
        LinkModel model = new(new Dictionary<string, float> { ["same head"] = 1.5f, ["other sex"] = -2f, ["far apart"] = -0.25f });

        Assert.Equal(-0.75, model.Score(["same head", "other sex", "far apart"]), 6);
        Assert.Equal(1.5, model.Score(["same head"]), 6);
    }

    [Fact]
    public void What_was_never_seen_speaks_neither_way()
    {
        LinkModel model = new(new Dictionary<string, float> { ["same head"] = 1.5f });

        Assert.Equal(0, model.Score([]));
        Assert.Equal(1.5, model.Score(["a thing never seen", "same head"]), 6);
    }

    [Fact]
    public void The_shipped_weights_rank_one_name_above_two_names()
    {
        MentionedThing one = NamesIn.Name(EntityType.Person, "Anna Brandt"), other = NamesIn.Name(EntityType.Person, "Peter Lund");

        Assert.True(Score(one, one) > Score(one, other));
    }

    private static double Score(MentionedThing a, MentionedThing b)
    {
        List<string> features = [];
        LinkEvidence.Write(a, b with { Sentence = 1, Span = new(100, 111), First = 20, End = 22 }, ChainBuilderTests.Setting, features);
        return LinkModel.Links.Score(features);
    }
}
