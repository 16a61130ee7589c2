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
    [InlineData("the pier is shut. nobody knows why! ask the harbour office?maybe they do", "the pier is shut.|nobody knows why!|ask the harbour office?|maybe they do")]
    [InlineData("It is about 5 km. long. Jeopardy! was on at 9 p.m. as ever.", "It is about 5 km. long.|Jeopardy! was on at 9 p.m. as ever.")]
    [InlineData("There are two reasons: 1. the tide and 2. the wind.", "There are two reasons: 1. the tide and 2. the wind.")]
    [InlineData("“Why?” asked Lind. (He knew.) Nobody (why?) answered.", "“Why?” asked Lind.|(He knew.)|Nobody (why?) answered.")]
    [InlineData("The pier was built in 1890.[4][5] It fell [2, 7–9] in 1911. [6] Then came the [2015] flood.", "The pier was built in 1890.[4][5]|It fell [2, 7–9] in 1911. [6]|Then came the [2015] flood.")]
    [InlineData("The quay is dry. (photo: A. Lind) It was wet.", "The quay is dry.|(photo: A. Lind)|It was wet.")]
    [InlineData("(Harbour News) The pier is closed. The (old) Pier Inn is not.", "(Harbour News)|The pier is closed.|The (old) Pier Inn is not.")]
    [InlineData("It closed in the case Lind v. Holm. Ada Lind (b. May 1950; d. 2001) had a Ph.D. in law.", "It closed in the case Lind v. Holm.|Ada Lind (b. May 1950; d. 2001) had a Ph.D. in law.")]
    [InlineData("4.2. The pier", "4.2. The pier")]
    [InlineData("They met at 10 a.m. CDT in Inver. P.S. The tide is out.", "They met at 10 a.m. CDT in Inver.|P.S. The tide is out.")]
    [InlineData("We are fine :-) The pier is not.", "We are fine :-)|The pier is not.")]
    public void Ends_sentences_where_a_reader_would(string text, string expected) => Assert.Equal(expected.Split('|'), Sentences(text));

    [Theory]
    [InlineData("The mole at dusk Image: A. Lind", "The mole at dusk|Image: A. Lind")]
    [InlineData("Best regards, Ada Lind", "Best regards,|Ada Lind")]
    [InlineData("With his regards, Lind left.", "With his regards,|Lind left.")]
    [InlineData("Thanks to the regards, in which Lind is held, Holm stayed.", "Thanks to the regards, in which Lind is held, Holm stayed.")]
    [InlineData("Ada Lind <lind@example.org> The pier is closed.", "Ada Lind <lind@example.org>|The pier is closed.")]
    [InlineData("Ada Lind 03/05/2004 08:15 AM The pier is closed.", "Ada Lind|03/05/2004 08:15 AM|The pier is closed.")]
    [InlineData("The pier ***** The quay -- and ***the mole*** #quayside2010", "The pier|*****|The quay -- and ***the mole*** #quayside2010")]
    [InlineData("http://example.org/a http://example.org/b", "http://example.org/a|http://example.org/b")]
    public void Parts_what_were_lines_of_their_own(string text, string expected) => Assert.Equal(expected.Split('|'), Sentences(text));

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
