using System.Collections.Immutable;
using Entente.Analysis.Attributions;
using Entente.Analysis.Scoring;
using Entente.Analysis.Text;

namespace Entente.Tests.Analysis.Scoring;

public sealed class AttributionScoresTests
{
    private static ImmutableArray<TextSpan> In(string text, string? words) =>
        words is null ? [] : [.. words.Split('|').Select(w => new TextSpan(text.IndexOf(w, StringComparison.Ordinal), text.IndexOf(w, StringComparison.Ordinal) + w.Length))];

    private static GoldAttribution Gold(string text, string? source, string cue, string content) => new(In(text, source), In(text, cue), In(text, content));

    private static Attribution Found(string text, string? source, string cue, string content, int? nested = null) =>
        new(In(text, source), source is null ? SourceKind.NotStated : SourceKind.Person, In(text, cue), In(text, content), [], AttributionMode.Indirect, Certainty.Attributed, "test", nested);

    private static AttributionComparison Compare(string text, GoldAttribution[] gold, Attribution[] found) =>
        new(Tokenizer.Tokenize(Text.Documents.FromParagraphs(text)), [.. gold], [.. found]);

    [Theory]
    [InlineData("\"The pier is closed,\" Lund said.", "The pier is closed,", AttributionMode.Direct)]
    [InlineData("\"The pier is closed,\" Lund said.", "\"The pier is closed,\"", AttributionMode.Direct)]
    [InlineData("Lund called the pier \"a wreck\" on Monday.", "the pier \"a wreck\"", AttributionMode.Mixed)]
    [InlineData("Lund said the pier is closed.", "the pier is closed", AttributionMode.Indirect)]
    public void Whether_a_content_is_quoted_is_read_from_the_text(string text, string content, AttributionMode expected)
    {
        AttributionComparison comparison = Compare(text, [Gold(text, "Lund", "Lund", content)], [Found(text, "Lund", "Lund", content)]);
        Assert.Equal([expected], comparison.GoldModes.ToArray());
        Assert.Equal([expected], comparison.FoundModes.ToArray());
    }

    [Fact]
    public void A_pair_counts_in_the_mode_that_each_side_has()
    {
        // Half of the marked words are quoted; only those were found.
        const string Text = "Lund called the old pier \"a total and dangerous wreck\" yesterday.";
        AttributionScores scores = new();
        scores.Add(Compare(Text, [Gold(Text, "Lund", "called", "the old pier \"a total and dangerous wreck\"")], [Found(Text, "Lund", "called", "a total and dangerous wreck")]));
        Assert.Equal((0, 0), (scores.Content(AttributionMode.Direct).Recall, scores.Content(AttributionMode.Mixed).Precision));
        Assert.Equal((1, 0), (scores.Found(AttributionMode.Direct), scores.Found(AttributionMode.Mixed)));
        Assert.Equal(new PrecisionRecall(1, 1), scores.Content(AttributionMode.Direct, AttributionMode.Mixed));
        Assert.Equal((1, 1), scores.SourceRight(strict: true, AttributionMode.Mixed));
        Assert.Equal((0, 0), scores.SourceRight(strict: true, AttributionMode.Direct));
    }

    [Fact]
    public void What_is_missed_lowers_recall_and_what_is_spurious_precision()
    {
        const string Text = "Lund said the pier is closed. Moe denied that it is. Rain is expected by all.";
        AttributionScores scores = new();
        scores.Add(Compare(
            Text,
            [Gold(Text, "Lund", "said", "the pier is closed"), Gold(Text, "Moe", "denied", "that it is")],
            [Found(Text, "Lund", "said", "the pier is closed"), Found(Text, "all", "expected", "Rain")]));
        Assert.Equal(new PrecisionRecall(0.5, 0.5), scores.Content(AttributionMode.Indirect));
    }

    [Theory]
    [InlineData("the port's head pilot, Ada Lund", "the port's head pilot", SourceVerdict.Same)]
    [InlineData("Deputy port director Ada Lund of the harbour office", "Lund", SourceVerdict.HeadInside)]
    [InlineData("Deputy port director Ada Lund of the harbour office", "the harbour office", SourceVerdict.Other)]
    [InlineData("Ada Lund, a pilot", "Ada Lund", SourceVerdict.HeadInside)]
    [InlineData("a spokesman for the harbour board of Oster", "spokesman", SourceVerdict.HeadInside)]
    [InlineData("a spokesman for the harbour board of Oster", "Oster", SourceVerdict.Other)]
    [InlineData("Ada Lund", null, SourceVerdict.Missed)]
    [InlineData(null, null, SourceVerdict.RightlyNone)]
    [InlineData(null, "board", SourceVerdict.Invented)]
    public void A_source_is_right_when_most_of_it_or_its_head_is_found(string? marked, string? found, SourceVerdict expected)
    {
        string text = $"That the pier is closed was said by {marked ?? "the board"}.";
        AttributionComparison comparison = Compare(text, [Gold(text, marked, "said", "That the pier is closed")], [Found(text, found, "said", "That the pier is closed")]);
        Assert.Equal(expected, comparison.SourceOf((0, 0)));
    }

    [Fact]
    public void A_token_of_a_nested_attribution_is_content_of_the_outer_one()
    {
        const string Text = "Lund said that Moe had promised a new pier.";
        AttributionComparison comparison = Compare(
            Text,
            [Gold(Text, "Lund", "said", "that Moe had promised a new pier")],
            [Found(Text, "Moe", "promised", "a new pier", nested: 1), Found(Text, "Lund", "said", "that Moe had promised a new pier")]);
        Assert.Equal(comparison.GoldParts(), comparison.FoundParts());
        AttributionScores scores = new();
        scores.Add(comparison);
        Assert.Equal(1, scores.Tokens(AttributionPart.Source).F1);
        Assert.Equal((0, 1), scores.Nested);
    }

    [Fact]
    public void Marks_around_a_content_do_not_count_among_words_alone()
    {
        const string Text = "\"Closed for good,\" Lund said.";
        AttributionScores scores = new();
        scores.Add(Compare(Text, [Gold(Text, "Lund", "said", "\"Closed for good,\"")], [Found(Text, "Lund", "said", "Closed for good,")]));
        Assert.Equal(4.0 / 6, scores.Tokens(AttributionPart.Content).Recall);
        Assert.Equal(1, scores.Tokens(AttributionPart.Content, wordsOnly: true).Recall);
    }
}
