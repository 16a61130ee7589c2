using Entente.Analysis.Scoring;

namespace Entente.Tests.Analysis.Scoring;

public sealed class ScoringTests
{
    [Fact]
    public void Word_overlap_counts_each_word_as_often_as_it_stands()
    {
        PrecisionRecall score = WordOverlap.Score("The pier, the pier", "the pier is closed");
        Assert.Equal((0.5, 0.5, 0.5), (score.Precision, score.Recall, score.F1));
    }

    [Theory]
    [InlineData("", "", 1)]
    [InlineData("", "word", 0)]
    [InlineData("word", "", 0)]
    [InlineData("don't", "don t", 1)]
    public void Word_overlap_handles_empty_sides_as_the_published_scorer_does(string found, string gold, double f1) => Assert.Equal(f1, WordOverlap.Score(found, gold).F1);

    [Theory]
    [InlineData("Ann’s  pier", "ann's pier", true)]
    [InlineData("Pier – closed", "Pier - closed", true)]
    [InlineData("Pier closed", "Pier closes", false)]
    public void Text_matches_but_for_case_space_and_forms_of_marks(string found, string gold, bool expected) => Assert.Equal(expected, ExactMatch.OfText(found, gold));

    [Theory]
    [InlineData("Ann Lee|Bo Ray", "By Ann Lee and Bo Ray", true)]
    [InlineData("Ann Lee|Bo Ray", "Ann Lee, Bo Ray", true)]
    [InlineData("Ann Lee", "Ann Lee, editor", false)]
    [InlineData("Ann Lee|Bo Ray", "Ann Lee", false)]
    [InlineData("", "Ann Lee", false)]
    public void Names_match_however_they_are_parted(string found, string gold, bool expected) =>
        Assert.Equal(expected, ExactMatch.OfNames(found.Split('|', StringSplitOptions.RemoveEmptyEntries), gold));
}
