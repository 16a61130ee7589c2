using Entente.Analysis;
using Entente.Analysis.Text;
using Entente.Analysis.Tracing;
using Entente.Tests.Analysis.Reuse;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Entente.Tests.Analysis.Tracing;

public class ReportComparerTests
{
    private const string Ferry = "The lake ferry Hedda ran aground on a sandbank below the old lighthouse shortly after seven on Thursday evening.";
    private const string Company = "The company has run the line since 1921 and has never lost a ship, though its oldest vessel was laid up last autumn.";
    private const string Rescue = "Two fishing boats took the passengers ashore before midnight, and the harbour office opened the old customs hall for them.";

    private static readonly string[] s_sentences = [Ferry, Company, Rescue, "Nobody was hurt.", "“We heard a long scraping noise and then the lights went out for a minute or two,” said Per Aas."];

    private static readonly Arbitrary<(string[] First, string[] Second)> s_pairs = Gen.Zip(Report(), Report()).Select(p => (p.Item1, p.Item2)).ToArbitrary();

    private static Gen<string[]> Report() => Gen.Elements(s_sentences).ArrayOf().Where(r => r.Length > 0);

    [Property(MaxTest = 40)]
    public Property Pieces_hold_every_word_once_and_passages_belong_to_one_piece_each() => Prop.ForAll(s_pairs, pair =>
    {
        ReportComparison comparison = Compare(pair.First, pair.Second);
        return new[] { comparison.First, comparison.Second }.All(report =>
        {
            TextSpan[] spans = [.. report.Pieces.SelectMany(p => p.Spans)];
            return report.Pieces.Sum(p => p.Words) == report.Words
                && spans.Zip(spans.Skip(1)).All(s => s.First.End <= s.Second.Start)
                && report.Pieces.Where(p => p.Passage is not null).Select(p => p.Passage!.Value).Order().SequenceEqual(comparison.Passages.Select(p => p.Number))
                && report.SharedWords <= report.Words;
        });
    });

    [Property(MaxTest = 40)]
    public Property Turning_the_two_round_turns_the_comparison_round() => Prop.ForAll(s_pairs, pair =>
    {
        ReportComparison there = Compare(pair.First, pair.Second);
        ReportComparison back = ReportComparer.Compare(there.Second.Document, there.First.Document);
        return there.First.SharedWords == back.Second.SharedWords && there.Second.SharedWords == back.First.SharedWords
            && there.Passages.Select(p => (p.FirstSpan, p.SecondSpan)).Order().SequenceEqual(back.Passages.Select(p => (p.SecondSpan, p.FirstSpan)).Order());
    });

    [Property(MaxTest = 40)]
    public Property Passages_that_are_not_moved_ascend_in_both() => Prop.ForAll(s_pairs, pair =>
    {
        AlignedPassage[] staying = [.. Compare(pair.First, pair.Second).Passages.Where(p => !p.IsMoved)];
        return staying.Zip(staying.Skip(1)).All(p => p.First.FirstSpan.End <= p.Second.FirstSpan.Start && p.First.SecondSpan.End <= p.Second.SecondSpan.Start);
    });

    [Fact]
    public void A_paragraph_that_went_to_the_top_is_the_moved_one()
    {
        ReportComparison comparison = Compare([Ferry, Rescue, Company], [Company, "Nobody knows why.", Ferry, Rescue]);

        AlignedPassage moved = Assert.Single(comparison.Passages, p => p.IsMoved);
        Assert.StartsWith("The company", moved.FirstSpan.Of(comparison.First.Document.Text), StringComparison.Ordinal);
        Assert.Equal([moved.Number, null], comparison.Second.Pieces.Take(2).Select(p => p.Passage));
    }

    [Fact]
    public void Edits_of_a_passage_are_named_and_a_word_dropped_outside_quotation_marks_is_only_editing()
    {
        ReportComparison comparison = Compare(
            ["“We hope the line will open again in May when the hull has been properly mended by then,” Aas said. The hall was opened quickly for sixty people who had been on the ferry that night."],
            ["“We hope the line may open again in May when the hull has been mended by then,” Aas said. The hall was opened for fifty people who had been on the ferry that night."]);

        Assert.Equal(
            ["Modal True will > may", "Dropped True properly > ", "Dropped False quickly > ", "Number True sixty > fifty"],
            comparison.Passages.SelectMany(p => p.Edits).Select(e => $"{e.Kind} {e.MeaningBearing} {e.From} > {e.To}"));
    }

    [Fact]
    public void A_word_dropped_from_anothers_text_that_is_put_in_quotation_marks_bears_on_the_meaning()
    {
        ReportComparison comparison = Compare(
            ["The tide mill ground its last flour, reluctantly, in the winter of the long frost, when the sluice froze to its frame."],
            ["A weekly wrote that “the tide mill ground its last flour in the winter of the long frost, when the sluice froze to its frame”."]);

        Assert.Equal(["reluctantly"], comparison.Passages.SelectMany(p => p.Edits).Where(e => e.MeaningBearing).Select(e => e.From));
    }

    [Fact]
    public void A_long_reprint_is_compared_to_its_end()
    {
        string text = string.Join(' ', Enumerable.Range(0, 4_000).Select(i => $"word{i} and{i % 7}"));

        ReportComparison comparison = Compare([text], [text.Replace("word3999", "other", StringComparison.Ordinal).Replace("word2000", "will", StringComparison.Ordinal)]);

        AlignedPassage passage = Assert.Single(comparison.Passages);
        Assert.True(passage.Words > 7_900);
        Assert.Equal(["word2000"], passage.Edits.Select(e => e.From));
    }

    [Fact]
    public void A_short_quotation_that_both_hold_is_aligned()
    {
        ReportComparison comparison = Compare(
            ["“We were never told, and nobody can mend what nobody may open,” said Per Aas."],
            ["The carpenter told a paper that “nobody can mend what nobody may open”."]);

        AlignedPassage quotation = Assert.Single(comparison.Passages);
        Assert.Equal(7, quotation.Words);
        Assert.True(quotation.InQuotation);
    }

    [Fact]
    public void Which_came_first_is_said_only_where_it_is_certain()
    {
        Document early = Reports.Report("a", Ferry, published: "2026-03-06"), next = Reports.Report("b", Ferry, published: "2026-03-07"), late = Reports.Report("c", Ferry, published: "2026-03-10");

        Assert.True(ReportComparer.Compare(early, late).FirstIsEarlier);
        Assert.False(ReportComparer.Compare(late, early).FirstIsEarlier);
        Assert.Null(ReportComparer.Compare(early, next).FirstIsEarlier);
        Assert.Null(ReportComparer.Compare(early, Reports.Report("d", Ferry)).FirstIsEarlier);
    }

    [Fact]
    public void Two_reports_of_one_id_are_a_wrong_call() => Assert.Throws<ArgumentException>(() => ReportComparer.Compare(Reports.Report("a", Ferry), Reports.Report("a", Rescue)));

    private static ReportComparison Compare(string[] first, string[] second) =>
        ReportComparer.Compare(Reports.Report("a", string.Join("\n\n", first)), Reports.Report("b", string.Join("\n\n", second)));
}
