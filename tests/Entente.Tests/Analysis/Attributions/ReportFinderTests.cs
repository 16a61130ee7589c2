using System.Collections.Immutable;
using Entente.Analysis.Attributions;
using Entente.Analysis.Syntax;
using Entente.Analysis.Text;
using Entente.Tests.Analysis.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Entente.Tests.Analysis.Attributions;

/// <summary>What is reported without quotation marks; the patterns themselves are the examples of <c>docs/specs/quotes.md</c>.</summary>
public sealed class ReportFinderTests
{
    private static readonly ThreadLocal<SyntaxParser> s_parser = new(() => new SyntaxParser(SyntaxModel.English));

    private static readonly string[] s_pieces =
    [
        "The mayor", "said", "that", "“", "”", "\"", ",", ".", "the pier was safe", "according to", "the auditors", "who", "told", "Tomas Lind", "he", "wants", "to leave", ":", "—", "(", ")",
        "but", "adding", "was", "believed", "as", "quoted", "saying", "claim", "seems", "sure", "of", "call", "for", ";", "'", "not", "if", "may", "\n\n", "Mr.", "Lind", "\ud83d\ude00",
    ];

    private static (string Text, ImmutableArray<Attribution> Found) Find(params string[] paragraphs)
    {
        Document document = Documents.FromParagraphs(paragraphs);
        return (document.Text, Find(document));
    }

    private static ImmutableArray<Attribution> Find(Document document) => AttributionFinder.Find(Tokenizer.Tokenize(document), s_parser.Value!);

    [Theory]
    [InlineData("Mayor Ilse Holm told reporters that the pier was safe.", "reporters")]
    [InlineData("The mayor said to the council that the pier was safe.", "the council")]
    [InlineData("Mayor Ilse Holm, in an interview with Radio Criffel, said that the pier was safe.", "Radio Criffel")]
    [InlineData("Ilse Holm said in an interview with Radio Criffel on Monday that the pier was safe.", "Radio Criffel")]
    [InlineData("The mayor said that the pier was safe.", "")]
    public void Whoever_is_told_is_the_recipient(string text, string recipient)
    {
        (string all, ImmutableArray<Attribution> found) = Find(text);
        Assert.Equal(recipient, string.Concat(Assert.Single(found).Recipient.Select(s => s.Of(all))));
    }

    [Theory]
    [InlineData("Mayor Ilse Holm said that the pier was safe.", SourceKind.Person)]
    [InlineData("The ministry said that the pier was safe.", SourceKind.Body)]
    [InlineData("Residents said that the pier was safe.", SourceKind.Anonymous)]
    [InlineData("She said that the pier was safe.", SourceKind.Pronoun)]
    [InlineData("It is believed that the crew left the ship.", SourceKind.NotStated)]
    public void Tells_kinds_of_source_apart(string text, SourceKind kind) => Assert.Equal(kind, Assert.Single(Find(text).Found).SourceKind);

    [Fact]
    public void The_words_in_marks_of_a_mixed_quotation_stand_apart_from_the_clause()
    {
        (string text, ImmutableArray<Attribution> found) = Find("The minister said that the ferry is an \"absolutely vital link\" for the island.");
        Attribution mixed = Assert.Single(found);
        Assert.Equal("that the ferry is an \"absolutely vital link\" for the island", Assert.Single(mixed.Content).Of(text));
        Assert.Equal("absolutely vital link", Assert.Single(mixed.Quoted).Of(text));
    }

    [Fact]
    public void A_speaker_inside_another_s_words_is_nested()
    {
        (_, ImmutableArray<Attribution> found) = Find("The Courier reported that the minister had said the port would be sold.");
        Assert.Equal([null, 0], found.Select(a => a.Nested));
    }

    [Fact]
    public void What_a_quotation_says_of_others_is_no_report_of_the_document() =>
        Assert.Equal(AttributionMode.Direct, Assert.Single(Find("\"I think that the mayor wants to leave,\" said Tomas Lind.").Found).Mode);

    [Fact]
    public void Comments_report_nothing()
    {
        Document document = Documents.FromParagraphs("The mayor said that the pier was safe.");
        document = document with { Blocks = [document.Blocks[0] with { Kind = BlockKind.Comment }] };
        Assert.Empty(Find(document));
    }

    [Theory]
    [InlineData("Tomas Lind met Olga Brandt on Monday. He said that the pier was safe.")]
    [InlineData("Mrs. Lind opened the pier. He said that it was safe.")]
    [InlineData("Tomas Lind and Karl Lind own the ferry. Lind said that it was safe.")]
    [InlineData("The clerk of Tomas Lind left early. She said that the pier was safe.")]
    [InlineData("Lind opened the pier. Lind said that it was safe. His wife, Anna Lind, agreed.")]
    [InlineData("Finance Minister Olga Brandt met Transport Minister Karl Moe. The minister said that the pier was safe.")]
    public void Where_two_could_be_meant_nobody_is(string text) => Assert.All(Find(text).Found, a => Assert.Null(a.Meant));

    [Theory]
    [InlineData("said", PartOfSpeech.Verb, true)]
    [InlineData("claim", PartOfSpeech.Noun, true)]
    [InlineData("sure", PartOfSpeech.Adj, true)]
    [InlineData("According", PartOfSpeech.Verb, true)]
    [InlineData("according", PartOfSpeech.Adp, true)]
    [InlineData(":", PartOfSpeech.Punct, true)]
    [InlineData("fell", PartOfSpeech.Verb, false)]
    [InlineData("harbour", PartOfSpeech.Noun, false)]
    [InlineData("Sure", PartOfSpeech.Propn, false)]
    [InlineData(",", PartOfSpeech.Punct, false)]
    public void A_sentence_gets_a_tree_for_words_that_report_as_they_are_tagged(string word, PartOfSpeech tag, bool may) =>
        Assert.Equal(may, ReportFinder.MayReport(word, tag));

    [Fact]
    public void A_document_without_trees_still_gives_its_quotations()
    {
        TokenizedDocument document = Tokenizer.Tokenize(Documents.FromParagraphs("\"The pier is closed for good,\" said Ana Ruiz."));
        Assert.Single(AttributionFinder.Find(s_parser.Value!.Parse(document, static (_, _) => false)));
    }

    [Property(MaxTest = 150)]
    public Property Spans_lie_in_the_text_and_do_not_take_the_cue_for_the_content() =>
        Prop.ForAll(Gen.Elements(s_pieces).ListOf().Select(pieces => string.Join(' ', pieces)).ToArbitrary(), text =>
        {
            (string all, ImmutableArray<Attribution> found) = Find(text.Split("\n\n"));
            for (int i = 0; i < found.Length; i++)
            {
                Attribution a = found[i];
                Assert.All(a.Source.Concat(a.Cue).Concat(a.Content).Concat(a.Recipient).Concat(a.Quoted), s => Assert.True(s.Start >= 0 && s.Start < s.End && s.End <= all.Length));
                Assert.NotEmpty(a.Content);
                Assert.True(a.Nested is null || (a.Nested >= 0 && a.Nested < found.Length && a.Nested != i));
                Assert.Equal(a.Source.IsEmpty, a.SourceKind == SourceKind.NotStated);
                if (a.Mode == AttributionMode.Indirect)
                {
                    Assert.False(a.IsQuoted);
                    Assert.DoesNotContain(a.Cue, cue => a.Content.Any(c => c.Overlaps(cue)));
                }
            }

            return true;
        });
}
