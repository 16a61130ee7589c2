using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Entente.Analysis.Text;

namespace Entente.Analysis.Reuse;

/// <summary>Chooses, of all five-word runs of a text, the few by which shared text is found.</summary>
/// <remarks>
/// Winnowing (Schleimer, Wilkerson and Aiken 2003) with k = 5 and w = 8: in every eight neighbouring runs the least hash is
/// kept. Two texts that share twelve words in a row share all eight runs in them, hence keep the same one. Two runs in nine are
/// kept. O(n) for n words: the least is sought anew only when it leaves the window.
/// </remarks>
internal static class Fingerprints
{
    public const int RunLength = 5;
    public const int Window = 8;

    /// <summary>The length from which a shared run is always found.</summary>
    public const int Guaranteed = RunLength + Window - 1;

    // Of the seven words and more that a run of guaranteed length has besides those of its fingerprint, so many at least are on one side.
    private const int ContextWords = (Guaranteed - RunLength + 1) / 2;

    /// <summary>The length of a fingerprint with the words on one side of it.</summary>
    public const int Extended = RunLength + ContextWords;

    // A list or a refrain repeats the same words over and over; finding each of its lines once is enough.
    private const int MostPlaces = 16;

    private const ulong Base = 0x9E3779B97F4A7C15;
    private static readonly ulong s_leaving = Power(Base, RunLength - 1);

    /// <summary>The fingerprints by hash and then by word, each at its first few places and with its context.</summary>
    public static void SelectInOrder(ReadOnlySpan<ulong> words, List<Fingerprint> chosen)
    {
        chosen.Clear();
        Select(words, chosen);
        Span<Fingerprint> sorted = CollectionsMarshal.AsSpan(chosen);
        sorted.Sort();
        int kept = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            if (kept < MostPlaces || sorted[kept - MostPlaces].Hash != sorted[i].Hash)
            {
                sorted[kept++] = sorted[i] with { Context = ContextOf(words, sorted[i].Word) };
            }
        }

        CollectionsMarshal.SetCount(chosen, kept);
    }

    /// <summary>Where, in order of hash, the places of the fingerprint at <paramref name="start"/> end.</summary>
    public static int EndOfAlike(ReadOnlySpan<Fingerprint> inOrder, int start)
    {
        int end = start + 1;
        while (end < inOrder.Length && inOrder[end].Hash == inOrder[start].Hash)
        {
            end++;
        }

        return end;
    }

    /// <summary>Appends the fingerprints by word.</summary>
    public static void Select(ReadOnlySpan<ulong> words, List<Fingerprint> chosen)
    {
        int runs = words.Length - RunLength + 1;
        if (runs <= 0)
        {
            return;
        }

        // Two in nine are kept, and at most every one.
        int count = chosen.Count;
        CollectionsMarshal.SetCount(chosen, count + Math.Min(runs, (runs / 4) + Window));
        Span<Fingerprint> kept = CollectionsMarshal.AsSpan(chosen);

        Recent recent = default;
        ulong rolling = 0;
        for (int i = 0; i < RunLength - 1; i++)
        {
            rolling = (rolling * Base) + words[i];
        }

        ulong leastHash = ulong.MaxValue;
        int least = -Window;
        int lastOfFirst = Math.Min(Window, runs) - 1;
        ReadOnlySpan<ulong> entering = words[(RunLength - 1)..];
        for (int run = 0; run < entering.Length; run++)
        {
            rolling = (rolling * Base) + entering[run];
            ulong hash = WordHash.Mix(rolling);
            rolling -= words[run] * s_leaving;
            recent[run & (Window - 1)] = hash;

            if (hash <= leastHash)
            {
                (least, leastHash) = (run, hash);
            }
            else if (least == run - Window)
            {
                // The least one has left the window; its place in the ring is overwritten.
                (least, leastHash) = LeastOf(in recent, run);
            }
            else if (run != lastOfFirst)
            {
                continue;
            }

            if (run >= lastOfFirst)
            {
                if (count == kept.Length)
                {
                    CollectionsMarshal.SetCount(chosen, count + (runs - run));
                    kept = CollectionsMarshal.AsSpan(chosen);
                }

                kept[count++] = new Fingerprint(leastHash, least);
            }
        }

        CollectionsMarshal.SetCount(chosen, count);
    }

    /// <summary>The least of a whole window, the last of several alike.</summary>
    private static (int Run, ulong Hash) LeastOf(in Recent recent, int last)
    {
        int least = last;
        ulong leastHash = recent[last & (Window - 1)];
        for (int run = last - 1; run > last - Window; run--)
        {
            ulong hash = recent[run & (Window - 1)];
            if (hash < leastHash)
            {
                (least, leastHash) = (run, hash);
            }
        }

        return (least, leastHash);
    }

    /// <summary>A stock phrase with the four words before it, or with the four behind it: nine words, which hardly anybody else has.</summary>
    /// <remarks>Two texts that share a run of guaranteed length share one of the two for each fingerprint in it.</remarks>
    /// <returns>False where the text has no four words there.</returns>
    public static bool TryExtend(ReadOnlySpan<ulong> words, Fingerprint phrase, bool forward, out Fingerprint extended)
    {
        int start = forward ? phrase.Word + RunLength : phrase.Word - ContextWords;
        bool isThere = start >= 0 && start + ContextWords <= words.Length;
        ulong beside = isThere ? Blend(words.Slice(start, ContextWords)) : 0;
        extended = phrase with { Hash = WordHash.Mix(phrase.Hash + (forward ? beside : ~beside)) };
        return isThere;
    }

    /// <summary>Eight bits for the four words before a run and eight for the four behind it.</summary>
    private static ushort ContextOf(ReadOnlySpan<ulong> words, int run)
    {
        ulong before = run < ContextWords ? 0 : Blend(words.Slice(run - ContextWords, ContextWords));
        int end = run + RunLength;
        ulong behind = end + ContextWords > words.Length ? 0 : Blend(words.Slice(end, ContextWords));
        return (ushort)((before & 0xFF) | (behind << 8));
    }

    private static ulong Blend(ReadOnlySpan<ulong> four)
        => four[0] ^ BitOperations.RotateRight(four[1], 8) ^ BitOperations.RotateRight(four[2], 16) ^ BitOperations.RotateRight(four[3], 24);

    private static ulong Power(ulong value, int exponent)
    {
        ulong power = 1;
        for (int i = 0; i < exponent; i++)
        {
            power *= value;
        }

        return power;
    }

    [InlineArray(Window)]
    private struct Recent
    {
        private ulong _first;
    }
}
