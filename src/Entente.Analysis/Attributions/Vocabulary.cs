using Entente.Analysis.Text;

namespace Entente.Analysis.Attributions;

internal enum CueFrame : byte
{
    Speech,
    Tell,
    As,
    Call,
    Weak,
}

/// <summary>A verb of reporting: how it stands to what it reports, and how sure it makes it.</summary>
internal sealed record Cue(string Lemma, CueFrame Frame, Certainty Certainty);

/// <summary>The words that English uses to name a speaker and to say that he spoke.</summary>
internal static class Vocabulary
{
    private static readonly WordList s_cues = WordList.Load("Text/Languages/en/cue-verbs.tsv");
    private static readonly WordList s_speakers = WordList.Load("Text/Languages/en/speakers.tsv");
    private static readonly WordList s_function = WordList.Load("Text/Languages/en/function-words.tsv");
    private static readonly WordList s_places = WordList.Load("Text/Languages/en/places.tsv");
    private static readonly WordList s_adjectives = WordList.Load("Text/Languages/en/adjectives.tsv");
    private static readonly Dictionary<string, Cue> s_parsed = s_cues.Values.ToDictionary(value => value, Parse, StringComparer.Ordinal);

    public static Cue? Cue(ReadOnlySpan<char> word) => s_cues.Find(word) is { } value ? s_parsed[value] : null;

    /// <summary><c>role</c>, <c>voice</c>, <c>source</c>, <c>body</c>, <c>document</c> or <c>outlet</c>; null for other words.</summary>
    public static string? Speaker(ReadOnlySpan<char> word) => s_speakers.Find(word);

    /// <summary>The closed class a word belongs to, as the data file names it; null for open classes.</summary>
    public static string? Function(ReadOnlySpan<char> word) => s_function.Find(word);

    public static bool IsPlace(ReadOnlySpan<char> word) => s_places.Contains(word) && char.IsUpper(word[0]);

    public static bool IsAdjective(ReadOnlySpan<char> word) => s_adjectives.Contains(word);

    public static bool IsAdverb(ReadOnlySpan<char> word) =>
        s_function.Is(word, "adverb") || (word.Length > 4 && word.EndsWith("ly") && char.IsLower(word[0]) && word is not ("family" or "assembly" or "ally" or "daily" or "weekly" or "monthly" or "bully"));

    private static Cue Parse(string value)
    {
        string[] parts = value.Split(' ');
        return new Cue(parts[0], Enum.Parse<CueFrame>(parts[1], ignoreCase: true), Enum.Parse<Certainty>(parts[2], ignoreCase: true));
    }
}
