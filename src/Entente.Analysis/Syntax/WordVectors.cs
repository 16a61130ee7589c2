using Entente.Analysis.Text;

namespace Entente.Analysis.Syntax;

/// <summary>What a word alone gives to the gates of the first memory layer, kept for words that come again.</summary>
internal sealed class WordVectors
{
    private const int Slots = 1 << 15;

    /// <summary>From so many on, room for one more batch of new words is left.</summary>
    private const int MostKept = Slots / 2;

    private readonly SyntaxModel _model;
    private readonly NetworkShape _shape;
    private readonly ulong[] _keys = new ulong[Slots];
    private readonly int[] _places = new int[Slots];
    private readonly float[] _vector;
    private readonly int[] _rows = new int[WordFeatures.Most];
    private float[] _sums;
    private int _count;

    public WordVectors(SyntaxModel model)
    {
        _model = model;
        _shape = model.Network.Shape;
        _vector = new float[_shape.Embedding];
        _sums = new float[256 * _shape.BothGates];
    }

    /// <summary>Gates of both directions of each word that is kept, by <see cref="Row"/>.</summary>
    public float[] All => _sums;

    public bool IsFull => _count >= MostKept;

    public ReadOnlySpan<float> Sums(int row) => _sums.AsSpan(row * _shape.BothGates, _shape.BothGates);

    /// <summary>Lets go of all words. Rows given before are no longer valid.</summary>
    public void Clear()
    {
        Array.Clear(_keys);
        _count = 0;
    }

    /// <summary>The row of a word as it is written; valid until <see cref="Clear"/>.</summary>
    public int Row(ReadOnlySpan<char> form)
    {
        ulong key = WordHash.Of(form) | 1;
        int slot = (int)(key >> 40) & (Slots - 1);
        while (_keys[slot] != 0)
        {
            if (_keys[slot] == key)
            {
                return _places[slot];
            }

            slot = (slot + 1) & (Slots - 1);
        }

        if (_count == Slots - 1)
        {
            throw new InvalidOperationException("Clear was not called in time.");
        }

        if ((_count + 1) * _shape.BothGates > _sums.Length)
        {
            Array.Resize(ref _sums, 2 * _sums.Length);
        }

        _keys[slot] = key;
        _places[slot] = _count;
        Span<float> sums = _sums.AsSpan(_count++ * _shape.BothGates, _shape.BothGates);
        int count = WordFeatures.Rows(form, _shape.HashRows, _rows);
        Add(_model.Network, _model.Row(WordFeatures.Key(form)), _rows.AsSpan(0, count), _vector);
        _model.Network.Bias[0].CopyTo(sums);
        Kernels.Multiply(_vector, _shape.Embedding, _model.Network.Input[0], sums, 1, _shape.Embedding, _shape.BothGates, add: true);
        return _places[slot];
    }

    /// <summary>A word's vector: its own, those of its ends and shape, and the pieces', scaled so that long words weigh no more than short ones.</summary>
    public static void Add(Network network, int word, ReadOnlySpan<int> rows, Span<float> vector)
    {
        int width = vector.Length;
        network.Words.AsSpan(word * width, width).CopyTo(vector);
        float scale = PieceScale(rows.Length);
        for (int i = 0; i < rows.Length; i++)
        {
            Kernels.AddScaled(vector, network.Hashed.AsSpan(rows[i] * width, width), i < WordFeatures.Fixed ? 1 : scale);
        }
    }

    public static float PieceScale(int rows) => 1 / MathF.Sqrt(Math.Max(1, rows - WordFeatures.Fixed));
}
