using Entente.Analysis.Syntax;

namespace Entente.Tests.Analysis.Syntax;

public class TreeDecoderTests
{
    [Fact]
    public void The_tree_found_is_the_best_of_all_trees_with_one_root()
    {
        Random random = new(3);
        int circles = 0;
        for (int round = 0; round < 2000; round++)
        {
            int n = 1 + random.Next(5);
            int stride = n + 1 + random.Next(4);
            float[] scores = [.. Enumerable.Range(0, n * stride).Select(_ => random.Next(-20, 20) / 4f)];
            int[] found = new int[n];
            TreeDecoder.Decode(scores, stride, found);

            Assert.True(IsTree(found), string.Join(' ', found));
            float best = Enumerate(n).Where(IsTree).Max(tree => Score(scores, stride, tree));
            Assert.Equal(best, Score(scores, stride, found), 3);
            int[] greedy = [.. Enumerable.Range(0, n).Select(i => Enumerable.Range(-1, n + 1).Where(h => h != i).MaxBy(h => scores[(i * stride) + h + 1]))];
            circles += IsTree(greedy) ? 0 : 1;
        }

        Assert.True(circles > 500, "Hardly any case needed more than the best head of each word.");
    }

    [Fact]
    public void A_long_sentence_of_nothing_but_circles_gets_a_tree()
    {
        const int n = 400;
        float[] scores = new float[n * (n + 1)];
        for (int i = 0; i < n; i++)
        {
            scores[(i * (n + 1)) + (i ^ 1) + 1] = 10;
        }

        int[] found = new int[n];
        TreeDecoder.Decode(scores, n + 1, found);

        Assert.True(IsTree(found));
    }

    private static float Score(float[] scores, int stride, int[] tree) => tree.Select((head, i) => scores[(i * stride) + head + 1]).Sum();

    private static bool IsTree(int[] heads) => heads.Count(head => head < 0) == 1 && Enumerable.Range(0, heads.Length).All(i =>
    {
        int steps = 0;
        int at = i;
        while (at >= 0 && steps++ <= heads.Length)
        {
            at = heads[at];
        }

        return at < 0;
    });

    private static IEnumerable<int[]> Enumerate(int n)
    {
        int[] heads = [.. Enumerable.Repeat(-1, n)];
        while (true)
        {
            if (!heads.Where((head, i) => head == i).Any())
            {
                yield return [.. heads];
            }

            int at = 0;
            while (at < n && ++heads[at] == n)
            {
                heads[at++] = -1;
            }

            if (at == n)
            {
                yield break;
            }
        }
    }
}
