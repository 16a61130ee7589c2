namespace Entente.Reading.Html;

/// <summary>The article body that a page's JSON-LD gives, as a set of word triples to compare blocks with.</summary>
internal static class DeclaredText
{
    public static HashSet<string> Triples(string body)
    {
        HashSet<string> triples = new(StringComparer.OrdinalIgnoreCase);
        List<string> words = Words(body);
        for (int i = 0; i + 3 <= words.Count; i++)
        {
            triples.Add(string.Concat(words[i], " ", words[i + 1], " " + words[i + 2]));
        }

        return triples;
    }

    /// <summary>The share of the text's word triples that the body has too; −1 of a text shorter than one.</summary>
    public static double ShareIn(HashSet<string> triples, string text)
    {
        List<string> words = Words(text.Length > 600 ? text[..600] : text);
        if (words.Count < 3)
        {
            return -1;
        }

        int shared = 0;
        for (int i = 0; i + 3 <= words.Count; i++)
        {
            shared += triples.Contains(string.Concat(words[i], " ", words[i + 1], " " + words[i + 2])) ? 1 : 0;
        }

        return (double)shared / (words.Count - 2);
    }

    private static List<string> Words(string text)
    {
        List<string> words = [];
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            bool inside = i < text.Length && char.IsLetterOrDigit(text[i]);
            if (inside && start < 0)
            {
                start = i;
            }
            else if (!inside && start >= 0)
            {
                words.Add(text[start..i]);
                start = -1;
            }
        }

        return words;
    }
}
