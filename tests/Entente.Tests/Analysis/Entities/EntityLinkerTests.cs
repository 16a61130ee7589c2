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
        SharedEntities shared = Link("Peter Brandt met the union in Rostock.", "Mr Brandt won the race in Lisbon.");

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

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_order_of_the_reports_has_no_bearing(int seed)
    {
        Random random = new(seed);
        (TokenizedDocument Document, ImmutableArray<Entity> Entities)[] pile = Pile(random);
        string expected = Told(EntityLinker.Link(pile));
        for (int i = 0; i < 5; i++)
        {
            random.Shuffle(pile);
            Assert.Equal(expected, Told(EntityLinker.Link(pile)));
        }
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Every_entity_is_in_one_thing_whose_joins_hold_it_together_and_none_is_to_spare(int seed)
    {
        (TokenizedDocument Document, ImmutableArray<Entity> Entities)[] pile = Pile(new Random(seed));
        SharedEntities shared = EntityLinker.Link(pile);

        Assert.Equal(
            pile.SelectMany(d => d.Entities.Select(e => (d.Document.Document.Id, e.Id))).Order(),
            shared.Entities.SelectMany(e => e.Members.Select(m => (m.Document, m.Entity.Id))).Order());
        Assert.True(shared.Entities.Sum(e => e.Joins.Length) > 5, "The pile joins too little to show anything.");
        Assert.All(shared.Entities, e => Assert.Equal(e.Members.Length - 1, e.Joins.Length));
        Assert.All(shared.KeptApart, j => Assert.DoesNotContain(shared.Entities, e => Has(e, j.First) && Has(e, j.Second)));
    }

    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    public void Taking_back_a_join_parts_what_it_joined_and_nothing_else(int seed)
    {
        SharedEntities shared = EntityLinker.Link(Pile(new Random(seed)));
        int taken = 0;
        foreach (SharedEntity entity in shared.Entities)
        {
            foreach (EntityJoin join in entity.Joins)
            {
                SharedEntities without = shared.Without(join);

                SharedEntity first = Assert.Single(without.Entities, e => Has(e, join.First)), second = Assert.Single(without.Entities, e => Has(e, join.Second));
                Assert.NotEqual(first.Id, second.Id);
                Assert.Equal(Keys(entity).Order(), Keys(first).Concat(Keys(second)).Order());
                Assert.Equal(entity.Joins.Remove(join).Select(j => j.Why).Order(), first.Joins.Concat(second.Joins).Select(j => j.Why).Order());
                Assert.Equal(shared.Entities.Remove(entity).Select(e => e.Id), without.Entities.Remove(first).Remove(second).Select(e => e.Id));
                Assert.Equal(without.Entities.Length, without.Entities.Select(e => e.Id).Distinct().Count());
                Assert.Contains(without.KeptApart, j => (j.First, j.Second) == (join.First, join.Second) && j.Why.EndsWith("; taken back", StringComparison.Ordinal));
                taken++;
            }
        }

        Assert.True(taken > 5, "The pile joins too little to show anything.");
    }

    [Fact]
    public void Taking_back_what_was_not_joined_changes_nothing()
    {
        SharedEntities shared = Link("Olga Brandt met the union in Rostock.", "Peter Brandt left Rostock.");

        Assert.Same(shared, shared.Without(new EntityJoin(("a", "e1"), ("b", "e1"), LinkReason.SameName, 0.1, "a guess")));
    }

    [Fact]
    public void A_report_that_two_names_of_one_report_could_both_be_in_does_not_bring_them_together()
    {
        SharedEntities shared = Link("Anna Brandt and Peter Brandt met Olga Lund in Rostock.", "Mrs Brandt met Olga Lund in Rostock.", "Brandt was in Rostock with Olga Lund.");

        SharedEntity anna = Assert.Single(shared.Entities, e => e.Members.Any(m => m.Entity.Name == "Anna Brandt"));
        Assert.DoesNotContain(anna.Members, m => m.Entity.Name == "Peter Brandt");
        Assert.Contains(anna.Members, m => m.Document == "b");
    }

    [Fact]
    public void Many_reports_of_one_name_are_one_thing_though_not_every_pair_is_looked_at()
    {
        SharedEntities shared = Link([.. Enumerable.Range(0, 90).Select(i => $"Olga Brandt met the union in Rostock for the {i}th time.")]);

        Assert.Equal(90, Assert.Single(shared.Entities, e => e.Type == EntityType.Person).Members.Length);
    }

    [Fact]
    public void The_name_is_the_full_one_that_most_reports_use()
    {
        SharedEntities shared = Link("Olga Brandt met the union in Rostock.", "Brandt left Rostock.", "BRANDT: THE END. Brandt left Rostock.", "Mrs Olga Brandt left Rostock.");

        Assert.Equal("Olga Brandt", Assert.Single(shared.Entities, e => e.Type == EntityType.Person && e.Members.Length > 1).Name);
    }

    private static bool Has(SharedEntity entity, (string Document, string Entity) of) => entity.Members.Any(m => (m.Document, m.Entity.Id) == of);

    private static IEnumerable<(string, string)> Keys(SharedEntity entity) => entity.Members.Select(m => (m.Document, m.Entity.Id));

    /// <summary>Reports of a few sentences each, with persons, bodies and places of a few names.</summary>
    private static (TokenizedDocument Document, ImmutableArray<Entity> Entities)[] Pile(Random random)
    {
        string[] persons = ["Olga Brandt", "Mr Brandt", "Bishop Peter Brandt", "the goalkeeper Peter Brandt", "Minister Moeen Farsali", "Muen Farsali", "Anna Lund", "A. Lund"];
        string[] places = ["Rostock", "Lisbon", "Paris, Texas", "Paris, France", "Kenya", "Oslo"];
        string[] bodies = ["the Supreme Court", "Kenya's Supreme Court", "the Northern Harbour Pilots Association", "the NHPA", "Marrow Shipping Ltd"];
        return [.. Enumerable.Range(0, 8).Select(i => Found(((char)('a' + i)).ToString(), string.Join(' ', Enumerable.Range(0, 3).Select(_ => $"On Monday {Any(persons)} met {Any(bodies)} in {Any(places)}."))))];

        string Any(string[] of) => of[random.Next(of.Length)];
    }

    private static string Told(SharedEntities shared) => string.Join(
        '\n',
        shared.Entities.Select(e => $"{e.Id} {e.Name} {string.Join(',', e.Members.Select(m => m.Document + m.Entity.Id))} {string.Join(',', e.Joins)}").Concat(shared.KeptApart.Select(j => j.ToString())));

    private static SharedEntities Link(params string[] texts) => EntityLinker.Link([.. texts.Select((t, i) => Found(texts.Length > 26 ? $"r{i:000}" : ((char)('a' + i)).ToString(), t))]);

    private static (TokenizedDocument Document, ImmutableArray<Entity> Entities) Found(string id, string text)
    {
        Document document = new() { Id = id, Sha256 = "00", Text = text, Language = "en", Blocks = [new Block(BlockKind.Body, new TextSpan(0, text.Length))] };
        DocumentFindings findings = new DocumentAnalyser().Analyse(document);
        return (findings.Tokenized, findings.Entities);
    }
}
