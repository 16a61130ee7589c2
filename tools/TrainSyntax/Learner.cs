using System.Runtime.Intrinsics;
using Entente.Analysis.Syntax;

namespace Entente.Tools.TrainSyntax;

/// <summary>Chances of dropping inputs while learning (Srivastava et al. 2014; the same for all words of a sentence as in Gal and Ghahramani 2016).</summary>
internal sealed record Dropout(float Word, float Embedding, float Output, float Recurrent, float Role);

/// <summary>One worker: reads some sentences with the network as it is, compares with the gold trees, and adds up the gradient of the loss.</summary>
internal sealed class Learner
{
    private readonly Network _network;
    private readonly NetworkShape _shape;
    private readonly Lexicon _lexicon;
    private readonly Dropout _dropout;
    private readonly SentenceBatch _batch;
    private readonly MemoryLayer[][] _layers;
    private readonly TreeScorer _scorer;
    private readonly int _most;
    private readonly float[] _vectors;
    private readonly float[] _vectorMask;
    private readonly int[] _words;
    private readonly float[] _sums;
    private readonly float[] _sumGradient;
    private readonly float[][] _outputs;
    private readonly float[][] _outputMask;
    private readonly float[][] _keep;
    private readonly float[] _roleMask;
    private readonly float[][] _outputGradient;
    private readonly float[] _tagScores;
    private readonly float[] _roleGradient;
    private readonly float[] _arcGradient;
    private readonly float[] _pairGradient;
    private readonly float[] _gateGradient;
    private readonly float[] _handed;
    private readonly float[] _cellGradient;
    private readonly int[] _headRows;
    private float[] _scratch = [];
    private float[] _scratch2 = [];
    private float[] _headGradient = [];
    private Randomness _random = new(0);

    public Learner(Network network, Lexicon lexicon, Dropout dropout, int mostSentences, int mostTokens)
    {
        _network = network;
        _shape = network.Shape;
        _lexicon = lexicon;
        _dropout = dropout;
        _most = mostTokens;
        _batch = new SentenceBatch(mostSentences, mostTokens);
        Gradient = new Gradient(_shape);
        _layers = [.. Enumerable.Range(0, _shape.Layers).Select(_ => new[] { new MemoryLayer(_shape.Hidden, mostTokens), new MemoryLayer(_shape.Hidden, mostTokens) })];
        _scorer = new TreeScorer(network, mostTokens);
        _vectors = new float[mostTokens * _shape.Embedding];
        _vectorMask = new float[mostTokens * _shape.Embedding];
        _words = new int[mostTokens];
        _sums = new float[mostTokens * _shape.BothGates];
        _sumGradient = new float[mostTokens * _shape.BothGates];
        _outputs = PerLayer(mostTokens * _shape.Both);
        _outputMask = PerLayer(mostSentences * _shape.Both);
        _keep = PerLayer(2 * mostSentences * _shape.Hidden);
        _outputGradient = PerLayer(mostTokens * _shape.Both);
        _roleMask = new float[(mostTokens + 1) * _shape.Roles];
        _tagScores = new float[mostTokens * NetworkShape.Tags];
        _roleGradient = new float[(mostTokens + 1) * _shape.Roles];
        _arcGradient = new float[mostTokens * _shape.Arc];
        _pairGradient = new float[mostTokens * 3 * _shape.Label];
        _gateGradient = new float[mostTokens * _shape.Gates];
        _handed = new float[mostTokens * _shape.Hidden];
        _cellGradient = new float[mostTokens * _shape.Hidden];
        _headRows = new int[mostTokens];
    }

    public Gradient Gradient { get; }

    public double Loss { get; private set; }

    private float[][] PerLayer(int length) => [.. Enumerable.Range(0, _shape.Layers).Select(_ => new float[length])];

