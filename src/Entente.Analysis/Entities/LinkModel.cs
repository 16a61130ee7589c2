using System.Globalization;
using Entente.Analysis.Text;

namespace Entente.Analysis.Entities;

/// <summary>How much each piece of evidence speaks for two mentions meaning the same: the weights of a logistic model.</summary>
internal sealed class LinkModel(IReadOnlyDictionary<string, float> weights)
{
    private static readonly Lazy<LinkModel> s_english = new(() => new LinkModel(
        DataFile.Rows("Entities/link-weights.tsv").ToDictionary(r => r[0], r => float.Parse(r[1], CultureInfo.InvariantCulture))));

    /// <summary>The weights shipped for English; their card is <c>models/english-links.md</c>.</summary>
    public static LinkModel English => s_english.Value;

    /// <summary>The logarithm of the odds that the two mean the same.</summary>
    public double Score(List<string> features)
    {
        double score = 0;
        foreach (string feature in features)
        {
            score += weights.GetValueOrDefault(feature);
        }

        return score;
    }
}
