using Entente.Analysis.Entities;

namespace Entente.Tests.Analysis.Entities;

public sealed class MentionLabelsTests
{
    private static readonly EntityType[] s_types = [.. Enum.GetValues<EntityType>().Where(t => t != EntityType.None)];

    [Fact]
    public void Every_type_has_four_labels_of_its_own()
    {
        byte[] labels = [MentionLabels.Outside, .. s_types.SelectMany(t => new[] { MentionLabels.Begin(t), MentionLabels.Inside(t), MentionLabels.End(t), MentionLabels.Single(t) })];

        Assert.Equal(MentionLabels.Types, s_types.Length);
        Assert.Equal(Enumerable.Range(0, MentionLabels.Count).Select(l => (byte)l), labels);
        Assert.All(s_types, t => Assert.All(new[] { MentionLabels.Begin(t), MentionLabels.Inside(t), MentionLabels.End(t), MentionLabels.Single(t) }, l => Assert.Equal(t, MentionLabels.TypeOf(l))));
        Assert.Equal(EntityType.None, MentionLabels.TypeOf(MentionLabels.Outside));
    }

    [Fact]
    public void A_name_goes_on_until_its_end_in_one_type()
    {
        foreach (EntityType a in s_types)
        {
            foreach (EntityType b in s_types)
            {
                foreach (byte open in new[] { MentionLabels.Begin(a), MentionLabels.Inside(a) })
                {
                    Assert.False(MentionLabels.MayFollow(open, MentionLabels.Outside));
                    Assert.False(MentionLabels.MayFollow(open, MentionLabels.Begin(b)));
                    Assert.False(MentionLabels.MayFollow(open, MentionLabels.Single(b)));
                    Assert.Equal(a == b, MentionLabels.MayFollow(open, MentionLabels.Inside(b)));
                    Assert.Equal(a == b, MentionLabels.MayFollow(open, MentionLabels.End(b)));
                }

                foreach (byte closed in new[] { MentionLabels.Outside, MentionLabels.End(a), MentionLabels.Single(a) })
                {
                    Assert.True(MentionLabels.MayFollow(closed, MentionLabels.Outside));
                    Assert.True(MentionLabels.MayFollow(closed, MentionLabels.Begin(b)));
                    Assert.True(MentionLabels.MayFollow(closed, MentionLabels.Single(b)));
                    Assert.False(MentionLabels.MayFollow(closed, MentionLabels.Inside(b)));
                    Assert.False(MentionLabels.MayFollow(closed, MentionLabels.End(b)));
                }
            }
        }
    }
}
