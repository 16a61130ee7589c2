using System.Collections.Immutable;
using Entente.Analysis.Text;

namespace Entente.Analysis.Scoring;

/// <summary>Compares stretches of text, discontinuous or not, by the tokens they cover. A set of tokens is a rising array of their indices.</summary>
public static class TokenSets
{
    /// <summary>The tokens that any of the spans touches. <paramref name="tokens"/> are in order and do not overlap; O(spans · log tokens + tokens covered · log).</summary>
    public static ImmutableArray<int> Under(ImmutableArray<TextSpan> spans, ImmutableArray<Token> tokens)
    {
        SortedSet<int> covered = [];
        foreach (TextSpan span in spans)
        {
            int t = FirstEndingBehind(tokens, span.Start);
            for (; t < tokens.Length && tokens[t].Start < span.End; t++)
            {
                covered.Add(t);
            }
        }

        return [.. covered];
    }

    /// <summary>The Jaccard index: tokens in both over tokens in either; 0 where both are empty.</summary>
    public static double IntersectionOverUnion(ImmutableArray<int> one, ImmutableArray<int> other)
    {
        int shared = Shared(one, other);
        int either = one.Length + other.Length - shared;
        return either == 0 ? 0 : (double)shared / either;
    }

    public static int Shared(ImmutableArray<int> one, ImmutableArray<int> other)
    {
        int shared = 0;
        for (int i = 0, j = 0; i < one.Length && j < other.Length;)
        {
            int order = one[i].CompareTo(other[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return shared;
    }

    /// <summary>Pairs each set of one side with at most one of the other, the most alike first; pairs less alike than <paramref name="least"/> are none.</summary>
    /// <returns>In order of <c>Found</c>. Of pairs equally alike that with the lower indices is taken, so that the order of nothing else matters.</returns>
    /// <remarks>Only sets that share a token are compared: linear in the tokens where few sets overlap, as in attributions.</remarks>
    public static ImmutableArray<(int Found, int Gold)> Match(IReadOnlyList<ImmutableArray<int>> found, IReadOnlyList<ImmutableArray<int>> gold, double least)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(least);
        ILookup<int, int> goldOn = gold.SelectMany((set, g) => set.Select(token => (token, g))).ToLookup(p => p.token, p => p.g);
        List<(double Alike, int Found, int Gold)> pairs = [];
        for (int f = 0; f < found.Count; f++)
        {
            foreach (int g in found[f].SelectMany(token => goldOn[token]).Distinct())
            {
                double alike = IntersectionOverUnion(found[f], gold[g]);
                if (alike >= least)
                {
                    pairs.Add((alike, f, g));
                }
            }
        }

        HashSet<int> takenFound = [];
        HashSet<int> takenGold = [];
        List<(int Found, int Gold)> matched = [];
        foreach ((_, int f, int g) in pairs.OrderByDescending(p => p.Alike).ThenBy(p => p.Found).ThenBy(p => p.Gold))
        {
            if (!takenFound.Contains(f) && !takenGold.Contains(g))
            {
                takenFound.Add(f);
                takenGold.Add(g);
                matched.Add((f, g));
            }
        }

        return [.. matched.OrderBy(m => m.Found)];
    }

    private static int FirstEndingBehind(ImmutableArray<Token> tokens, int position)
    {
        int low = 0;
        int high = tokens.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (tokens[middle].End > position)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }
}
