using Entente.Analysis.Syntax;

namespace Entente.Tools.TrainSyntax;

/// <summary>Learns the lemmas of a treebank, and what the rules of inflection get wrong.</summary>
internal static class Lemmas
{
    private const int LongestForm = 40;

    public static Lemmatizer Learn(IEnumerable<Tree> trees)
    {
        Dictionary<string, Dictionary<string, int>> counts = new(StringComparer.Ordinal);
        Dictionary<string, (string Form, PennTag Tag)> samples = new(StringComparer.Ordinal);
        SortedSet<string> known = new(StringComparer.Ordinal);
        Span<char> key = stackalloc char[LongestForm + 1];
        foreach (Tree tree in trees.Where(tree => tree.Lemmas.Length > 0))
        {
            for (int i = 0; i < tree.Length; i++)
            {
                (string form, string lemma, PennTag tag) = (tree.Forms[i], tree.Lemmas[i], tree.PennTags[i]);
                if (form.Length > LongestForm || lemma is "_" or "")
                {
                    continue;
                }

                string entry = key[..Lemmatizer.Key(form, tag, key)].ToString();
                samples.TryAdd(entry, (form, tag));
                if (!counts.TryGetValue(entry, out Dictionary<string, int>? lemmas))
                {
                    counts[entry] = lemmas = new Dictionary<string, int>(StringComparer.Ordinal);
                }

                lemmas[lemma] = lemmas.GetValueOrDefault(lemma) + 1;
                if (tree.Tags[i] is PartOfSpeech.Verb or PartOfSpeech.Noun or PartOfSpeech.Adj or PartOfSpeech.Adv or PartOfSpeech.Aux && lemma.All(char.IsAsciiLetterLower))
                {
                    known.Add(lemma);
                }
            }
        }

        Lemmatizer rules = new(new Dictionary<string, string>(), known);
        Dictionary<string, string> exceptions = new(StringComparer.Ordinal);
        foreach ((string entry, Dictionary<string, int> lemmas) in counts)
        {
            string best = lemmas.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).First().Key;
            (string form, PennTag tag) = samples[entry];
            if (rules.Lemma(form, tag) != best && (tag is not (PennTag.Nnp or PennTag.Nnps) || best != form))
            {
                exceptions[entry] = best;
            }
        }

        return new Lemmatizer(exceptions, known);
    }
}
