using System.Globalization;
using System.Text.Json;
using Entente.Analysis;
using Entente.Analysis.Briefings;
using Entente.Analysis.Lineage;
using Entente.Analysis.Scoring;
using Entente.Analysis.Text;
using Entente.Reading;

namespace Entente.Cli.Evaluation;

/// <summary>Measures dependence edges: against stories whose flow of information is known (<c>*/articles.jsonl</c> with <c>truth.json</c>), or against copies among articles grouped by event.</summary>
/// <remarks>
/// A found edge counts as dependence unless it is a common source. It is right if the truth has a direct derivation between the two articles;
/// the pairs that follow by chain or from a shared ancestor are counted as wrong and shown apart. The truth's <c>merge</c>, a report made from
/// several, is not one of our types: its edges are right as rewrite, excerpt or expansion.
/// </remarks>
internal static class LineageEvaluation
{
    private static readonly string[] s_found = ["reprint", "abridgement", "expansion", "excerpt", "rewrite", "cites", "quotation-only", "common-source", "none"];

    private static readonly string[] s_relations =
        ["reprint", "abridged", "rewrite", "merge", "cites", "common-source", "by chain", "same ancestor", "independent", "other event"];

    private static readonly Dictionary<string, string[]> s_rightTypes = new(StringComparer.Ordinal)
    {
        ["reprint"] = ["reprint"],
        ["abridged"] = ["abridgement"],
        ["rewrite"] = ["rewrite"],
        ["merge"] = ["rewrite", "excerpt", "expansion"],
        ["cites"] = ["cites"],
    };

