using System.Collections.Frozen;

namespace Entente.Analysis.Text;

/// <summary>Words of one language with what a stage knows about each, read from a data file that ships inside the assembly.</summary>
/// <remarks>Look-ups ignore case and allocate nothing. A line is <c>word TAB value</c>; several words with one value are parted by blanks
/// only where the file's first line is <c>#words</c>; lines that start with <c>#</c> are comments.</remarks>
internal sealed class WordList
{
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    private WordList(FrozenDictionary<string, string> words)
    {
        Values = [.. words.Values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        _lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The different values, in order.</summary>
    public IReadOnlyList<string> Values { get; }

    public bool Contains(ReadOnlySpan<char> word) => _lookup.ContainsKey(word);

    public string? Find(ReadOnlySpan<char> word) => _lookup.TryGetValue(word, out string? value) ? value : null;

    public bool Is(ReadOnlySpan<char> word, string value) => _lookup.TryGetValue(word, out string? found) && found == value;

    /// <param name="file">Path below this project, such as <c>Text/Languages/en/abbreviations.tsv</c>.</param>
    public static WordList Load(string file)
    {
        Dictionary<string, string> words = new(StringComparer.OrdinalIgnoreCase);
        bool several = false;
        foreach (string line in DataFile.Lines(file))
        {
            if (line.StartsWith("#words", StringComparison.Ordinal))
            {
                several = true;
            }

            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            int tab = line.IndexOf('\t', StringComparison.Ordinal);
            string left = tab < 0 ? line : line[..tab];
            string value = tab < 0 ? "" : line[(tab + 1)..];
            foreach (string word in several ? left.Split(' ', StringSplitOptions.RemoveEmptyEntries) : [left])
            {
                words[word] = value;
            }
        }

        return new WordList(words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase));
    }
}
