using System.Collections.Immutable;
using Entente.Analysis;
using Entente.Analysis.Quantities;
using Entente.Analysis.Scoring;
using Entente.Analysis.Syntax;
using Entente.Analysis.Text;
using Entente.Analysis.Times;
using Entente.Tests.Analysis.Text;

namespace Entente.Tests.Analysis.Quantities;

public sealed class QuantityFinderTests
{
    private static readonly ThreadLocal<SyntaxParser> s_parser = new(() => new SyntaxParser(SyntaxModel.English));

    private static readonly string[] s_soup =
    [
        "at", "least", "more", "than", "up", "to", "between", "and", "from", "of", "a", "an", "half", "the", "some", "about", "nearly", "5", "12", "3.5", "1,200", "7-8,000", "20-25", "2015", "1990s",
        "16th", "second", "third", "hundred", "thousand", "million", "dozens", "hundreds", "tens", "twenty", "-", "–", "five", "one", "$", "US$5", "€", "£2.5m", "%", "per", "cent", "percent", "percentage", "points",
        "km", "metres", "80m", "pounds", "barrels", "years", "old", "year-old", "hours", "ago", "later", "times", "fold", "votes", "won", "euros", "dollars", "boats", "people", "were", "killed", "left", "dead", "in",
        "Lynmar", "December", "Friday", "Flight", "No.", "(", ")", ",", ".", ";", "\"", "“", "½", "minus", "or", "more", "fewer", "½", "½½", "1.2.3", "99999999999999999999", "0", "007", "5’2”", "16:30", "12/5", "#5", "٣", "Ⅷ", "\uD835\uDFDE",
    ];

    [Fact]
    public void A_sum_in_any_currency_keeps_its_own()
    {
        Assert.Equal(
            ["5 $", "5 USD", "5 EUR", "5 GBP", "5 IQD", "5 dinar", "5 CHF"],
            new[] { "He paid $5.", "He paid US$5.", "He paid €5.", "He paid £5.", "He paid 5 Iraqi dinars.", "He paid 5 dinars.", "He paid CHF 5." }
                .Select(text => Find(text).Single(q => q.Kind == QuantityKind.Money)).Select(q => $"{q.Min} {q.Unit}"));
    }

    [Theory]
    [InlineData("They lost 3.5m euros.", 3500000)]
    [InlineData("The road is 3.5m wide.", 3.5)]
    [InlineData("They lost $2bn.", 2000000000)]
    [InlineData("They lost two and a half million crowns.", 2500000)]
    [InlineData("They lost one hundred and twenty-five crowns.", 125)]
    [InlineData("They bought 12,34,567 nails.", 1234567)]
    [InlineData("They bought 1.234.567 nails.", 1234567)]
    [InlineData("They bought 2,5 tonnes of nails.", 2.5)]
    [InlineData("It fell to minus 5 degrees.", -5)]
    [InlineData("They waited half an hour.", 0.5)]
    [InlineData("They ran 5½ miles.", 5.5)]
    public void Numbers_are_read_as_they_are_written(string text, double value) => Assert.Equal((decimal)value, Assert.Single(Find(text)).Max);

    [Theory]
    [InlineData("They bought 5,6,7 nails.")]
    [InlineData("The sign says 1.200,5.")]
    [InlineData("The ratio is 4:3.")]
    [InlineData("In 1611, a ship came.")]
    [InlineData("It came on May 5.")]
    [InlineData("It came on the 5th of May, 2016.")]
    [InlineData("It came between 2014 and 2016.")]
    [InlineData("It came at 9 p.m. on Friday.")]
    [InlineData("Formula One is one of the loudest sports.")]
    [InlineData("No one knows the new one.")]
    [InlineData("Case 12 and Case 14 go on.")]
    [InlineData("Articles 5 and 6 apply.")]
    [InlineData("The F-16 and the K-3B are old.")]
    [InlineData("Page 1 of 6.")]
    [InlineData("It broke in the 1990s.")]
    public void A_number_that_names_or_dates_something_is_no_quantity(string text) => Assert.Empty(Find(text));

