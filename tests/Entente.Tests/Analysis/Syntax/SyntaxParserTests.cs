using Entente.Analysis.Syntax;
using Entente.Analysis.Text;

namespace Entente.Tests.Analysis.Syntax;

public class SyntaxParserTests
{
    private const string Report = "The harbour office closed the pier on Monday. Ana Ruiz, who runs the ferry, said that nobody had warned her. "
        + "“We lost three boats,” she told reporters. The engineers were hoping to reopen it; the boats had stopped. Why?";

    [Fact]
    public void Words_are_tagged_and_hang_on_their_heads()
    {
        ParsedDocument parsed = Parse(Report);

        AssertHangs(parsed, "Ana", "said", Relation.Nsubj);
        AssertHangs(parsed, "warned", "said", Relation.Ccomp);
        AssertHangs(parsed, "that", "warned", Relation.Mark);
        AssertHangs(parsed, "lost", "told", Relation.Ccomp);
        AssertHangs(parsed, "pier", "closed", Relation.Obj);
        Assert.Equal((PartOfSpeech.Propn, PennTag.Nnp), TagsOf(parsed, "Ana"));
        Assert.Equal((PartOfSpeech.Verb, PennTag.Vbn), TagsOf(parsed, "warned"));
    }

    [Fact]
    public void Forms_go_back_to_their_lemmas()
    {
        ParsedDocument parsed = Parse(Report);

        Assert.Equal(
            ["say", "tell", "boat", "hope", "stop", "lose", "be"],
            new[] { "said", "told", "boats", "hoping", "stopped", "lost", "were" }.Select(word => parsed.Lemma(TokenOf(parsed, word))));
    }

    [Fact]
    public void Every_sentence_is_a_tree_with_one_root()
    {
        ParsedDocument parsed = Parse(Report);
        foreach (Sentence sentence in parsed.Document.Sentences)
        {
            int roots = 0;
            for (int t = sentence.FirstToken; t < sentence.FirstToken + sentence.TokenCount; t++)
            {
                roots += parsed.Relations[t] == Relation.Root ? 1 : 0;
                Assert.Equal(parsed.Heads[t] < 0, parsed.Relations[t] == Relation.Root);
                int steps = 0;
                for (int at = t; at >= 0; at = parsed.Heads[at])
                {
                    Assert.InRange(at, sentence.FirstToken, sentence.FirstToken + sentence.TokenCount - 1);
                    Assert.True(steps++ <= sentence.TokenCount, "Heads run in a circle.");
                }
            }

            Assert.Equal(1, roots);
        }
    }

    [Fact]
    public void A_sentence_reads_the_same_whatever_stands_around_it()
    {
        ParsedDocument together = Parse(Report);
        SyntaxParser parser = new(SyntaxModel.English);
        foreach (Sentence sentence in together.Document.Sentences)
        {
            ParsedDocument alone = Parse(sentence.Span.Of(Report), parser);
            for (int i = 0; i < sentence.TokenCount; i++)
            {
                int t = sentence.FirstToken + i;
                Assert.Equal(together.Tags[t], alone.Tags[i]);
                Assert.Equal(together.Relations[t], alone.Relations[i]);
                Assert.Equal(together.Heads[t] < 0 ? -1 : together.Heads[t] - sentence.FirstToken, alone.Heads[i]);
            }
        }
    }

    [Fact]
    public void A_sentence_that_needs_no_tree_is_tagged_alike()
    {
        ParsedDocument whole = Parse(Report);
        ParsedDocument tagged = new SyntaxParser(SyntaxModel.English).Parse(whole.Document, (sentence, _) => sentence.FirstToken > 0);

        Assert.Equal(string.Join(" ", whole.Tags), string.Join(" ", tagged.Tags));
        Assert.Equal(Relation.None, tagged.Relations[0]);
        Assert.Equal(whole.Relations.Skip(20), tagged.Relations.Skip(20));
    }

    [Fact]
    public void Capitals_of_a_title_say_nothing()
    {
        const string title = "Harbour Master Says Ferries Could Stop Running Next Week";
        ParsedDocument parsed = Parse(title + "\n\n" + Report);

        Assert.Equal(PartOfSpeech.Verb, TagsOf(parsed, "Says").Item1);
        Assert.Equal(PartOfSpeech.Aux, TagsOf(parsed, "Could").Item1);
        AssertHangs(parsed, "Stop", "Says", Relation.Ccomp);
    }

    [Theory]
    [InlineData(SyntaxParser.LongestSentence + 40)]
    [InlineData(10 * SyntaxParser.LongestSentence)]
    public void A_sentence_beyond_all_measure_is_tagged_and_gets_no_tree(int words)
    {
        string text = string.Join(' ', Enumerable.Repeat("pier", words)) + " closed. The pier closed.";
        ParsedDocument parsed = Parse(text);

        Assert.All(parsed.Tags, tag => Assert.NotEqual(PartOfSpeech.None, tag));
        Assert.Equal(Relation.None, parsed.Relations[0]);
        Assert.Equal(Relation.Nsubj, parsed.Relations[^3]);
    }

    [Fact]
    public void A_model_cut_anywhere_is_refused()
    {
        using MemoryStream whole = new();
        SyntaxModel.English.Write(whole);
        byte[] bytes = whole.ToArray();
        Random random = new(5);
        foreach (int length in new[] { 0, 7, 8, 39, bytes.Length - 1 }.Concat(Enumerable.Range(0, 20).Select(_ => random.Next(bytes.Length))))
        {
            Assert.Throws<InvalidDataException>(() => SyntaxModel.Read(new MemoryStream(bytes, 0, length)));
        }

        bytes[3] ^= 1;
        Assert.Throws<InvalidDataException>(() => SyntaxModel.Read(new MemoryStream(bytes)));
    }

    private static ParsedDocument Parse(string text, SyntaxParser? parser = null)
    {
        Document document = new() { Id = "report", Sha256 = "", Text = text, Blocks = Blocks(text) };
        return (parser ?? new SyntaxParser(SyntaxModel.English)).Parse(Tokenizer.Tokenize(document));
    }

    private static System.Collections.Immutable.ImmutableArray<Block> Blocks(string text)
    {
        int title = text.IndexOf("\n\n", StringComparison.Ordinal);
        return title < 0
            ? [new Block(BlockKind.Body, new TextSpan(0, text.Length))]
            : [new Block(BlockKind.Headline, new TextSpan(0, title)), new Block(BlockKind.Body, new TextSpan(title + 2, text.Length))];
    }

    private static int TokenOf(ParsedDocument parsed, string word) =>
        Enumerable.Range(0, parsed.Document.Tokens.Length).First(t => parsed.Document.Tokens[t].Span.Of(parsed.Document.Document.Text) == word);

    private static (PartOfSpeech, PennTag) TagsOf(ParsedDocument parsed, string word) => (parsed.Tags[TokenOf(parsed, word)], parsed.PennTags[TokenOf(parsed, word)]);

    private static void AssertHangs(ParsedDocument parsed, string word, string on, Relation by)
    {
        int t = TokenOf(parsed, word);
        Assert.Equal((TokenOf(parsed, on), by), (parsed.Heads[t], parsed.Relations[t]));
    }
}
