using System.Collections.Immutable;
using Entente.Analysis.Scoring;
using Entente.Analysis.Syntax;
using Entente.Analysis.Text;

namespace Entente.Tests.Analysis.Scoring;

public sealed class TreebankTests
{
    private const string Ferries =
        """
        # newdoc id = ferries
        # newpar
        # sent_id = ferries-1
        # text = We don't row.
        1 We we PRON PRP _ 4 nsubj _ _
        2-3 don't _ _ _ _ _ _ _ _
        2 do do AUX VBP _ 4 aux _ _
        3 n't not PART RB _ 4 advmod _ _
        4 row row VERB VB _ 0 root _ SpaceAfter=No
        5 . . PUNCT . _ 4 punct _ _

        # sent_id = ferries-2
        1 Ferries ferry NOUN NNS _ 2 nsubj _ _
        2 run run VERB VBP _ 0 root _ _
        2.1 run run VERB VBP _ _ _ _ _
        3 ! ! PUNCT . _ 2 punct _ _

        # newpar
        1 Daily daily ADV RB _ 0 root _ _

        """;

    private static List<TreebankDocument> Read(string lines, List<Diagnostic>? wrong = null) =>
        [.. ConlluReader.Read(new StringReader(string.Join('\n', lines.Split('\n').Select(l => l.StartsWith('#') ? l : l.Replace(' ', '\t')))), "a.conllu", wrong ?? [])];

    [Fact]
    public void Rebuilds_the_raw_text_with_its_paragraphs()
    {
        List<Diagnostic> wrong = [];
        TreebankDocument document = Assert.Single(Read(Ferries, wrong));
        Assert.Empty(wrong);
        Assert.Equal("We don't row. Ferries run !\n\nDaily\n\n", document.Text);
        Assert.Equal(["We don't row. Ferries run !", "Daily"], document.Paragraphs.Select(p => p.Of(document.Text)));
        Assert.Equal(["We don't row.", "Ferries run !", "Daily"], document.Sentences.Select(s => s.Span.Of(document.Text)));
        Assert.Equal(["We", "do", "n't", "row", "."], document.Sentences[0].Words.Select(w => w.Span.Of(document.Text)));
        Assert.Equal("don't", document.Sentences[0].Words[2].Surface.Of(document.Text));
        Assert.Equal([3, 3, 3, -1, 3], document.Sentences[0].Words.Select(w => w.Head));
    }

    [Fact]
    public void Its_own_words_become_tokens_in_sentences_of_their_paragraphs()
    {
        TokenizedDocument tokenized = Assert.Single(Read(Ferries)).ToTokenized();
        Assert.Equal(9, tokenized.Tokens.Length);
        Assert.Equal([0, 0, 1], tokenized.Sentences.Select(s => s.Block));
        Assert.Equal([0, 5, 8], tokenized.Sentences.Select(s => s.FirstToken));
        Assert.Equal(TokenKind.Punctuation, tokenized.Tokens[4].Kind);
    }

    [Fact]
    public void A_word_that_is_no_part_of_what_is_written_still_has_a_place_in_it()
    {
        TreebankDocument document = Assert.Single(Read("1-2 wanna _ _ _ _ _ _ _ _\n1 want want VERB VB _ 0 root _ _\n2 to to PART TO _ 1 mark _ _\n\n"));
        Assert.Equal(["wann", "a"], document.Sentences[0].Words.Select(w => w.Span.Of(document.Text)));
    }

