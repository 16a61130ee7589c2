using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Entente.Analysis.Entities;

/// <summary>A trained linear-chain model of names: a weight for each pair of feature and label, and for each pair of neighbouring labels.</summary>
/// <remarks>Weights are whole numbers of 1/<see cref="Unit"/>, so that every machine adds them to the same sum. Immutable; one serves any number of threads.</remarks>
public sealed class MentionModel
{
    /// <summary>A weight of 1 is stored as this.</summary>
    internal const float Unit = 24;

    /// <summary>Numbers a row holds; those past the last label are 0.</summary>
    internal const int Width = 48;

    private const ulong Magic = 0x3154_5449_4E45_4E00; // "\0NENITT1"
    private const int MostRows = 1 << 22;

    /// <summary>Bytes of a row with one weight, as a row without any is not written.</summary>
    private const int LeastRow = 7;

    private static readonly Lazy<MentionModel> s_english = new(() =>
    {
        using Stream stream = typeof(MentionModel).Assembly.GetManifestResourceStream("english-names.model")
            ?? throw new InvalidOperationException("The model english-names.model is not in the assembly.");
        return Read(stream);
    });

    private readonly uint[] _keys;
    private readonly int[] _slots;
    private readonly sbyte[] _weights;
    private readonly short[] _transitions;
    private readonly int _mask;

