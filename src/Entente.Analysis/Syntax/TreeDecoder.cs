using System.Buffers;

namespace Entente.Analysis.Syntax;

/// <summary>Finds the best tree over scored arcs, with exactly one word hanging on the root.</summary>
/// <remarks>Where each word's best head gives a tree already, that is it. Else the algorithm of Chu and Liu (1965) and Edmonds (1967): O(n²) for each circle
/// that must be contracted. A constant taken from every arc of the root keeps all but one of them out of the best tree.</remarks>
internal static class TreeDecoder
{
    private const float RootCost = 1e6f;

    /// <param name="scores">Row i: how well word i hangs on the root (column 0) or on word j (column j + 1). Of a word on itself it is set to the least.</param>
    /// <param name="heads">Filled with the head of each word, -1 for the root.</param>
    public static void Decode(Span<float> scores, int stride, Span<int> heads)
    {
        int n = heads.Length;
        int roots = 0;
        for (int i = 0; i < n; i++)
        {
            scores[(i * stride) + i + 1] = float.NegativeInfinity;
            heads[i] = Kernels.Greatest(scores.Slice(i * stride, n + 1)) - 1;
            roots += heads[i] < 0 ? 1 : 0;
        }

        if (roots == 1 && CircleAt(heads) < 0)
        {
            return;
        }

        int size = n + 1;
        float[] matrix = ArrayPool<float>.Shared.Rent(size * size);
        int[] tree = ArrayPool<int>.Shared.Rent(size);
        Array.Fill(matrix, float.NegativeInfinity, 0, size);
        for (int i = 0; i < n; i++)
        {
            Span<float> row = matrix.AsSpan((i + 1) * size, size);
            scores.Slice(i * stride, size).CopyTo(row);
            row[0] -= RootCost;
        }

        Solve(matrix, size, tree.AsSpan(0, size));
        for (int i = 0; i < n; i++)
        {
            heads[i] = tree[i + 1] - 1;
        }

        ArrayPool<float>.Shared.Return(matrix);
        ArrayPool<int>.Shared.Return(tree);
    }

    /// <summary>The best tree over nodes 0 (the root) to <paramref name="size"/> - 1; row d of <paramref name="scores"/> scores the heads of d.</summary>
    private static void Solve(ReadOnlySpan<float> scores, int size, Span<int> heads)
    {
        heads[0] = -1;
        for (int d = 1; d < size; d++)
        {
            heads[d] = Kernels.Greatest(scores.Slice(d * size, size));
        }

        int on = CircleAt(heads);
        if (on < 0)
        {
            return;
        }

        int[] numbers = ArrayPool<int>.Shared.Rent(4 * size);
        Array.Clear(numbers, 0, 4 * size);
        Span<int> outside = numbers.AsSpan(0, size);
        Span<int> enters = numbers.AsSpan(size, size);
        Span<int> leaves = numbers.AsSpan(2 * size, size);
        Span<int> tree = numbers.AsSpan(3 * size, size);
        Span<bool> inside = size <= 1024 ? stackalloc bool[size] : new bool[size];
        inside.Clear();
        for (int at = on; !inside[at]; at = heads[at])
        {
            inside[at] = true;
        }

        // The circle becomes the last node of a smaller graph.
        int count = 0;
        for (int node = 0; node < size; node++)
        {
            if (!inside[node])
            {
                outside[count++] = node;
            }
        }

        int less = count + 1;
        float[] smaller = ArrayPool<float>.Shared.Rent(less * less);
        Array.Fill(smaller, float.NegativeInfinity, 0, less * less);
        for (int i = 0; i < count; i++)
        {
            int v = outside[i];
            for (int j = 0; j < count; j++)
            {
                smaller[(i * less) + j] = scores[(v * size) + outside[j]];
            }

            for (int u = 0; u < size; u++)
            {
                if (inside[u])
                {
                    Keep(smaller, (i * less) + count, scores[(v * size) + u], leaves, i, u);
                    Keep(smaller, (count * less) + i, scores[(u * size) + v] - scores[(u * size) + heads[u]], enters, i, u);
                }
            }
        }

        Solve(smaller, less, tree[..less]);
        for (int i = 1; i < count; i++)
        {
            heads[outside[i]] = tree[i] == count ? leaves[i] : outside[tree[i]];
        }

        heads[enters[tree[count]]] = outside[tree[count]];
        ArrayPool<float>.Shared.Return(smaller);
        ArrayPool<int>.Shared.Return(numbers);
    }

    private static void Keep(Span<float> best, int at, float score, Span<int> by, int node, int member)
    {
        if (score > best[at] || (float.IsNegativeInfinity(best[at]) && float.IsNegativeInfinity(score)))
        {
            best[at] = score;
            by[node] = member;
        }
    }

    /// <summary>A node from which heads lead back to itself; -1 where all lead to a negative head.</summary>
    private static int CircleAt(ReadOnlySpan<int> heads)
    {
        Span<int> seen = heads.Length <= 1024 ? stackalloc int[heads.Length] : new int[heads.Length];
        seen.Clear();
        for (int i = 0; i < heads.Length; i++)
        {
            int at = i;
            while (at >= 0 && seen[at] == 0)
            {
                seen[at] = i + 1;
                at = heads[at];
            }

            if (at >= 0 && seen[at] == i + 1)
            {
                return at;
            }
        }

        return -1;
    }
}