    [Theory]
    [InlineData("1 Out out ADV RB _ 0 root _")]
    [InlineData("2 Out out ADV RB _ 0 root _ _")]
    [InlineData("1 Out out ADV RB _ 2 root _ _")]
    [InlineData("1 Out out ADV RB _ 1 root _ _")]
    [InlineData("1 Out out ADV RB _ 2 root _ _\n2 now now ADV RB _ 1 dep _ _")]
    [InlineData("1 Out out ADV RB _ 0 root _ _\n2 now now ADV RB _ 0 root _ _")]
    [InlineData("1-3 Out _ _ _ _ _ _ _ _\n1 Out out ADV RB _ 0 root _ _\n2 now now ADV RB _ 1 dep _ _")]
    [InlineData("x Out out ADV RB _ 0 root _ _")]
    [InlineData("1  out ADV RB _ 0 root _ _")]
    [InlineData("1 Out out ADV RB _ 99999999999 root _ _")]
    public void A_sentence_that_is_not_well_formed_is_named_and_left_out(string sentence)
    {
        List<Diagnostic> wrong = [];
        TreebankDocument document = Assert.Single(Read("# newpar\n" + sentence + "\n\n1 Daily daily ADV RB _ 0 root _ _\n", wrong));
        Assert.Equal("Daily", Assert.Single(document.Sentences).Span.Of(document.Text));
        Diagnostic diagnostic = Assert.Single(wrong);
        Assert.Equal("E1505", diagnostic.Code);
        Assert.Contains("a.conllu: line 2:", diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_damage_to_a_file_makes_reading_fail_or_places_leave_the_text()
    {
        Random random = new(2018);
        string whole = string.Join('\n', Ferries.Split('\n').Select(l => l.StartsWith('#') ? l : l.Replace(' ', '\t')));
        const string Alphabet = "0123-._\t\n #x";
        for (int run = 0; run < 2_000; run++)
        {
            char[] damaged = whole.ToCharArray();
            for (int k = random.Next(1, 6); k > 0; k--)
            {
                damaged[random.Next(damaged.Length)] = Alphabet[random.Next(Alphabet.Length)];
            }

            List<Diagnostic> wrong = [];
            foreach (TreebankDocument document in ConlluReader.Read(new StringReader(new string(damaged)), "a.conllu", wrong))
            {
                int at = 0;
                Assert.All(document.Sentences.SelectMany(s => s.Words), w =>
                {
                    Assert.True(w.Span.Start >= at && w.Span.End >= w.Span.Start && w.Span.End <= document.Text.Length);
                    at = w.Span.End;
                });
                SegmentationScores scores = new();
                scores.Add(document, Tokenizer.Tokenize(document.ToDocument()));
                Assert.InRange(scores.Words.F1, 0, 1);
            }
        }
    }

    [Fact]
    public void Its_own_segmentation_is_perfect()
    {
        TreebankDocument gold = Assert.Single(Read(Ferries));
        SegmentationScores scores = new();
        scores.Add(gold, gold.ToTokenized());
        Assert.Equal((1, 1), (scores.Words.F1, scores.Sentences.F1));
        Assert.Equal((9, 3), (scores.GoldWords, scores.GoldSentences));
    }

    [Fact]
    public void Words_written_together_are_compared_by_form_and_others_by_place()
    {
        TreebankDocument gold = Assert.Single(Read(Ferries));
        TokenizedDocument own = gold.ToTokenized();

        // "don't" in one piece: two words missed, one spurious. "Ferries" cut in two: one missed, two spurious.
        ImmutableArray<Token> tokens =
        [
            own.Tokens[0], new Token(own.Tokens[1].Start, own.Tokens[2].End, TokenKind.Word), own.Tokens[3], own.Tokens[4],
            own.Tokens[5] with { End = own.Tokens[5].End - 1 }, own.Tokens[5] with { Start = own.Tokens[5].End - 1 }, own.Tokens[6], own.Tokens[7], own.Tokens[8],
        ];
        SegmentationScores scores = new();
        scores.Add(gold, own with { Tokens = tokens });
        Assert.Equal(new PrecisionRecall(6.0 / 9, 6.0 / 9), scores.Words);
    }

    [Fact]
    public void A_sentence_is_right_when_both_its_ends_are()
    {
        TreebankDocument gold = Assert.Single(Read(Ferries));
        TokenizedDocument own = gold.ToTokenized();
        Sentence joined = new(new TextSpan(own.Sentences[0].Span.Start, own.Sentences[1].Span.End), 0, 8, 0);
        SegmentationScores scores = new();
        scores.Add(gold, own with { Sentences = [joined, own.Sentences[2]] });
        Assert.Equal(new PrecisionRecall(1.0 / 2, 1.0 / 3), scores.Sentences);
    }

    [Fact]
    public void Trees_are_counted_with_and_without_their_labels()
    {
        TreebankDocument gold = Assert.Single(Read("1 Boats boat NOUN NNS _ 2 nsubj:pass _ _\n2 sank sink VERB VBD _ 0 root _ _\n3 fast fast ADV RB _ 2 advmod _ _\n4 . . PUNCT . _ 2 punct _ _\n"));
        SyntaxScores scores = new();
        scores.Add(gold, new ParsedDocument(
            gold.ToTokenized(),
            [PartOfSpeech.Noun, PartOfSpeech.Verb, PartOfSpeech.Adj, PartOfSpeech.Punct],
            [PennTag.None, PennTag.None, PennTag.None, PennTag.None],
            [1, -1, 0, 1],
            [Relation.Nsubj, Relation.Root, Relation.Advmod, Relation.Punct]));
        Assert.Equal((4, 0.75, 0, 0.75, 0.5, 0.75), (scores.Words, scores.Tags, scores.PennTags, scores.Heads, scores.Labelled, scores.LabelledUniversal));
    }

    [Fact]
    public void A_sentence_left_unparsed_has_no_head_right()
    {
        TreebankDocument gold = Assert.Single(Read("1 Boats boat NOUN NNS _ 0 root _ _\n"));
        SyntaxScores scores = new();
        scores.Add(gold, new ParsedDocument(gold.ToTokenized(), [PartOfSpeech.Noun], [PennTag.None], [-1], [Relation.None]));
        Assert.Equal(0, scores.Heads);
    }
}
