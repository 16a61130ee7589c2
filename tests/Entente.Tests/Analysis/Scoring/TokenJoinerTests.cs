using Entente.Analysis.Scoring;
using Entente.Analysis.Text;

namespace Entente.Tests.Analysis.Scoring;

public sealed class TokenJoinerTests
{
    [Theory]
    [InlineData("The gate ( the old one ) fell , he said .", "The gate (the old one) fell, he said.")]
    [InlineData("\" Go , \" she said . \" Now ! \"", "\"Go,\" she said. \"Now!\"")]
    [InlineData("`` Go '' , she said .", "\"Go\", she said.")]
    [InlineData("It did n't cost $ 5 -LRB- or 6 % -RRB- .", "It didn't cost $5 (or 6%).")]
    [InlineData("Harwick 's gate", "Harwick's gate")]
    [InlineData("Harwick ’ s gate", "Harwick’s gate")]
    [InlineData("the U . S . fleet", "the U.S. fleet")]
    [InlineData("a well - known gate - he said", "a well-known gate-he said")]
    [InlineData("noon - \" late \"", "noon - \"late\"")]
    public void Tokens_are_written_as_a_newspaper_would(string tokens, string expected)
    {
        TokenJoiner joiner = Join(tokens);

        Assert.Equal(expected + "\n", joiner.Text);
        Assert.Equal(expected, Assert.Single(joiner.Sentences).Of(joiner.Text));
    }

    [Fact]
    public void Each_token_is_where_its_span_says()
    {
        TokenJoiner joiner = new();
        string[] tokens = ["(", "Anna", "'s", "gate", ")", "fell", "."];
        TextSpan[] spans = [.. tokens.Select((t, i) => joiner.Add(t, i + 1 < tokens.Length ? tokens[i + 1] : null))];
        joiner.EndSentence();

        Assert.Equal(tokens, spans.Select(s => s.Of(joiner.Text)));
    }

    [Fact]
    public void A_quotation_left_open_does_not_reach_the_next_sentence()
    {
        TokenJoiner joiner = new();
        foreach (string sentence in new[] { "\" Go", "\" Stay \" , he said" })
        {
            Add(joiner, sentence);
        }

        Assert.Equal("\"Go\n\"Stay\", he said\n", joiner.Text);
    }

    [Fact]
    public void An_empty_sentence_is_none()
    {
        TokenJoiner joiner = new();
        joiner.EndSentence();
        Assert.Empty(joiner.Sentences);
        Assert.Equal("", joiner.Text);
    }

    private static TokenJoiner Join(string tokens)
    {
        TokenJoiner joiner = new();
        Add(joiner, tokens);
        return joiner;
    }

    private static void Add(TokenJoiner joiner, string sentence)
    {
        string[] tokens = sentence.Split(' ');
        for (int i = 0; i < tokens.Length; i++)
        {
            joiner.Add(tokens[i], i + 1 < tokens.Length ? tokens[i + 1] : null);
        }

        joiner.EndSentence();
    }
}
