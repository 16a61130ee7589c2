using System.Runtime.Intrinsics;
using Entente.Analysis.Syntax;

namespace Entente.Tools.TrainSyntax;

/// <summary>Several networks that judge the same sentences; their chances are averaged.</summary>
internal sealed class Teachers
{
    private const int MostSentences = 64;
    private const int MostTokens = 1024;

    private readonly Reader[] _readers;

    public Teachers(IEnumerable<SyntaxModel> models) => _readers = [.. models.Select(model => new Reader(model))];

    /// <summary>The trees with what the teachers believe. A tree without gold gets the tags and heads they find best.</summary>
    /// <param name="gold">Whether the trees' own labels are true: then relations are judged at their heads, and count as much as all beliefs together.</param>
    public List<Tree> Judge(IEnumerable<Tree> trees, bool gold)
    {
        List<Tree> judged = [];
        List<Tree> batch = [];
        int tokens = 0;
        foreach (Tree tree in trees.Where(tree => tree.Length <= MostTokens / 4).OrderByDescending(tree => tree.Length))
        {
            if (tokens + tree.Length > MostTokens || batch.Count == MostSentences)
            {
                judged.AddRange(Judge(batch, gold));
                (batch, tokens) = ([], 0);
            }

            batch.Add(tree);
            tokens += tree.Length;
        }

        judged.AddRange(Judge(batch, gold));
        return judged;
    }

    private List<Tree> Judge(List<Tree> trees, bool gold)
    {
        if (trees.Count == 0)
        {
            return [];
        }

        SentenceBatch batch = new(trees.Count, trees.Sum(tree => tree.Length));
        batch.Fill([.. trees.Select(tree => tree.Length)]);
        int count = batch.Tokens;
        int tagWidth = Beliefs.TagsPerToken;
        float[] tags = new float[count * tagWidth];
        float[][] heads = [.. trees.Select(tree => new float[tree.Length * (tree.Length + 1)])];
        float[] relations = new float[count * TreebankLabels.Relations];
        float share = 1f / _readers.Length;
        foreach (Reader reader in _readers)
        {
            reader.Read(batch, trees, tags, heads, share);
        }

        int[] headRows = new int[count];
        List<int[]> found = [];
        for (int s = 0; s < trees.Count; s++)
        {
            int length = trees[s].Length;
            int[] tree = trees[s].Heads;
            if (!gold)
            {
                tree = new int[length];
                float[] logs = [.. heads[s].Select(chance => MathF.Log(Math.Max(chance, 1e-9f)))];
                TreeDecoder.Decode(logs, length + 1, tree);
            }

            found.Add(tree);
            for (int i = 0; i < length; i++)
            {
                headRows[batch.Start(s) + i] = tree[i] < 0 ? count : batch.Start(s) + tree[i];
            }
        }

        foreach (Reader reader in _readers)
        {
            reader.ReadRelations(headRows, relations, share);
        }

        List<Tree> judged = [];
        for (int s = 0; s < trees.Count; s++)
        {
            Tree tree = trees[s];
            int length = tree.Length;
            int first = batch.Start(s);
            if (!gold)
            {
                PartOfSpeech[] universal = [.. Enumerable.Range(first, length).Select(i => (PartOfSpeech)Best(tags.AsSpan(i * tagWidth, TreebankLabels.PartsOfSpeech)))];
                PennTag[] penn = [.. Enumerable.Range(first, length).Select(i => (PennTag)Best(tags.AsSpan((i * tagWidth) + TreebankLabels.PartsOfSpeech, TreebankLabels.PennTags)))];
                Relation[] labels = [.. Enumerable.Range(first, length).Select(i => (Relation)Best(relations.AsSpan(i * TreebankLabels.Relations, TreebankLabels.Relations)))];
                tree = new Tree(tree.Forms, [], universal, penn, found[s], labels);
            }

            Half[] tagBeliefs = Halves(tags.AsSpan(first * tagWidth, length * tagWidth));
            Half[] headBeliefs = Halves(heads[s]);
            Half[] relationBeliefs = Halves(relations.AsSpan(first * TreebankLabels.Relations, length * TreebankLabels.Relations));
            if (gold)
            {
                for (int i = 0; i < length; i++)
                {
                    Mix(tagBeliefs.AsSpan(i * tagWidth, TreebankLabels.PartsOfSpeech), (int)tree.Tags[i]);
                    Mix(tagBeliefs.AsSpan((i * tagWidth) + TreebankLabels.PartsOfSpeech, TreebankLabels.PennTags), (int)tree.PennTags[i]);
                    Mix(headBeliefs.AsSpan(i * (length + 1), length + 1), tree.Heads[i] + 1);
                    Mix(relationBeliefs.AsSpan(i * TreebankLabels.Relations, TreebankLabels.Relations), (int)tree.Relations[i]);
                }
            }

            judged.Add(tree with { Beliefs = new Beliefs(tagBeliefs, headBeliefs, relationBeliefs) });
        }

        return judged;
    }

    private static void Mix(Span<Half> chances, int gold)
    {
        foreach (ref Half chance in chances)
        {
            chance = (Half)((float)chance / 2);
        }

        chances[gold] = (Half)((float)chances[gold] + 0.5f);
    }

    private static Half[] Halves(ReadOnlySpan<float> values)
    {
        Half[] halves = new Half[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            halves[i] = (Half)values[i];
        }

        return halves;
    }

