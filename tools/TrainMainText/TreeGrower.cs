using Entente.Reading.Html;

namespace Entente.Tools.TrainMainText;

/// <summary>How trees are grown.</summary>
/// <param name="Rate">How much of its step each tree takes.</param>
/// <param name="MinRows">Fewest blocks in a leaf.</param>
/// <param name="Ridge">Pull of leaf values towards 0.</param>
/// <param name="RowShare">Share of the blocks, and of the measures, that each tree sees.</param>
internal sealed record GrowingOptions(int Trees, double Rate, int Leaves, int MinRows, double Ridge, double RowShare, double ColumnShare, uint Seed);

/// <summary>Grows decision trees by gradient boosting of the logistic loss on histograms (Friedman 2001; leaf by leaf, as in LightGBM).</summary>
/// <remarks>One thread, sums in a fixed order and its own random numbers: the same table gives the same trees, bit for bit.</remarks>
internal sealed class TreeGrower(MeasureTable table, float[] labels, float[] weights, GrowingOptions options)
{
    private readonly float[] _scores = new float[table.Rows];
    private readonly float[] _gradients = new float[table.Rows];
    private readonly float[] _curvatures = new float[table.Rows];
    private readonly List<short> _feature = [];
    private readonly List<float> _threshold = [];
    private readonly List<int> _left = [];
    private readonly List<int> _splitBin = [];
    private uint _random = (options.Seed * 2654435761u) + 12345;

    public TreeEnsemble Grow(int[] rows)
    {
        double weight = 0, positive = 0;
        foreach (int r in rows)
        {
            weight += weights[r];
            positive += weights[r] * labels[r];
        }

        float start = (float)Math.Log(positive / (weight - positive));
        foreach (int r in rows)
        {
            _scores[r] = start;
        }

        List<int> roots = [];
        for (int t = 0; t < options.Trees; t++)
        {
            roots.Add(GrowOne(rows));
        }

        return new TreeEnsemble(start, [.. _feature], [.. _threshold], [.. _left], [.. roots]);
    }

    private int GrowOne(int[] rows)
    {
        List<int> sample = [];
        foreach (int r in rows)
        {
            if (Chance(options.RowShare))
            {
                sample.Add(r);
            }

            float p = 1 / (1 + MathF.Exp(-_scores[r]));
            _gradients[r] = weights[r] * (p - labels[r]);
            _curvatures[r] = weights[r] * p * (1 - p);
        }

        List<int> columns = [];
        for (int c = 0; c < table.Columns; c++)
        {
            if (Chance(options.ColumnShare))
            {
                columns.Add(c);
            }
        }

        int root = AddNode();
        List<Leaf> leaves = [Measured(new Leaf([.. sample], root), columns)];
        while (leaves.Count < options.Leaves)
        {
            Leaf? best = null;
            foreach (Leaf leaf in leaves)
            {
                best = leaf.Gain > 1e-6 && (best is null || leaf.Gain > best.Gain) ? leaf : best;
            }

            if (best is null)
            {
                break;
            }

            leaves.Remove(best);
            Split(best, columns, leaves);
        }

        foreach (Leaf leaf in leaves)
        {
            _threshold[leaf.Node] = (float)(-options.Rate * leaf.Gradient / (leaf.Curvature + options.Ridge));
        }

        foreach (int r in rows)
        {
            int node = root;
            while (_feature[node] >= 0)
            {
                node = _left[node] + (table.Bins[_feature[node]][r] <= _splitBin[node] ? 0 : 1);
            }

            _scores[r] += _threshold[node];
        }

        return root;
    }

    private void Split(Leaf leaf, List<int> columns, List<Leaf> leaves)
    {
        byte[] bins = table.Bins[leaf.Column];
        List<int> low = [], high = [];
        foreach (int r in leaf.Rows)
        {
            (bins[r] <= leaf.Bin ? low : high).Add(r);
        }

        int left = AddNode();
        int right = AddNode();
        (_feature[leaf.Node], _threshold[leaf.Node], _left[leaf.Node], _splitBin[leaf.Node]) =
            ((short)leaf.Column, table.Cuts[leaf.Column][leaf.Bin], left, leaf.Bin);
        Leaf lower = new([.. low], left), higher = new([.. high], right);
        Leaf small = low.Count <= high.Count ? lower : higher;
        Leaf large = ReferenceEquals(small, lower) ? higher : lower;
        Measured(small, columns);
        large.TakeRest(leaf, small);
        FindSplit(large, columns);
        leaves.Add(lower);
        leaves.Add(higher);
    }

