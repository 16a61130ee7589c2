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

    /// <param name="input">The part of the gates that comes from the layer's input.</param>
    /// <param name="recurrent">The part of the gates that comes from the step before.</param>
    /// <param name="keep">By sentence, factors on what a step hands to the next; empty for none.</param>
    /// <param name="results">By token, <c>2 · hidden</c> each; this direction fills its half.</param>
    public void Run<TInput, TRecurrent>(SentenceBatch batch, bool backward, TInput input, TRecurrent recurrent, ReadOnlySpan<float> keep, Span<float> results)
        where TInput : struct, ILayerInput
        where TRecurrent : struct, IRecurrence
    {
        int width = 4 * hidden;
        int side = backward ? 1 : 0;
        ReadOnlySpan<int> tokens = batch.TokensAt(backward);
        input.Fill(_gates.AsSpan(0, tokens.Length * width), tokens, side);
        for (int step = 0; step < batch.Steps; step++)
        {
            int first = batch.Offset(step);
            int rows = batch.Rows(step);
            int before = step == 0 ? -1 : batch.Offset(step - 1);
            if (before >= 0)
            {
                recurrent.AddTo(_gates.AsSpan(first * width), _output.AsSpan(before * hidden, rows * hidden), rows);
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

/// <summary>What the input of a layer gives to the gates.</summary>
internal interface ILayerInput
{
    /// <param name="gates">4 · hidden for each slot.</param>
    /// <param name="tokens">The token at each slot.</param>
    /// <param name="side">0 for forward, 1 for backward.</param>
    void Fill(Span<float> gates, ReadOnlySpan<int> tokens, int side);
}

/// <param name="Sums">8 · hidden for each row: both directions.</param>
/// <param name="RowOf">By token; null where rows are tokens.</param>
internal readonly record struct SummedInput(float[] Sums, int[]? RowOf, int Hidden) : ILayerInput
{
    public void Fill(Span<float> gates, ReadOnlySpan<int> tokens, int side)
    {
        int width = 4 * Hidden;
        for (int slot = 0; slot < tokens.Length; slot++)
        {
            int row = RowOf is null ? tokens[slot] : RowOf[tokens[slot]];
            Sums.AsSpan((row * 2 * width) + (side * width), width).CopyTo(gates[(slot * width)..]);
        }
    }
}

/// <param name="Weights">By direction, what goes into the layer × 4 hidden.</param>
/// <param name="Bias">8 · hidden: both directions.</param>
/// <param name="Rounded">What the layer before gave, by token.</param>
/// <param name="InSlots">Room for the same by slot.</param>
internal readonly record struct FixedInput(FixedMatrix[] Weights, float[] Bias, short[] Rounded, short[] InSlots) : ILayerInput
{
    public void Fill(Span<float> gates, ReadOnlySpan<int> tokens, int side)
    {
        FixedMatrix weights = Weights[side];
        int width = weights.Rows;
        for (int slot = 0; slot < tokens.Length; slot++)
        {
            Rounded.AsSpan(tokens[slot] * width, width).CopyTo(InSlots.AsSpan(slot * width));
        }

        weights.Multiply(InSlots, gates, tokens.Length, add: false);
        Kernels.AddToRows(gates, Bias.AsSpan(side * weights.Columns, weights.Columns));
    }
}

/// <summary>What the outputs of one step add to the gates of the next.</summary>
internal interface IRecurrence
{
    /// <param name="gates">4 · hidden for each sentence.</param>
    /// <param name="outputs">hidden for each sentence.</param>
    void AddTo(Span<float> gates, ReadOnlySpan<float> outputs, int sentences);
}

/// <param name="Weights">hidden × 4 hidden.</param>
internal readonly record struct FloatRecurrence(float[] Weights, int Hidden) : IRecurrence
{
    public void AddTo(Span<float> gates, ReadOnlySpan<float> outputs, int sentences) =>
        Kernels.Multiply(outputs, Hidden, Weights, gates, sentences, Hidden, 4 * Hidden, add: true);
}

/// <param name="Rounded">Room for the outputs of one step.</param>
internal readonly record struct FixedRecurrence(FixedMatrix Weights, short[] Rounded) : IRecurrence
{
    public void AddTo(Span<float> gates, ReadOnlySpan<float> outputs, int sentences)
    {
        FixedMatrix.Round(outputs, Rounded);
        Weights.Multiply(Rounded, gates, sentences, add: true);
    }
}
