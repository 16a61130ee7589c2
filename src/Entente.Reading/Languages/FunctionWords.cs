using System.Collections.Immutable;

namespace Entente.Reading.Languages;

/// <summary>The little words of each language, as <c>FunctionWords.tsv</c> lists them.</summary>
internal sealed class FunctionWords
{
    public const int LongestWord = 16;

    private readonly Dictionary<string, int[]> _languagesOfWord;
    private readonly Dictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly Dictionary<string, string> _names;

    private FunctionWords(ImmutableArray<string> languages, Dictionary<string, string> names, Dictionary<string, int[]> languagesOfWord)
    {
        Languages = languages;
        _names = names;
        _languagesOfWord = languagesOfWord;
        _lookup = _languagesOfWord.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>In ordinal order.</summary>
    public ImmutableArray<string> Languages { get; }

    public static FunctionWords Load()
    {
        using Stream stream = typeof(FunctionWords).Assembly.GetManifestResourceStream("Languages/FunctionWords.tsv")
            ?? throw new InvalidOperationException("FunctionWords.tsv is not embedded.");
        using StreamReader reader = new(stream);
        List<string> languages = [];
        Dictionary<string, string> names = new(StringComparer.Ordinal);
        Dictionary<string, int[]> languagesOfWord = new(4096, StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            string[] columns = line.Split('\t');
            if (line.StartsWith('#') || columns.Length < 2)
            {
                continue;
            }

            names.Add(columns[0], columns[1]);
            languages.Add(columns[0]);
            foreach (string word in columns.Length < 3 ? [] : columns[2].Split(' '))
            {
                languagesOfWord[word] = [.. languagesOfWord.GetValueOrDefault(word, []), languages.Count - 1];
            }
        }

        return new FunctionWords([.. languages], names, languagesOfWord);
    }

    public int IndexOf(string language) => Languages.IndexOf(language);

    public string NameOf(string language) => _names.GetValueOrDefault(language, language);

    public bool Has(ReadOnlySpan<char> word) => _lookup.ContainsKey(word);

    /// <summary>Adds one vote, shared among the languages that have the word.</summary>
    public void Vote(ReadOnlySpan<char> word, double weight, double[] votes)
    {
        if (_lookup.TryGetValue(word, out int[]? languages))
        {
            foreach (int language in languages)
            {
                votes[language] += weight / languages.Length;
            }
        }
    }
}
