using Entente.Analysis.Scoring;

namespace Entente.Tests.Analysis.Scoring;

public sealed class AssignmentTests
{
    [Fact]
    public void Finds_what_trying_every_pairing_finds()
    {
        Random random = new(11);
        for (int round = 0; round < 500; round++)
        {
            int rows = random.Next(1, 6), columns = random.Next(rows, 7);
            double[,] gain = new double[rows, columns];
            for (int i = 0; i < rows; i++)
            {
                for (int j = 0; j < columns; j++)
                {
                    // Many alike and many nothing, as among chains.
                    gain[i, j] = random.Next(3) == 0 ? 0 : random.Next(1, 5) / 4.0;
                }
            }

            Assert.Equal(Best(gain, 0, 0), Assignment.Largest(gain), 9);
        }
    }

    [Fact]
    public void The_largest_of_a_row_is_given_up_for_the_sum()
    {
        Assert.Equal(9, Assignment.Largest(new double[,] { { 5, 4 }, { 5, 1 } }), 9);
        Assert.Equal(0, Assignment.Largest(new double[0, 3]), 9);
        Assert.Equal(7, Assignment.Largest(new double[,] { { 1, 7, 2 } }), 9);
    }

    private static double Best(double[,] gain, int row, int taken)
    {
        if (row == gain.GetLength(0))
        {
            return 0;
        }

        double best = double.NegativeInfinity;
        for (int j = 0; j < gain.GetLength(1); j++)
        {
            if ((taken >> j & 1) == 0)
            {
                best = Math.Max(best, gain[row, j] + Best(gain, row + 1, taken | (1 << j)));
            }
        }

        return best;
    }
}
