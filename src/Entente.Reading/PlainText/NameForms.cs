namespace Entente.Reading.PlainText;

/// <summary>Whether a stretch of words can be a name: of a person in a byline, of an outlet in a masthead.</summary>
internal static class NameForms
{
    private static readonly HashSet<string> s_connectors = new(StringComparer.OrdinalIgnoreCase)
    {
        "and", "de", "del", "della", "da", "dos", "das", "du", "van", "von", "der", "den", "zu", "al", "el", "bin", "ibn", "bint", "la", "le", "les", "of", "for",
        "in", "at", "the", "with", "y", "e", "i", "und", "et", "&", "on", "from", "to", "–", "-", "—", "ter", "ten", "af", "av", "om",
    };

    /// <summary>Every word is capitalised, or joins names ("de", "and", "of"); none is a figure.</summary>
    public static bool IsCapitalised(ReadOnlySpan<char> words, int mostWords)
    {
        int count = 0;
        int named = 0;
        foreach (Range range in words.Split(' '))
        {
            ReadOnlySpan<char> word = words[range].Trim(" ,.;:()\"“”'’[]*/\u00A0");
            if (word.IsEmpty)
            {
                continue;
            }

            count++;
            if (char.IsUpper(word[0]) || IsUncased(word[0]) || HasInnerCapital(word))
            {
                named++;
            }
            else if (!s_connectors.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word))
            {
                return false;
            }
        }

        return named > 0 && count <= mostWords;
    }

    // Arabic, Chinese and other letters have no case: such a word can be a name.
    private static bool IsUncased(char c) => char.IsLetter(c) && !char.IsLower(c) && !char.IsUpper(c);

    // "al-Marsi", "d'Arc", "iPolitics".
    private static bool HasInnerCapital(ReadOnlySpan<char> word)
    {
        for (int i = 1; i < word.Length; i++)
        {
            if (char.IsUpper(word[i]))
            {
                return true;
            }
        }

        return false;
    }
}
