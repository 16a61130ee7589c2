using System.Diagnostics;
using System.Numerics;
using Entente.Analysis.Text;

namespace Entente.Bench.Reuse;

/// <summary>MinHash signatures of 128 permutations over the sets of five-word runs (Broder 1997), candidates by 32 bands of 4 rows.</summary>
/// <remarks>
/// Bands and rows put the middle of the curve at a resemblance of (1/32)^(1/4) = 0.42; candidates whose signatures agree in fewer than two rows
/// in five are dropped. Signatures cost 128 steps a word. It measures how alike whole texts are: a paragraph taken over is little of that.
/// </remarks>
internal static class MinHashLsh
{
    private const int Permutations = 128;
    private const int Rows = 4;
    private const double LeastAlike = 0.4;

    public static (double Build, double Pairs) Run(ulong[][] texts, int threads, Action<int, int> tell)
    {
        Stopwatch watch = Stopwatch.StartNew();
        SplitMix random = new(7);
        ulong[] multipliers = [.. Enumerable.Range(0, Permutations).Select(_ => random.Next() | 1)];
        ulong[] addends = [.. Enumerable.Range(0, Permutations).Select(_ => random.Next())];
        uint[][] signatures = new uint[texts.Length][];
        Parallel.For(0, texts.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, t => signatures[t] = Sign(texts[t], multipliers, addends));
        double build = watch.Elapsed.TotalSeconds;

        HashSet<(int, int)> seen = [];
        for (int band = 0; band < Permutations / Rows; band++)
        {
            Dictionary<UInt128, List<int>> buckets = [];
            for (int t = 0; t < texts.Length; t++)
            {
                ReadOnlySpan<uint> rows = signatures[t].AsSpan(band * Rows, Rows);
                UInt128 key = new(((ulong)rows[0] << 32) | rows[1], ((ulong)rows[2] << 32) | rows[3]);
                if (!buckets.TryGetValue(key, out List<int>? members))
                {
                    buckets[key] = members = [];
                }

                foreach (int other in members)
                {
                    if (seen.Add((other, t)) && Alike(signatures[other], signatures[t]) >= LeastAlike)
                    {
                        tell(other, t);
                    }
                }

                members.Add(t);
            }
        }

        return (build, watch.Elapsed.TotalSeconds - build);
    }

    private static uint[] Sign(ulong[] words, ulong[] multipliers, ulong[] addends)
    {
        uint[] least = new uint[Permutations];
        Array.Fill(least, uint.MaxValue);
        for (int run = 0; run + 5 <= words.Length; run++)
        {
            ulong shingle = Shingle(words, run);
            for (int p = 0; p < least.Length; p++)
            {
                least[p] = Math.Min(least[p], (uint)(((shingle * multipliers[p]) + addends[p]) >> 32));
            }
        }

        return least;
    }

    internal static ulong Shingle(ulong[] words, int run)
    {
        ulong hash = 0;
        for (int i = run; i < run + 5; i++)
        {
            hash = BitOperations.RotateLeft(hash, 7) * 31 + words[i];
        }

        return WordHash.Mix(hash);
    }

    private static double Alike(uint[] one, uint[] other)
    {
        int alike = 0;
        for (int p = 0; p < one.Length; p++)
        {
            alike += one[p] == other[p] ? 1 : 0;
        }

        return (double)alike / one.Length;
    }
}
