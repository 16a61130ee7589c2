namespace Entente.Analysis.Syntax;

/// <summary>One direction of a long short-term memory layer over a batch; keeps what went on in its cells, which learning needs.</summary>
internal sealed class MemoryLayer(int hidden, int mostTokens)
{
    private readonly float[] _gates = new float[mostTokens * 4 * hidden];
    private readonly float[] _cells = new float[mostTokens * hidden];
    private readonly float[] _output = new float[mostTokens * hidden];

    /// <summary>Gate values by slot, 4 · hidden each.</summary>
    public ReadOnlySpan<float> Gates => _gates;

    public ReadOnlySpan<float> Cells => _cells;

    /// <summary>What each slot hands to the next step, after <c>keep</c>.</summary>
    public ReadOnlySpan<float> Output => _output;

    /// <param name="sums">By token, <c>8 · hidden</c> each: the input's part of the gates of both directions.</param>
    /// <param name="recurrent">hidden × 4 hidden.</param>
    /// <param name="keep">By sentence, factors on what a step hands to the next; empty for none.</param>
    /// <param name="results">By token, <c>2 · hidden</c> each; this direction fills its half.</param>
    public void Run(SentenceBatch batch, bool backward, ReadOnlySpan<float> sums, ReadOnlySpan<float> recurrent, ReadOnlySpan<float> keep, Span<float> results)
    {
        int width = 4 * hidden;
        int side = backward ? 1 : 0;
        ReadOnlySpan<int> tokens = batch.TokensAt(backward);
        for (int step = 0; step < batch.Steps; step++)
        {
            int first = batch.Offset(step);
            int rows = batch.Rows(step);
            for (int row = 0; row < rows; row++)
            {
                sums.Slice((tokens[first + row] * 2 * width) + (side * width), width).CopyTo(_gates.AsSpan((first + row) * width));
            }

            int before = step == 0 ? -1 : batch.Offset(step - 1);
            if (before >= 0)
            {
                Kernels.Multiply(_output.AsSpan(before * hidden), hidden, recurrent, _gates.AsSpan(first * width), rows, hidden, width, add: true);
            }

            for (int row = 0; row < rows; row++)
            {
                int slot = first + row;
                Span<float> output = _output.AsSpan(slot * hidden, hidden);
                Kernels.LstmCell(
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
}
