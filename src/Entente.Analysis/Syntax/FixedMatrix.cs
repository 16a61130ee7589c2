using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Entente.Analysis.Syntax;

/// <summary>A matrix of weights as 16-bit numbers, for inputs between -1 and 1: twice as fast as <see cref="Kernels.Multiply"/>, and exact, so that the order of
/// sums does not matter.</summary>
/// <remarks>Rows lie in pairs, a pair's two weights for one column side by side, which is how processors multiply and add 16-bit numbers. Weights are scaled by the
/// largest power of two for which no sum can exceed 32 bits.</remarks>
internal sealed class FixedMatrix
{
    /// <summary>Inputs are scaled by this: 1 becomes 2^13.</summary>
    public const float InputScale = 8192;
    private const int MostWeightBits = 14;

    private readonly short[] _weights;
    private readonly float _unit;

    /// <param name="weights">rows × columns; both multiples of <see cref="Kernels.Lanes"/>.</param>
    public FixedMatrix(ReadOnlySpan<float> weights, int rows, int columns)
    {
        (Rows, Columns) = (rows, columns);
        double most = 0;
        float largest = 0;
        for (int column = 0; column < columns; column++)
        {
            double sum = 0;
            for (int row = 0; row < rows; row++)
            {
                float weight = Math.Abs(weights[(row * columns) + column]);
                sum += weight;
                largest = Math.Max(largest, weight);
            }

            most = Math.Max(most, sum);
        }

        int bits = MostWeightBits;
        while (bits > 0 && (Math.ScaleB((most * 1.01) + rows, bits) * InputScale > int.MaxValue || Math.ScaleB(largest, bits) > short.MaxValue))
        {
            bits--;
        }

        float scale = MathF.ScaleB(1, bits);
        _unit = 1 / (scale * InputScale);
        _weights = new short[rows * columns];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                float weight = Math.Clamp(MathF.Round(weights[(row * columns) + column] * scale), -short.MaxValue, short.MaxValue);
                _weights[(((row / 2 * columns) + column) * 2) + (row & 1)] = (short)weight;
            }
        }
    }

    public int Rows { get; }

    public int Columns { get; }

    /// <summary>results (count × columns) = inputs (count × rows) · this, or results += it.</summary>
    public void Multiply(ReadOnlySpan<short> inputs, Span<float> results, int count, bool add)
    {
        if (count == 0)
        {
            return;
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(inputs.Length, count * Rows);
        ArgumentOutOfRangeException.ThrowIfLessThan(results.Length, count * Columns);
        ref short a = ref MemoryMarshal.GetReference(inputs);
        ref short b = ref MemoryMarshal.GetArrayDataReference(_weights);
        ref float c = ref MemoryMarshal.GetReference(results);
        int column = 0;
        for (; column + 64 <= Columns; column += 64)
        {
            int row = 0;
            for (; row + 4 <= count; row += 4)
            {
                Block4X4(ref Unsafe.Add(ref a, row * Rows), ref Unsafe.Add(ref b, 2 * column), ref Unsafe.Add(ref c, (row * Columns) + column), add);
            }

            for (; row < count; row++)
            {
                Block1X4(ref Unsafe.Add(ref a, row * Rows), ref Unsafe.Add(ref b, 2 * column), ref Unsafe.Add(ref c, (row * Columns) + column), add);
            }
        }

        for (; column < Columns; column += Kernels.Lanes)
        {
            for (int row = 0; row < count; row++)
            {
                Block1X1(ref Unsafe.Add(ref a, row * Rows), ref Unsafe.Add(ref b, 2 * column), ref Unsafe.Add(ref c, (row * Columns) + column), add);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Block4X4(ref short a, ref short b, ref float c, bool add)
    {
        ref short a1 = ref Unsafe.Add(ref a, Rows);
        ref short a2 = ref Unsafe.Add(ref a, 2 * Rows);
        ref short a3 = ref Unsafe.Add(ref a, 3 * Rows);
        Vector512<int> s00, s01, s02, s03, s10, s11, s12, s13, s20, s21, s22, s23, s30, s31, s32, s33;
        s00 = s01 = s02 = s03 = s10 = s11 = s12 = s13 = s20 = s21 = s22 = s23 = s30 = s31 = s32 = s33 = Vector512<int>.Zero;
        for (int i = 0; i < Rows; i += 2)
        {
            Vector512<short> b0 = Vector512.LoadUnsafe(ref b);
            Vector512<short> b1 = Vector512.LoadUnsafe(ref b, 32);
            Vector512<short> b2 = Vector512.LoadUnsafe(ref b, 64);
            Vector512<short> b3 = Vector512.LoadUnsafe(ref b, 96);
            Vector512<short> x = Pair(ref a, i);
            s00 += Products(x, b0);
            s01 += Products(x, b1);
            s02 += Products(x, b2);
            s03 += Products(x, b3);
            x = Pair(ref a1, i);
            s10 += Products(x, b0);
            s11 += Products(x, b1);
            s12 += Products(x, b2);
            s13 += Products(x, b3);
            x = Pair(ref a2, i);
            s20 += Products(x, b0);
            s21 += Products(x, b1);
            s22 += Products(x, b2);
            s23 += Products(x, b3);
            x = Pair(ref a3, i);
            s30 += Products(x, b0);
            s31 += Products(x, b1);
            s32 += Products(x, b2);
            s33 += Products(x, b3);
            b = ref Unsafe.Add(ref b, 2 * Columns);
        }

        Store(ref c, s00, s01, s02, s03, add);
        Store(ref Unsafe.Add(ref c, Columns), s10, s11, s12, s13, add);
        Store(ref Unsafe.Add(ref c, 2 * Columns), s20, s21, s22, s23, add);
        Store(ref Unsafe.Add(ref c, 3 * Columns), s30, s31, s32, s33, add);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Block1X4(ref short a, ref short b, ref float c, bool add)
    {
        Vector512<int> s0, s1, s2, s3;
        s0 = s1 = s2 = s3 = Vector512<int>.Zero;
        for (int i = 0; i < Rows; i += 2)
        {
            Vector512<short> x = Pair(ref a, i);
            s0 += Products(x, Vector512.LoadUnsafe(ref b));
            s1 += Products(x, Vector512.LoadUnsafe(ref b, 32));
            s2 += Products(x, Vector512.LoadUnsafe(ref b, 64));
            s3 += Products(x, Vector512.LoadUnsafe(ref b, 96));
            b = ref Unsafe.Add(ref b, 2 * Columns);
        }

        Store(ref c, s0, s1, s2, s3, add);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Block1X1(ref short a, ref short b, ref float c, bool add)
    {
        Vector512<int> s = Vector512<int>.Zero;
        for (int i = 0; i < Rows; i += 2)
        {
            s += Products(Pair(ref a, i), Vector512.LoadUnsafe(ref b));
            b = ref Unsafe.Add(ref b, 2 * Columns);
        }

        Store(ref c, s, add);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Store(ref float c, Vector512<int> s0, Vector512<int> s1, Vector512<int> s2, Vector512<int> s3, bool add)
    {
        Store(ref c, s0, add);
        Store(ref Unsafe.Add(ref c, 16), s1, add);
        Store(ref Unsafe.Add(ref c, 32), s2, add);
        Store(ref Unsafe.Add(ref c, 48), s3, add);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Store(ref float c, Vector512<int> sum, bool add)
    {
        Vector512<float> value = Vector512.ConvertToSingle(sum) * _unit;
        (add ? value + Vector512.LoadUnsafe(ref c) : value).StoreUnsafe(ref c);
    }

    /// <summary>Two inputs beside each other, in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<short> Pair(ref short a, int index) => Vector512.Create(Unsafe.As<short, int>(ref Unsafe.Add(ref a, index))).AsInt16();

    /// <summary>In every lane the sum of two products.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Products(Vector512<short> a, Vector512<short> b)
    {
        if (Avx512BW.IsSupported)
        {
            return Avx512BW.MultiplyAddAdjacent(a, b);
        }

        if (Avx2.IsSupported)
        {
            return Vector512.Create(Avx2.MultiplyAddAdjacent(a.GetLower(), b.GetLower()), Avx2.MultiplyAddAdjacent(a.GetUpper(), b.GetUpper()));
        }

        return PlainProducts(a, b);
    }

    /// <summary><see cref="Products"/> for machines without such an instruction; it is what the test holds the instruction against.</summary>
    internal static Vector512<int> PlainProducts(Vector512<short> a, Vector512<short> b)
    {
        Vector512<int> low = ((a.AsInt32() << 16) >> 16) * ((b.AsInt32() << 16) >> 16);
        return low + ((a.AsInt32() >> 16) * (b.AsInt32() >> 16));
    }
}
