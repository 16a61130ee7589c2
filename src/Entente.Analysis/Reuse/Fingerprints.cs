using System.Runtime.InteropServices;
using Entente.Analysis.Text;

namespace Entente.Analysis.Reuse;

/// <summary>A chosen five-word run of a text: its hash and the word it starts at.</summary>
internal readonly record struct Fingerprint(ulong Hash, int Word) : IComparable<Fingerprint>
{
    public int CompareTo(Fingerprint other) => Hash != other.Hash ? Hash.CompareTo(other.Hash) : Word.CompareTo(other.Word);
}

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

    // A list or a refrain repeats the same words over and over; finding each of its lines once is enough.
    private const int MostPlaces = 16;

    private const ulong Base = 0x9E3779B97F4A7C15;
    private static readonly ulong s_leaving = Power(Base, RunLength - 1);

    /// <summary>The fingerprints by hash and then by word, each at its first few places.</summary>
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
                sorted[kept++] = sorted[i];
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

        Span<ulong> recent = stackalloc ulong[Window];
        ulong rolling = 0;
        for (int i = 0; i < RunLength - 1; i++)
        {
            rolling = rolling * Base + words[i];
        }

        int least = -Window;
        for (int run = 0; run < runs; run++)
        {
            rolling = rolling * Base + words[run + RunLength - 1];
            ulong hash = WordHash.Mix(rolling);
            rolling -= words[run] * s_leaving;
            recent[run % Window] = hash;

            bool isComplete = run >= Window - 1 || run == runs - 1;
            int before = least;
            if (least <= run - Window)
            {
                // The least one has left the window (or none was chosen yet); its place in the ring is overwritten.
                least = Math.Max(0, run - Window + 1);
                for (int i = least + 1; i <= run; i++)
                {
                    if (recent[i % Window] <= recent[least % Window])
                    {
                        least = i;
                    }
                }
            }
            else if (hash <= recent[least % Window])
            {
                least = run;
            }

            if (isComplete && (least != before || run == Window - 1 || runs < Window))
            {
                chosen.Add(new Fingerprint(recent[least % Window], least));
            }
        }
    }

    private static ulong Power(ulong value, int exponent)
    {
        ulong power = 1;
        for (int i = 0; i < exponent; i++)
        {
            power *= value;
        }

        return power;
    }
}
