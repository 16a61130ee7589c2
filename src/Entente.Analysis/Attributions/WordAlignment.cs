namespace Entente.Analysis.Attributions;

/// <summary>The best stretch in which two word lists run alike, with gaps.</summary>
/// <remarks>Smith &amp; Waterman 1981 with affine gaps (Gotoh 1982): a long run left out costs little more than one word, so a quotation cut in the middle still aligns.
/// O(n·m) time and bytes; lists longer than <see cref="Longest"/> are cut.</remarks>
internal static class WordAlignment
{
    private const int Longest = 1_500;
    private const int Match = 10;
    private const int Mismatch = -6;
    private const int Open = -9;
    private const int Extend = -1;

    /// <summary>Pairs of indices in order; -1 where a word has no partner. Empty when nothing is alike.</summary>
    public static List<(int A, int B)> Align(List<QuotedWord> a, List<QuotedWord> b)
    {
        int n = Math.Min(a.Count, Longest), m = Math.Min(b.Count, Longest);
        int width = m + 1;
        int[] score = new int[width], gapA = new int[width];
        // Two bits where the best score came from, one bit each whether a gap goes on.
        byte[] trace = new byte[(n + 1) * width];
        Array.Fill(gapA, int.MinValue / 2);
        int best = 0, bestI = 0, bestJ = 0;
        for (int i = 1; i <= n; i++)
        {
            int diagonal = 0, gapB = int.MinValue / 2;
            for (int j = 1; j <= m; j++)
            {
                byte from = 0;
                int openA = score[j] + Open, extendA = gapA[j] + Extend;
                gapA[j] = Math.Max(openA, extendA);
                from |= (byte)(extendA > openA ? 4 : 0);
                int openB = score[j - 1] + Open, extendB = gapB + Extend;
                gapB = Math.Max(openB, extendB);
                from |= (byte)(extendB > openB ? 8 : 0);
                int pair = diagonal + (a[i - 1].Folded == b[j - 1].Folded ? Match : Mismatch);
                diagonal = score[j];
                int value = Math.Max(Math.Max(0, pair), Math.Max(gapA[j], gapB));
                from |= (byte)(value == 0 ? 0 : value == pair ? 1 : value == gapA[j] ? 2 : 3);
                score[j] = value;
                trace[(i * width) + j] = from;
                if (value > best)
                {
                    (best, bestI, bestJ) = (value, i, j);
                }
            }
        }

        return Trace(trace, width, bestI, bestJ);
    }

    private static List<(int A, int B)> Trace(byte[] trace, int width, int i, int j)
    {
        List<(int, int)> pairs = [];
        int state = 0;
        while (i > 0 && j > 0)
        {
            byte from = trace[(i * width) + j];
            if (state == 0)
            {
                if ((from & 3) == 0)
                {
                    break;
                }

                if ((from & 3) == 1)
                {
                    pairs.Add((--i, --j));
                    continue;
                }

                state = from & 3;
            }

            bool goesOn = (from & (state == 2 ? 4 : 8)) != 0;
            pairs.Add(state == 2 ? (--i, -1) : (-1, --j));
            state = goesOn ? state : 0;
        }

        pairs.Reverse();
        return pairs;
    }
}