    private Leaf Measured(Leaf leaf, List<int> columns)
    {
        int[] rows = leaf.Rows;
        double[] gradients = new double[columns.Count * MeasureTable.MaxBins];
        double[] curvatures = new double[gradients.Length];
        int[] counts = new int[gradients.Length];
        for (int k = 0; k < columns.Count; k++)
        {
            byte[] bins = table.Bins[columns[k]];
            int offset = k * MeasureTable.MaxBins;
            foreach (int r in rows)
            {
                int b = offset + bins[r];
                gradients[b] += _gradients[r];
                curvatures[b] += _curvatures[r];
                counts[b]++;
            }
        }

        (leaf.Gradients, leaf.Curvatures, leaf.Counts) = (gradients, curvatures, counts);
        FindSplit(leaf, columns);
        return leaf;
    }

    private void FindSplit(Leaf leaf, List<int> columns)
    {
        for (int b = 0; b < MeasureTable.MaxBins && columns.Count > 0; b++)
        {
            leaf.Gradient += leaf.Gradients[b];
            leaf.Curvature += leaf.Curvatures[b];
        }

        int all = leaf.Rows.Length;
        if (all < 2 * options.MinRows)
        {
            return;
        }

        double whole = leaf.Gradient * leaf.Gradient / (leaf.Curvature + options.Ridge);
        for (int k = 0; k < columns.Count; k++)
        {
            int offset = k * MeasureTable.MaxBins;
            double gradient = 0, curvature = 0;
            int count = 0;
            for (int b = 0; b < table.Cuts[columns[k]].Length; b++)
            {
                gradient += leaf.Gradients[offset + b];
                curvature += leaf.Curvatures[offset + b];
                count += leaf.Counts[offset + b];
                if (count < options.MinRows)
                {
                    continue;
                }

                if (all - count < options.MinRows)
                {
                    break;
                }

                double rest = leaf.Gradient - gradient;
                double gain = (gradient * gradient / (curvature + options.Ridge)) + (rest * rest / (leaf.Curvature - curvature + options.Ridge)) - whole;
                if (gain > leaf.Gain)
                {
                    (leaf.Gain, leaf.Column, leaf.Bin) = (gain, columns[k], b);
                }
            }
        }
    }

    private int AddNode()
    {
        _feature.Add(-1);
        _threshold.Add(0);
        _left.Add(0);
        _splitBin.Add(0);
        return _feature.Count - 1;
    }

    // Marsaglia's xorshift
    private bool Chance(double share)
    {
        _random ^= _random << 13;
        _random ^= _random >> 17;
        _random ^= _random << 5;
        return (_random & 0xFFFF) < share * 65536;
    }

    private sealed class Leaf(int[] rows, int node)
    {
        public int[] Rows { get; } = rows;

        public int Node { get; } = node;

        public double[] Gradients { get; set; } = [];

        public double[] Curvatures { get; set; } = [];

        public int[] Counts { get; set; } = [];

        public double Gradient { get; set; }

        public double Curvature { get; set; }

        public double Gain { get; set; }

        public int Column { get; set; }

        public int Bin { get; set; }

        /// <summary>The histograms of what is left of a leaf when its smaller part is taken off.</summary>
        public void TakeRest(Leaf whole, Leaf part)
        {
            (Gradients, Curvatures, Counts) = (whole.Gradients, whole.Curvatures, whole.Counts);
            for (int i = 0; i < Counts.Length; i++)
            {
                Gradients[i] -= part.Gradients[i];
                Curvatures[i] -= part.Curvatures[i];
                Counts[i] -= part.Counts[i];
            }
        }
    }
}
