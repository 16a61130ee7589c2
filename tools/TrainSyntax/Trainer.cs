using System.Diagnostics;
using System.Globalization;
using Entente.Analysis.Syntax;

namespace Entente.Tools.TrainSyntax;

internal sealed record Plan(int Epochs, float Rate, int BatchTokens, int Least, ulong Seed, Dropout Dropout);

/// <summary>Trains one network on trees. Two workers share each batch; their gradients are added in a fixed order, so the result does not depend on timing.</summary>
internal sealed class Trainer
{
    private const int Workers = 2;
    private const double LongestGradient = 5;

    private readonly List<Tree> _trees;
    private readonly Plan _plan;
    private readonly Lexicon _lexicon;
    private readonly Network _network;
    private readonly Lemmatizer _lemmatizer;

    public Trainer(List<Tree> trees, NetworkShape shape, Plan plan)
    {
        _trees = trees;
        _plan = plan;
        _lexicon = new Lexicon(trees, plan.Least, shape.HashRows);
        _network = new Network(shape with { WordRows = _lexicon.Words.Length + 1 });
        _lemmatizer = Lemmas.Learn(trees);
        Start();
    }

    public SyntaxModel Train()
    {
        Randomness random = new(_plan.Seed);
        Learner[] learners = [.. Enumerable.Range(0, Workers).Select(_ => new Learner(_network, _lexicon, _plan.Dropout, _plan.BatchTokens, _plan.BatchTokens))];
        Adam words = new(_network.Words);
        Adam hashed = new(_network.Hashed);
        Adam[] weights = [.. _network.Weights().Select(array => new Adam(array))];
        int batchesPerEpoch = Batches(new Randomness(1)).Count;
        int total = batchesPerEpoch * _plan.Epochs;
        int step = 0;
        Stopwatch clock = Stopwatch.StartNew();
        for (int epoch = 1; epoch <= _plan.Epochs; epoch++)
        {
            double loss = 0;
            int tokens = 0;
            foreach (List<Tree> batch in Batches(random))
            {
                step++;
                List<Tree>[] parts = [.. Enumerable.Range(0, Workers).Select(worker => batch.Where((_, i) => i % Workers == worker).ToList())];
                ulong[] seeds = [.. parts.Select(_ => random.Next())];
                Parallel.For(0, Workers, worker => learners[worker].Learn(parts[worker], seeds[worker]));
                loss += learners.Sum(learner => learner.Loss);
                int size = batch.Sum(tree => tree.Length);
                tokens += size;
                Gradient sum = learners[0].Gradient;
                for (int worker = 1; worker < Workers; worker++)
                {
                    sum.Add(learners[worker].Gradient);
                }

                double norm = Math.Sqrt(sum.SquaredNorm()) / size;
                float scale = (float)(1.0 / size * Math.Min(1, LongestGradient / Math.Max(norm, 1e-9)));
                float rate = _plan.Rate * (step < batchesPerEpoch ? (float)step / batchesPerEpoch : (float)(total - step) / (total - batchesPerEpoch));
                Parallel.Invoke(
                    () => MoveRows(words, sum.Of.Words, sum.Words, rate, step, scale),
                    () => MoveRows(hashed, sum.Of.Hashed, sum.Hashed, rate, step, scale),
                    () =>
                    {
                        foreach ((Adam adam, float[] gradient) in weights.Zip(sum.Of.Weights()))
                        {
                            adam.Move(gradient, 0, gradient.Length, rate, step, scale);
                        }
                    });
            }

            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {epoch} of {_plan.Epochs}: loss {loss / tokens:F4}, {clock.Elapsed.TotalSeconds:F0} s"));
        }

        return new SyntaxModel(_lexicon.Words, _network, _lemmatizer);
    }

    private void MoveRows(Adam adam, float[] gradient, List<int> rows, float rate, int step, float scale)
    {
        int width = _network.Shape.Embedding;
        foreach (int row in rows)
        {
            adam.Move(gradient, row * width, width, rate, step, scale);
        }
    }

    /// <summary>Batches of about equally long sentences, in a new order each time; within each the longest come first.</summary>
    private List<List<Tree>> Batches(Randomness random)
    {
        Tree[] order = [.. _trees.Where(tree => tree.Length <= _plan.BatchTokens / Workers)];
        random.Shuffle<Tree>(order);
        List<List<Tree>> batches = [];
        for (int from = 0; from < order.Length; from += 1000)
        {
            List<Tree> batch = [];
            int tokens = 0;
            foreach (Tree tree in order.Skip(from).Take(1000).OrderByDescending(tree => tree.Length))
            {
                if (tokens + tree.Length > _plan.BatchTokens)
                {
                    batches.Add(batch);
                    (batch, tokens) = ([], 0);
                }

                batch.Add(tree);
                tokens += tree.Length;
            }

            batches.Add(batch);
        }

        Span<List<Tree>> all = batches.ToArray();
        random.Shuffle(all);
        return [.. all];
    }

    private void Start()
    {
        Randomness random = new(_plan.Seed + 1);
        NetworkShape shape = _network.Shape;
        Spread(_network.Words, 0.1f, random);
        Spread(_network.Hashed, 0.1f, random);
        for (int layer = 0; layer < shape.Layers; layer++)
        {
            Spread(_network.Input[layer], MathF.Sqrt(6f / (shape.InputOf(layer) + shape.Hidden)), random);
            foreach (float[] recurrent in _network.Recurrent[layer])
            {
                Spread(recurrent, MathF.Sqrt(3f / shape.Hidden), random);
            }

            // Cells remember at first.
            _network.Bias[layer].AsSpan(0, shape.Hidden).Fill(-1);
            _network.Bias[layer].AsSpan(shape.Gates, shape.Hidden).Fill(-1);
        }

        Spread(_network.Tag, MathF.Sqrt(6f / (shape.Both + NetworkShape.Tags)), random);
        Spread(_network.Root, 0.1f, random);
        Spread(_network.Role, MathF.Sqrt(6f / (shape.Both + shape.Arc)), random);
        Spread(_network.Relation, MathF.Sqrt(6f / ((3 * shape.Label) + NetworkShape.Relations)), random);
    }

    private static void Spread(float[] values, float most, Randomness random)
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = ((2 * random.Fraction()) - 1) * most;
        }
    }
}
