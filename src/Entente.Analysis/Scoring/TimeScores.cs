using Entente.Analysis.Text;

namespace Entente.Analysis.Scoring;

/// <summary>How expressions of time compare with those that annotators marked, counted over all documents together as TempEval-3 does.</summary>
/// <remarks>Each expression found is paired with at most one marked: first with the one of exactly its extent, then, of what is left, with the first that overlaps.
/// <em>Strict</em> wants the extent to the letter, <em>lenient</em> an overlap; with <em>value</em>, the same value as well.</remarks>
public sealed class TimeScores
{
    private int _gold;
    private int _found;
    private int _strict;
    private int _lenient;
    private int _strictValue;
    private int _lenientValue;

    public int Gold => _gold;

    public int Found => _found;

    public PrecisionRecall Strict => PrecisionRecall.FromCounts(_strict, _found, _gold);

    public PrecisionRecall Lenient => PrecisionRecall.FromCounts(_lenient, _found, _gold);

    public PrecisionRecall StrictValue => PrecisionRecall.FromCounts(_strictValue, _found, _gold);

    public PrecisionRecall LenientValue => PrecisionRecall.FromCounts(_lenientValue, _found, _gold);

    public void Add(IReadOnlyList<GoldTime> gold, IReadOnlyList<GoldTime> found)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(found);
        _gold += gold.Count;
        _found += found.Count;
        foreach ((int g, int f) in Pairs(gold, found))
        {
            bool exact = gold[g].Span == found[f].Span;
            bool value = gold[g].Value == found[f].Value;
            _lenient++;
            _strict += exact ? 1 : 0;
            _lenientValue += value ? 1 : 0;
            _strictValue += exact && value ? 1 : 0;
        }
    }

    /// <summary>Which expression marked goes with which found.</summary>
    public static IReadOnlyList<(int Gold, int Found)> Pairs(IReadOnlyList<GoldTime> gold, IReadOnlyList<GoldTime> found)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(found);
        Dictionary<TextSpan, int> exact = [];
        for (int f = 0; f < found.Count; f++)
        {
            exact.TryAdd(found[f].Span, f);
        }

        List<(int, int)> pairs = [];
        bool[] goldTaken = new bool[gold.Count];
        bool[] foundTaken = new bool[found.Count];
        for (int g = 0; g < gold.Count; g++)
        {
            if (exact.TryGetValue(gold[g].Span, out int f) && !foundTaken[f])
            {
                goldTaken[g] = foundTaken[f] = true;
                pairs.Add((g, f));
            }
        }

        for (int g = 0; g < gold.Count; g++)
        {
            for (int f = 0; f < found.Count && !goldTaken[g]; f++)
            {
                if (!foundTaken[f] && gold[g].Span.Overlaps(found[f].Span))
                {
                    goldTaken[g] = foundTaken[f] = true;
                    pairs.Add((g, f));
                }
            }
        }

        pairs.Sort();
        return pairs;
    }
}