    /// <param name="trees">The longest first.</param>
    public void Learn(IReadOnlyList<Tree> trees, ulong seed)
    {
        _random = new Randomness(seed);
        Gradient.Clear();
        Loss = 0;
        if (trees.Count == 0)
        {
            return;
        }

        _batch.Fill([.. trees.Select(tree => tree.Length)]);
        Forward(trees);
        foreach (float[] gradient in _outputGradient)
        {
            Array.Clear(gradient, 0, _batch.Tokens * _shape.Both);
        }

        LearnTags(trees);
        LearnTrees(trees);
        for (int layer = _shape.Layers - 1; layer >= 0; layer--)
        {
            Backward(layer);
        }

        LearnVectors(trees);
    }

    private void Forward(IReadOnlyList<Tree> trees)
    {
        int tokens = _batch.Tokens;
        int width = _shape.Embedding;
        _random.Drop(_vectorMask.AsSpan(0, tokens * width), _dropout.Embedding);
        for (int s = 0; s < trees.Count; s++)
        {
            for (int i = 0; i < trees[s].Length; i++)
            {
                int token = _batch.Start(s) + i;
                string form = trees[s].Forms[i];
                (int row, int count) = _lexicon.Word(form);
                _words[token] = row > 0 && _random.Fraction() < _dropout.Word / (_dropout.Word + count) ? 0 : row;
                Span<float> vector = _vectors.AsSpan(token * width, width);
                WordVectors.Add(_network, _words[token], _lexicon.Rows(form), vector);
                Kernels.Scale(vector, _vectorMask.AsSpan(token * width, width));
            }
        }

        for (int layer = 0; layer < _shape.Layers; layer++)
        {
            Kernels.Multiply(Into(layer), _shape.InputOf(layer), _network.Input[layer], _sums, tokens, _shape.InputOf(layer), _shape.BothGates, add: false);
            Kernels.AddToRows(_sums.AsSpan(0, tokens * _shape.BothGates), _network.Bias[layer]);
            _random.Drop(_keep[layer].AsSpan(0, 2 * trees.Count * _shape.Hidden), _dropout.Recurrent);
            _random.Drop(_outputMask[layer].AsSpan(0, trees.Count * _shape.Both), _dropout.Output);
            for (int side = 0; side < 2; side++)
            {
                _layers[layer][side].Run(_batch, side == 1, _sums, _network.Recurrent[layer][side], Keep(layer, side), _outputs[layer]);
            }

            MaskBySentence(_outputs[layer], _outputMask[layer]);
        }
    }

    private ReadOnlySpan<float> Into(int layer) => layer == 0 ? _vectors : _outputs[layer - 1];

    private ReadOnlySpan<float> Keep(int layer, int side) => _keep[layer].AsSpan(side * _batch.Sentences * _shape.Hidden, _batch.Sentences * _shape.Hidden);

    private void MaskBySentence(float[] values, float[] mask)
    {
        int both = _shape.Both;
        for (int s = 0; s < _batch.Sentences; s++)
        {
            for (int token = _batch.Start(s); token < _batch.Start(s) + _batch.Length(s); token++)
            {
                Kernels.Scale(values.AsSpan(token * both, both), mask.AsSpan(s * both, both));
            }
        }
    }

    private void LearnTags(IReadOnlyList<Tree> trees)
    {
        int tokens = _batch.Tokens;
        int both = _shape.Both;
        int tags = NetworkShape.Tags;
        Kernels.Multiply(_outputs[0], both, _network.Tag, _tagScores, tokens, both, tags, add: false);
        Kernels.AddToRows(_tagScores.AsSpan(0, tokens * tags), _network.TagBias);
        for (int s = 0; s < trees.Count; s++)
        {
            Beliefs? beliefs = trees[s].Beliefs;
            for (int i = 0; i < trees[s].Length; i++)
            {
                Span<float> scores = _tagScores.AsSpan((_batch.Start(s) + i) * tags, tags);
                Compare(scores[..TreebankLabels.PartsOfSpeech], (int)trees[s].Tags[i], beliefs is null ? [] : beliefs.UniversalTagsOf(i), 1f);
                Compare(scores.Slice(TreebankLabels.PartsOfSpeech, TreebankLabels.PennTags), (int)trees[s].PennTags[i], beliefs is null ? [] : beliefs.PennTagsOf(i), 0.5f);
                scores[(TreebankLabels.PartsOfSpeech + TreebankLabels.PennTags)..].Clear();
            }
        }

        AddProduct(_outputs[0], both, both, _tagScores, tokens, tags, Gradient.Of.Tag);
        AddColumns(_tagScores, tokens, tags, Gradient.Of.TagBias);
        MultiplyByTransposed(_tagScores, tokens, tags, _network.Tag, both, _outputGradient[0], add: true);
    }

