using System.Runtime.Intrinsics;
using Entente.Analysis.Syntax;

namespace Entente.Tests.Analysis.Syntax;

public class KernelsTests
{
    [Theory]
    [InlineData(1, 1, 16)]
    [InlineData(3, 7, 48)]
    [InlineData(4, 64, 64)]
    [InlineData(9, 33, 144)]
    [InlineData(21, 96, 512)]
    public void A_product_is_the_plain_sum_in_order_to_the_last_bit(int m, int k, int n)
    {
        Random random = new(m * k);
        int stride = k + 5;
        float[] a = Numbers(random, m * stride);
        float[] b = Numbers(random, k * n);
        foreach (bool add in new[] { false, true })
        {
            float[] c = Numbers(random, m * n);
            float[] expected = [.. c];
            for (int i = 0; i < m; i++)
            {
                for (int j = 0; j < n; j++)
                {
                    float sum = add ? c[(i * n) + j] : 0;
                    for (int x = 0; x < k; x++)
                    {
                        sum = MathF.FusedMultiplyAdd(a[(i * stride) + x], b[(x * n) + j], sum);
                    }

                    expected[(i * n) + j] = sum;
                }
            }

            Kernels.Multiply(a, stride, b, c, m, k, n, add);

            Assert.Equal(expected, c);
        }
    }

    [Fact]
    public void Exponentials_are_exact_to_six_figures()
    {
        for (float x = -80; x < 80; x += 0.37f)
        {
            double expected = Math.Exp(x);
            Assert.InRange(Kernels.Exp(Vector512.Create(x))[3], expected * 0.999999, expected * 1.000001);
        }
    }

    [Fact]
    public void Sigmoid_and_tangent_end_at_their_bounds()
    {
        Assert.Equal(1, Kernels.Sigmoid(Vector512.Create(200f))[0], 5);
        Assert.Equal(0, Kernels.Sigmoid(Vector512.Create(-200f))[0], 5);
        Assert.Equal(1, Kernels.Tanh(Vector512.Create(200f))[0], 5);
        Assert.Equal(Math.Tanh(0.4), Kernels.Tanh(Vector512.Create(0.4f))[0], 5);
    }

    [Fact]
    public void The_greatest_is_the_first_of_equals_at_any_length()
    {
        Random random = new(3);
        for (int length = 1; length < 70; length++)
        {
            float[] values = [.. Enumerable.Range(0, length).Select(_ => (float)random.Next(6))];
            values[random.Next(length)] = float.NegativeInfinity;
            Assert.Equal(Array.IndexOf(values, values.Max()), Kernels.Greatest(values));
        }
    }

    private static float[] Numbers(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() * 2) - 1)];
}
