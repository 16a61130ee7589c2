using Entente.Analysis.Attributions;

namespace Entente.Analysis.Scoring;

/// <summary>Sums of <see cref="AttributionComparison"/> over documents.</summary>
/// <remarks>
/// <para>Content: a pair counts in the annotated one's mode for recall and in the found one's for precision, whatever the other's mode is.</para>
/// <para>Source: over the pairs of contents whose annotation has a source; those without are counted apart.</para>
/// <para>Parts: each token has one label, content, cue, source or none (the annotation is univocal), summed over all documents.</para>
/// </remarks>
public sealed class AttributionScores
{
    private readonly int[] _gold = new int[3];
    private readonly int[] _found = new int[3];
    private readonly int[] _goldMatched = new int[3];
    private readonly int[] _foundMatched = new int[3];
    private readonly int[] _goldLoose = new int[3];
    private readonly int[] _foundLoose = new int[3];
    private readonly int[,] _sources = new int[3, 6];
    private readonly long[,] _parts = new long[4, 4];
    private readonly long[,] _wordParts = new long[4, 4];

    /// <summary>Found attributions inside another one, and how many of them match an annotated content.</summary>
    public (int Matched, int Of) Nested { get; private set; }

    public void Add(AttributionComparison document)
    {
        Count(document.GoldModes, _gold);
        Count(document.FoundModes, _found);
        Count(document.Matches.Select(m => document.GoldModes[m.Gold]), _goldMatched);
        Count(document.Matches.Select(m => document.FoundModes[m.Found]), _foundMatched);
        Count(document.LooseMatches.Select(m => document.GoldModes[m.Gold]), _goldLoose);
        Count(document.LooseMatches.Select(m => document.FoundModes[m.Found]), _foundLoose);
        foreach ((int Found, int Gold) match in document.Matches)
        {
            _sources[(int)document.GoldModes[match.Gold], (int)document.SourceOf(match)]++;
        }

        AttributionPart[] gold = document.GoldParts();
        AttributionPart[] found = document.FoundParts();
        for (int t = 0; t < gold.Length; t++)
        {
            _parts[(int)gold[t], (int)found[t]]++;
            if (document.Text.Tokens[t].Kind is not (Text.TokenKind.Punctuation or Text.TokenKind.Symbol))
            {
                _wordParts[(int)gold[t], (int)found[t]]++;
            }
        }

        HashSet<int> matched = [.. document.Matches.Select(m => m.Found)];
        int[] nested = [.. Enumerable.Range(0, document.Found.Length).Where(f => document.Found[f].Nested is not null)];
        Nested = (Nested.Matched + nested.Count(matched.Contains), Nested.Of + nested.Length);
    }

    public int Gold(params ReadOnlySpan<AttributionMode> modes) => Sum(_gold, modes);

    public int Found(params ReadOnlySpan<AttributionMode> modes) => Sum(_found, modes);

    public PrecisionRecall Content(params ReadOnlySpan<AttributionMode> modes) =>
        Of(Sum(_foundMatched, modes), Sum(_found, modes), Sum(_goldMatched, modes), Sum(_gold, modes));

    /// <inheritdoc cref="AttributionComparison.LooseMatches"/>
    public PrecisionRecall LooseContent(params ReadOnlySpan<AttributionMode> modes) =>
        Of(Sum(_foundLoose, modes), Sum(_found, modes), Sum(_goldLoose, modes), Sum(_gold, modes));

    public int Sources(SourceVerdict verdict, params ReadOnlySpan<AttributionMode> modes)
    {
        int sum = 0;
        foreach (AttributionMode mode in modes)
        {
            sum += _sources[(int)mode, (int)verdict];
        }

        return sum;
    }

    /// <param name="strict">Whether a part of the source that holds its head is not enough.</param>
    public (int Right, int Of) SourceRight(bool strict, params ReadOnlySpan<AttributionMode> modes)
    {
        int same = Sources(SourceVerdict.Same, modes), head = Sources(SourceVerdict.HeadInside, modes);
        return (strict ? same : same + head, same + head + Sources(SourceVerdict.Other, modes) + Sources(SourceVerdict.Missed, modes));
    }

    /// <summary>Where the annotation has no source: how often none was found either.</summary>
    public (int Right, int Of) SourceRightlyNone(params ReadOnlySpan<AttributionMode> modes)
    {
        int none = Sources(SourceVerdict.RightlyNone, modes);
        return (none, none + Sources(SourceVerdict.Invented, modes));
    }

    /// <param name="wordsOnly">Leaves marks and signs out, so that it does not matter whether a content takes its quotation marks with it.</param>
    public PrecisionRecall Tokens(AttributionPart part, bool wordsOnly = false)
    {
        long[,] parts = wordsOnly ? _wordParts : _parts;
        long found = 0, gold = 0;
        for (int other = 0; other < 4; other++)
        {
            found += parts[other, (int)part];
            gold += parts[(int)part, other];
        }

        return PrecisionRecall.FromCounts(parts[(int)part, (int)part], found, gold);
    }

    private static PrecisionRecall Of(int foundMatched, int found, int goldMatched, int gold) =>
        found == 0 || gold == 0 ? PrecisionRecall.FromCounts(0, found, gold) : new PrecisionRecall((double)foundMatched / found, (double)goldMatched / gold);

    private static int Sum(int[] counts, ReadOnlySpan<AttributionMode> modes)
    {
        int sum = 0;
        foreach (AttributionMode mode in modes)
        {
            sum += counts[(int)mode];
        }

        return sum;
    }

    private static void Count(IEnumerable<AttributionMode> modes, int[] counts)
    {
        foreach (AttributionMode mode in modes)
        {
            counts[(int)mode]++;
        }
    }
}