    private void LearnTrees(IReadOnlyList<Tree> trees)
    {
        int tokens = _batch.Tokens;
        int both = _shape.Both;
        int roles = _shape.Roles;
        int arc = _shape.Arc;
        int label = _shape.Label;
        float[] last = _outputs[^1];
        _scorer.Read(last, tokens);
        Span<float> mask = _roleMask.AsSpan(0, (tokens + 1) * roles);
        _random.Drop(mask, _dropout.Role);
        Kernels.Scale(_scorer.Roles.AsSpan(0, mask.Length), mask);
        _scorer.Ask(tokens);
        Array.Clear(_roleGradient, 0, (tokens + 1) * roles);

        for (int s = 0; s < trees.Count; s++)
        {
            LearnArcs(trees[s], _batch.Start(s));
            for (int i = 0; i < trees[s].Length; i++)
            {
                int head = trees[s].Heads[i];
                _headRows[_batch.Start(s) + i] = head < 0 ? tokens : _batch.Start(s) + head;
            }
        }

        // What dependents ask came from their role through ArcPair.
        AddProduct(_scorer.Roles.AsSpan(arc), roles, arc, _arcGradient, tokens, arc, Gradient.Of.ArcPair);
        Buffers.Grow(ref _scratch2, tokens * Math.Max(arc, label));
        MultiplyByTransposed(_arcGradient, tokens, arc, _network.ArcPair, arc, _scratch2, add: false);
        for (int token = 0; token < tokens; token++)
        {
            Kernels.Add(_roleGradient.AsSpan((token * roles) + arc, arc), _scratch2.AsSpan(token * arc, arc));
        }

        LearnRelations(trees);

        // Through the dropout and the rectifier: where a role is 0 nothing went through.
        for (int i = 0; i < (tokens + 1) * roles; i++)
        {
            _roleGradient[i] = _scorer.Roles[i] > 0 ? _roleGradient[i] * mask[i] : 0;
        }

        AddProduct(last, both, both, _roleGradient, tokens, roles, Gradient.Of.Role);
        AddColumns(_roleGradient, tokens + 1, roles, Gradient.Of.RoleBias);
        MultiplyByTransposed(_roleGradient, tokens, roles, _network.Role, both, _outputGradient[^1], add: true);
        Span<float> root = _roleGradient.AsSpan(tokens * roles, roles);
        AddProduct(_network.Root, both, both, root, 1, roles, Gradient.Of.Role);
        MultiplyByTransposed(root, 1, roles, _network.Role, both, Gradient.Of.Root, add: true);
    }

