using System.Collections.Frozen;

namespace Entente.Analysis.Times;

/// <summary>What may begin with a word, so that most words of a text are passed over after one look.</summary>
[Flags]
internal enum Opens : byte
{
    None = 0,

    /// <summary>"about", "more than".</summary>
    Modifier = 1,

    /// <summary>"these days".</summary>
    Reference = 2,

    /// <summary>"Boxing Day".</summary>
    Holiday = 4,

    /// <summary>"the", "end", "once": only where a word of time follows soon.</summary>
    Phrase = 8,
}

/// <summary>The words that expressions of time can begin with and that are no words of time themselves.</summary>
internal static class TimeOpeners
{
    private static readonly string[] s_words =
    [
        "the", "a", "an", "these", "those", "its", "his", "her", "their", "our", "my", "your", "any", "all", "half", "quarter", "couple", "end", "start", "beginning", "close", "ending",
        "conclusion", "outset", "opening", "turn", "latter", "rest", "remainder", "remaining", "height", "once", "twice", "thrice", "per", "fiscal", "financial", "calendar", "tax", "fy", "weekdays",
        "final", "intervening",
    ];

    private static readonly FrozenDictionary<string, Opens>.AlternateLookup<ReadOnlySpan<char>> s_lookup = Load().GetAlternateLookup<ReadOnlySpan<char>>();

    public static Opens Find(ReadOnlySpan<char> word) => s_lookup.TryGetValue(word, out Opens found) ? found : Opens.None;

    private static FrozenDictionary<string, Opens> Load()
    {
        Dictionary<string, Opens> opens = new(StringComparer.OrdinalIgnoreCase);
        Add(s_words, Opens.Phrase);
        Add(TimeGrammar.ModifierWords, Opens.Modifier);
        Add(TimeGrammar.ReferenceWords, Opens.Reference);
        Add(Holiday.FirstWords, Opens.Holiday);
        return opens.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

        void Add(IEnumerable<string> words, Opens what)
        {
            foreach (string word in words)
            {
                opens[word] = opens.GetValueOrDefault(word) | what;
            }
        }
    }
}