    [Fact]
    public void Four_digits_before_a_plural_count_unless_a_word_makes_them_a_year()
    {
        Assert.Equal(1950, Assert.Single(Find("Roughly 1950 boats came.")).Min);
        Assert.Empty(Find("In 1950 boats came."));
    }

    [Fact]
    public void A_currency_that_is_not_certain_is_not_guessed()
    {
        Assert.Equal("$", Assert.Single(Find("It cost 5 million dollars.")).Unit);
        Assert.Equal("rouble", Assert.Single(Find("It cost 5 million roubles.")).Unit);
        Assert.Equal("lb", Assert.Single(Find("It carries 5 pounds of salt.")).Unit);
    }

    [Fact]
    public void Numbers_are_never_added_up()
    {
        ImmutableArray<Quantity> found = Find("Four men and five women were hurt.");
        Assert.Equal([4, 5], found.Select(q => q.Min!.Value));
    }

    [Fact]
    public void A_sentence_without_a_tree_keeps_its_values_and_has_no_slots()
    {
        TokenizedDocument document = Tokenizer.Tokenize(Documents.FromParagraphs("At least 40 boats sank."));
        Quantity quantity = Assert.Single(QuantityFinder.Find(s_parser.Value!.Parse(document, (_, _) => false), []));
        Assert.Equal(40, quantity.Min);
        Assert.Null(quantity.Slot);
        Assert.EndsWith("no-tree", quantity.Rule, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_sentences_with_a_quantity_to_place_need_a_tree()
    {
        TokenizedDocument document = Tokenizer.Tokenize(Documents.FromParagraphs("The boats sank. At least 40 boats sank. They came second in 2015."));
        ParsedDocument parsed = s_parser.Value!.Parse(document, QuantityFinder.NeedsTree(document));
        Assert.Equal([false, true, false], document.Sentences.Select(s => parsed.Relations[s.FirstToken] != Relation.None));
    }

    [Fact]
    public void The_noun_phrase_leaves_out_number_and_article()
    {
        const string text = "The 12 old fishing boats were burned.";
        Slot slot = Assert.Single(Find(text)).Slot!;
        Assert.Equal(("old fishing boats", "boats", "boat", "burn"), (slot.NounPhrase!.Value.Of(text), slot.Noun!.Value.Of(text), slot.NounLemma, slot.PredicateLemma));
    }

    [Fact]
    public void A_relative_day_of_an_undated_report_stays_as_it_is_written()
    {
        Slot slot = Assert.Single(Find("About 30 boats sank on Friday.")).Slot!;
        Assert.True(slot.AsOf!.IsRelative);
    }

    [Fact]
    public void The_analyser_reads_attributions_and_quantities_from_one_parse_as_each_would_alone()
    {
        Document document = Documents.FromParagraphs("The mayor said at least 40 boats sank near Lynmar on Friday. Some 12 of the 30 sailors drowned. \"We lost 5 tonnes of salt,\" Ada Lund said.");
        TokenizedDocument tokenized = Tokenizer.Tokenize(document);
        Entente.Analysis.Briefings.DocumentFindings together = new DocumentAnalyser().Analyse(document);
        ParsedDocument alone = s_parser.Value!.Parse(tokenized, QuantityFinder.NeedsTree(tokenized));
        Assert.Equal(
            QuantityFinder.Find(alone, TimeFinder.Find(tokenized), together.Entities).Select(q => q.ToString()),
            together.Quantities.Select(q => (q with { Attribution = null }).ToString()));
        Assert.Equal(
            Entente.Analysis.Attributions.AttributionFinder.Find(tokenized, s_parser.Value!).Select(a => (a.Rule, a.Content[0])),
            together.Attributions.Select(a => (a.Rule, a.Content[0])));
        Assert.Equal(3, together.Quantities.Length);
    }

    [Fact]
    public void Any_soup_of_tokens_is_read_in_order_without_overlap_invented_unit_or_wrong_number()
    {
        Random random = new(12345);
        int found = 0;
        for (int round = 0; round < 1200; round++)
        {
            string text = string.Join(random.Next(4) == 0 ? "" : " ", Enumerable.Range(0, random.Next(1, 60)).Select(_ => s_soup[random.Next(s_soup.Length)]));
            // Cut anywhere, even inside a pair of surrogates.
            text = text[..random.Next(text.Length + 1)];
            found += Check(text);
        }

        Assert.True(found > 2000, $"only {found}");
    }

    [Theory]
    [InlineData("They bought one hundred and two hundred nails.", new[] { 100, 200 })]
    [InlineData("They bought two thousand three thousand nails.", new[] { 2000, 3000 })]
    [InlineData("They paid one million two hundred thousand and fifty crowns.", new[] { 1200050 })]
    public void Two_numbers_in_a_row_are_not_one(string text, int[] expected) => Assert.Equal(expected, Find(text).Select(q => (int)q.Max!.Value));

    [Fact]
    public void No_row_of_number_words_or_figures_leaves_the_range_of_numbers()
    {
        Random random = new(777);
        string[] words =
        [
            "one", "nine", "twenty", "ninety", "hundred", "dozen", "thousand", "million", "trillion", "trillions", "hundreds", "of", "and", "a", "half", "-", "to", "or", "several", "999999999999999", "9999999999999999",
            "0.000000000001", "999999999999999trillion", "5m", "$", "%", "tons", "in", "9,999,999,999,999",
        ];
        int found = 0;
        for (int round = 0; round < 1500; round++)
        {
            found += Check(string.Join(' ', Enumerable.Range(0, random.Next(1, 40)).Select(_ => words[random.Next(words.Length)])));
        }

        Assert.True(found > 2000, $"only {found}");
    }

    [Fact]
    public void Random_trees_and_tags_are_read_without_an_exception()
    {
        Random random = new(54321);
        int found = 0;
        for (int round = 0; round < 400; round++)
        {
            string text = string.Join(' ', Enumerable.Range(0, random.Next(1, 50)).Select(_ => s_soup[random.Next(s_soup.Length)]));
            TokenizedDocument document = Tokenizer.Tokenize(Documents.FromParagraphs(text));
            int count = document.Tokens.Length;
            int[] heads = new int[count];
            Array.Fill(heads, -1);
            foreach (Sentence sentence in document.Sentences)
            {
                for (int t = sentence.FirstToken; t < sentence.FirstToken + sentence.TokenCount; t++)
                {
                    // Any head in the sentence but itself: rings too, which no parser makes.
                    int head = sentence.FirstToken + random.Next(sentence.TokenCount);
                    heads[t] = head == t ? -1 : head;
                }
            }

            ParsedDocument parsed = new(
                document,
                [.. Enumerable.Range(0, count).Select(_ => (PartOfSpeech)random.Next(18))],
                [.. Enumerable.Range(0, count).Select(_ => (PennTag)random.Next(49))],
                [.. heads],
                [.. Enumerable.Range(0, count).Select(_ => (Relation)random.Next(1, 52))]);
            found += QuantityFinder.Find(parsed, TimeFinder.Find(document)).Length;
        }

        Assert.True(found > 500, $"only {found}");
    }

    private static int Check(string text)
    {
        ImmutableArray<Quantity> quantities = Find(text);
        int end = 0;
        foreach (Quantity quantity in quantities)
        {
            Assert.True(quantity.Span.Start >= end && quantity.Span.End <= text.Length && !quantity.Span.IsEmpty, text);
            Assert.True(quantity.Min is null || quantity.Max is null || quantity.Min <= quantity.Max, text);
            Assert.True(quantity.Min is not null || quantity.Max is not null, text);
            Assert.True(QuantityAudit.NamesUnit(text, quantity), $"{quantity.Unit} in {quantity.Span.Of(text)} of {text}");
            Assert.True(QuantityAudit.IsWrittenThere(text, quantity), $"{quantity.Min}–{quantity.Max} of {quantity.Of} in {quantity.Span.Of(text)} of {text}");
            end = quantity.Span.End;
        }

        return quantities.Length;
    }

    private static ImmutableArray<Quantity> Find(string text)
    {
        TokenizedDocument document = Tokenizer.Tokenize(Documents.FromParagraphs(text));
        return QuantityFinder.Find(document, s_parser.Value!, TimeFinder.Find(document));
    }
}
