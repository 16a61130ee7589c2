using System.Globalization;
using Entente.Analysis.Text;

namespace Entente.Analysis.Entities;

/// <summary>How much each piece of evidence speaks for two mentions meaning the same: the weights of a logistic model.</summary>
internal sealed class LinkModel
{
    private readonly Dictionary<ulong, float> _weights;

    public LinkModel(IEnumerable<KeyValuePair<string, float>> weights) => _weights = weights.ToDictionary(w => EvidenceList.KeyOf(w.Key), w => w.Value);

    private static readonly Lazy<LinkModel> s_links = new(() => Load("Entities/link-weights.tsv"));
    private static readonly Lazy<LinkModel> s_antecedents = new(() => Load("Entities/antecedent-weights.tsv"));

    /// <summary>For two mentions of one document or two; its card is <c>models/english-links.md</c>.</summary>
    public static LinkModel Links => s_links.Value;

    /// <summary>For an earlier mention being what a pronoun or a description means.</summary>
    public static LinkModel Antecedents => s_antecedents.Value;

    /// <summary>The logarithm of the odds that the two mean the same.</summary>
    public double Score(List<string> features)
    {
        double score = 0;
        foreach (string feature in features)
        {
            score += _weights.GetValueOrDefault(EvidenceList.KeyOf(feature));
        }

        return score;
    }

    /// <inheritdoc cref="Score(List{string})"/>
    public double Score(EvidenceList evidence)
    {
        double score = 0;
        foreach (ulong key in evidence.Keys)
        {
            score += _weights.GetValueOrDefault(key);
        }

        return score;
    }

    private static LinkModel Load(string file) => new(DataFile.Rows(file).Select(r => KeyValuePair.Create(r[0], float.Parse(r[1], CultureInfo.InvariantCulture))));
}
