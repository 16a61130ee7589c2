using System.Runtime.InteropServices;

namespace Entente.Analysis.Entities;

/// <summary>What a first pass over a document took each word for: most often, and as part of the longest name.</summary>
internal sealed class EarlierLabels
{
    private readonly Dictionary<ulong, Tally> _tallies = [];

    private struct Tally
    {
        public Counts All;
        public Counts Longer;
        public int Sum;
    }

    [System.Runtime.CompilerServices.InlineArray(16)]
    private struct Counts
    {
        private int _first;
    }

    public static EarlierLabels Of(NameEvidence evidence, ReadOnlySpan<byte> labels)
    {
        EarlierLabels earlier = new();
        for (int t = 0; t < labels.Length; t++)
        {
            if (!NameEvidence.IsCapital(evidence.Shapes[t]))
            {
                continue;
            }

            EntityType type = MentionLabels.TypeOf(labels[t]);
            ref Tally tally = ref CollectionsMarshal.GetValueRefOrAddDefault(earlier._tallies, evidence.Keys[t], out _);
            tally.All[(int)type]++;
            tally.Sum++;
            if (type != EntityType.None && !MentionLabels.IsSingle(labels[t]))
            {
                tally.Longer[(int)type]++;
            }
        }

        return earlier;
    }

    /// <returns>The type seen most often, the type of longer names that hold the word, and whether the first was seen in four of five places and more.</returns>
    public (EntityType Most, EntityType InLonger, bool Sure) Of(ulong key)
    {
        Tally tally = _tallies.GetValueOrDefault(key);
        if (tally.Sum == 0)
        {
            return default;
        }

        int most = Largest(tally.All, 0);
        int longer = Largest(tally.Longer, 1);
        return ((EntityType)most, tally.Longer[longer] > 0 ? (EntityType)longer : EntityType.None, tally.All[most] * 5 >= tally.Sum * 4 && tally.Sum > 1);
    }

    private static int Largest(in Counts counts, int from)
    {
        int best = from;
        for (int i = from + 1; i < 9; i++)
        {
            if (counts[i] > counts[best])
            {
                best = i;
            }
        }

        return best;
    }
}
