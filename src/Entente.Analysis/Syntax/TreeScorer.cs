namespace Entente.Analysis.Syntax;

/// <summary>From the outputs of the last memory layer to scores of arcs and relations (Dozat and Manning 2017, section 2.2; relations by a sum in place of
/// their tensor).</summary>
/// <remarks>O(n²) in the length of a sentence, linear in everything else. Keeps its intermediate values, which learning needs.</remarks>
internal sealed class TreeScorer
{
    private readonly Network _network;
    private readonly NetworkShape _shape;
    private readonly float[] _arcs;
    private float[] _heads = [];
    private float[] _scores = [];

    public TreeScorer(Network network, int mostTokens)
    {
        _network = network;
        _shape = network.Shape;
        Roles = new float[(mostTokens + 1) * _shape.Roles];
        _arcs = new float[mostTokens * _shape.Arc];
        Pairs = new float[mostTokens * 3 * _shape.Label];
        Relations = new float[mostTokens * NetworkShape.Relations];
    }

    /// <summary>What each token is as arc head, arc dependent, label head and label dependent; the root's row is the last of the batch.</summary>
    public float[] Roles { get; }

    /// <summary>What a dependent asks of its head.</summary>
    public float[] Arcs => _arcs;

    /// <summary>By token: label dependent, label head and their product.</summary>
    public float[] Pairs { get; }

    /// <summary>By token: scores of relations to its head.</summary>
    public float[] Relations { get; }

    /// <summary>The sentence's heads as columns: the root, then its tokens.</summary>
    public float[] Heads => _heads;

    public float[] Scores => _scores;

    public static int Columns(int tokens) => Kernels.Padded(tokens + 1);

    /// <summary>Fills <see cref="Roles"/>.</summary>
    public void Read(ReadOnlySpan<float> outputs, int tokens)
    {
        int both = _shape.Both;
        Kernels.Multiply(outputs, both, _network.Role, Roles, tokens, both, _shape.Roles, add: false);
        Finish(tokens);
    }

    /// <summary>The same with weights and outputs rounded.</summary>
    public void Read(FixedMatrix role, ReadOnlySpan<short> outputs, int tokens)
    {
        role.Multiply(outputs, Roles, tokens, add: false);
        Finish(tokens);
    }

    private void Finish(int tokens)
    {
        int both = _shape.Both;
        Kernels.Multiply(_network.Root, both, _network.Role, Roles.AsSpan(tokens * _shape.Roles), 1, both, _shape.Roles, add: false);
        Span<float> all = Roles.AsSpan(0, (tokens + 1) * _shape.Roles);
        Kernels.AddToRows(all, _network.RoleBias);
        Kernels.Rectify(all);
    }

    /// <summary>Fills <see cref="Arcs"/> from <see cref="Roles"/>.</summary>
    public void Ask(int tokens) =>
        Kernels.Multiply(Roles.AsSpan(_shape.Arc), _shape.Roles, _network.ArcPair, _arcs, tokens, _shape.Arc, _shape.Arc, add: false);

    /// <summary>Fills <see cref="Scores"/>: row i, column 0 for the root and j + 1 for token j of the sentence.</summary>
    public void ScoreArcs(int start, int length, int rootRow)
    {
        int columns = Columns(length);
        int arc = _shape.Arc;
        Buffers.Grow(ref _heads, arc * columns);
        Buffers.Grow(ref _scores, length * columns);
        Array.Clear(_heads, 0, arc * columns);
        for (int column = 0; column <= length; column++)
        {
            ReadOnlySpan<float> head = Roles.AsSpan((column == 0 ? rootRow : start + column - 1) * _shape.Roles, arc);
            for (int i = 0; i < arc; i++)
            {
                _heads[(i * columns) + column] = head[i];
            }
        }

        for (int row = 0; row < length; row++)
        {
            if (row == 0)
            {
                Kernels.Multiply(_network.ArcHead, arc, _heads, _scores, 1, arc, columns, add: false);
            }
            else
            {
                _scores.AsSpan(0, columns).CopyTo(_scores.AsSpan(row * columns));
            }
        }

        Kernels.Multiply(_arcs.AsSpan(start * arc), arc, _heads, _scores, length, arc, columns, add: true);
    }

    /// <summary>Fills <see cref="Relations"/> for all tokens of the batch.</summary>
    /// <param name="headRow">By token: the row of its head.</param>
    public void ScoreRelations(ReadOnlySpan<int> headRow)
    {
        int label = _shape.Label;
        for (int token = 0; token < headRow.Length; token++)
        {
            ReadOnlySpan<float> dependent = Roles.AsSpan((token * _shape.Roles) + (2 * _shape.Arc) + label, label);
            ReadOnlySpan<float> head = Roles.AsSpan((headRow[token] * _shape.Roles) + (2 * _shape.Arc), label);
            Span<float> pair = Pairs.AsSpan(token * 3 * label, 3 * label);
            dependent.CopyTo(pair);
            head.CopyTo(pair[label..]);
            dependent.CopyTo(pair[(2 * label)..]);
            Kernels.Scale(pair[(2 * label)..], head);
        }

        Kernels.Multiply(Pairs, 3 * label, _network.Relation, Relations, headRow.Length, 3 * label, NetworkShape.Relations, add: false);
        Kernels.AddToRows(Relations.AsSpan(0, headRow.Length * NetworkShape.Relations), _network.RelationBias);
    }
}
