namespace Entente.Analysis.Scoring;

/// <summary>How well chains of mentions agree with gold chains: the measures of the CoNLL shared tasks and their mean.</summary>
/// <remarks>MUC (Vilain et al. 1995) counts links, B-cubed (Bagga and Baldwin 1998) mentions, CEAF-e (Luo 2005) whole chains, which it pairs by the Hungarian method. Both sides hold the same mentions.
/// Cost is linear but for CEAF-e: cubic in the largest set of chains that share mentions.</remarks>
/// <param name="Muc">Links.</param>
/// <param name="BCubed">Mentions.</param>
/// <param name="CeafE">Chains.</param>
public sealed record CoreferenceScores(PrecisionRecall Muc, PrecisionRecall BCubed, PrecisionRecall CeafE)
{
    /// <summary>The mean of the three F1.</summary>
    public double Conll => (Muc.F1 + BCubed.F1 + CeafE.F1) / 3;

    /// <param name="found">The chain of each mention, by number.</param>
    /// <param name="gold">The same for the gold.</param>
    public static CoreferenceScores Of(IReadOnlyList<int> found, IReadOnlyList<int> gold)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(found.Count, gold.Count);
        Dictionary<int, Dictionary<int, int>> goldToFound = Overlap(gold, found);
        Dictionary<int, Dictionary<int, int>> foundToGold = Overlap(found, gold);
        PrecisionRecall muc = new(Links(foundToGold), Links(goldToFound));
        PrecisionRecall bCubed = new(Shared(foundToGold), Shared(goldToFound));
        double paired = Paired(goldToFound, foundToGold);
        PrecisionRecall ceaf = new(foundToGold.Count == 0 ? 0 : paired / foundToGold.Count, goldToFound.Count == 0 ? 0 : paired / goldToFound.Count);
        return new CoreferenceScores(muc, bCubed, ceaf);
    }

    private static Dictionary<int, Dictionary<int, int>> Overlap(IReadOnlyList<int> of, IReadOnlyList<int> with)
    {
        Dictionary<int, Dictionary<int, int>> overlap = [];
        for (int m = 0; m < of.Count; m++)
        {
            if (!overlap.TryGetValue(of[m], out Dictionary<int, int>? counts))
            {
                overlap[of[m]] = counts = [];
            }

            counts[with[m]] = counts.GetValueOrDefault(with[m]) + 1;
        }

        return overlap;
    }

    private static double Links(Dictionary<int, Dictionary<int, int>> chains)
    {
        double links = 0, most = 0;
        foreach (Dictionary<int, int> parts in chains.Values)
        {
            int size = parts.Values.Sum();
            links += size - parts.Count;
            most += size - 1;
        }

        return most == 0 ? 0 : links / most;
    }

    private static double Shared(Dictionary<int, Dictionary<int, int>> chains)
    {
        double sum = 0;
        int mentions = 0;
        foreach (Dictionary<int, int> parts in chains.Values)
        {
            int size = parts.Values.Sum();
            mentions += size;
            sum += parts.Values.Sum(both => (double)both * both / size);
        }

        return mentions == 0 ? 0 : sum / mentions;
    }

    private static double Paired(Dictionary<int, Dictionary<int, int>> gold, Dictionary<int, Dictionary<int, int>> found)
    {
        HashSet<int> done = [];
        double sum = 0;
        foreach (int start in gold.Keys.Order())
        {
            if (!done.Add(start))
            {
                continue;
            }

            List<int> left = [start];
            List<int> right = [];
            HashSet<int> seen = [];
            for (int i = 0; i < left.Count; i++)
            {
                foreach (int f in gold[left[i]].Keys.Order())
                {
                    if (seen.Add(f))
                    {
                        right.Add(f);
                        foreach (int g in found[f].Keys.Order())
                        {
                            if (done.Add(g))
                            {
                                left.Add(g);
                            }
                        }
                    }
                }
            }

            sum += Best(left, right, gold, found);
        }

        return sum;
    }

    private static double Best(List<int> left, List<int> right, Dictionary<int, Dictionary<int, int>> gold, Dictionary<int, Dictionary<int, int>> found)
    {
        if (left.Count > right.Count)
        {
            return Best(right, left, found, gold);
        }

        double[,] likeness = new double[left.Count, right.Count];
        for (int i = 0; i < left.Count; i++)
        {
            int size = gold[left[i]].Values.Sum();
            for (int j = 0; j < right.Count; j++)
            {
                int both = gold[left[i]].GetValueOrDefault(right[j]);
                likeness[i, j] = both == 0 ? 0 : 2.0 * both / (size + found[right[j]].Values.Sum());
            }
        }

        return Assignment.Largest(likeness);
    }
}
