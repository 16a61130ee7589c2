namespace Entente.Analysis.Attributions;

/// <summary>The regular inflected forms of English words.</summary>
/// <remarks>Made once, when a lexicon is loaded. A stem that may double its last consonant is given both ways ("travelling", "traveling"): a form that
/// nobody writes costs nothing.</remarks>
internal static class WordForms
{
    /// <param name="irregular">Past tense and participle where they are not regular; the regular one is made all the same ("showed", "shown").</param>
    public static IEnumerable<string> OfVerb(string lemma, IReadOnlyCollection<string> irregular)
    {
        yield return lemma;
        yield return WithS(lemma);
        foreach (string form in irregular)
        {
            yield return form;
        }

        string stem = lemma is [.., 'e'] && lemma is not [.., 'e' or 'o' or 'y', 'e'] ? lemma[..^1] : lemma;
        yield return (lemma is [.., 'i', 'e'] ? lemma[..^2] + "y" : stem) + "ing";
        if (Doubles(lemma))
        {
            yield return lemma + lemma[^1] + "ing";
        }

        yield return lemma is [.., 'e'] ? lemma + "d" : EndsInConsonantY(lemma) ? lemma[..^1] + "ied" : lemma + "ed";
        if (Doubles(lemma))
        {
            yield return lemma + lemma[^1] + "ed";
        }
    }

    public static IEnumerable<string> OfNoun(string lemma)
    {
        yield return lemma;
        yield return WithS(lemma);
    }

    private static string WithS(string lemma) =>
        EndsInConsonantY(lemma) ? lemma[..^1] + "ies"
        : lemma is [.., 's' or 'x' or 'z' or 'o'] or [.., 'c' or 's', 'h'] ? lemma + "es"
        : lemma + "s";

    private static bool EndsInConsonantY(string lemma) => lemma is [.., not ('a' or 'e' or 'i' or 'o' or 'u'), 'y'];

    private static bool Doubles(string lemma) =>
        lemma is [.., 'a' or 'e' or 'i' or 'o' or 'u', 'b' or 'd' or 'g' or 'l' or 'm' or 'n' or 'p' or 'r' or 't'] and not [.., 'a' or 'e' or 'i' or 'o', 'a' or 'e' or 'i' or 'o' or 'u', _];
}
