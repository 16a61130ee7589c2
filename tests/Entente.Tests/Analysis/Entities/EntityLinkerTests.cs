using System.Collections.Immutable;
using Entente.Analysis;
using Entente.Analysis.Briefings;
using Entente.Analysis.Entities;
using Entente.Analysis.Text;

namespace Entente.Tests.Analysis.Entities;

public class EntityLinkerTests
{
    [Fact]
    public void One_full_name_in_reports_of_one_matter_is_one_person_and_says_why()
    {
        SharedEntities shared = Link(
            "Harbour Minister Olga Brandt met the union in Rostock on Monday.",
            "Olga Brandt, the minister, left Rostock without an agreement, said a spokesman.");

        SharedEntity brandt = Assert.Single(shared.Entities, e => e.Type == EntityType.Person);
        Assert.Equal(["a", "b"], brandt.Members.Select(m => m.Document));
        EntityJoin join = Assert.Single(brandt.Joins);
        Assert.Equal(LinkReason.SameName, join.Reason);
        Assert.Contains("Olga Brandt", join.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_surname_without_anything_else_in_common_stays_apart_and_is_shown_as_a_near_miss()
    {
        SharedEntities shared = Link("Olga Brandt met the union in Rostock.", "Mr Brandt won the race in Lisbon.");

        Assert.Equal(2, shared.Entities.Count(e => e.Type == EntityType.Person));
        Assert.Contains(shared.KeptApart, j => j.Reason == LinkReason.PartOfName && j.Doubt >= 0.5);
    }

    [Fact]
    public void Names_that_a_table_knows_for_one_thing_are_joined_and_each_report_keeps_its_own()
    {
        SharedEntities shared = Link("Troops fought ISIS near the river.", "Troops fought Daesh near the river.");

        SharedEntity group = Assert.Single(shared.Entities, e => e.Type == EntityType.Organisation);
        Assert.Equal(["ISIS", "Daesh"], group.Members.Select(m => m.Entity.Name));
        Assert.Equal(LinkReason.KnownAlias, Assert.Single(group.Joins).Reason);
    }

    [Fact]
    public void The_order_of_the_reports_has_no_bearing()
    {
        string[] texts = ["Olga Brandt met the union in Rostock.", "Mr Brandt left Rostock.", "The Rostock union blamed Brandt."];
        (Document Document, ImmutableArray<Entity> Entities)[] found = [.. texts.Select((t, i) => Found(((char)('a' + i)).ToString(), t))];

        Assert.Equal(Told(EntityLinker.Link(found)), Told(EntityLinker.Link([.. found.Reverse()])));
    }

    private static string Told(SharedEntities shared) => string.Join("; ", shared.Entities.Select(e => e.Name + " " + string.Join(',', e.Members.Select(m => m.Document))));

    private static SharedEntities Link(params string[] texts) => EntityLinker.Link([.. texts.Select((t, i) => Found(((char)('a' + i)).ToString(), t))]);

    private static (Document Document, ImmutableArray<Entity> Entities) Found(string id, string text)
    {
        Document document = new() { Id = id, Sha256 = "00", Text = text, Language = "en", Blocks = [new Block(BlockKind.Body, new TextSpan(0, text.Length))] };
        DocumentFindings findings = new DocumentAnalyser().Analyse(document);
        return (document, findings.Entities);
    }
}
