using Entente.Analysis.Attributions;

namespace Entente.Analysis.Tracing;

/// <summary>A sentence aligned with some words of a report: which of them stand alike.</summary>
internal sealed class Match
{
    private readonly SoughtSentence _sentence;
    private readonly int _before;
    private readonly int _after;

    private Match(SoughtSentence sentence, TextRegion region, List<int> stretch, int before, int after)
    {
        _sentence = sentence;
        Region = region;
        Stretch = stretch;
        _before = before;
        _after = after;
    }

    public TextRegion Region { get; }

    /// <summary>The words of the region from the first that is alike to the last, those that were not compared left out.</summary>
    public List<int> Stretch { get; }

    /// <summary>Words that stand alike.</summary>
    public int Words { get; private set; }

    /// <summary>How many of them stand inside quotation marks in the report.</summary>
    public int Quoted { get; private set; }

    /// <summary>How many of them are words of weight.</summary>
    public int Telling { get; private set; }

    public double Weight { get; private set; }

    /// <summary>The most words alike that follow one another on both sides.</summary>
    public int LongestRun { get; private set; }

    public int TellingInRun { get; private set; }

    /// <param name="looked">Indices of words of the region, in order.</param>
    public static Match? Of(SoughtSentence sentence, TextRegion region, int[] looked)
    {
        List<QuotedWord> words = [.. looked.Select(w => region.Words[w])];
        List<(int A, int B)> pairs = words.Count == 0 ? [] : WordAlignment.Align(sentence.Words, words);
        if (pairs.Count == 0)
        {
            return null;
        }

        // An alignment begins and ends with a pair of equal words.
        Match match = new(sentence, region, [.. looked[pairs[0].B..(pairs[^1].B + 1)]], pairs[0].A, sentence.Words.Count - 1 - pairs[^1].A);
        int run = 0, telling = 0;
        foreach ((int a, int b) in pairs)
        {
            if (a < 0 || b < 0 || sentence.Words[a].Folded != words[b].Folded)
            {
                run = telling = 0;
                continue;
            }

            bool isTelling = sentence.Words[a].IsContent;
            match.Words++;
            match.Quoted += region.Quoted[looked[b]] ? 1 : 0;
            match.Telling += isTelling ? 1 : 0;
            match.Weight += sentence.WeightOf(words[b].Folded);
            run++;
            telling += isTelling ? 1 : 0;
            if (run > match.LongestRun)
            {
                (match.LongestRun, match.TellingInRun) = (run, telling);
            }
        }

        return match;
    }

    /// <summary>The stretch with what stands, in the same sentence and quotation, in the place of the words that the sentence has beyond it.</summary>
    /// <remarks>An alignment ends with words that are alike; "We" exchanged for "They" at the beginning would not be seen.</remarks>
    public List<int> Extended(int from, int to)
    {
        List<int> words = [.. Stretch];
        for (int k = 0; k < _before && words[0] > from && Region.FollowsOn(words[0]); k++)
        {
            words.Insert(0, words[0] - 1);
        }

        for (int k = 0; k < _after && words[^1] + 1 < to && Region.FollowsOn(words[^1] + 1); k++)
        {
            words.Add(words[^1] + 1);
        }

        return words;
    }

    public override string ToString() => $"{Words} of {_sentence.Words.Count} words";
}
