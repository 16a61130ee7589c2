namespace Entente.Reading.Html;

/// <summary>Trained decision trees whose leaf values add up to log-odds.</summary>
/// <param name="Start">The log-odds before any tree.</param>
/// <param name="Feature">For each node the measure it tests, or −1 of a leaf.</param>
/// <param name="Threshold">For each node: at or below it goes left. Of a leaf, its value.</param>
/// <param name="Left">For each node its left child; the right one follows it.</param>
/// <param name="Roots">Where each tree begins.</param>
internal sealed record TreeEnsemble(float Start, short[] Feature, float[] Threshold, int[] Left, int[] Roots)
{
    public double Chance(ReadOnlySpan<float> measures)
    {
        double sum = Start;
        foreach (int root in Roots)
        {
            int node = root;
            while (Feature[node] >= 0)
            {
                node = Left[node] + (measures[Feature[node]] <= Threshold[node] ? 0 : 1);
            }

            sum += Threshold[node];
        }

        return 1 / (1 + Math.Exp(-sum));
    }

    public static TreeEnsemble Read(BinaryReader reader)
    {
        float start = reader.ReadSingle();
        int[] roots = new int[reader.ReadInt32()];
        int nodes = reader.ReadInt32();
        short[] feature = new short[nodes];
        float[] threshold = new float[nodes];
        int[] left = new int[nodes];
        for (int t = 0; t < roots.Length; t++)
        {
            roots[t] = reader.ReadInt32();
        }

        for (int n = 0; n < nodes; n++)
        {
            feature[n] = reader.ReadInt16();
            threshold[n] = reader.ReadSingle();
            left[n] = reader.ReadInt32();
        }

        return new TreeEnsemble(start, feature, threshold, left, roots);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(Start);
        writer.Write(Roots.Length);
        writer.Write(Feature.Length);
        foreach (int root in Roots)
        {
            writer.Write(root);
        }

        for (int n = 0; n < Feature.Length; n++)
        {
            writer.Write(Feature[n]);
            writer.Write(Threshold[n]);
            writer.Write(Left[n]);
        }
    }
}