    private void LearnArcs(Tree tree, int start)
    {
        int n = tree.Length;
        int columns = TreeScorer.Columns(n);
        int arc = _shape.Arc;
        int roles = _shape.Roles;
        int rootRow = _batch.Tokens;
        _scorer.ScoreArcs(start, n, rootRow);
        float[] scores = _scorer.Scores;
        for (int i = 0; i < n; i++)
        {
            Span<float> row = scores.AsSpan(i * columns, columns);
            row[i + 1] = float.NegativeInfinity;
            Compare(row[..(n + 1)], tree.Heads[i] + 1, tree.Beliefs is null ? [] : tree.Beliefs.HeadsOf(i, n), 1f);
            row[(n + 1)..].Clear();
        }

        // Heads as rows, for the gradient of what dependents ask.
        Buffers.Grow(ref _scratch, columns * Math.Max(arc, n));
        Transpose(_scorer.Heads, columns, arc, columns, _scratch);
        Kernels.Multiply(scores, columns, _scratch, _arcGradient.AsSpan(start * arc), n, columns, arc, add: false);

        Buffers.Grow(ref _headGradient, columns * arc);
        Buffers.Grow(ref _scratch2, columns * n);
        Transpose(scores, columns, n, columns, _scratch2);
        Kernels.Multiply(_scratch2, n, _scorer.Arcs.AsSpan(start * arc), _headGradient, columns, n, arc, add: false);
        for (int column = 0; column <= n; column++)
        {
            float total = 0;
            for (int i = 0; i < n; i++)
            {
                total += _scratch2[(column * n) + i];
            }

            int row = column == 0 ? rootRow : start + column - 1;
            Span<float> gradient = _headGradient.AsSpan(column * arc, arc);
            Kernels.AddScaled(gradient, _network.ArcHead, total);
            Kernels.Add(_roleGradient.AsSpan(row * roles, arc), gradient);
            Kernels.AddScaled(Gradient.Of.ArcHead, _scorer.Roles.AsSpan(row * roles, arc), total);
        }
    }

    private void LearnRelations(IReadOnlyList<Tree> trees)
    {
        int tokens = _batch.Tokens;
        int roles = _shape.Roles;
        int arc = _shape.Arc;
        int label = _shape.Label;
        int relations = NetworkShape.Relations;
        _scorer.ScoreRelations(_headRows.AsSpan(0, tokens));
        for (int s = 0; s < trees.Count; s++)
        {
            Beliefs? beliefs = trees[s].Beliefs;
            for (int i = 0; i < trees[s].Length; i++)
            {
                Span<float> scores = _scorer.Relations.AsSpan((_batch.Start(s) + i) * relations, relations);
                Compare(scores[..TreebankLabels.Relations], (int)trees[s].Relations[i], beliefs is null ? [] : beliefs.RelationsOf(i), 1f);
                scores[TreebankLabels.Relations..].Clear();
            }
        }

        AddProduct(_scorer.Pairs, 3 * label, 3 * label, _scorer.Relations, tokens, relations, Gradient.Of.Relation);
        AddColumns(_scorer.Relations, tokens, relations, Gradient.Of.RelationBias);
        MultiplyByTransposed(_scorer.Relations, tokens, relations, _network.Relation, 3 * label, _pairGradient, add: false);
        for (int token = 0; token < tokens; token++)
        {
            ReadOnlySpan<float> pair = _scorer.Pairs.AsSpan(token * 3 * label, 3 * label);
            Span<float> gradient = _pairGradient.AsSpan(token * 3 * label, 3 * label);
            Span<float> dependent = _roleGradient.AsSpan((token * roles) + (2 * arc) + label, label);
            Span<float> head = _roleGradient.AsSpan((_headRows[token] * roles) + (2 * arc), label);
            Kernels.Add(dependent, gradient[..label]);
            Kernels.Add(head, gradient.Slice(label, label));
            Span<float> product = gradient[(2 * label)..];
            for (int i = 0; i < label; i++)
            {
                dependent[i] += product[i] * pair[label + i];
                head[i] += product[i] * pair[i];
            }
        }
    }

    private void Backward(int layer)
    {
        int tokens = _batch.Tokens;
        int width = _shape.Gates;
        MaskBySentence(_outputGradient[layer], _outputMask[layer]);
        for (int side = 0; side < 2; side++)
        {
            BackwardSide(layer, side);
            ReadOnlySpan<int> at = _batch.TokensAt(side == 1);
            for (int slot = 0; slot < tokens; slot++)
            {
                _gateGradient.AsSpan(slot * width, width).CopyTo(_sumGradient.AsSpan((at[slot] * 2 * width) + (side * width)));
            }
        }

        int input = _shape.InputOf(layer);
        AddProduct(Into(layer), input, input, _sumGradient, tokens, _shape.BothGates, Gradient.Of.Input[layer]);
        AddColumns(_sumGradient, tokens, _shape.BothGates, Gradient.Of.Bias[layer]);
        MultiplyByTransposed(_sumGradient, tokens, _shape.BothGates, _network.Input[layer], input, layer == 0 ? _vectors : _outputGradient[layer - 1], add: layer > 0);
    }

