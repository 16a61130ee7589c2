using Entente.Analysis.Quantities;
using Entente.Analysis.Scoring;
using Entente.Analysis.Text;

namespace Entente.Tests.Analysis.Scoring;

public sealed class QuantityScoresTests
{
    private const string Text = "At least 40 boats sank and 3 km of quay.";

    [Fact]
    public void A_frame_is_exact_only_if_the_value_is()
    {
        QuantityScores scores = new();
        scores.Add(Text, [Gold(0, 11, 40, null, Qualifier.AtLeast, noun: new TextSpan(12, 17))], [Found(0, 11, 40, 40, Qualifier.Exactly, new TextSpan(12, 17))]);
        Assert.Equal((1, 0, 0), (scores.FramesGiven, scores.FramesExact, scores.ValuesRight));
        scores.Add(Text, [Gold(0, 11, 40, null, Qualifier.AtLeast, noun: new TextSpan(12, 17))], [Found(0, 11, 40, null, Qualifier.AtLeast, new TextSpan(12, 17))]);
        Assert.Equal((2, 1, 1), (scores.FramesGiven, scores.FramesExact, scores.ValuesRight));
        Assert.Equal(0.5, scores.ExactOfGiven);
    }

    [Fact]
    public void What_is_not_found_is_abstained_from_and_what_is_not_marked_costs_precision()
    {
        QuantityScores scores = new();
        scores.Add(Text, [Gold(0, 11, 40, null, Qualifier.AtLeast, noun: new TextSpan(12, 17))], [Found(27, 28, 3, 3, Qualifier.Exactly, null)]);
        Assert.Equal((1d, 0d, 0d), (scores.Abstention, scores.Values.Precision, scores.Values.Recall));
    }

    [Fact]
    public void A_noun_given_where_none_is_marked_is_wrong()
    {
        QuantityScores scores = new();
        GoldQuantity gold = Gold(0, 11, 40, 40, Qualifier.Exactly, predicate: new TextSpan(18, 22));
        scores.Add(Text, [gold], [Found(0, 11, 40, 40, Qualifier.Exactly, new TextSpan(12, 17), new TextSpan(18, 22))]);
        Assert.Equal((1, 0), (scores.ValuesRight, scores.FramesExact));
    }

    [Fact]
    public void A_unit_that_the_words_do_not_name_is_invented()
    {
        Quantity quay = Found(27, 31, 3, 3, Qualifier.Exactly, null) with { Unit = "km", Kind = QuantityKind.Measure };
        Assert.True(QuantityAudit.NamesUnit(Text, quay));
        Assert.False(QuantityAudit.NamesUnit(Text, quay with { Unit = "mile" }));
        Assert.False(QuantityAudit.NamesUnit(Text, quay with { Unit = "USD" }));
        Assert.False(QuantityAudit.NamesUnit(Text, Found(27, 28, 3, 3, Qualifier.Exactly, null) with { Unit = "km" }));
    }

    [Theory]
    [InlineData("two hundred and fifty", 250, true)]
    [InlineData("two hundred and fifty", 252, false)]
    [InlineData("7-8,000", 7000, true)]
    [InlineData("four or five", 9, false)]
    [InlineData("2 to 3 million", 2000000, true)]
    [InlineData("$2.5bn", 2500000000, true)]
    [InlineData("$2.5bn", 25, true)]
    [InlineData("$2.5bn", 3, false)]
    [InlineData("two and a half million", 2500000, true)]
    [InlineData("tens of thousands", 10000, true)]
    public void A_number_that_the_words_do_not_write_is_a_wrong_sum(string words, double value, bool written)
    {
        Quantity quantity = new(new TextSpan(0, words.Length), QuantityKind.Count, Qualifier.Exactly, (decimal)value, (decimal)value, null, "");
        Assert.Equal(written, QuantityAudit.IsWrittenThere(words, quantity));
    }

    private static GoldQuantity Gold(int start, int end, decimal? min, decimal? max, Qualifier qualifier, TextSpan? noun = null, TextSpan? predicate = null) =>
        new(new TextSpan(start, end), QuantityKind.Count, qualifier, min, max, null, null, noun is { } n ? [n] : [], predicate is { } p ? [p] : [], [], []);

    private static Quantity Found(int start, int end, decimal? min, decimal? max, Qualifier qualifier, TextSpan? noun, TextSpan? predicate = null) =>
        new(new TextSpan(start, end), QuantityKind.Count, qualifier, min, max, null, "")
        {
            Slot = noun is null && predicate is null ? null : new Slot(noun, noun, "", predicate, "", null, null),
        };
}
