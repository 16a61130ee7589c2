using System.Collections.Immutable;
using Entente.Analysis;
using Entente.Analysis.Attributions;
using Entente.Analysis.Briefings;
using Entente.Analysis.Quantities;
using Entente.Analysis.Text;
using Entente.Tests.Analysis.Text;

namespace Entente.Tests.Analysis.Attributions;

public sealed class QuantitySourcesTests
{
    private static Attribution Said(TextSpan source, TextSpan content, int? nested = null) =>
        new([source], SourceKind.Person, [], [content], [], AttributionMode.Indirect, Certainty.Attributed, "test", nested);

    private static Quantity At(int start, int end) => new(new TextSpan(start, end), QuantityKind.Count, Qualifier.Exactly, 1, 1, null, "test");

    private static int?[] Tie(ImmutableArray<Quantity> quantities, params Attribution[] attributions) =>
        [.. QuantitySources.Tie(quantities, [.. attributions]).Select(q => q.Attribution)];

    [Fact]
    public void A_number_belongs_to_the_innermost_attribution_that_holds_it()
    {
        Attribution outer = Said(new(0, 5), new(10, 90)), inner = Said(new(20, 30), new(40, 60), nested: 0);
        Assert.Equal([null, 0, 0, 1, 0, null], Tie([At(2, 3), At(12, 14), At(22, 24), At(45, 47), At(70, 72), At(95, 97)], outer, inner));
    }

    [Fact]
    public void A_number_that_reaches_over_the_edge_of_a_content_is_the_reports_own() =>
        Assert.Equal([null, null], Tie([At(8, 12), At(19, 22)], Said(new(0, 5), new(10, 20))));

    [Fact]
    public void A_content_written_around_its_source_does_not_give_the_sources_number() =>
        Assert.Equal([null, 0], Tie([At(12, 14), At(30, 32)], Said(new(10, 20), new(0, 50))));

    [Fact]
    public void Of_two_that_hold_a_number_and_neither_the_other_the_shorter_gives_it() =>
        Assert.Equal([1], Tie([At(30, 32)], Said(new(0, 2), new(10, 90)), Said(new(3, 5), new(20, 40))));

    [Fact]
    public void Without_attributions_nothing_changes() => Assert.Equal([null], Tie([At(1, 2)]));

    [Fact]
    public void The_order_of_a_large_report_is_kept_and_each_number_finds_its_own()
    {
        Attribution[] said = [.. Enumerable.Range(0, 2000).Select(i => Said(new(i * 10, (i * 10) + 1), new((i * 10) + 2, (i * 10) + 8)))];
        int?[] tied = Tie([.. Enumerable.Range(0, 2000).Select(i => At((i * 10) + 4, (i * 10) + 6))], said);
        Assert.Equal(Enumerable.Range(0, 2000).Select(i => (int?)i), tied);
    }

    [Fact]
    public void The_analyser_ties_what_it_finds()
    {
        Document document = Documents.FromParagraphs("Two clerks told Ada Lund that 40 boats had sunk. About 35 boats sank.");
        DocumentFindings findings = new DocumentAnalyser().Analyse(document);
        Assert.Equal(["Two:–", "40:Two clerks", "About 35:–"],
            findings.Quantities.Select(q => $"{q.Span.Of(document.Text)}:{(q.Attribution is { } a ? findings.Attributions[a].Source[0].Of(document.Text) : "–")}"));
    }
}