    private void BackwardSide(int layer, int side)
    {
        int hidden = _shape.Hidden;
        int width = _shape.Gates;
        MemoryLayer memory = _layers[layer][side];
        float[] recurrent = _network.Recurrent[layer][side];
        float[] transposed = new float[recurrent.Length];
        Transpose(recurrent, width, hidden, width, transposed);
        ReadOnlySpan<int> at = _batch.TokensAt(side == 1);
        ReadOnlySpan<float> keep = Keep(layer, side);
        Array.Clear(_handed, 0, _batch.Tokens * hidden);
        Array.Clear(_cellGradient, 0, _batch.Tokens * hidden);
        for (int step = _batch.Steps - 1; step >= 0; step--)
        {
            int first = _batch.Offset(step);
            int rows = _batch.Rows(step);
            for (int row = 0; row < rows; row++)
            {
                int slot = first + row;
                int before = step == 0 ? -1 : _batch.Offset(step - 1) + row;
                CellBackward(
                    memory.Gates.Slice(slot * width, width),
                    memory.Cells.Slice(slot * hidden, hidden),
                    before < 0 ? default : memory.Cells.Slice(before * hidden, hidden),
                    _outputGradient[layer].AsSpan((at[slot] * 2 * hidden) + (side * hidden), hidden),
                    _handed.AsSpan(slot * hidden, hidden),
                    keep.Slice(row * hidden, hidden),
                    _cellGradient.AsSpan(slot * hidden, hidden),
                    before < 0 ? default : _cellGradient.AsSpan(before * hidden, hidden),
                    _gateGradient.AsSpan(slot * width, width));
            }

            if (step > 0)
            {
                Kernels.Multiply(_gateGradient.AsSpan(first * width), width, transposed, _handed.AsSpan(_batch.Offset(step - 1) * hidden), rows, width, hidden, add: false);
            }
        }

        // The recurrent weights met what each step was handed.
        int skipped = _batch.Rows(0);
        int count = _batch.Tokens - skipped;
        if (count > 0)
        {
            Buffers.Grow(ref _scratch2, count * hidden);
            int next = 0;
            for (int step = 1; step < _batch.Steps; step++)
            {
                int rows = _batch.Rows(step);
                memory.Output.Slice(_batch.Offset(step - 1) * hidden, rows * hidden).CopyTo(_scratch2.AsSpan(next * hidden));
                next += rows;
            }

            AddProduct(_scratch2, hidden, hidden, _gateGradient.AsSpan(skipped * width), count, width, Gradient.Of.Recurrent[layer][side]);
        }
    }

    private static void CellBackward(
        ReadOnlySpan<float> gates,
        ReadOnlySpan<float> cells,
        ReadOnlySpan<float> before,
        ReadOnlySpan<float> output,
        ReadOnlySpan<float> handed,
        ReadOnlySpan<float> keep,
        ReadOnlySpan<float> cellGradient,
        Span<float> cellBefore,
        Span<float> gateGradient)
    {
        int hidden = cells.Length;
        Vector512<float> one = Vector512<float>.One;
        for (int i = 0; i < hidden; i += Kernels.Lanes)
        {
            Vector512<float> input = Vector512.Create(gates[i..]);
            Vector512<float> let = Vector512.Create(gates[(hidden + i)..]);
            Vector512<float> content = Vector512.Create(gates[((2 * hidden) + i)..]);
            Vector512<float> held = before.IsEmpty ? Vector512<float>.Zero : Vector512.Create(before[i..]);
            Vector512<float> squashed = Kernels.Tanh(Vector512.Create(cells[i..]));
            Vector512<float> dh = Vector512.Create(output[i..]) + (Vector512.Create(handed[i..]) * Vector512.Create(keep[i..]));
            Vector512<float> dc = Vector512.Create(cellGradient[i..]) + (dh * let * (one - (squashed * squashed)));
            (dc * (content - held) * input * (one - input)).CopyTo(gateGradient[i..]);
            (dh * squashed * let * (one - let)).CopyTo(gateGradient[(hidden + i)..]);
            (dc * input * (one - (content * content))).CopyTo(gateGradient[((2 * hidden) + i)..]);
            if (!before.IsEmpty)
            {
                (dc * (one - input)).CopyTo(cellBefore[i..]);
            }
        }
    }

