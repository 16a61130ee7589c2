using Entente.Analysis.Syntax;

namespace Entente.Tests.Analysis.Syntax;

public class CellLayerTests
{
    private const int Hidden = 16;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_layer_gives_what_the_formula_of_its_cells_gives(int side)
    {
        Random random = new(5);
        int[] lengths = [7, 5, 5, 2, 1];
        int width = NetworkShape.GatesOf(Hidden);
        SentenceBatch batch = new(lengths.Length, lengths.Sum());
        batch.Fill(lengths);
        float[] gates = Numbers(random, batch.Tokens * 2 * width, 4);
        float[] weights = Numbers(random, Hidden * width, 1);
        short[] results = new short[batch.Tokens * 2 * Hidden];

        new CellLayer(Hidden, lengths.Length).RunWords(batch, side, gates, [.. Enumerable.Range(0, batch.Tokens)], new FixedMatrix(weights, Hidden, width), results);

        for (int s = 0; s < lengths.Length; s++)
        {
            double[] cells = new double[Hidden];
            double[] output = new double[Hidden];
            for (int step = 0; step < lengths[s]; step++)
            {
                int token = batch.Start(s) + (side == 0 ? step : lengths[s] - 1 - step);
                double[] sums = [.. Enumerable.Range(0, width).Select(g => gates[(((token * 2) + side) * width) + g] + Enumerable.Range(0, Hidden).Sum(h => output[h] * weights[(h * width) + g]))];
                for (int i = 0; i < Hidden; i++)
                {
                    double taken = Sigmoid(sums[i]);
                    cells[i] = (taken * Math.Tanh(sums[(2 * Hidden) + i])) + ((1 - taken) * cells[i]);
                    output[i] = Sigmoid(sums[Hidden + i]) * Math.Tanh(cells[i]);
                    Assert.Equal(output[i], results[(((token * 2) + side) * Hidden) + i] / FixedMatrix.InputScale, 2e-3);
                }
            }
        }
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    private static float[] Numbers(Random random, int count, float most) => [.. Enumerable.Range(0, count).Select(_ => ((random.NextSingle() * 2) - 1) * most)];
}
