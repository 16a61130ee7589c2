namespace Entente.Bench.Reuse;

/// <summary>Holds the pairs that were found against those that were planted.</summary>
internal sealed class ReuseScore
{
    private readonly Article[] _articles;
    private readonly HashSet<(int, int)> _planted = [];
    private readonly HashSet<(int, int)> _rewrites = [];
    private long _found;
    private long _foundRewrites;
    private long _wrong;

    public ReuseScore(Article[] articles)
    {
        _articles = articles;
        foreach (IGrouping<int, int> family in Enumerable.Range(0, articles.Length).GroupBy(a => articles[a].Root).Where(f => f.Skip(1).Any()))
        {
            int[] members = [.. family];
            for (int i = 0; i < members.Length; i++)
            {
                for (int j = i + 1; j < members.Length; j++)
                {
                    Article one = articles[members[i]];
                    Article other = articles[members[j]];
                    if (one.SharesParagraphWith(other))
                    {
                        _planted.Add((members[i], members[j]));
                    }
                    else if (one.Kind == ArticleKind.LightRewrite || other.Kind == ArticleKind.LightRewrite)
                    {
                        _rewrites.Add((members[i], members[j]));
                    }
                }
            }
        }
    }

    public int Planted => _planted.Count;

    public double Recall => (double)_found / _planted.Count;

    public double Precision => (double)_found / (_found + _wrong);

    public double RewriteRecall => (double)_foundRewrites / _rewrites.Count;

    /// <summary>To be told each pair once.</summary>
    public void Found(int one, int other)
    {
        (int, int) pair = one < other ? (one, other) : (other, one);
        if (_planted.Contains(pair))
        {
            _found++;
        }
        else if (_rewrites.Contains(pair))
        {
            _foundRewrites++;
        }
        else
        {
            _wrong++;
        }
    }

    /// <summary>The same for a method that knows no furniture: what it finds within one outlet is not held against it.</summary>
    public void FoundAcrossOutlets(int one, int other)
    {
        (int, int) pair = one < other ? (one, other) : (other, one);
        if (_articles[one].Outlet != _articles[other].Outlet || _planted.Contains(pair) || _rewrites.Contains(pair))
        {
            Found(one, other);
        }
    }
}
