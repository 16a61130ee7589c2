using Entente.Analysis.Syntax;

namespace Entente.Tools.TrainSyntax;

/// <summary>Rows of the model's tables for the words of the treebank.</summary>
internal sealed class Lexicon
{
    private readonly Dictionary<string, int[]> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, (int Row, int Count)> _known = [];

    /// <param name="least">A word must occur this often to have a vector of its own.</param>
    public Lexicon(IEnumerable<Tree> trees, int least, int hashRows)
    {
        Dictionary<ulong, int> counts = [];
        HashSet<string> forms = new(StringComparer.Ordinal);
        foreach (string form in trees.SelectMany(tree => tree.Forms))
        {
            ulong key = WordFeatures.Key(form);
            counts[key] = counts.GetValueOrDefault(key) + 1;
            forms.Add(form);
        }

        Words = [.. counts.Where(pair => pair.Value >= least).Select(pair => pair.Key).Order()];
        for (int i = 0; i < Words.Length; i++)
        {
            _known[Words[i]] = (i + 1, counts[Words[i]]);
        }

        Span<int> rows = stackalloc int[WordFeatures.Most];
        foreach (string form in forms)
        {
            int count = WordFeatures.Rows(form, hashRows, rows);
            _rows[form] = rows[..count].ToArray();
        }
    }

    public ulong[] Words { get; }

    public int[] Rows(string form) => _rows[form];

    /// <summary>The word's own row and how often it occurs; row 0 for a rare one.</summary>
    public (int Row, int Count) Word(string form) => _known.GetValueOrDefault(WordFeatures.Key(form));
}
