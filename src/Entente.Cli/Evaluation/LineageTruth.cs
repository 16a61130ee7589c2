using System.Text.Json;

namespace Entente.Cli.Evaluation;

/// <summary>Who relies on whom in one story whose flow of information is known.</summary>
/// <param name="Kinds">By article: original, reprint, rewrite-uncredited, distractor …</param>
internal sealed record LineageTruth(IReadOnlyDictionary<string, string> Kinds, IReadOnlyDictionary<(string From, string To), LineageTruth.Edge> Edges)
{
    private const string CommonSource = "common-source";

    private readonly Dictionary<string, HashSet<string>> _ancestors = Ancestors(Kinds.Keys, Edges);

    /// <summary>A direct derivation, or a text that both had direct access to.</summary>
    internal sealed record Edge(string Type, bool Credited, bool SameOutlet)
    {
        public bool IsDependence => Type != CommonSource;
    }

    public static LineageTruth Read(string path)
    {
        using JsonDocument parsed = JsonDocument.Parse(File.ReadAllText(path));
        Dictionary<string, string> kinds = new(StringComparer.Ordinal);
        foreach (JsonProperty article in parsed.RootElement.GetProperty("articles").EnumerateObject())
        {
            kinds[article.Name] = article.Value.GetProperty("kind").GetString() ?? "";
        }

        Dictionary<(string, string), Edge> edges = [];
        foreach (JsonElement edge in parsed.RootElement.GetProperty("edges").EnumerateArray())
        {
            edges[(edge.GetProperty("from").GetString()!, edge.GetProperty("to").GetString()!)] = new Edge(
                edge.GetProperty("type").GetString()!,
                edge.GetProperty("credited").GetBoolean(),
                edge.TryGetProperty("same_outlet", out JsonElement same) && same.ValueKind == JsonValueKind.True);
        }

        return new LineageTruth(kinds, edges);
    }

    /// <summary>What two articles have to do with one another: the type of the edge between them, or why there is none.</summary>
    public string RelationOf(string one, string other)
    {
        if ((Edges.GetValueOrDefault((one, other)) ?? Edges.GetValueOrDefault((other, one))) is { } edge)
        {
            return edge.Type;
        }

        return Kinds[one] == "distractor" || Kinds[other] == "distractor" ? "other event"
            : _ancestors[one].Contains(other) || _ancestors[other].Contains(one) ? "by chain"
            : _ancestors[one].Overlaps(_ancestors[other]) ? "same ancestor"
            : "independent";
    }

    private static Dictionary<string, HashSet<string>> Ancestors(IEnumerable<string> articles, IReadOnlyDictionary<(string From, string To), Edge> edges)
    {
        Dictionary<string, HashSet<string>> ancestors = articles.ToDictionary(a => a, _ => new HashSet<string>(StringComparer.Ordinal), StringComparer.Ordinal);
        bool grows = true;
        while (grows)
        {
            grows = false;
            foreach ((string from, string to) in edges.Where(e => e.Value.IsDependence).Select(e => e.Key))
            {
                int before = ancestors[to].Count;
                ancestors[to].Add(from);
                ancestors[to].UnionWith(ancestors[from]);
                grows |= ancestors[to].Count > before;
            }
        }

        return ancestors;
    }
}
