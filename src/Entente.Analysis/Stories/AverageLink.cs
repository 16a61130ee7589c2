namespace Entente.Analysis.Stories;

/// <summary>Groups reports from the bottom up: whichever two groups are most alike on average are joined, until none are alike enough.</summary>
/// <remarks>Which two are joined next depends on the likenesses alone; of equals, the pair with the lowest report numbers.</remarks>
internal static class AverageLink
{
    public static List<int[]> Group(int reports, Likeness likeness, double enough)
    {
        Dictionary<int, double>?[] sums = new Dictionary<int, double>?[reports];
        List<int>[] members = new List<int>[reports];
        PriorityQueue<(int One, int Other, int Size), (double Unlike, int One, int Other)> queue = new();
        for (int i = 0; i < reports; i++)
        {
            members[i] = [i];
            sums[i] = new(likeness.Of(i));
            foreach ((int other, double alike) in likeness.Of(i))
            {
                if (i < other && alike >= enough)
                {
                    queue.Enqueue((i, other, 2), (-alike, i, other));
                }
            }
        }

        while (queue.TryDequeue(out (int One, int Other, int Size) pair, out _))
        {
            // Entries about groups that have changed since are stale: a fresh one was queued then.
            if (sums[pair.One] is not { } one || sums[pair.Other] is not { } other || members[pair.One].Count + members[pair.Other].Count != pair.Size)
            {
                continue;
            }

            Join(pair.One, pair.Other, one, other, sums, members);
            foreach ((int neighbour, double sum) in one)
            {
                int low = Math.Min(pair.One, neighbour);
                int high = Math.Max(pair.One, neighbour);
                double alike = sum / ((double)members[low].Count * members[high].Count);
                if (alike >= enough)
                {
                    queue.Enqueue((low, high, members[low].Count + members[high].Count), (-alike, low, high));
                }
            }
        }

        List<int[]> groups = [];
        for (int i = 0; i < reports; i++)
        {
            if (sums[i] is not null)
            {
                groups.Add([.. members[i].Order()]);
            }
        }

        return groups;
    }

    /// <summary>Puts the members of the second group into the first, whose number is the lower.</summary>
    private static void Join(int first, int second, Dictionary<int, double> one, Dictionary<int, double> other, Dictionary<int, double>?[] sums, List<int>[] members)
    {
        members[first].AddRange(members[second]);
        one.Remove(second);
        foreach ((int neighbour, double sum) in other)
        {
            if (neighbour != first)
            {
                one[neighbour] = one.GetValueOrDefault(neighbour) + sum;
                sums[neighbour]!.Remove(second);
                sums[neighbour]![first] = one[neighbour];
            }
        }

        sums[second] = null;
    }
}
