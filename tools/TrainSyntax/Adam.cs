using System.Runtime.Intrinsics;
using Entente.Analysis.Syntax;

namespace Entente.Tools.TrainSyntax;

/// <summary>Adam (Kingma and Ba 2015) over one array; rows of tables are moved only when they were touched.</summary>
internal sealed class Adam(float[] values)
{
    private const float First = 0.9f;
    private const float Second = 0.98f;
    private const float Epsilon = 1e-8f;

    private readonly float[] _mean = new float[values.Length];
    private readonly float[] _square = new float[values.Length];

    /// <param name="step">From 1.</param>
    public void Move(ReadOnlySpan<float> gradient, int from, int length, float rate, int step, float scale)
    {
        // Powers are taken in double so that late steps still differ; they are the same for all entries.
        float firstBias = (float)(1 / (1 - Math.Pow(First, step)));
        float secondBias = (float)(1 / (1 - Math.Pow(Second, step)));
        for (int i = from; i < from + length; i += Kernels.Lanes)
        {
            Vector512<float> g = Vector512.Create(gradient.Slice(i, Kernels.Lanes)) * scale;
            Vector512<float> mean = (Vector512.Create(_mean.AsSpan(i)) * First) + (g * (1 - First));
            Vector512<float> square = (Vector512.Create(_square.AsSpan(i)) * Second) + (g * g * (1 - Second));
            mean.CopyTo(_mean.AsSpan(i));
            square.CopyTo(_square.AsSpan(i));
            Vector512<float> move = mean * (firstBias * rate) / (Vector512.Sqrt(square * secondBias) + Vector512.Create(Epsilon));
            (Vector512.Create(values.AsSpan(i)) - move).CopyTo(values.AsSpan(i));
        }
    }
}