    private static int Best(ReadOnlySpan<float> chances)
    {
        int best = 1;
        for (int i = 2; i < chances.Length; i++)
        {
            best = chances[i] > chances[best] ? i : best;
        }

        return best;
    }

    /// <summary>One teacher.</summary>
    private sealed class Reader
    {
        private readonly Network _network;
        private readonly NetworkShape _shape;
        private readonly WordVectors _vectors;
        private readonly MemoryLayer[] _layers;
        private readonly TreeScorer _scorer;
        private readonly float[] _sums;
        private readonly float[] _outputs;
        private readonly float[] _tagScores;

        public Reader(SyntaxModel model)
        {
            _network = model.Network;
            _shape = _network.Shape;
            _vectors = new WordVectors(model);
            _layers = [new MemoryLayer(_shape.Hidden, MostTokens), new MemoryLayer(_shape.Hidden, MostTokens)];
            _scorer = new TreeScorer(_network, MostTokens);
            _sums = new float[MostTokens * _shape.BothGates];
            _outputs = new float[MostTokens * _shape.Both];
            _tagScores = new float[MostTokens * NetworkShape.Tags];
        }

        public void Read(SentenceBatch batch, List<Tree> trees, float[] tags, float[][] heads, float share)
        {
            int count = batch.Tokens;
            int both = _shape.Both;
            if (_vectors.IsFull)
            {
                _vectors.Clear();
            }

            for (int s = 0; s < trees.Count; s++)
            {
                for (int i = 0; i < trees[s].Length; i++)
                {
                    _vectors.Sums(_vectors.Row(trees[s].Forms[i])).CopyTo(_sums.AsSpan((batch.Start(s) + i) * _shape.BothGates));
                }
            }

            for (int layer = 0; layer < _shape.Layers; layer++)
            {
                if (layer > 0)
                {
                    Kernels.Multiply(_outputs, both, _network.Input[layer], _sums, count, both, _shape.BothGates, add: false);
                    Kernels.AddToRows(_sums.AsSpan(0, count * _shape.BothGates), _network.Bias[layer]);
                }

                for (int side = 0; side < 2; side++)
                {
                    _layers[side].Run(batch, side == 1, _sums, _network.Recurrent[layer][side], default, _outputs);
                }

                if (layer == 0)
                {
                    Kernels.Multiply(_outputs, both, _network.Tag, _tagScores, count, both, NetworkShape.Tags, add: false);
                    Kernels.AddToRows(_tagScores.AsSpan(0, count * NetworkShape.Tags), _network.TagBias);
                }
            }

            int width = Beliefs.TagsPerToken;
            for (int token = 0; token < count; token++)
            {
                ReadOnlySpan<float> scores = _tagScores.AsSpan(token * NetworkShape.Tags, width);
                AddChances(scores[..TreebankLabels.PartsOfSpeech], tags.AsSpan(token * width, TreebankLabels.PartsOfSpeech), share);
                AddChances(scores[TreebankLabels.PartsOfSpeech..], tags.AsSpan((token * width) + TreebankLabels.PartsOfSpeech, TreebankLabels.PennTags), share);
            }

            _scorer.Read(_outputs, count);
            _scorer.Ask(count);
            for (int s = 0; s < trees.Count; s++)
            {
                int length = trees[s].Length;
                int columns = TreeScorer.Columns(length);
                _scorer.ScoreArcs(batch.Start(s), length, count);
                for (int i = 0; i < length; i++)
                {
                    _scorer.Scores[(i * columns) + i + 1] = -1e9f;
                    AddChances(_scorer.Scores.AsSpan(i * columns, length + 1), heads[s].AsSpan(i * (length + 1), length + 1), share);
                }
            }
        }

        public void ReadRelations(int[] headRows, float[] relations, float share)
        {
            _scorer.ScoreRelations(headRows);
            for (int token = 0; token < headRows.Length; token++)
            {
                AddChances(
                    _scorer.Relations.AsSpan(token * NetworkShape.Relations, TreebankLabels.Relations),
                    relations.AsSpan(token * TreebankLabels.Relations, TreebankLabels.Relations),
                    share);
            }
        }

        private static void AddChances(ReadOnlySpan<float> scores, Span<float> chances, float share)
        {
            Span<float> own = stackalloc float[Kernels.Padded(scores.Length)];
            Softmax.Chances(scores, own);
            for (int i = 0; i < scores.Length; i++)
            {
                chances[i] += share * own[i];
            }
        }
    }
}

internal static class Softmax
{
    /// <summary>Scores to chances; <paramref name="chances"/> is as long as the scores, padded to whole registers.</summary>
    public static void Chances(ReadOnlySpan<float> scores, Span<float> chances)
    {
        float most = float.NegativeInfinity;
        foreach (float score in scores)
        {
            most = Math.Max(most, score);
        }

        chances.Clear();
        for (int i = 0; i < scores.Length; i++)
        {
            chances[i] = Math.Max(scores[i] - most, -80f);
        }

        for (int i = 0; i < chances.Length; i += Kernels.Lanes)
        {
            Kernels.Exp(Vector512.Create(chances[i..])).CopyTo(chances[i..]);
        }

        float sum = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            sum += chances[i];
        }

        for (int i = 0; i < scores.Length; i++)
        {
            chances[i] /= sum;
        }
    }
}
