namespace Entente.Analysis.Entities;

/// <summary>Puts mentions that mean the same thing into chains.</summary>
/// <remarks>Average-link clustering of the pairs a <see cref="LinkModel"/> judges: the two chains with the best mean score are joined while it is above a threshold. Pronouns, and
/// descriptions that repeat nothing, go to their antecedent in the document. Cost is cubic in the mentions compared; names of many documents are brought together by other means first.</remarks>
internal static class ChainBuilder
{
    /// <summary>The mean score above which chains are joined. Below 0, as a link missed costs the chain more than a wrong one, and pairs alone do not see that.</summary>
    public const double Threshold = -0.3;

    /// <summary>How likely an antecedent of a description must be.</summary>
    private const double SureEnough = 0.5;

    public static int[] Build(IReadOnlyList<MentionedThing> mentions, LinkModel model, LinkEvidence.Setting setting, LinkModel antecedents, double threshold = Threshold)
    {
        int n = mentions.Count;
        float[,] sums = new float[n, n];
        int[,] counts = new int[n, n];
        List<string> features = [];
        for (int i = 0; i < n; i++)
        {
            for (int j = i + 1; j < n; j++)
            {
                bool pronoun = mentions[i].Kind == MentionKind.Pronoun || mentions[j].Kind == MentionKind.Pronoun;
                if (pronoun)
                {
                    continue;
                }

                features.Clear();
                LinkEvidence.Write(mentions[i], mentions[j], setting, features);
                float score = (float)Math.Clamp(model.Score(features), -6, 6);
                sums[i, j] = sums[j, i] = score;
                counts[i, j] = counts[j, i] = 1;
            }
        }

        int[] chain = [.. Enumerable.Range(0, n)];
        Join([.. Enumerable.Range(0, n).Where(i => mentions[i].Kind != MentionKind.Pronoun)], sums, counts, chain, threshold);
        Attach(mentions, antecedents, chain);
        return chain;
    }

    /// <summary>Puts pronouns, and descriptions that nothing else in their document was joined with, to what they mean.</summary>
    private static void Attach(IReadOnlyList<MentionedThing> mentions, LinkModel model, int[] chain)
    {
        foreach (IGrouping<int, int> document in Enumerable.Range(0, mentions.Count).GroupBy(i => mentions[i].Document))
        {
            int[] order = [.. document.OrderBy(i => mentions[i].Span)];
            MentionedThing[] things = [.. order.Select(i => mentions[i])];
            AntecedentFinder finder = new(things);
            for (int m = 0; m < order.Length; m++)
            {
                MentionedThing thing = things[m];
                bool bare = thing.Kind == MentionKind.Description && !order.Any(o => o != order[m] && chain[o] == chain[order[m]]);
                if (thing.Kind != MentionKind.Pronoun && !bare)
                {
                    continue;
                }

                (int antecedent, double probability) = finder.Find(m, model);
                if (antecedent >= 0 && probability >= (bare ? SureEnough : 0))
                {
                    int from = chain[order[m]], to = chain[order[antecedent]];
                    for (int i = 0; i < chain.Length; i++)
                    {
                        chain[i] = chain[i] == from ? to : chain[i];
                    }
                }
            }
        }
    }

    /// <summary>Joins the best pair of <paramref name="open"/> again and again; chains are named by a mention of theirs.</summary>
    private static void Join(List<int> open, float[,] sums, int[,] counts, int[] chain, double threshold)
    {
        int n = chain.Length;
        int[] best = new int[n];
        double[] bestScore = new double[n];
        foreach (int i in open)
        {
            Find(i, open, sums, counts, best, bestScore);
        }

        while (open.Count > 1)
        {
            int left = -1;
            foreach (int i in open)
            {
                if (left < 0 || bestScore[i] > bestScore[left])
                {
                    left = i;
                }
            }

            if (bestScore[left] <= threshold)
            {
                break;
            }

            int right = best[left];
            (left, right) = (Math.Min(left, right), Math.Max(left, right));
            open.Remove(right);
            for (int m = 0; m < n; m++)
            {
                chain[m] = chain[m] == right ? left : chain[m];
            }

            foreach (int other in open)
            {
                if (other != left)
                {
                    sums[left, other] = sums[other, left] = sums[left, other] + sums[right, other];
                    counts[left, other] = counts[other, left] = counts[left, other] + counts[right, other];
                }
            }

            Find(left, open, sums, counts, best, bestScore);
            foreach (int other in open)
            {
                if (other == left)
                {
                    continue;
                }

                if (best[other] == left || best[other] == right)
                {
                    Find(other, open, sums, counts, best, bestScore);
                }
                else if (counts[left, other] > 0 && sums[left, other] / counts[left, other] > bestScore[other])
                {
                    best[other] = left;
                    bestScore[other] = sums[left, other] / counts[left, other];
                }
            }
        }
    }

    private static void Find(int i, List<int> open, float[,] sums, int[,] counts, int[] best, double[] bestScore)
    {
        best[i] = -1;
        bestScore[i] = double.NegativeInfinity;
        foreach (int j in open)
        {
            if (j != i && counts[i, j] > 0)
            {
                double score = sums[i, j] / counts[i, j];
                if (score > bestScore[i])
                {
                    best[i] = j;
                    bestScore[i] = score;
                }
            }
        }
    }
}
