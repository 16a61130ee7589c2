namespace Entente.Analysis.Scoring;

/// <summary>The pairing of rows with columns whose sum is largest.</summary>
/// <remarks>Hungarian method with potentials (Kuhn 1955; Jonker and Volgenant 1987). Cost: rows² × columns.</remarks>
internal static class Assignment
{
    /// <param name="gain">Rows × columns; no more rows than columns.</param>
    public static double Largest(double[,] gain)
    {
        int rows = gain.GetLength(0), columns = gain.GetLength(1);
        double[] u = new double[rows + 1], v = new double[columns + 1];
        int[] match = new int[columns + 1], way = new int[columns + 1];
        for (int i = 1; i <= rows; i++)
        {
            match[0] = i;
            int j0 = 0;
            double[] least = new double[columns + 1];
            Array.Fill(least, double.PositiveInfinity);
            bool[] used = new bool[columns + 1];
            do
            {
                used[j0] = true;
                int i0 = match[j0], j1 = 0;
                double delta = double.PositiveInfinity;
                for (int j = 1; j <= columns; j++)
                {
                    if (used[j])
                    {
                        continue;
                    }

                    double cost = -gain[i0 - 1, j - 1] - u[i0] - v[j];
                    if (cost < least[j])
                    {
                        least[j] = cost;
                        way[j] = j0;
                    }

                    if (least[j] < delta)
                    {
                        delta = least[j];
                        j1 = j;
                    }
                }

                for (int j = 0; j <= columns; j++)
                {
                    if (used[j])
                    {
                        u[match[j]] += delta;
                        v[j] -= delta;
                    }
                    else
                    {
                        least[j] -= delta;
                    }
                }

                j0 = j1;
            }
            while (match[j0] != 0);

            do
            {
                int j1 = way[j0];
                match[j0] = match[j1];
                j0 = j1;
            }
            while (j0 != 0);
        }

        double sum = 0;
        for (int j = 1; j <= columns; j++)
        {
            sum += match[j] > 0 ? gain[match[j] - 1, j - 1] : 0;
        }

        return sum;
    }
}
