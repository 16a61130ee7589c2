namespace Entente.Tools.TrainMainText;

/// <summary>Measures of many blocks, each column cut into at most 64 bins at its quantiles.</summary>
internal sealed class MeasureTable
{
    public const int MaxBins = 64;

    public MeasureTable(IReadOnlyList<float[]> rows)
    {
        int columns = rows[0].Length;
        (Cuts, Bins, Rows) = (new float[columns][], new byte[columns][], rows.Count);
        float[] values = new float[rows.Count];
        for (int c = 0; c < columns; c++)
        {
            for (int r = 0; r < rows.Count; r++)
            {
                values[r] = rows[r][c];
            }

            Cuts[c] = CutsOf(values);
            Bins[c] = new byte[rows.Count];
            for (int r = 0; r < rows.Count; r++)
            {
                Bins[c][r] = BinOf(values[r], Cuts[c]);
            }
        }
    }

    public int Rows { get; }

    public int Columns => Cuts.Length;

    /// <summary>For each column its cuts, rising; bin b holds what is above cut b−1 and not above cut b.</summary>
    public float[][] Cuts { get; }

    public byte[][] Bins { get; }

    private static float[] CutsOf(float[] values)
    {
        float[] sorted = [.. values];
        Array.Sort(sorted);
        int distinct = 1;
        for (int i = 1; i < sorted.Length; i++)
        {
            distinct += sorted[i] != sorted[i - 1] ? 1 : 0;
        }

        List<float> cuts = [];
        if (distinct <= MaxBins)
        {
            for (int i = 1; i < sorted.Length; i++)
            {
                if (sorted[i] != sorted[i - 1])
                {
                    cuts.Add((sorted[i] + sorted[i - 1]) / 2);
                }
            }

            return [.. cuts];
        }

        for (int b = 1; b < MaxBins; b++)
        {
            float quantile = sorted[(int)((long)sorted.Length * b / MaxBins)];
            if (quantile < sorted[^1] && (cuts.Count == 0 || quantile > cuts[^1]))
            {
                cuts.Add(quantile);
            }
        }

        return [.. cuts];
    }

    private static byte BinOf(float value, float[] cuts)
    {
        int low = 0, high = cuts.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = value <= cuts[middle] ? (low, middle) : (middle + 1, high);
        }

        return (byte)low;
    }
}
