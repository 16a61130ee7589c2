using System.Collections.Immutable;
using Entente.Analysis.Attributions;
using Entente.Analysis.Text;
using Entente.Tests.Analysis.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Entente.Tests.Analysis.Attributions;

public sealed class AttributionFinderTests
{
    private static (Document Document, ImmutableArray<Attribution> Found) Find(params string[] paragraphs)
    {
        Document document = Documents.FromParagraphs(paragraphs);
        return (document, AttributionFinder.Find(Tokenizer.Tokenize(document)));
    }

    [Theory]
    [InlineData("\"The pier is closed for good,\" the ministry said.", SourceKind.Body)]
    [InlineData("\"The pier is closed for good,\" the statement said.", SourceKind.Document)]
    [InlineData("\"The pier is closed for good,\" an official said.", SourceKind.Anonymous)]
    [InlineData("\"The pier is closed for good,\" another committee member said.", SourceKind.Anonymous)]
    [InlineData("\"The pier is closed for good,\" said a spokesman for the port.", SourceKind.Person)]
    [InlineData("\"The pier is closed for good,\" the minister said.", SourceKind.Person)]
    [InlineData("\"The pier is closed for good,\" said Prime Minister Olga Brandt.", SourceKind.Person)]
    [InlineData("Norway described the closure as \"a complete breach of contract\".", SourceKind.Body)]
    [InlineData("\"The pier is closed for good,\" she said.", SourceKind.Pronoun)]
    [InlineData("\"The pier is closed for good.\"", SourceKind.NotStated)]
    public void Tells_kinds_of_source_apart(string text, SourceKind kind) => Assert.Equal(kind, Assert.Single(Find(text).Found).SourceKind);

    [Theory]
    [InlineData("\"It is closed now,\" Lind told the Harbour Courier on Friday.", "the Harbour Courier")]
    [InlineData("\"It is closed now,\" Lind said in an interview with Harbour News.", "Harbour News")]
    [InlineData("Lind was quoted by the Meridian news agency as saying \"the pier is closed for good\".", "")]
    [InlineData("\"It is closed now,\" Lind said.", "")]
    public void Finds_whom_the_words_were_spoken_to(string text, string hearer)
    {
        (Document document, ImmutableArray<Attribution> found) = Find(text);
        Assert.Equal(hearer, string.Concat(Assert.Single(found).Recipient.Select(s => s.Of(document.Text))));
    }

    [Theory]
    [InlineData("Lind denied \"ever having signed the letter\".", Certainty.Denied)]
    [InlineData("Lind claimed that \"the letter was forged by others\".", Certainty.Alleged)]
    [InlineData("Lind said that \"the letter was forged by others\".", Certainty.Attributed)]
    public void Certainty_is_what_the_verb_itself_says(string text, Certainty certainty) => Assert.Equal(certainty, Assert.Single(Find(text).Found).Certainty);

    [Fact]
    public void A_nested_quotation_names_the_one_it_stands_inside()
    {
        ImmutableArray<Attribution> found = Find("\"The mayor told us 'the pier is safe' and we believed her,\" said Ana Ruiz.").Found;
        Assert.Equal([null, 0], found.Select(a => a.Nested));
    }

    [Fact]
    public void Comments_give_no_quotation()
    {
        Document document = Documents.FromParagraphs("\"The pier is closed for good,\" said Ana Ruiz.");
        document = document with { Blocks = [document.Blocks[0] with { Kind = BlockKind.Comment }] };
        Assert.Empty(AttributionFinder.Find(Tokenizer.Tokenize(document)));
    }

    [Fact]
    public void A_page_break_inside_the_words_does_not_part_them()
    {
        Document document = Documents.FromParagraphs("“The pact with the United\n\nStates is void,\" envoy Ana Ruiz, a former judge [told Harbour News on Friday](#). **\"We are done,\"** she added.");
        ImmutableArray<Attribution> found = AttributionFinder.Find(Tokenizer.Tokenize(document));
        Assert.Equal(["envoy Ana Ruiz, a former judge", "she"], found.Select(a => Assert.Single(a.Source).Of(document.Text)));
        Assert.Equal("The pact with the United\n\nStates is void,", Assert.Single(found[0].Content).Of(document.Text));
    }

    [Fact]
    public void A_shared_cue_makes_one_attribution_of_two_parts()
    {
        (Document document, ImmutableArray<Attribution> found) = Find("Lind called the plan \"a bad joke on us\" and \"a waste of good steel\".");
        Assert.Equal(["a bad joke on us", "a waste of good steel"], Assert.Single(found).Content.Select(s => s.Of(document.Text)));
    }

    [Fact]
    public void Deep_nesting_is_survived()
    {
        string text = string.Concat(Enumerable.Repeat("“a ‘b ", 20_000)) + string.Concat(Enumerable.Repeat("’ ”", 20_000));
        (Document document, ImmutableArray<Attribution> found) = Find(text);
        Assert.All(found, a => Assert.All(a.Content, s => Assert.True(s.Start >= 0 && s.End <= document.Text.Length)));
    }

    [Property(MaxTest = 500)]
    public Property Every_span_lies_in_the_text_and_is_not_empty()
    {
        Gen<string> words = Gen.Elements("said", "Lind", ",", ".", "\"", "“", "”", "'", "‘", "’", "''", "«", "»", "„", "he", "the minister", "that", ":", "told", "\n\n", "was", "by", "according to", "adding", "5'10\"", "(", ")", "and", "who", "?", "as", "called", "quoted", "saying", "-", "of");
        return Prop.ForAll(Gen.ArrayOf(words).ToArbitrary(), parts =>
        {
            (Document document, ImmutableArray<Attribution> found) = Find(string.Join(' ', parts).Split("\n\n"));
            return found.Select((a, i) => (a, i)).All(x =>
                x.a.Content.Length > 0 && (x.a.Source.IsEmpty == (x.a.SourceKind == SourceKind.NotStated)) && (x.a.Nested is null || x.a.Nested < x.i)
                && x.a.Content.Concat(x.a.Source).Concat(x.a.Cue).Concat(x.a.Recipient).All(s => s.Start >= 0 && s.End > s.Start && s.End <= document.Text.Length));
        });
    }
}
