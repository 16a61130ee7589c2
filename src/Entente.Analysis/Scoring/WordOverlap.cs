namespace Entente.Analysis.Scoring;

/// <summary>Compares two texts as bags of words, as WCXB's published scorer does: runs of <c>\w</c>, lower case, each as often as it stands.</summary>
/// <remarks>Order does not count, so a text cut in another order scores the same.</remarks>
public static class WordOverlap
{
    public static PrecisionRecall Score(string found, string gold)
    {
        Dictionary<string, int> bag = new(StringComparer.Ordinal);
        var lookup = bag.GetAlternateLookup<ReadOnlySpan<char>>();
        string lower = gold.ToLowerInvariant();
        int goldWords = 0;
        for (int at = 0; TryNext(lower, ref at, out ReadOnlySpan<char> word);)
        {
            lookup[word] = lookup.TryGetValue(word, out int count) ? count + 1 : 1;
            goldWords++;
        }

        lower = found.ToLowerInvariant();
        int foundWords = 0, right = 0;
        for (int at = 0; TryNext(lower, ref at, out ReadOnlySpan<char> word);)
        {
            foundWords++;
            if (lookup.TryGetValue(word, out int left) && left > 0)
            {
                lookup[word] = left - 1;
                right++;
            }
        }

        return PrecisionRecall.FromCounts(right, foundWords, goldWords);
    }

    private static bool TryNext(string text, ref int at, out ReadOnlySpan<char> word)
    {
        while (at < text.Length && !IsWord(text[at]))
        {
            at++;
        }

        int start = at;
        while (at < text.Length && IsWord(text[at]))
        {
            at++;
        }

        word = text.AsSpan(start, at - start);
        return at > start;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';
}
