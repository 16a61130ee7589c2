using System.Runtime.InteropServices;

namespace Entente.Analysis.Reuse;

/// <summary>Words <c>[First, First + Words)</c> of one text that equal words <c>[Second, Second + Words)</c> of another.</summary>
internal readonly record struct Run(int First, int Second, int Words);

/// <summary>Runs that follow one another in both texts, a few words apart: one passage.</summary>
internal sealed record Chain(Run[] Runs, int Words)
{
    /// <summary>The same chain seen from the other text.</summary>
    public Chain Turned() => new([.. Runs.Select(r => new Run(r.Second, r.First, r.Words))], Words);
}

/// <summary>Grows the seeds of a pair of texts into the longest stretches that they share.</summary>
/// <remarks>A seed's <see cref="Seed.Word"/> is in the first of the two texts, its <see cref="Seed.HereWord"/> in the second.
/// Every pair of words that is part of a seeded common run stands in some chain; each chain adds words that no longer one covers.</remarks>
internal sealed class Alignment
{
    /// <summary>How many words may stand between two runs of one passage, on either side.</summary>
    public const int WidestGap = 5;

    /// <summary>A run after a gap must have this many words, lest "of the" bridges anything.</summary>
    private const int ShortestAfterGap = 3;

    // By diagonal (second − first): how far along the first text it is covered by a run already found.
    private readonly Dictionary<int, int> _covered = [];
    private readonly List<Run> _runs = [];

    /// <summary>The chains of at least <paramref name="fewestWords"/> words, longest first; nothing is allocated where there are none.</summary>
    public IReadOnlyList<Chain> Align(ReadOnlySpan<uint> a, ReadOnlySpan<uint> b, ReadOnlySpan<Seed> seeds, int fewestWords)
    {
        _covered.Clear();
        List<Chain>? chains = null;
        foreach (Seed seed in seeds)
        {
            if (_covered.TryGetValue(seed.HereWord - seed.Word, out int end) && seed.Word < end)
            {
                continue;
            }

            if (!a.Slice(seed.Word, Fingerprints.RunLength).SequenceEqual(b.Slice(seed.HereWord, Fingerprints.RunLength)))
            {
                continue;
            }

            if (Grow(a, b, seed.Word, seed.HereWord) >= fewestWords)
            {
                chains ??= [];
                chains.Add(ToChain());
            }
        }

        return chains is null ? [] : KeepTelling(chains, a.Length, b.Length);
    }

    /// <summary>Gathers the runs of the chain through a place.</summary>
    /// <returns>How many words they have.</returns>
    private int Grow(ReadOnlySpan<uint> a, ReadOnlySpan<uint> b, int i, int j)
    {
        Run middle = Extend(a, b, i, j);
        _runs.Clear();
        Run run = middle;
        while (TryFindBefore(a, b, run, out Run before))
        {
            _runs.Add(before);
            run = before;
        }

        _runs.Reverse();
        _runs.Add(middle);
        run = middle;
        while (TryFindAfter(a, b, run, out Run after))
        {
            _runs.Add(after);
            run = after;
        }

        int words = 0;
        foreach (Run found in _runs)
        {
            words += found.Words;
            ref int end = ref CollectionsMarshal.GetValueRefOrAddDefault(_covered, found.Second - found.First, out _);
            end = Math.Max(end, found.First + found.Words);
        }

        return words;
    }

    private Chain ToChain()
    {
        int words = 0;
        foreach (Run run in _runs)
        {
            words += run.Words;
        }

        return new Chain([.. _runs], words);
    }

    /// <summary>The whole run of equal words around a place.</summary>
    private static Run Extend(ReadOnlySpan<uint> a, ReadOnlySpan<uint> b, int i, int j)
    {
        int back = CommonBefore(a, b, i, j);
        int ahead = a[i..].CommonPrefixLength(b[j..]);
        return new Run(i - back, j - back, back + ahead);
    }

    private static int CommonBefore(ReadOnlySpan<uint> a, ReadOnlySpan<uint> b, int i, int j)
    {
        int back = 0;
        while (back < i && back < j && a[i - back - 1] == b[j - back - 1])
        {
            back++;
        }

        return back;
    }

    // Narrow gaps first; of two equally narrow ones that which skips less of the first text. Content decides which text of a
    // pair is the first, so the choice does not depend on the order of input.
    private static bool TryFindAfter(ReadOnlySpan<uint> a, ReadOnlySpan<uint> b, Run run, out Run after)
    {
        int i = run.First + run.Words;
        int j = run.Second + run.Words;
        for (int gap = 1; gap <= 2 * WidestGap; gap++)
        {
            for (int skip = Math.Max(0, gap - WidestGap); skip <= Math.Min(gap, WidestGap); skip++)
            {
                int nextI = i + skip;
                int nextJ = j + gap - skip;
                if (nextI + ShortestAfterGap <= a.Length && nextJ + ShortestAfterGap <= b.Length
                    && a.Slice(nextI, ShortestAfterGap).SequenceEqual(b.Slice(nextJ, ShortestAfterGap)))
                {
                    after = new Run(nextI, nextJ, a[nextI..].CommonPrefixLength(b[nextJ..]));
                    return true;
                }
            }
        }

        after = default;
        return false;
    }

    private static bool TryFindBefore(ReadOnlySpan<uint> a, ReadOnlySpan<uint> b, Run run, out Run before)
    {
        for (int gap = 1; gap <= 2 * WidestGap; gap++)
        {
            for (int skip = Math.Max(0, gap - WidestGap); skip <= Math.Min(gap, WidestGap); skip++)
            {
                int i = run.First - skip;
                int j = run.Second - (gap - skip);
                if (i < ShortestAfterGap || j < ShortestAfterGap)
                {
                    continue;
                }

                int back = CommonBefore(a, b, i, j);
                if (back >= ShortestAfterGap)
                {
                    before = new Run(i - back, j - back, back);
                    return true;
                }
            }
        }

        before = default;
        return false;
    }

    /// <summary>Drops each chain whose every word a longer one covers in both texts.</summary>
    private static List<Chain> KeepTelling(List<Chain> chains, int firstLength, int secondLength)
    {
        if (chains.Count < 2)
        {
            return chains;
        }

        chains.Sort(static (x, y) =>
        {
            int order = y.Words.CompareTo(x.Words);
            order = order != 0 ? order : x.Runs[0].First.CompareTo(y.Runs[0].First);
            return order != 0 ? order : x.Runs[0].Second.CompareTo(y.Runs[0].Second);
        });

        bool[] inFirst = new bool[firstLength];
        bool[] inSecond = new bool[secondLength];
        List<Chain> kept = [];
        foreach (Chain chain in chains)
        {
            bool tells = false;
            foreach (Run run in chain.Runs)
            {
                tells |= inFirst.AsSpan(run.First, run.Words).Contains(false) || inSecond.AsSpan(run.Second, run.Words).Contains(false);
            }

            if (!tells)
            {
                continue;
            }

            kept.Add(chain);
            foreach (Run run in chain.Runs)
            {
                inFirst.AsSpan(run.First, run.Words).Fill(true);
                inSecond.AsSpan(run.Second, run.Words).Fill(true);
            }
        }

        return kept;
    }
}
