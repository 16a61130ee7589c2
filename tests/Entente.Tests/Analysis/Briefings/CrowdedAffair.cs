using System.Collections.Immutable;
using Entente.Analysis.Briefings;
using Entente.Analysis.Lineage;
using Entente.Analysis.Stories;
using Entente.Analysis.Text;

namespace Entente.Tests.Analysis.Briefings;

/// <summary>A generated story of any size, for the layout: a few much copied reports, missing wires, undated reports, circles.</summary>
internal static class CrowdedAffair
{
    private static readonly string[] s_towns = ["Kestrel Bay", "Marsh Lane", "Gull Point", "Harrow", "Northshore", "Upper Tamsin", "Saltmarsh and District", "Quillbury"];
    private static readonly string[] s_papers = ["Courier", "Post", "Bulletin", "Evening Herald and Advertiser", "Ledger"];
    private static readonly string[] s_wires = ["Northshore Wire", "Radio Tamsin", "Agence Lointaine"];

    public static Briefing Build(int size)
    {
        ImmutableArray<DocumentFindings> documents = [.. Enumerable.Range(0, size).Select(Report)];
        List<Dependence> dependences = [];
        for (int i = 1; i < size; i++)
        {
            string to = Id(i);
            if (i % 7 == 3)
            {
                dependences.Add(Edge(s_wires[i % s_wires.Length], true, to, DependenceType.Cites, Strength.Proven, Direction.Stated, documents[i]));
            }

            if (i % 3 != 0)
            {
                dependences.Add(Edge(Id(i * i % Math.Min(i, 9)), false, to, (DependenceType)(i % 7), i % 2 == 0 ? Strength.Proven : Strength.Probable, i % 5 == 0 ? Direction.Unknown : Direction.Inferred, documents[i]));
            }

            if (i % 11 == 6)
            {
                dependences.Add(Edge(to, false, Id(i / 2), DependenceType.Excerpt, Strength.Probable, Direction.Stated, documents[i / 2]));
            }
        }

        Story story = new("s1", $"An affair in {size} reports", [.. documents.Select(d => d.Document.Id)], ImmutableSortedDictionary<string, string>.Empty);
        ImmutableArray<MissingSource> missing =
        [
            .. dependences.Where(d => d.FromIsOutlet).GroupBy(d => d.From).Select(g => new MissingSource(g.Key, [.. g.Select(d => d.To)])),
        ];
        return new Briefing(documents, [new StoryFindings(story, [.. dependences], [], [])], [], missing, [], []);
    }

    private static string Id(int i) => $"report-{i:00}";

    private static DocumentFindings Report(int i)
    {
        string text = $"Report number {i} of the bridge";
        return new ReportSketch(Id(i))
        {
            Path = $"pile/{Id(i)}.html",
            Title = text,
            Outlet = i % 13 == 12 ? null : new Outlet($"{s_towns[i % s_towns.Length]} {s_papers[i % s_papers.Length]}"),
            Published = i % 9 == 8 ? null : StatedTime.FromDay(new DateOnly(2026, 3, 1).AddDays(i * i / 60), TimeOrigin.Meta),
        }.With(BlockKind.Headline, text).Body("The bridge is closed, it is said.").Build();
    }

    private static Dependence Edge(string from, bool isOutlet, string to, DependenceType type, Strength strength, Direction direction, DocumentFindings derived) => new(
        from, isOutlet, to, type, strength, direction, isOutlet,
        [new Evidence("passage", "7 words shared", ImmutableSortedDictionary<string, ImmutableArray<TextSpan>>.Empty.Add(to, [ReportSketch.SpanOf(derived.Document.Text, "The bridge is closed")]))],
        "generated");
}