    private MentionModel(uint[] keys, sbyte[] weights, short[] transitions)
    {
        _keys = keys;
        _weights = weights;
        _transitions = transitions;
        int size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, keys.Length * 2));
        _mask = size - 1;
        _slots = new int[size];
        for (int row = 0; row < keys.Length; row++)
        {
            int slot = (int)keys[row] & _mask;
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & _mask;
            }

            _slots[slot] = row + 1;
        }
    }

    /// <summary>The model shipped for English; its card is <c>models/english-names.md</c>.</summary>
    public static MentionModel English => s_english.Value;

    /// <summary>How many features have weights.</summary>
    public int Rows => _keys.Length;

    /// <summary>The weight of <paramref name="next"/> after <paramref name="label"/>, in units.</summary>
    internal int Transition(int label, int next) => _transitions[(label * MentionLabels.Count) + next];

    /// <summary>A feature's key: the upper half of its hash. Features that share one share weights.</summary>
    internal static uint KeyOf(ulong feature) => (uint)(feature >> 32);

    /// <summary>Adds the weights of <paramref name="features"/> to <paramref name="scores"/>, which holds <see cref="Width"/> numbers.</summary>
    internal void Add(ReadOnlySpan<ulong> features, Span<short> scores)
    {
        ref short score = ref MemoryMarshal.GetReference(scores);
        Vector128<short> a = Vector128.LoadUnsafe(ref score, 0), b = Vector128.LoadUnsafe(ref score, 8), c = Vector128.LoadUnsafe(ref score, 16);
        Vector128<short> d = Vector128.LoadUnsafe(ref score, 24), e = Vector128.LoadUnsafe(ref score, 32);
        foreach (ulong feature in features)
        {
            int row = Row(KeyOf(feature));
            if (row < 0)
            {
                continue;
            }

            ref sbyte weight = ref _weights[row * Width];
            Vector128<sbyte> first = Vector128.LoadUnsafe(ref weight, 0), second = Vector128.LoadUnsafe(ref weight, 16), third = Vector128.LoadUnsafe(ref weight, 32);
            a += Vector128.WidenLower(first);
            b += Vector128.WidenUpper(first);
            c += Vector128.WidenLower(second);
            d += Vector128.WidenUpper(second);
            e += Vector128.WidenLower(third);
        }

        a.StoreUnsafe(ref score, 0);
        b.StoreUnsafe(ref score, 8);
        c.StoreUnsafe(ref score, 16);
        d.StoreUnsafe(ref score, 24);
        e.StoreUnsafe(ref score, 32);
    }

    /// <param name="weights">For each feature key, the weight of every label.</param>
    internal static MentionModel From(IReadOnlyList<(uint Key, float[] Weights)> weights, ReadOnlySpan<float> transitions)
    {
        List<uint> keys = [];
        List<sbyte> stored = [];
        Span<sbyte> row = stackalloc sbyte[Width];
        foreach ((uint key, float[] values) in weights.OrderBy(w => w.Key))
        {
            bool any = false;
            row.Clear();
            for (int label = 0; label < MentionLabels.Count; label++)
            {
                row[label] = (sbyte)Math.Clamp(MathF.Round(values[label] * Unit), -127, 127);
                any |= row[label] != 0;
            }

            if (any)
            {
                keys.Add(key);
                stored.AddRange(row);
            }
        }

        short[] pairs = new short[MentionLabels.Count * MentionLabels.Count];
        for (int i = 0; i < pairs.Length; i++)
        {
            pairs[i] = (short)Math.Clamp(MathF.Round(transitions[i] * Unit), -2000, 2000);
        }

        return new MentionModel([.. keys], [.. stored], pairs);
    }

    /// <summary>Writes a form that <see cref="Read"/> gives back: rows in order of their keys, of each only the numbers that are not 0.</summary>
    internal void Write(Stream stream)
    {
        using BinaryWriter writer = new(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(MentionLabels.Count);
        writer.Write(_keys.Length);
        foreach (short pair in _transitions)
        {
            writer.Write(pair);
        }

        for (int r = 0; r < _keys.Length; r++)
        {
            writer.Write(_keys[r]);
            ReadOnlySpan<sbyte> row = _weights.AsSpan(r * Width, MentionLabels.Count);
            writer.Write((byte)(row.Length - row.Count((sbyte)0)));
            for (int label = 0; label < row.Length; label++)
            {
                if (row[label] != 0)
                {
                    writer.Write((byte)label);
                    writer.Write(row[label]);
                }
            }
        }
    }

    /// <exception cref="InvalidDataException">The stream is not a whole model of this version.</exception>
    public static MentionModel Read(Stream stream)
    {
        using MemoryStream memory = new();
        stream.CopyTo(memory);
        ReadOnlySpan<byte> bytes = memory.GetBuffer().AsSpan(0, (int)memory.Length);
        const int Pairs = MentionLabels.Count * MentionLabels.Count;
        if (bytes.Length < 16 + (2 * Pairs) || BinaryPrimitives.ReadUInt64LittleEndian(bytes) != Magic || BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]) != MentionLabels.Count)
        {
            throw new InvalidDataException("Not a model of names of this version.");
        }

        int rows = BinaryPrimitives.ReadInt32LittleEndian(bytes[12..]);
        if (rows is < 0 or > MostRows)
        {
            throw new InvalidDataException("The model of names states a size that this version does not take.");
        }

        bytes = bytes[16..];
        short[] transitions = new short[Pairs];
        for (int i = 0; i < Pairs; i++)
        {
            transitions[i] = BinaryPrimitives.ReadInt16LittleEndian(bytes[(2 * i)..]);
        }

        bytes = bytes[(2 * Pairs)..];
        if (bytes.Length / LeastRow < rows)
        {
            // Before room for them is taken: a few bytes may state millions of rows.
            throw Cut();
        }

        uint[] keys = new uint[rows];
        sbyte[] weights = new sbyte[rows * Width];
        for (int r = 0; r < rows; r++)
        {
            int count = bytes.Length >= LeastRow ? bytes[4] : throw Cut();
            if (count == 0)
            {
                throw Disordered();
            }

            if (bytes.Length < 5 + (2 * count))
            {
                throw Cut();
            }

            keys[r] = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
            if (r > 0 && keys[r] <= keys[r - 1])
            {
                throw Disordered();
            }

            int last = -1;
            for (int i = 0; i < count; i++)
            {
                int label = bytes[5 + (2 * i)];
                if (label >= MentionLabels.Count)
                {
                    throw new InvalidDataException("The model of names has a label that this version does not know.");
                }

                sbyte weight = (sbyte)bytes[6 + (2 * i)];
                weights[(r * Width) + label] = label > last && weight != 0 ? weight : throw Disordered();
                last = label;
            }

            bytes = bytes[(5 + (2 * count))..];
        }

        return bytes.IsEmpty ? new MentionModel(keys, weights, transitions) : throw new InvalidDataException("The model of names is followed by other bytes.");
    }

    private static InvalidDataException Disordered() => new("The model of names has rows or weights out of order, twice or without a value.");

    private static InvalidDataException Cut() => new("The model of names is cut short.");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Row(uint key)
    {
        int slot = (int)key & _mask;
        int row;
        while ((row = _slots[slot]) != 0)
        {
            if (_keys[row - 1] == key)
            {
                return row - 1;
            }

            slot = (slot + 1) & _mask;
        }

        return -1;
    }
}
