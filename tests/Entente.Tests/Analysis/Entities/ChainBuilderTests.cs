using Entente.Analysis.Entities;
using Entente.Analysis.Text;

namespace Entente.Tests.Analysis.Entities;

public sealed class ChainBuilderTests
{
    private static readonly LinkModel s_names = Model(("NN in exact", 2), ("NN in head contained", 1), ("NN in head", -6), ("NN in none", -3));
    private static readonly LinkModel s_nothing = Model();

    internal static LinkEvidence.Setting Setting { get; } = new(new Dictionary<ulong, int>(), 1, static (_, _) => 0, static (_, _) => 0);

    [Fact]
    public void Names_that_the_model_takes_for_one_are_a_chain_and_others_are_not() =>
        Assert.Equal("Anna Brandt + Anna Brandt, Lund + Lund", Chains(s_names, s_nothing, "Anna Brandt", "Lund", "Anna Brandt", "Lund"));

    [Fact]
    public void A_chain_is_joined_by_the_mean_of_its_pairs_so_two_persons_do_not_meet_in_their_surname() =>
        Assert.Equal("Brandt + Anna Brandt, Peter Brandt", Chains(s_names, s_nothing, "Brandt", "Anna Brandt", "Peter Brandt"));

    [Theory]
    [InlineData(-0.25, "Lund + Varholm")]
    [InlineData(-0.35, "Lund, Varholm")]
    public void A_score_somewhat_below_nought_is_enough(double score, string expected) =>
        Assert.Equal(expected, Chains(Model(("NN in none", score)), s_nothing, "Lund", "Varholm"));

    [Fact]
    public void The_threshold_may_be_raised() =>
        Assert.Equal([0, 1], ChainBuilder.Build([Name("Lund", 0), Name("Lund", 1)], s_names, Setting, s_nothing, threshold: 3));

    [Fact]
    public void A_pronoun_goes_to_what_it_means_and_stays_alone_where_nothing_is_likelier()
    {
        Assert.Equal("Lund + he", Chains(s_names, Model(("he type Person Name", 2)), "Lund", "he"));
        Assert.Equal("Lund, he", Chains(s_names, Model(("he nothing", 2)), "Lund", "he"));
    }

    [Fact]
    public void A_description_that_repeats_nothing_goes_to_what_it_means_only_where_that_is_likely()
    {
        MentionedThing pilot = Name("pilot", 1) with { Kind = MentionKind.Description, Definite = true };
        string form = "Description Person definite 1";
        LinkModel apart = Model(("ND in none", -3));

        Assert.Equal([0, 0], ChainBuilder.Build([Name("Lund", 0), pilot], apart, Setting, Model(($"{form} type Person Name", 1))));
        // Likelier than nothing, less likely than nothing and the other together.
        MentionedThing[] three = [Name("Lund", 0), Name("Varholm", 1), pilot with { Span = Name("pilot", 2).Span, First = 4, End = 5 }];
        Assert.Equal(3, ChainBuilder.Build(three, Model(("NN in none", -3), ("ND in none", -3)), Setting, Model(($"{form} type Person Name", 0.1))).Distinct().Count());
    }

    [Fact]
    public void Documents_do_not_share_pronouns() =>
        Assert.Equal([0, 1], ChainBuilder.Build([Name("Lund", 0), Pronoun(1) with { Document = 1 }], s_names, Setting, Model(("he type Person Name", 5))));

    [Fact]
    public void Nothing_to_join_is_no_chain() => Assert.Empty(ChainBuilder.Build([], s_names, Setting, s_nothing));

    private static string Chains(LinkModel names, LinkModel antecedents, params string[] mentions)
    {
        int[] chains = ChainBuilder.Build([.. mentions.Select((m, i) => m == "he" ? Pronoun(i) : Name(m, i))], names, Setting, antecedents);
        return string.Join(", ", mentions.Zip(chains).GroupBy(m => m.Second).Select(g => string.Join(" + ", g.Select(m => m.First))));
    }

    private static LinkModel Model(params (string Evidence, double Weight)[] weights) => new(weights.ToDictionary(w => w.Evidence, w => (float)w.Weight));

    /// <summary>Far enough from the others for their places to tell nothing.</summary>
    private static MentionedThing Name(string name, int at)
    {
        MentionedThing thing = NamesIn.Name(EntityType.Person, name);
        return thing with { Span = new TextSpan(40 * at, (40 * at) + name.Length), First = 8 * at, End = (8 * at) + thing.Forms.Length };
    }

    private static MentionedThing Pronoun(int at) => Name("he", at) with { Kind = MentionKind.Pronoun, Sex = Sex.Male };
}
