using Entente.Analysis.Text;

namespace Entente.Analysis.Entities;

/// <summary>Words that show a person's sex: given names mostly borne by one, titles, nouns, pronouns.</summary>
internal static class SexWords
{
    private static readonly Lazy<Dictionary<ulong, Sex>> s_names = new(() =>
    {
        Dictionary<ulong, Sex> names = [];
        foreach (string[] row in DataFile.Rows("Entities/Gazetteers/given-names.tsv"))
        {
            if (row.Length > 1)
            {
                names[Gazetteer.Key(row[0])] = row[1] == "male" ? Sex.Male : Sex.Female;
            }
        }

        return names;
    });

    private static readonly Dictionary<ulong, Sex> s_words = Words();

    public static Sex OfName(ulong given) => s_names.Value.GetValueOrDefault(given);

    /// <summary>Of a title, a noun or a pronoun.</summary>
    public static Sex OfWord(ulong word) => s_words.GetValueOrDefault(word);

    private static Dictionary<ulong, Sex> Words()
    {
        Dictionary<ulong, Sex> words = [];
        foreach (string[] row in DataFile.Rows("Text/Languages/en/sexes.tsv"))
        {
            foreach (string word in row[1].Split(' '))
            {
                words[Gazetteer.Key(word)] = row[0] switch { "male" => Sex.Male, "female" => Sex.Female, _ => Sex.Neuter };
            }
        }

        return words;
    }
}
