using Entente.Analysis.Lineage;
using Entente.Analysis.Reuse;
using Entente.Analysis.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using static Entente.Tests.Analysis.Reuse.Reports;

namespace Entente.Tests.Analysis.Lineage;

/// <summary>What holds for the edges of any story, however its reports copy, quote and retell one another.</summary>
public class DependencePropertyTests
{
    private static readonly string[] s_sentences =
    [
        "Divers found the second pontoon lying upside down in the harbour under nine metres of water on Monday morning, and nobody was inside it when it sank.",
        "The owner had been told twice last winter by the harbour office that the chains were worn, and he had promised new ones before the thaw came.",
        "Passengers pay four crowns for a crossing that used to take ten minutes and now takes an hour on foot by the upper bridge at Stoke and back.",
        "“We were told at noon that the gates would hold until the morning, and they did not hold,” said the engineer.",
        "“Nobody from the company has been to see us since the night of the storm,” a ferryman told reporters.",
        "Bread was baked as ever.",
        "The council meets on Thursday to hear what a new pair of chains would cost.",
        "It said so in a statement.",
        "In January the ferryman was given a tin of grease for two cracked links.",
    ];

    private static readonly string[] s_outlets = ["Harrow Courier", "Weald News", "Stoke Herald", "Pellow Post", "Tamar Gazette", "Lynher Mail"];

    private static readonly Arbitrary<Document[]> s_piles = Arb.From(Gen.Choose(2, 5).SelectMany(Reports));

    [Property(MaxTest = 500)]
    public Property The_order_of_the_reports_does_not_matter() => Prop.ForAll(s_piles, pile =>
        Assert.Equal(Print(Find(pile)), Print(Find([.. pile.Reverse()]))));

    [Property(MaxTest = 500)]
    public Property A_further_report_takes_away_no_proven_edge_among_the_others() => Prop.ForAll(s_piles, pile =>
    {
        // Outlets differ, so the further report is never the one that an other's credit means.
        HashSet<(string, string)> all = [.. Proven(Find(pile))];
        Assert.All(Proven(Find(pile[..^1])), edge => Assert.Contains(edge, all));
    });

    [Property(MaxTest = 500)]
    public Property Every_piece_of_evidence_stands_in_the_reports_it_names() => Prop.ForAll(s_piles, pile =>
    {
        Dictionary<string, Document> byId = pile.ToDictionary(d => d.Id);
        foreach (Dependence edge in Find(pile).Dependences)
        {
            Assert.NotEmpty(edge.Evidence);
            foreach ((string id, IEnumerable<TextSpan> spans) in edge.Evidence.SelectMany(e => e.Spans).Select(s => (s.Key, s.Value.AsEnumerable())))
            {
                Assert.Contains(id, new[] { edge.From, edge.To });
                Assert.All(spans, span => Assert.True(span.Start < span.End && span.End <= byId[id].Text.Length));
            }
        }
    });

    [Property(MaxTest = 500)]
    public Property No_report_derives_from_a_later_one_or_from_itself() => Prop.ForAll(s_piles, pile =>
    {
        Dictionary<string, Document> byId = pile.ToDictionary(d => d.Id);
        foreach (Dependence edge in Find(pile).Dependences.Where(d => !d.FromIsOutlet && d.Direction != Direction.Unknown))
        {
            Assert.NotEqual(edge.From, edge.To);
            Assert.False(byId[edge.To].Published is { } to && byId[edge.From].Published is { } from && to.IsBefore(from));
        }
    });

    private static Gen<Document[]> Reports(int count) =>
        from texts in Gen.ArrayOf(Gen.Choose(1, 6).SelectMany(n => Gen.ArrayOf(Gen.Choose(0, s_sentences.Length - 1), n)), count)
        from days in Gen.ArrayOf(Gen.Choose(0, 6), count)
        from credits in Gen.ArrayOf(Gen.Choose(0, 2 * count), count)
        select Enumerable.Range(0, count).Select(i => Make(i, texts[i], days[i], credits[i] < count && credits[i] != i ? credits[i] : -1)).ToArray();

    private static Document Make(int number, IEnumerable<int> sentences, int day, int credited)
    {
        string text = string.Join("\n\n", sentences.Select(s => s_sentences[s]));
        string id = ((char)('a' + number)).ToString();
        string? published = day == 0 ? null : $"2026-03-{2 * day:00}";
        return credited < 0
            ? Report(id, text, s_outlets[number], published)
            : Report(id, $"{text}\n\nVia {s_outlets[credited]}", s_outlets[number], published, (CreditKind.Via, s_outlets[credited], $"Via {s_outlets[credited]}"));
    }

    private static DependenceFindings Find(Document[] pile)
    {
        SharedText shared = PassageFinder.Find(Tokenized(pile));
        return DependenceFinder.Find(Attributed(pile), shared, OutletSeries.Find(pile, shared.Passages, pile.ToDictionary(d => d.Id, _ => "s1")), []);
    }

    private static IEnumerable<(string, string)> Proven(DependenceFindings found) => found.Dependences
        .Where(d => !d.FromIsOutlet && d.Strength == Strength.Proven)
        .Select(d => string.CompareOrdinal(d.From, d.To) < 0 ? (d.From, d.To) : (d.To, d.From));

    private static string Print(DependenceFindings found) =>
        string.Join('\n', found.Dependences.Select(d => $"{d.From} {d.To} {d.Type} {d.Strength} {d.Direction} {d.Rule} {string.Join(';', d.Evidence.Select(e => e.Detail))}")
            .Concat(found.Rejected.Select(r => $"{string.Join(',', r.Between)} {r.Reason}")));
}
