using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Entente.Analysis.Syntax;

/// <summary>One direction of a long short-term memory layer over a batch, as a parser needs it: nothing is kept but what the layer gives, rounded to 16 bits.</summary>
internal sealed class CellLayer(int hidden, int mostSentences)
{
    /// <summary>Rows are multiplied four at a time; so many more may be computed than there are.</summary>
    private const int Spare = 3;

    private readonly short[] _handed = new short[(mostSentences + Spare) * hidden];
    private readonly float[] _fromBefore = new float[(mostSentences + Spare) * NetworkShape.GatesOf(hidden)];
    private readonly float[] _cells = new float[mostSentences * hidden];

    /// <summary>The first layer, whose input gives each word's gates outright.</summary>
    /// <param name="gates">The gates of both directions for each row.</param>
    /// <param name="rowOf">The row of each token.</param>
    /// <param name="results">2 · hidden for each token; this direction fills its half.</param>
    public void RunWords(SentenceBatch batch, int side, ReadOnlySpan<float> gates, ReadOnlySpan<int> rowOf, FixedMatrix recurrent, Span<short> results)
    {
        int width = NetworkShape.GatesOf(hidden);
        ReadOnlySpan<int> tokens = batch.TokensAt(side == 1);
        for (int step = 0; step < batch.Steps; step++)
        {
            int first = batch.Offset(step);
            int rows = batch.Rows(step);
            if (step > 0)
            {
                recurrent.Multiply(_handed, _fromBefore, Whole(rows), add: false);
            }

            for (int row = 0; row < rows; row++)
            {
                int token = tokens[first + row];
                Step(
                    gates.Slice(((rowOf[token] * 2) + side) * width, width),
                    step > 0 ? _fromBefore.AsSpan(row * width, width) : default,
                    default,
                    row,
                    results.Slice(((token * 2) + side) * hidden, hidden));
            }
        }
    }

    /// <summary>A layer above another.</summary>
    /// <param name="gates">Room for one direction's gates for each slot.</param>
    /// <param name="below">What the layer below gave, 2 · hidden for each token.</param>
    /// <param name="inSlots">Room for the same by slot.</param>
    public void RunAbove(SentenceBatch batch, int side, ReadOnlySpan<short> below, FixedMatrix input, ReadOnlySpan<float> bias, FixedMatrix recurrent, Span<short> inSlots, Span<float> gates, Span<short> results)
    {
        int width = NetworkShape.GatesOf(hidden);
        ReadOnlySpan<int> tokens = batch.TokensAt(side == 1);
        for (int slot = 0; slot < tokens.Length; slot++)
        {
            below.Slice(tokens[slot] * input.Rows, input.Rows).CopyTo(inSlots[(slot * input.Rows)..]);
        }

        input.Multiply(inSlots, gates, tokens.Length, add: false);
        for (int step = 0; step < batch.Steps; step++)
        {
            int first = batch.Offset(step);
            int rows = batch.Rows(step);
            if (step > 0)
            {
                recurrent.Multiply(_handed, _fromBefore, Whole(rows), add: false);
            }

            for (int row = 0; row < rows; row++)
            {
                Step(
                    gates.Slice((first + row) * width, width),
                    step > 0 ? _fromBefore.AsSpan(row * width, width) : default,
                    bias,
                    row,
                    results.Slice(((tokens[first + row] * 2) + side) * hidden, hidden));
            }
        }
    }

    private static int Whole(int rows) => rows == 1 ? 1 : (rows + Spare) & ~Spare;

    /// <summary>One step of one sentence.</summary>
    /// <param name="gates">3 · hidden: input, output and content.</param>
    /// <param name="before">What the step before adds to them; empty at the first.</param>
    /// <param name="bias">What is added to them always; empty for nothing.</param>
    /// <remarks>σ(i)·tanh(g) + (1 − σ(i))·c and σ(o)·tanh(c) are written as one fraction each: with e^−x for σ and e^−2x for tanh,
    /// (1 − e^−2g + e^−i·c·(1 + e^−2g)) / ((1 + e^−i)(1 + e^−2g)).</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Step(ReadOnlySpan<float> gates, ReadOnlySpan<float> before, ReadOnlySpan<float> bias, int row, Span<short> result)
    {
        Span<float> cells = _cells.AsSpan(row * hidden, hidden);
        Span<short> handed = _handed.AsSpan(row * hidden, hidden);
        Vector512<float> one = Vector512<float>.One;
        for (int i = 0; i < hidden; i += Kernels.Lanes)
        {
            Vector512<float> input = Vector512.Create(gates[i..]);
            Vector512<float> let = Vector512.Create(gates[(hidden + i)..]);
            Vector512<float> content = Vector512.Create(gates[((2 * hidden) + i)..]);
            if (!before.IsEmpty)
            {
                input += Vector512.Create(before[i..]);
                let += Vector512.Create(before[(hidden + i)..]);
                content += Vector512.Create(before[((2 * hidden) + i)..]);
            }

            if (!bias.IsEmpty)
            {
                input += Vector512.Create(bias[i..]);
                let += Vector512.Create(bias[(hidden + i)..]);
                content += Vector512.Create(bias[((2 * hidden) + i)..]);
            }

            Vector512<float> ei = Kernels.ExpWithin(Clamped(-input));
            Vector512<float> eg = Kernels.ExpWithin(Clamped(content * -2f));
            Vector512<float> taken = one - eg;
            if (!before.IsEmpty)
            {
                taken = Vector512.FusedMultiplyAdd(ei * (one + eg), Vector512.Create(cells[i..]), taken);
            }

            Vector512<float> cell = taken / ((one + ei) * (one + eg));
            cell.CopyTo(cells[i..]);
            Vector512<float> eo = Kernels.ExpWithin(Clamped(-let));
            Vector512<float> ec = Kernels.ExpWithin(cell * -2f);
            Vector512<float> output = (one - ec) / ((one + eo) * (one + ec));
            Vector512<int> whole = Vector512.ConvertToInt32(Vector512.Round(output * FixedMatrix.InputScale));
            Vector256<short> rounded = Vector512.Narrow(whole, whole).GetLower();
            rounded.CopyTo(handed[i..]);
            rounded.CopyTo(result[i..]);
        }
    }

    /// <summary>Keeps products of two exponentials in range; beyond ±40 neither function can be told from its bound. Cells lie between -1 and 1 by themselves.</summary>
    private static Vector512<float> Clamped(Vector512<float> x) => Vector512.Min(Vector512.Max(x, Vector512.Create(-40f)), Vector512.Create(40f));
}
