using System.Collections.Immutable;
using Entente.Analysis.Attributions;
using Entente.Analysis.Text;
using Entente.Tests.Analysis.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Entente.Tests.Analysis.Attributions;

public sealed class QuotationFamiliesTests
{
    private static (Document, ImmutableArray<Attribution>) Report(string id, string text, int? day = null)
    {
        StatedTime? published = day is { } d ? StatedTime.FromDay(new DateOnly(2026, 3, d), TimeOrigin.Text) : null;
        Document document = Documents.Named(id, published, text);
        return (document, AttributionFinder.Find(Tokenizer.Tokenize(document)));
    }

    private static readonly (Document, ImmutableArray<Attribution>)[] s_reports =
    [
        Report("a", "\"The board may reopen the northern pier before the winter,\" engineer Tomas Lind told Harbour News. \"We ask that the lease be annulled,\" he added.", 5),
        Report("b", "Tomas Lind said: “The board will reopen the northern pier before the winter. We ask that the lease be annulled.”", 6),
        Report("c", "He said that \"the board may reopen the northern pier\" soon.", 4),
        Report("d", "\"The weather on the island has been mild since the middle of January,\" said Ana Ruiz."),
    ];

    [Fact]
    public void Brings_the_wordings_of_one_quotation_together()
    {
        QuotationFamily family = Assert.Single(QuotationFamilies.Build(s_reports));
        Assert.Equal(["c", "a", "a", "b"], family.Variants.Select(v => v.Document));
    }

    [Fact]
    public void The_speaker_is_the_first_that_is_named()
    {
        Assert.Equal("engineer Tomas Lind", Assert.Single(QuotationFamilies.Build(s_reports)).Speaker);
    }

    [Fact]
    public void Variants_are_held_against_the_earliest_dated()
    {
        QuotationFamily family = Assert.Single(QuotationFamilies.Build(s_reports));
        QuotationEdit edit = Assert.Single(family.Edits, e => e.MeaningBearing);
        Assert.Equal(("c", "b", EditKind.Modal, "may", "will"), (edit.FromDocument, edit.ToDocument, edit.Kind, edit.From, edit.To));
    }

    [Fact]
    public void Two_quotations_printed_as_one_are_remarked_on()
    {
        QuotationFamily family = Assert.Single(QuotationFamilies.Build(s_reports));
        QuotationEdit joined = Assert.Single(family.Edits, e => e.Kind == EditKind.Joined);
        Assert.Equal(("a", "b", false), (joined.FromDocument, joined.ToDocument, joined.MeaningBearing));
    }

    [Fact]
    public void Two_quotations_printed_as_one_without_the_words_between_are_not_the_same()
    {
        QuotationFamily family = Assert.Single(QuotationFamilies.Build(
        [
            Report("a", "\"The board will reopen the northern pier before the winter if the divers agree,\" Tomas Lind said. \"We ask that the lease be annulled,\" he added."),
            Report("b", "Tomas Lind said: “The board will reopen the northern pier before the winter. We ask that the lease be annulled.”"),
        ]));
        Assert.True(Assert.Single(family.Edits, e => e.Kind == EditKind.Joined).MeaningBearing);
    }

    [Fact]
    public void A_quotation_of_one_report_alone_is_no_family() => Assert.Empty(QuotationFamilies.Build([s_reports[0], s_reports[3]]));

    [Property(MaxTest = 30)]
    public Property The_order_of_documents_changes_nothing() =>
        Prop.ForAll(Gen.Shuffle(s_reports).ToArbitrary(), shuffled => Describe(shuffled) == Describe(s_reports));

    private static string Describe(IReadOnlyList<(Document, ImmutableArray<Attribution>)> reports) =>
        string.Join('\n', QuotationFamilies.Build(reports).Select(f =>
            f.Id + f.Speaker + string.Join(';', f.Variants.Select(v => $"{v.Document}{v.Attribution}{v.Text}")) + string.Join(';', f.Edits.Select(e => e.ToString()))));
}
