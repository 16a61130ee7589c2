namespace Entente.Analysis.Text;

/// <summary>An English word without its inflection, as far as that can be told from its letters: "inspections", "inspected" and "inspecting" are one.</summary>
/// <remarks>
/// Light stemming takes off plural, past, participle and adverb endings and leaves derivation alone ("inspector" stays), which joins fewer words that have
/// nothing to do with one another than full stemmers do (Harman 1991, <i>How effective is suffixing?</i>). A stem is a key to compare by, not a word.
/// </remarks>
internal static class WordStem
{
    private const int Shortest = 3;

    // The longest that fits is taken off.
    private static readonly string[] s_endings = ["ings", "edly", "ing", "ies", "ied", "ed", "es", "ly", "s"];

    /// <summary>Of a word in small letters.</summary>
    public static string Of(ReadOnlySpan<char> word)
    {
        ReadOnlySpan<char> stem = word;
        foreach (string ending in s_endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal) && word.Length - ending.Length >= Shortest)
            {
                stem = word[..^ending.Length];
                break;
            }
        }

        if (stem.Length > Shortest && stem[^1] is 'e' or 'y' or 'i')
        {
            stem = stem[..^1];
        }

        return stem.ToString();
    }
}
