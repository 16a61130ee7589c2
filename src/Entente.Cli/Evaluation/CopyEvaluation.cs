using System.Globalization;
using System.Text.Json;
using Entente.Analysis;
using Entente.Analysis.Briefings;
using Entente.Analysis.Lineage;
using Entente.Analysis.Text;
using Entente.Reading;

namespace Entente.Cli.Evaluation;

/// <summary>Measures edges on articles grouped by event, one JSON object a file (<c>text</c>, <c>source_domain</c>, <c>newsCluster.EventId</c>), where nobody has written down who copied whom.</summary>
/// <remarks>
/// Containment is that of runs of five words, each text as lower-case letters and digits: the shared share of the shorter text's different runs. From one half
/// on, one of two articles about an event stands in the other, and an edge must say so; two articles about different events must have none, those of one outlet
/// included.
/// </remarks>
internal static class CopyEvaluation
{
    private const int RunLength = 5;
    private const double Copied = 0.5;

    private sealed record Article(string Id, string Name, string Outlet, string Event, HashSet<string> Runs);

    public static int Run(string directory, TextWriter output, bool errors, string? floors, bool writeFloors)
    {
        ReadResult[] read = [.. new Reader(ReadingOptions.Default).Read([directory])];
        Article[] articles = [.. read.Select(r => r.Document).OfType<Document>().Select(TryRead).OfType<Article>().OrderBy(a => a.Id, StringComparer.Ordinal)];
        if (articles.Length == 0)
        {
            output.WriteLine($"lineage: {directory} has neither */truth.json nor articles with newsCluster; skipped");
            return 0;
        }

        Briefing briefing = PileAnalyser.Analyse([.. read.Select(r => r.Document).OfType<Document>()], []);
        ILookup<(string, string), Dependence> edges = briefing.Stories
            .SelectMany(s => s.Dependences)
            .Where(d => !d.FromIsOutlet)
            .ToLookup(d => string.CompareOrdinal(d.From, d.To) < 0 ? (d.From, d.To) : (d.To, d.From));

        int copies = 0, found = 0, across = 0, furniture = 0, sameEvent = 0;
        List<string> wrong = [];
        for (int i = 0; i < articles.Length; i++)
        {
            for (int j = i + 1; j < articles.Length; j++)
            {
                (Article one, Article other) = (articles[i], articles[j]);
                bool isSameEvent = one.Event == other.Event;
                bool isSameOutlet = one.Outlet == other.Outlet;
                bool hasEdge = edges.Contains((one.Id, other.Id));
                double containment = isSameEvent && !isSameOutlet ? Containment(one, other) : 0;
                sameEvent += isSameEvent && hasEdge ? 1 : 0;
                if (containment >= Copied)
                {
                    copies++;
                    found += hasEdge ? 1 : 0;
                    if (!hasEdge)
                    {
                        wrong.Add(string.Create(CultureInfo.InvariantCulture, $"missed, containment {containment:F2}: {one.Name}, {other.Name}"));
                    }
                }
                else if (!isSameEvent && hasEdge)
                {
                    across += isSameOutlet ? 0 : 1;
                    furniture += isSameOutlet ? 1 : 0;
                    wrong.Add($"different events{(isSameOutlet ? ", one outlet" : "")} ({edges[(one.Id, other.Id)].First().Rule}): {one.Name}, {other.Name}");
                }
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"lineage: {articles.Length} articles; {sameEvent} pairs of one event have an edge"));
        output.WriteLine($"  copies with an edge            {found} of {copies} (other outlet, same event, containment of 5-word runs 0.5 or more)");
        output.WriteLine($"  edges between events           {across} across outlets, {furniture} inside one outlet");
        if (errors)
        {
            wrong.ForEach(w => output.WriteLine("  " + w));
        }

        Dictionary<string, double> figures = new()
        {
            ["copiesFound"] = copies == 0 ? 0 : (double)found / copies,
            ["noEdgeBetweenEvents"] = across + furniture == 0 ? 1 : 0,
        };
        return floors is null ? 0 : Floors.Compare("lineage", directory, figures, output, floors, writeFloors);
    }

    private static Article? TryRead(Document document)
    {
        if (document.Path is not { } path || !File.Exists(path))
        {
            return null;
        }

        using JsonDocument parsed = JsonDocument.Parse(File.ReadAllText(path));
        return parsed.RootElement.ValueKind == JsonValueKind.Object
            && parsed.RootElement.TryGetProperty("newsCluster", out JsonElement cluster)
            && cluster.TryGetProperty("EventId", out JsonElement group)
            && parsed.RootElement.TryGetProperty("text", out JsonElement text)
            && parsed.RootElement.TryGetProperty("source_domain", out JsonElement outlet)
            ? new Article(document.Id, Path.GetFileName(path), outlet.GetString() ?? "", group.GetRawText(), Runs(text.GetString() ?? ""))
            : null;
    }

    private static HashSet<string> Runs(string text)
    {
        string[] words = new string([.. text.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        HashSet<string> runs = new(StringComparer.Ordinal);
        for (int i = 0; i + RunLength <= words.Length; i++)
        {
            runs.Add(string.Join(' ', words, i, RunLength));
        }

        return runs;
    }

    private static double Containment(Article one, Article other)
    {
        int shorter = Math.Min(one.Runs.Count, other.Runs.Count);
        return shorter == 0 ? 0 : (double)one.Runs.Count(other.Runs.Contains) / shorter;
    }
}
