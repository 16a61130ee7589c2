using Entente.Analysis.Entities;
using Entente.Analysis.Text;

namespace Entente.Tools.TrainEntities;

/// <summary>Learns a linear-chain conditional random field from labels that may be known in part: the likelihood is that of all label sequences a corpus allows.</summary>
/// <remarks>Lafferty et al. 2001; partial labels after Tsuboi et al. 2008 ("Training Conditional Random Fields Using Incomplete Annotations"). Steps are AdaGrad's
/// (Duchi et al. 2011), one sentence each, with a penalty on the size of weights. One thread and one order: the same data give the same model.</remarks>
internal sealed class ChainTrainer
{
    private const int N = MentionLabels.Count;
    private const int Width = 40;

    private readonly Dictionary<uint, int> _rows = [];
    private readonly List<uint> _keys = [];
    private readonly List<Example> _examples = [];
    private float[] _weights = [];
    private float[] _squares = [];
    private readonly float[] _transitions = new float[N * N];
    private readonly float[] _transitionSquares = new float[N * N];
    private readonly double _rate;
    private readonly float _penalty;
    private readonly List<int> _seen = [];
    private float[] _decay = [];
    private readonly int[][] _before;

    public ChainTrainer(double rate, float penalty)
    {
        _rate = rate;
        _penalty = penalty;
        _before = [.. Enumerable.Range(0, N).Select(next => Enumerable.Range(0, N).Where(label => MentionLabels.MayFollow((byte)label, (byte)next)).ToArray())];
    }

    private sealed record Example(int[][] Features, ulong[] Allowed, float Weight);

    /// <summary>Counts the features of texts, so that those seen once can be left out.</summary>
    public static Dictionary<uint, int> Count(IEnumerable<TrainingText> texts)
    {
        Dictionary<uint, int> counts = [];
        ulong[] features = new ulong[MentionFeatures.Most];
        foreach (TrainingText text in texts)
        {
            foreach (int s in text.Told())
            {
                Sentence sentence = text.Evidence.Document.Sentences[s];
                for (int t = sentence.FirstToken; t < sentence.FirstToken + sentence.TokenCount; t++)
                {
                    int count = MentionFeatures.Write(text.Evidence, text.Memory, s, t, features);
                    for (int f = 0; f < count; f++)
                    {
                        System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, MentionModel.KeyOf(features[f]), out _)++;
                    }
                }
            }
        }

