namespace Entente.Analysis.Scoring;

/// <summary>How well one grouping of things agrees with another, seen from each single thing.</summary>
/// <param name="Precision">Of those put together with a thing, the part that belongs with it; averaged over things.</param>
/// <param name="Recall">Of those that belong with a thing, the part put together with it; averaged over things.</param>
/// <remarks>Bagga and Baldwin 1998. Unlike counts of pairs it does not let one large group decide everything.</remarks>
public readonly record struct BCubed(double Precision, double Recall)
{
    public double F => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <param name="found">The group each thing was put into.</param>
    /// <param name="gold">The group each thing belongs to; things that only one side knows are left out.</param>
    public static BCubed Score(IReadOnlyDictionary<string, string> found, IReadOnlyDictionary<string, string> gold)
    {
        string[] things = [.. gold.Keys.Where(found.ContainsKey).Order(StringComparer.Ordinal)];
        if (things.Length == 0)
        {
            return new BCubed(0, 0);
        }

        Dictionary<string, int> inFound = things.GroupBy(t => found[t], StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        Dictionary<string, int> inGold = things.GroupBy(t => gold[t], StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        Dictionary<(string, string), int> inBoth = things.GroupBy(t => (found[t], gold[t])).ToDictionary(g => g.Key, g => g.Count());
        double precision = 0;
        double recall = 0;
        foreach (string thing in things)
        {
            double both = inBoth[(found[thing], gold[thing])];
            precision += both / inFound[found[thing]];
            recall += both / inGold[gold[thing]];
        }

        return new BCubed(precision / things.Length, recall / things.Length);
    }
}
