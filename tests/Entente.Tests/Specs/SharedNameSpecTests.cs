using Entente.Analysis;
using Entente.Analysis.Briefings;
using Entente.Analysis.Entities;

namespace Entente.Tests.Specs;

public sealed class SharedNameSpecTests
{
    public static TheoryData<string, string> Examples => SpecPile.Examples("shared-names.md");

    [Theory]
    [MemberData(nameof(Examples))]
    public void Finds_what_the_page_says(string under, string example)
    {
        Assert.NotEmpty(under);
        SpecPile pile = SpecPile.Parse(example);
        Assert.NotEmpty(pile.Expected);
        DocumentAnalyser analyser = new();
        DocumentFindings[] reports = [.. pile.Documents.Select(analyser.Analyse)];
        SharedEntities shared = EntityLinker.Link([.. reports.Select(r => (r.Tokenized, r.Entities))]);

        pile.AssertFound(
            shared.Entities.Where(e => e.Members.Length > 1)
                .Select(e => $"{e.Type.Word()} | {string.Join(", ", e.Members.Select(m => m.Entity.Name).Distinct())} | {string.Join(' ', e.Members.Select(m => m.Document).Distinct())}")
                .Concat(shared.KeptApart.Select(j => $"apart | {Named(reports, j.First)}, {Named(reports, j.Second)} | {j.Why}")));
        Assert.All(shared.Entities.SelectMany(e => e.Joins), j => Assert.InRange(j.Doubt, 0.01, 0.49));
        Assert.All(shared.KeptApart, j => Assert.InRange(j.Doubt, 0.5, 0.99));
    }

    [Fact]
    public void The_page_has_examples() => Assert.True(Examples.Count >= 20);

    private static string Named(DocumentFindings[] reports, (string Document, string Entity) of) =>
        $"{Array.Find(reports, r => r.Document.Id == of.Document)!.Entities.First(e => e.Id == of.Entity).Name} {of.Document}";
}
