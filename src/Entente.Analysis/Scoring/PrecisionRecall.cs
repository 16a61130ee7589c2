namespace Entente.Analysis.Scoring;

/// <summary>How much of what was found is right, and how much of what is right was found.</summary>
public readonly record struct PrecisionRecall(double Precision, double Recall)
{
    /// <summary>The harmonic mean of the two; 0 where both are 0.</summary>
    public double F1 => Precision + Recall > 0 ? 2 * Precision * Recall / (Precision + Recall) : 0;

    /// <param name="right">Things found that are in the gold.</param>
    /// <remarks>Nothing found where there is nothing to find is perfect; anything else with an empty side is 0.</remarks>
    public static PrecisionRecall FromCounts(long right, long found, long gold)
    {
        if (found == 0 || gold == 0)
        {
            return found == gold ? new PrecisionRecall(1, 1) : default;
        }

        return new PrecisionRecall((double)right / found, (double)right / gold);
    }
}