        return counts;
    }

    public void Add(TrainingText text, EarlierLabels? earlier, Dictionary<uint, int> counts, int least, float weight)
    {
        ulong[] features = new ulong[MentionFeatures.Most * 2];
        List<int> rows = [];
        foreach (int s in text.Told())
        {
            Sentence sentence = text.Evidence.Document.Sentences[s];
            int[][] all = new int[sentence.TokenCount][];
            for (int i = 0; i < sentence.TokenCount; i++)
            {
                int t = sentence.FirstToken + i;
                int count = MentionFeatures.Write(text.Evidence, text.Memory, s, t, features);
                rows.Clear();
                for (int f = 0; f < count; f++)
                {
                    uint key = MentionModel.KeyOf(features[f]);
                    if (counts.GetValueOrDefault(key) >= least)
                    {
                        rows.Add(Row(key));
                    }
                }

                if (earlier is not null)
                {
                    int more = MentionFeatures.WriteSecond(text.Evidence, s, t, earlier, features);
                    for (int f = 0; f < more; f++)
                    {
                        rows.Add(Row(MentionModel.KeyOf(features[f])));
                    }
                }

                all[i] = [.. rows];
            }

            _examples.Add(new Example(all, text.Allowed.AsSpan(sentence.FirstToken, sentence.TokenCount).ToArray(), weight));
        }
    }

    public MentionModel Train(int epochs, ulong seed, Action<int, double>? report = null)
    {
        _weights = new float[_keys.Count * Width];
        _squares = new float[_keys.Count * Width];
        _decay = [.. _seen.Select(n => _penalty / n)];
        int[] order = [.. Enumerable.Range(0, _examples.Count)];
        Shuffler shuffler = new(seed);
        Workspace space = new();
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            shuffler.Shuffle(order);
            double loss = 0;
            double rate = _rate * (1 - (0.9 * epoch / epochs));
            foreach (int e in order)
            {
                loss += Step(_examples[e], space, rate);
            }

            report?.Invoke(epoch, loss / order.Length);
        }

        return MentionModel.From([.. _keys.Select((key, r) => (key, _weights.AsSpan(r * Width, N).ToArray()))], Masked());
    }

    private float[] Masked()
    {
        float[] pairs = (float[])_transitions.Clone();
        for (int a = 0; a < N; a++)
        {
            for (int b = 0; b < N; b++)
            {
                pairs[(a * N) + b] = MentionLabels.MayFollow((byte)a, (byte)b) ? pairs[(a * N) + b] : -1000;
            }
        }

        return pairs;
    }

    private int Row(uint key)
    {
        ref int row = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_rows, key, out bool known);
        if (!known)
        {
            row = _keys.Count;
            _keys.Add(key);
            _seen.Add(0);
        }

        _seen[row]++;
        return row;
    }

    private sealed class Workspace
    {
        public float[] Scores = [];
        public double[] Forward = [];
        public double[] Backward = [];
        public double[] Free = [];
        public double[] Bound = [];
        public double[] FreePairs = new double[N * N];
        public double[] BoundPairs = new double[N * N];
    }

    private double Step(Example example, Workspace space, double rate)
    {
        int n = example.Features.Length;
        if (space.Scores.Length < n * Width)
        {
            space.Scores = new float[n * Width];
            space.Forward = new double[n * N];
            space.Backward = new double[n * N];
            space.Free = new double[n * N];
            space.Bound = new double[n * N];
        }

        for (int t = 0; t < n; t++)
        {
            Span<float> scores = space.Scores.AsSpan(t * Width, Width);
            scores.Clear();
            foreach (int row in example.Features[t])
            {
                Plus(scores, _weights.AsSpan(row * Width, Width));
            }
        }

        EnsureTransitions();
        double free = Marginals(space, n, null, space.Free, space.FreePairs);
        double bound = Marginals(space, n, example.Allowed, space.Bound, space.BoundPairs);
        Span<float> gradient = stackalloc float[Width];
        for (int t = 0; t < n; t++)
        {
            gradient.Clear();
            float size = 0;
            for (int l = 0; l < N; l++)
            {
                gradient[l] = (float)(space.Bound[(t * N) + l] - space.Free[(t * N) + l]) * example.Weight;
                size = Math.Max(size, Math.Abs(gradient[l]));
            }

            if (size < 1e-4f)
            {
                continue;
            }

            foreach (int row in example.Features[t])
            {
                Span<float> weights = _weights.AsSpan(row * Width, Width);
                Span<float> squares = _squares.AsSpan(row * Width, Width);
                Update(weights, squares, gradient, (float)rate, _decay[row]);
            }
        }

        for (int i = 0; i < N * N; i++)
        {
            float g = (float)(space.BoundPairs[i] - space.FreePairs[i]) * example.Weight;
            if (g != 0)
            {
                _transitionSquares[i] += g * g;
                _transitions[i] += (float)rate * g / (MathF.Sqrt(_transitionSquares[i]) + 1e-3f);
            }
        }

        return free - bound;
    }

    private static void Plus(Span<float> to, ReadOnlySpan<float> from)
    {
        int lanes = System.Numerics.Vector<float>.Count;
        int i = 0;
        for (; i + lanes <= to.Length; i += lanes)
        {
            (new System.Numerics.Vector<float>(to[i..]) + new System.Numerics.Vector<float>(from[i..])).CopyTo(to[i..]);
        }

        for (; i < to.Length; i++)
        {
            to[i] += from[i];
        }
    }

    private static void Update(Span<float> weights, Span<float> squares, ReadOnlySpan<float> gradient, float rate, float decay)
    {
        int lanes = System.Numerics.Vector<float>.Count;
        System.Numerics.Vector<float> small = new(1e-3f), step = new(rate), penalty = new(decay);
        int i = 0;
        for (; i + lanes <= weights.Length; i += lanes)
        {
            System.Numerics.Vector<float> w = new(weights[i..]), q = new(squares[i..]), g = new(gradient[i..]);
            g -= penalty * w;
            q += g * g;
            w += step * g / (System.Numerics.Vector.SquareRoot(q) + small);
            w.CopyTo(weights[i..]);
            q.CopyTo(squares[i..]);
        }

        for (; i < weights.Length; i++)
        {
            float g = gradient[i] - (decay * weights[i]);
            squares[i] += g * g;
            weights[i] += rate * g / (MathF.Sqrt(squares[i]) + 1e-3f);
        }
    }

    /// <summary>Forward and backward sums in scaled numbers.</summary>
    /// <returns>The logarithm of the sum over all sequences.</returns>
    private double Marginals(Workspace space, int n, ulong[]? allowed, double[] marginals, double[] pairs)
    {
        Span<double> expected = pairs;
        expected.Clear();
        double log = 0;
        double[] scales = System.Buffers.ArrayPool<double>.Shared.Rent(n);
        double[] emits = System.Buffers.ArrayPool<double>.Shared.Rent(n * N);
        for (int t = 0; t < n; t++)
        {
            float top = float.NegativeInfinity;
            for (int l = 0; l < N; l++)
            {
                top = Math.Max(top, space.Scores[(t * Width) + l]);
            }

            double sum = 0;
            for (int l = 0; l < N; l++)
            {
                bool may = (allowed is null || (allowed[t] >> l & 1) != 0) && (t > 0 || l == 0 || MentionLabels.Opens((byte)l)) && (t < n - 1 || l == 0 || MentionLabels.Closes((byte)l));
                emits[(t * N) + l] = may ? Math.Exp(space.Scores[(t * Width) + l] - top) : 0;
            }

            for (int l = 0; l < N; l++)
            {
                double value = emits[(t * N) + l];
                if (value > 0 && t > 0)
                {
                    double into = 0;
                    foreach (int p in _before[l])
                    {
                        into += space.Forward[((t - 1) * N) + p] * _exp[(p * N) + l];
                    }

                    value *= into;
                }

                space.Forward[(t * N) + l] = value;
                sum += value;
            }

            sum = sum > 0 ? sum : 1e-300;
            scales[t] = sum;
            log += Math.Log(sum) + top;
            for (int l = 0; l < N; l++)
            {
                space.Forward[(t * N) + l] /= sum;
            }
        }

        space.Backward.AsSpan((n - 1) * N, N).Fill(1);
        for (int t = n - 2; t >= 0; t--)
        {
            Span<double> here = space.Backward.AsSpan(t * N, N);
            here.Clear();
            for (int l = 0; l < N; l++)
            {
                double outward = emits[((t + 1) * N) + l] * space.Backward[((t + 1) * N) + l] / scales[t + 1];
                if (outward == 0)
                {
                    continue;
                }

                foreach (int p in _before[l])
                {
                    double link = _exp[(p * N) + l] * outward;
                    here[p] += link;
                    expected[(p * N) + l] += space.Forward[(t * N) + p] * link;
                }
            }
        }

        for (int i = 0; i < n * N; i++)
        {
            marginals[i] = space.Forward[i] * space.Backward[i];
        }

        System.Buffers.ArrayPool<double>.Shared.Return(scales);
        System.Buffers.ArrayPool<double>.Shared.Return(emits);
        return log;
    }

    private readonly double[] _exp = new double[N * N];

    private void EnsureTransitions()
    {
        for (int i = 0; i < N * N; i++)
        {
            _exp[i] = Math.Exp(_transitions[i]);
        }
    }
}
