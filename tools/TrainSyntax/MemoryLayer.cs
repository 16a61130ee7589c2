using System.Runtime.Intrinsics;
using Entente.Analysis.Syntax;

namespace Entente.Tools.TrainSyntax;

/// <summary>One direction of a long short-term memory layer over a batch; keeps what went on in its cells, which learning needs.</summary>
internal sealed class MemoryLayer(int hidden, int mostTokens)
{
    private readonly float[] _gates = new float[mostTokens * NetworkShape.GatesOf(hidden)];
    private readonly float[] _cells = new float[mostTokens * hidden];
    private readonly float[] _output = new float[mostTokens * hidden];

    /// <summary>Gate values by slot, 3 · hidden each.</summary>
    public ReadOnlySpan<float> Gates => _gates;

    public ReadOnlySpan<float> Cells => _cells;

    /// <summary>What each slot hands to the next step, after <c>keep</c>.</summary>
    public ReadOnlySpan<float> Output => _output;

    /// <param name="sums">By token, the input's part of the gates of both directions.</param>
    /// <param name="recurrent">hidden × gates.</param>
    /// <param name="keep">By sentence, factors on what a step hands to the next; empty for none.</param>
    /// <param name="results">By token, <c>2 · hidden</c> each; this direction fills its half.</param>
    public void Run(SentenceBatch batch, bool backward, ReadOnlySpan<float> sums, ReadOnlySpan<float> recurrent, ReadOnlySpan<float> keep, Span<float> results)
    {
        int width = NetworkShape.GatesOf(hidden);
        int side = backward ? 1 : 0;
        ReadOnlySpan<int> tokens = batch.TokensAt(backward);
        for (int slot = 0; slot < tokens.Length; slot++)
        {
            sums.Slice((tokens[slot] * 2 * width) + (side * width), width).CopyTo(_gates.AsSpan(slot * width));
        }

        for (int step = 0; step < batch.Steps; step++)
        {
            int first = batch.Offset(step);
            int rows = batch.Rows(step);
            int before = step == 0 ? -1 : batch.Offset(step - 1);
            if (before >= 0)
            {
                Kernels.Multiply(_output.AsSpan(before * hidden), hidden, recurrent, _gates.AsSpan(first * width), rows, hidden, width, add: true);
            }

            for (int row = 0; row < rows; row++)
            {
                int slot = first + row;
                Span<float> output = _output.AsSpan(slot * hidden, hidden);
                Cell(
                    _gates.AsSpan(slot * width, width),
                    before < 0 ? default : _cells.AsSpan((before + row) * hidden, hidden),
                    _cells.AsSpan(slot * hidden, hidden),
                    output);
                output.CopyTo(results[((tokens[slot] * 2 * hidden) + (side * hidden))..]);
                if (!keep.IsEmpty)
                {
                    Kernels.Scale(output, keep.Slice(row * hidden, hidden));
                }
            }
        }
    }

    /// <summary>One step of long short-term memory cells, for one sequence.</summary>
    /// <param name="gates">In: sums for the input and output gates and the new content, <c>3 · width</c>. Out: their values.</param>
    /// <param name="before">The cells one step before; empty at the start.</param>
    private static void Cell(Span<float> gates, ReadOnlySpan<float> before, Span<float> cells, Span<float> output)
    {
        int width = cells.Length;
        for (int i = 0; i < width; i += Kernels.Lanes)
        {
            Vector512<float> input = Kernels.Sigmoid(Vector512.Create(gates[i..]));
            Vector512<float> let = Kernels.Sigmoid(Vector512.Create(gates[(width + i)..]));
            Vector512<float> content = Kernels.Tanh(Vector512.Create(gates[((2 * width) + i)..]));
            Vector512<float> cell = input * content;
            if (!before.IsEmpty)
            {
                cell = Vector512.FusedMultiplyAdd(Vector512<float>.One - input, Vector512.Create(before[i..]), cell);
            }

            input.CopyTo(gates[i..]);
            let.CopyTo(gates[(width + i)..]);
            content.CopyTo(gates[((2 * width) + i)..]);
            cell.CopyTo(cells[i..]);
            (let * Kernels.Tanh(cell)).CopyTo(output[i..]);
        }
    }
}
