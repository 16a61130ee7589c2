using System.Diagnostics;

namespace Entente.Bench.Reuse;

/// <summary>The plain way: every five-word run of every text in an inverted index, and for each text a count of runs shared with each earlier one.</summary>
/// <remarks>A pair counts from eight shared runs, as many as twelve words in a row have. What n texts carry costs n² steps.</remarks>
internal static class NgramJoin
{
    private const int FewestRuns = 8;

    public static (double Build, double Pairs) Run(ulong[][] texts, int threads, Action<int, int> tell)
    {
        Stopwatch watch = Stopwatch.StartNew();
        Dictionary<ulong, List<int>> holders = [];
        for (int t = 0; t < texts.Length; t++)
        {
            foreach (ulong shingle in Shingles(texts[t]))
            {
                if (!holders.TryGetValue(shingle, out List<int>? list))
                {
                    holders[shingle] = list = [];
                }

                list.Add(t);
            }
        }

        double build = watch.Elapsed.TotalSeconds;
        int[] shared = new int[texts.Length];
        List<int> touched = [];
        for (int t = 0; t < texts.Length; t++)
        {
            foreach (ulong shingle in Shingles(texts[t]))
            {
                foreach (int other in holders[shingle])
                {
                    if (other >= t)
                    {
                        break;
                    }

                    if (shared[other]++ == 0)
                    {
                        touched.Add(other);
                    }
                }
            }

            foreach (int other in touched)
            {
                if (shared[other] >= FewestRuns)
                {
                    tell(other, t);
                }

                shared[other] = 0;
            }

            touched.Clear();
        }

        return (build, watch.Elapsed.TotalSeconds - build);
    }

    private static HashSet<ulong> Shingles(ulong[] words) => [.. Enumerable.Range(0, Math.Max(0, words.Length - 4)).Select(run => MinHashLsh.Shingle(words, run))];
}
