using Entente.Analysis.Text;

namespace Entente.Tests.Analysis.Text;

public sealed class SentenceSplitterTests
{
    private static string[] Sentences(params string[] paragraphs)
    {
        TokenizedDocument document = Tokenizer.Tokenize(Documents.FromParagraphs(paragraphs));
        return [.. document.Sentences.Select(s => s.Span.Of(document.Document.Text))];
    }

    [Theory]
    [InlineData("Mr. A. B. Lind left. He was late.", "Mr. A. B. Lind left.|He was late.")]
    [InlineData("It cost 3.5 million. Nobody paid.", "It cost 3.5 million.|Nobody paid.")]
    [InlineData("The U.S. Senate met. It left the U.S. The talks go on.", "The U.S. Senate met.|It left the U.S.|The talks go on.")]
    [InlineData("“It is over.” She left.", "“It is over.”|She left.")]
    [InlineData("“Is it over?” she asked. “Yes!” Lind said.", "“Is it over?” she asked.|“Yes!” Lind said.")]
    [InlineData("“It is over,” he said. “Go home.”", "“It is over,” he said.|“Go home.”")]
    [InlineData("Well … it ended. So it did.", "Well … it ended.|So it did.")]
    [InlineData("They met at 9 a.m. Friday. See No. 5.", "They met at 9 a.m. Friday.|See No. 5.")]
    [InlineData("Points:\n• one\n• two", "Points:|• one|• two")]
    public void Ends_sentences_where_a_reader_would(string text, string expected) => Assert.Equal(expected.Split('|'), Sentences(text));

    [Fact]
    public void White_space_of_a_page_break_cuts_no_sentence() =>
        Assert.Equal(["The pact with the United\n\nStates was signed.", "It holds."], Sentences("The pact with the United\n\nStates was signed. It holds."));

    [Fact]
    public void A_block_without_a_stop_ends_its_sentence() => Assert.Equal(["Pier closed", "The pier is closed."], Sentences("Pier closed", "The pier is closed."));

    [Fact]
    public void Sentences_tile_the_tokens()
    {
        TokenizedDocument document = Tokenizer.Tokenize(Documents.FromParagraphs("One. \"Two?\" Three...", "", "Four"));
        int at = 0;
        foreach (Sentence sentence in document.Sentences)
        {
            Assert.Equal(at, sentence.FirstToken);
            at += sentence.TokenCount;
        }

        Assert.Equal(document.Tokens.Length, at);
    }
}