    /// <summary>Hands the gradient of the vectors, left in their place, to the rows they were added up from.</summary>
    private void LearnVectors(IReadOnlyList<Tree> trees)
    {
        int width = _shape.Embedding;
        for (int s = 0; s < trees.Count; s++)
        {
            for (int i = 0; i < trees[s].Length; i++)
            {
                int token = _batch.Start(s) + i;
                Span<float> direction = _vectors.AsSpan(token * width, width);
                Kernels.Scale(direction, _vectorMask.AsSpan(token * width, width));
                int[] rows = _lexicon.Rows(trees[s].Forms[i]);
                Gradient.AddWord(_words[token], direction);
                float scale = WordVectors.PieceScale(rows.Length);
                for (int r = 0; r < rows.Length; r++)
                {
                    Gradient.AddHashed(rows[r], direction, r < WordFeatures.Fixed ? 1 : scale);
                }
            }
        }
    }

    /// <summary>Turns scores into the gradient of the cross entropy, and counts the loss.</summary>
    /// <param name="beliefs">What to come close to; empty for <paramref name="gold"/> alone.</param>
    private void Compare(Span<float> scores, int gold, ReadOnlySpan<Half> beliefs, float weight)
    {
        Span<float> chances = stackalloc float[Kernels.Padded(scores.Length)];
        Softmax.Chances(scores, chances);
        if (beliefs.IsEmpty)
        {
            for (int i = 0; i < scores.Length; i++)
            {
                scores[i] = weight * chances[i];
            }

            Loss -= weight * Math.Log(Math.Max(1e-12, chances[gold]));
            scores[gold] -= weight;
            return;
        }

        for (int i = 0; i < scores.Length; i++)
        {
            float belief = (float)beliefs[i];
            scores[i] = weight * (chances[i] - belief);
            if (belief > 0)
            {
                Loss -= weight * belief * Math.Log(Math.Max(1e-12, chances[i]));
            }
        }
    }

    /// <summary>sum (k × n) += Aᵀ · B, with A (m × k) and B (m × n).</summary>
    private void AddProduct(ReadOnlySpan<float> a, int aStride, int k, ReadOnlySpan<float> b, int m, int n, Span<float> sum)
    {
        Buffers.Grow(ref _scratch, m * k);
        Transpose(a, aStride, m, k, _scratch);
        Kernels.Multiply(_scratch, m, b, sum, k, m, n, add: true);
    }

    /// <summary>result (m × k) = A (m × n) · Bᵀ, with B (k × n).</summary>
    private void MultiplyByTransposed(ReadOnlySpan<float> a, int m, int n, ReadOnlySpan<float> b, int k, Span<float> result, bool add)
    {
        Buffers.Grow(ref _scratch, n * k);
        Transpose(b, n, k, n, _scratch);
        Kernels.Multiply(a, n, _scratch, result, m, n, k, add);
    }

    private static void AddColumns(ReadOnlySpan<float> rows, int count, int width, Span<float> sum)
    {
        for (int row = 0; row < count; row++)
        {
            Kernels.Add(sum, rows.Slice(row * width, width));
        }
    }

    private static void Transpose(ReadOnlySpan<float> from, int stride, int rows, int columns, Span<float> to)
    {
        for (int r0 = 0; r0 < rows; r0 += 16)
        {
            int r1 = Math.Min(rows, r0 + 16);
            for (int c = 0; c < columns; c++)
            {
                for (int r = r0; r < r1; r++)
                {
                    to[(c * rows) + r] = from[(r * stride) + c];
                }
            }
        }
    }
}