    /// <param name="errors">Whether to list every edge missed, wrong or of the wrong type.</param>
    /// <returns>0; 1 where a floor is broken. A missing set is said and skipped.</returns>
    public static int Run(string directory, TextWriter output, bool errors = false, string? floors = null, bool writeFloors = false)
    {
        if (!Directory.Exists(directory))
        {
            output.WriteLine($"lineage: {directory} is not there; skipped");
            return 0;
        }

        string[] stories = [.. Directory.GetFiles(directory, "truth.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        if (stories.Length == 0)
        {
            return CopyEvaluation.Run(directory, output, errors, floors, writeFloors);
        }

        Tally tally = new();
        foreach (string truth in stories)
        {
            Score(LineageTruth.Read(truth), Analyse(Path.Combine(Path.GetDirectoryName(truth)!, "articles.jsonl")), tally);
        }

        Print(tally, stories.Length, output, errors);
        return floors is null ? 0 : Floors.Compare("lineage", directory, tally.Figures, output, floors, writeFloors);
    }

    private static Briefing Analyse(string articles)
    {
        Document[] documents = [.. new Reader(ReadingOptions.Default).Read([articles]).Select(r => r.Document).OfType<Document>()];
        return PileAnalyser.Analyse(documents, []);
    }

    private static void Score(LineageTruth truth, Briefing briefing, Tally tally)
    {
        Dictionary<(string, string), Dependence> found = [];
        foreach (Dependence edge in briefing.Stories.SelectMany(s => s.Dependences).Where(d => !d.FromIsOutlet))
        {
            // The one that says most, where a pair has two.
            if (!found.TryGetValue(Pair(edge.From, edge.To), out Dependence? other) || other.Type == DependenceType.CommonSource)
            {
                found[Pair(edge.From, edge.To)] = edge;
            }
        }

        string[] articles = [.. truth.Kinds.Keys.Order(StringComparer.Ordinal)];
        for (int i = 0; i < articles.Length; i++)
        {
            for (int j = i + 1; j < articles.Length; j++)
            {
                Dependence? edge = found.GetValueOrDefault((articles[i], articles[j]));
                LineageTruth.Edge? gold = truth.Edges.GetValueOrDefault((articles[i], articles[j]));
                (string from, string to) = gold is not null ? (articles[i], articles[j]) : (articles[j], articles[i]);
                gold ??= truth.Edges.GetValueOrDefault((from, to));
                tally.Add(new PairScore(from, to, truth.RelationOf(from, to), gold, edge, s_rightTypes));
            }
        }
    }

    private static (string, string) Pair(string one, string other) => string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one);

    /// <summary>One pair of articles: what it is and what was found.</summary>
    internal sealed record PairScore(string From, string To, string Relation, LineageTruth.Edge? Gold, Dependence? Edge, IReadOnlyDictionary<string, string[]> RightTypes)
    {
        public string Found => Edge is null ? "none" : JsonNamingPolicy.KebabCaseLower.ConvertName(Edge.Type.ToString());

        public bool IsGold => Gold is { IsDependence: true };

        public bool IsFound => Edge is not null && Edge.Type != DependenceType.CommonSource;

        public bool IsRightType => RightTypes[Relation].Contains(Found);

        public bool? IsRightDirection => Edge!.Direction == Direction.Unknown ? null : Edge.From == From;

        public bool IsUncreditedRewrite => IsGold && Gold is { Credited: false, Type: "rewrite" or "merge" };
    }

    private sealed class Tally
    {
        private readonly List<PairScore> _pairs = [];

        public List<PairScore> Pairs => _pairs;

        public void Add(PairScore pair) => _pairs.Add(pair);

        public int Count(Func<PairScore, bool> which) => _pairs.Count(which);

        public PrecisionRecall Edges => PrecisionRecall.FromCounts(Count(p => p.IsGold && p.IsFound), Count(p => p.IsFound), Count(p => p.IsGold));

        public (int Right, int Of) Types => (Count(p => p.IsGold && p.IsFound && p.IsRightType), Count(p => p.IsGold && p.IsFound));

        public (int Right, int Of) Directions => (Count(p => p.IsGold && p.IsFound && p.IsRightDirection == true), Count(p => p.IsGold && p.IsFound));

        public (int Right, int Of) FalseOnIndependent => (Count(p => p.Relation is "independent" or "common-source" && p.IsFound), Count(p => p.Relation is "independent" or "common-source"));

        public (int Right, int Of) Uncredited => (Count(p => p.IsUncreditedRewrite && p.IsFound), Count(p => p.IsUncreditedRewrite));

        public (int Right, int Of) UncreditedElsewhere => (
            Count(p => p.IsUncreditedRewrite && !p.Gold!.SameOutlet && p.IsFound), Count(p => p.IsUncreditedRewrite && !p.Gold!.SameOutlet));

        public (int Right, int Of) Common => (Count(p => p.Relation == "common-source" && p.Edge is { Type: DependenceType.CommonSource }), Count(p => p.Relation == "common-source"));

        public IReadOnlyDictionary<string, double> Figures => new Dictionary<string, double>
        {
            ["edgeF1"] = Edges.F1,
            ["typeRight"] = Share(Types),
            ["directionRight"] = Share(Directions),
            ["independentKeptApart"] = 1 - Share(FalseOnIndependent),
            ["uncreditedRewritesFound"] = Share(Uncredited),
        };

        public static double Share((int Right, int Of) counts) => counts.Of == 0 ? 0 : (double)counts.Right / counts.Of;
    }

    private static void Print(Tally tally, int stories, TextWriter output, bool errors)
    {
        PrecisionRecall edges = tally.Edges;
        Line($"lineage: {stories} stories, {tally.Pairs.Count} pairs of articles");
        Line($"  dependence edges               precision {edges.Precision:F3}  recall {edges.Recall:F3}  F1 {edges.F1:F3}");
        Share("type right", tally.Types, "of the edges found");
        Share("direction right", tally.Directions, "of the edges found");
        Share("false dependence", tally.FalseOnIndependent, "of independent pairs about one event");
        Share("uncredited rewrites found", tally.Uncredited, "");
        Share("  by another outlet", tally.UncreditedElsewhere, "");
        Share("common sources found", tally.Common, "");
        output.WriteLine();
        output.WriteLine("  truth \\ found  " + string.Concat(s_found.Select(f => Short(f).PadLeft(8))));
        foreach (string relation in s_relations)
        {
            output.WriteLine($"  {relation,-14}" + string.Concat(s_found.Select(f => Cell(tally.Count(p => p.Relation == relation && p.Found == f)))));
        }

        if (errors)
        {
            output.WriteLine();
            foreach (PairScore pair in tally.Pairs.Where(p => p.IsGold != p.IsFound || (p.IsGold && (!p.IsRightType || p.IsRightDirection != true))))
            {
                string verdict = !pair.IsFound ? "missed" : !pair.IsGold ? "wrong" : !pair.IsRightType ? "type" : "direction";
                Line($"  {verdict,-9}  {pair.From} > {pair.To}  {pair.Relation}{(pair.Gold is { Credited: true } ? ", credited" : "")}: found {pair.Found}{(pair.Edge is null ? "" : $" by {pair.Edge.Rule}")}");
            }
        }

        void Line(FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));

        void Share(string name, (int Right, int Of) counts, string of) => output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"  {name,-30} {Tally.Share(counts):F3} ({counts.Right} of {counts.Of}{(of.Length > 0 ? " " : "")}{of})"));
    }

    private static string Cell(int count) => (count == 0 ? "." : count.ToString(CultureInfo.InvariantCulture)).PadLeft(8);

    private static string Short(string type) => type switch
    {
        "abridgement" => "abridg.",
        "quotation-only" => "quot.",
        "common-source" => "common",
        "expansion" => "expans.",
        _ => type,
    };
}
