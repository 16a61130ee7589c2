using Entente.Analysis.Syntax;

namespace Entente.Analysis.Entities;

/// <summary>Documents whose mentions are compared: how alike they are, and how alike the sentences around two mentions.</summary>
internal sealed class MentionedTexts
{
    private readonly List<Dictionary<ulong, double>> _documents = [];
    private readonly List<Dictionary<ulong, double>[]> _sentences = [];
    private readonly Dictionary<ulong, int> _frequency = [];
    private readonly List<(NameEvidence Evidence, ParsedDocument Parsed)> _texts = [];

    /// <returns>The number of the document added.</returns>
    public int Add(ParsedDocument parsed, NameEvidence evidence)
    {
        HashSet<ulong> seen = [];
        for (int t = 0; t < evidence.Keys.Length; t++)
        {
            if (IsContent(parsed, t))
            {
                seen.Add(evidence.Keys[t]);
            }
        }

        foreach (ulong word in seen)
        {
            _frequency[word] = _frequency.GetValueOrDefault(word) + 1;
        }

        _texts.Add((evidence, parsed));
        return _texts.Count - 1;
    }

    public LinkEvidence.Setting Setting(IEnumerable<MentionedThing> mentions)
    {
        foreach ((NameEvidence evidence, ParsedDocument parsed) in _texts)
        {
            _documents.Add(Vector(evidence, parsed, 0, evidence.Keys.Length));
            _sentences.Add([.. parsed.Document.Sentences.Select(s => Vector(evidence, parsed, s.FirstToken, s.FirstToken + s.TokenCount))]);
        }

        Dictionary<ulong, int> heads = mentions.GroupBy(m => m.Head).ToDictionary(g => g.Key, g => g.Select(m => m.Document).Distinct().Count());
        double[,] likeness = new double[_texts.Count, _texts.Count];
        for (int i = 0; i < _texts.Count; i++)
        {
            for (int j = 0; j < _texts.Count; j++)
            {
                likeness[i, j] = Cosine(_documents[i], _documents[j]);
            }
        }

        return new LinkEvidence.Setting(heads, _texts.Count, (i, j) => likeness[i, j], (a, b) => Cosine(_sentences[a.Document][a.Sentence], _sentences[b.Document][b.Sentence]));
    }

    private Dictionary<ulong, double> Vector(NameEvidence evidence, ParsedDocument parsed, int first, int end)
    {
        Dictionary<ulong, double> vector = [];
        for (int t = first; t < end; t++)
        {
            if (IsContent(parsed, t))
            {
                double weight = Math.Log((1.0 + _texts.Count) / _frequency[evidence.Keys[t]]);
                vector[evidence.Keys[t]] = vector.GetValueOrDefault(evidence.Keys[t]) + weight;
            }
        }

        double length = Math.Sqrt(vector.Values.Sum(w => w * w));
        return length == 0 ? vector : vector.ToDictionary(p => p.Key, p => p.Value / length);
    }

    private static double Cosine(Dictionary<ulong, double> a, Dictionary<ulong, double> b)
    {
        (Dictionary<ulong, double> few, Dictionary<ulong, double> many) = a.Count <= b.Count ? (a, b) : (b, a);
        double sum = 0;
        foreach ((ulong word, double weight) in few)
        {
            sum += weight * many.GetValueOrDefault(word);
        }

        return sum;
    }

    private static bool IsContent(ParsedDocument parsed, int t) => parsed.Tags[t] is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Verb or PartOfSpeech.Adj or PartOfSpeech.Num;
}
