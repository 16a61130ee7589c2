using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Entente.Analysis.Syntax;

/// <summary>The arithmetic of the model. Matrices are rows of <see cref="float"/>, one after another; the width of each is a multiple of <see cref="Lanes"/>.</summary>
/// <remarks>Every sum is taken in one fixed order with fused multiply-adds, whatever the width of the machine's registers, so that the same text gives
/// the same bits on every machine. That is why products run over columns side by side and never add across a register.</remarks>
internal static class Kernels
{
    public const int Lanes = 16;

    /// <summary>The smallest multiple of <see cref="Lanes"/> that is not below <paramref name="width"/>.</summary>
    public static int Padded(int width) => (width + Lanes - 1) / Lanes * Lanes;

    /// <summary>C (m × n) = A (m × k) · B (k × n), or C += A · B.</summary>
    /// <param name="aStride">From one row of A to the next, in floats; rows of B and C lie <paramref name="n"/> apart.</param>
    public static void Multiply(ReadOnlySpan<float> a, int aStride, ReadOnlySpan<float> b, Span<float> c, int m, int k, int n, bool add)
    {
        if (m == 0)
        {
            return;
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(a.Length, ((m - 1) * aStride) + k);
        ArgumentOutOfRangeException.ThrowIfLessThan(b.Length, k * n);
        ArgumentOutOfRangeException.ThrowIfLessThan(c.Length, m * n);
        ref float a0 = ref MemoryMarshal.GetReference(a);
        ref float b0 = ref MemoryMarshal.GetReference(b);
        ref float c0 = ref MemoryMarshal.GetReference(c);
        int column = 0;
        for (; column + 64 <= n; column += 64)
        {
            int row = 0;
            for (; row + 4 <= m; row += 4)
            {
                Block4X4(ref Unsafe.Add(ref a0, row * aStride), aStride, ref Unsafe.Add(ref b0, column), ref Unsafe.Add(ref c0, (row * n) + column), k, n, add);
            }

            for (; row < m; row++)
            {
                Block1X4(ref Unsafe.Add(ref a0, row * aStride), ref Unsafe.Add(ref b0, column), ref Unsafe.Add(ref c0, (row * n) + column), k, n, add);
            }
        }

        for (; column < n; column += Lanes)
        {
            int row = 0;
            for (; row + 4 <= m; row += 4)
            {
                Block4X1(ref Unsafe.Add(ref a0, row * aStride), aStride, ref Unsafe.Add(ref b0, column), ref Unsafe.Add(ref c0, (row * n) + column), k, n, add);
            }

            for (; row < m; row++)
            {
                Block1X1(ref Unsafe.Add(ref a0, row * aStride), ref Unsafe.Add(ref b0, column), ref Unsafe.Add(ref c0, (row * n) + column), k, n, add);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Block4X4(ref float a, int aStride, ref float b, ref float c, int k, int n, bool add)
    {
        ref float a1 = ref Unsafe.Add(ref a, aStride);
        ref float a2 = ref Unsafe.Add(ref a, 2 * aStride);
        ref float a3 = ref Unsafe.Add(ref a, 3 * aStride);
        ref float c1 = ref Unsafe.Add(ref c, n);
        ref float c2 = ref Unsafe.Add(ref c, 2 * n);
        ref float c3 = ref Unsafe.Add(ref c, 3 * n);
        Vector512<float> s00, s01, s02, s03, s10, s11, s12, s13, s20, s21, s22, s23, s30, s31, s32, s33;
        if (add)
        {
            (s00, s01, s02, s03) = (Vector512.LoadUnsafe(ref c), Vector512.LoadUnsafe(ref c, 16), Vector512.LoadUnsafe(ref c, 32), Vector512.LoadUnsafe(ref c, 48));
            (s10, s11, s12, s13) = (Vector512.LoadUnsafe(ref c1), Vector512.LoadUnsafe(ref c1, 16), Vector512.LoadUnsafe(ref c1, 32), Vector512.LoadUnsafe(ref c1, 48));
            (s20, s21, s22, s23) = (Vector512.LoadUnsafe(ref c2), Vector512.LoadUnsafe(ref c2, 16), Vector512.LoadUnsafe(ref c2, 32), Vector512.LoadUnsafe(ref c2, 48));
            (s30, s31, s32, s33) = (Vector512.LoadUnsafe(ref c3), Vector512.LoadUnsafe(ref c3, 16), Vector512.LoadUnsafe(ref c3, 32), Vector512.LoadUnsafe(ref c3, 48));
        }
        else
        {
            s00 = s01 = s02 = s03 = s10 = s11 = s12 = s13 = s20 = s21 = s22 = s23 = s30 = s31 = s32 = s33 = Vector512<float>.Zero;
        }

        for (int i = 0; i < k; i++)
        {
            Vector512<float> b0 = Vector512.LoadUnsafe(ref b);
            Vector512<float> b1 = Vector512.LoadUnsafe(ref b, 16);
            Vector512<float> b2 = Vector512.LoadUnsafe(ref b, 32);
            Vector512<float> b3 = Vector512.LoadUnsafe(ref b, 48);
            Vector512<float> x = Vector512.Create(Unsafe.Add(ref a, i));
            s00 = Vector512.FusedMultiplyAdd(x, b0, s00);
            s01 = Vector512.FusedMultiplyAdd(x, b1, s01);
            s02 = Vector512.FusedMultiplyAdd(x, b2, s02);
            s03 = Vector512.FusedMultiplyAdd(x, b3, s03);
            x = Vector512.Create(Unsafe.Add(ref a1, i));
            s10 = Vector512.FusedMultiplyAdd(x, b0, s10);
            s11 = Vector512.FusedMultiplyAdd(x, b1, s11);
            s12 = Vector512.FusedMultiplyAdd(x, b2, s12);
            s13 = Vector512.FusedMultiplyAdd(x, b3, s13);
            x = Vector512.Create(Unsafe.Add(ref a2, i));
            s20 = Vector512.FusedMultiplyAdd(x, b0, s20);
            s21 = Vector512.FusedMultiplyAdd(x, b1, s21);
            s22 = Vector512.FusedMultiplyAdd(x, b2, s22);
            s23 = Vector512.FusedMultiplyAdd(x, b3, s23);
            x = Vector512.Create(Unsafe.Add(ref a3, i));
            s30 = Vector512.FusedMultiplyAdd(x, b0, s30);
            s31 = Vector512.FusedMultiplyAdd(x, b1, s31);
            s32 = Vector512.FusedMultiplyAdd(x, b2, s32);
            s33 = Vector512.FusedMultiplyAdd(x, b3, s33);
            b = ref Unsafe.Add(ref b, n);
        }

        s00.StoreUnsafe(ref c);
        s01.StoreUnsafe(ref c, 16);
        s02.StoreUnsafe(ref c, 32);
        s03.StoreUnsafe(ref c, 48);
        s10.StoreUnsafe(ref c1);
        s11.StoreUnsafe(ref c1, 16);
        s12.StoreUnsafe(ref c1, 32);
        s13.StoreUnsafe(ref c1, 48);
        s20.StoreUnsafe(ref c2);
        s21.StoreUnsafe(ref c2, 16);
        s22.StoreUnsafe(ref c2, 32);
        s23.StoreUnsafe(ref c2, 48);
        s30.StoreUnsafe(ref c3);
        s31.StoreUnsafe(ref c3, 16);
        s32.StoreUnsafe(ref c3, 32);
        s33.StoreUnsafe(ref c3, 48);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Block1X4(ref float a, ref float b, ref float c, int k, int n, bool add)
    {
        Vector512<float> s0 = add ? Vector512.LoadUnsafe(ref c) : Vector512<float>.Zero;
        Vector512<float> s1 = add ? Vector512.LoadUnsafe(ref c, 16) : Vector512<float>.Zero;
        Vector512<float> s2 = add ? Vector512.LoadUnsafe(ref c, 32) : Vector512<float>.Zero;
        Vector512<float> s3 = add ? Vector512.LoadUnsafe(ref c, 48) : Vector512<float>.Zero;
        for (int i = 0; i < k; i++)
        {
            Vector512<float> x = Vector512.Create(Unsafe.Add(ref a, i));
            s0 = Vector512.FusedMultiplyAdd(x, Vector512.LoadUnsafe(ref b), s0);
            s1 = Vector512.FusedMultiplyAdd(x, Vector512.LoadUnsafe(ref b, 16), s1);
            s2 = Vector512.FusedMultiplyAdd(x, Vector512.LoadUnsafe(ref b, 32), s2);
            s3 = Vector512.FusedMultiplyAdd(x, Vector512.LoadUnsafe(ref b, 48), s3);
            b = ref Unsafe.Add(ref b, n);
        }

        s0.StoreUnsafe(ref c);
        s1.StoreUnsafe(ref c, 16);
        s2.StoreUnsafe(ref c, 32);
        s3.StoreUnsafe(ref c, 48);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Block4X1(ref float a, int aStride, ref float b, ref float c, int k, int n, bool add)
    {
        ref float a1 = ref Unsafe.Add(ref a, aStride);
        ref float a2 = ref Unsafe.Add(ref a, 2 * aStride);
        ref float a3 = ref Unsafe.Add(ref a, 3 * aStride);
        Vector512<float> s0 = add ? Vector512.LoadUnsafe(ref c) : Vector512<float>.Zero;
        Vector512<float> s1 = add ? Vector512.LoadUnsafe(ref c, (nuint)n) : Vector512<float>.Zero;
        Vector512<float> s2 = add ? Vector512.LoadUnsafe(ref c, (nuint)(2 * n)) : Vector512<float>.Zero;
        Vector512<float> s3 = add ? Vector512.LoadUnsafe(ref c, (nuint)(3 * n)) : Vector512<float>.Zero;
        for (int i = 0; i < k; i++)
        {
            Vector512<float> y = Vector512.LoadUnsafe(ref b);
            s0 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref a, i)), y, s0);
            s1 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref a1, i)), y, s1);
            s2 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref a2, i)), y, s2);
            s3 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref a3, i)), y, s3);
            b = ref Unsafe.Add(ref b, n);
        }

        s0.StoreUnsafe(ref c);
        s1.StoreUnsafe(ref c, (nuint)n);
        s2.StoreUnsafe(ref c, (nuint)(2 * n));
        s3.StoreUnsafe(ref c, (nuint)(3 * n));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Block1X1(ref float a, ref float b, ref float c, int k, int n, bool add)
    {
        Vector512<float> s = add ? Vector512.LoadUnsafe(ref c) : Vector512<float>.Zero;
        for (int i = 0; i < k; i++)
        {
            s = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref a, i)), Vector512.LoadUnsafe(ref b), s);
            b = ref Unsafe.Add(ref b, n);
        }

        s.StoreUnsafe(ref c);
    }

    /// <summary>Each row of <paramref name="rows"/> + <paramref name="row"/>.</summary>
    public static void AddToRows(Span<float> rows, ReadOnlySpan<float> row)
    {
        for (int at = 0; at < rows.Length; at += row.Length)
        {
            Add(rows.Slice(at, row.Length), row);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(Span<float> sum, ReadOnlySpan<float> other)
    {
        for (int i = 0; i < sum.Length; i += Lanes)
        {
            (At(sum, i) + At(other, i)).CopyTo(sum[i..]);
        }
    }

    /// <summary>sum += factor · other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddScaled(Span<float> sum, ReadOnlySpan<float> other, float factor)
    {
        Vector512<float> by = Vector512.Create(factor);
        for (int i = 0; i < sum.Length; i += Lanes)
        {
            Vector512.FusedMultiplyAdd(At(other, i), by, At(sum, i)).CopyTo(sum[i..]);
        }
    }

    /// <summary>values ·= factors, one by one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Scale(Span<float> values, ReadOnlySpan<float> factors)
    {
        for (int i = 0; i < values.Length; i += Lanes)
        {
            (At(values, i) * At(factors, i)).CopyTo(values[i..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Rectify(Span<float> values)
    {
        for (int i = 0; i < values.Length; i += Lanes)
        {
            Vector512.Max(At(values, i), Vector512<float>.Zero).CopyTo(values[i..]);
        }
    }

    /// <summary>The place of the greatest value, the first of equals.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Greatest(ReadOnlySpan<float> values)
    {
        int best = 0;
        if (values.Length < Lanes)
        {
            for (int i = 1; i < values.Length; i++)
            {
                best = values[i] > values[best] ? i : best;
            }

            return best;
        }

        // The last register may take some values twice; the first place is kept all the same.
        Vector512<float> most = At(values, 0);
        for (int i = Lanes; i < values.Length; i += Lanes)
        {
            most = Vector512.Max(most, At(values, Math.Min(i, values.Length - Lanes)));
        }

        Vector256<float> half = Vector256.Max(most.GetLower(), most.GetUpper());
        Vector128<float> quarter = Vector128.Max(half.GetLower(), half.GetUpper());
        Vector512<float> greatest = Vector512.Create(Math.Max(Math.Max(quarter[0], quarter[1]), Math.Max(quarter[2], quarter[3])));
        for (int i = 0; i < values.Length; i += Lanes)
        {
            int from = Math.Min(i, values.Length - Lanes);
            if (Vector512.Equals(At(values, from), greatest).ExtractMostSignificantBits() is not 0 and var found)
            {
                return from + BitOperations.TrailingZeroCount(found);
            }
        }

        return 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sigmoid(Vector512<float> x) => Vector512<float>.One / (Vector512<float>.One + Exp(-x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tanh(Vector512<float> x) => Vector512.FusedMultiplyAdd(Vector512.Create(2f), Sigmoid(x + x), -Vector512<float>.One);

    /// <summary>e^x to within about two units in the last place: e^x = 2^n · e^r with |r| ≤ ln 2 / 2, and a polynomial for e^r.</summary>
    /// <remarks>Our own, because library functions may differ in the last bit from one platform to another.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x) => ExpWithin(Vector512.Min(Vector512.Max(x, Vector512.Create(-87f)), Vector512.Create(88f)));

    /// <summary><see cref="Exp"/> where x is known to lie between -87 and 88.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> ExpWithin(Vector512<float> x)
    {
        Vector512<float> shifted = Vector512.FusedMultiplyAdd(x, Vector512.Create(1.44269504f), Vector512.Create(12582912f));
        Vector512<float> n = shifted - Vector512.Create(12582912f);
        Vector512<float> r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-0.693145752f), x);
        r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-1.42860677e-6f), r);
        Vector512<float> p = Vector512.Create(1.3888889e-3f);
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(8.3333333e-3f));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(4.1666667e-2f));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1.6666667e-1f));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(0.5f));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512<float>.One);
        p = Vector512.FusedMultiplyAdd(p, r, Vector512<float>.One);
        return (p.AsInt32() + (shifted.AsInt32() << 23)).AsSingle();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> At(ReadOnlySpan<float> values, int index) => Vector512.Create(values.Slice(index, Lanes));
}
