using Entente.Analysis.Syntax;

namespace Entente.Analysis.Scoring;

/// <summary>Tags and trees made for a treebank's own words and sentences beside its own: shares of all words, punctuation with them.</summary>
public sealed class SyntaxScores
{
    private long _words, _tags, _pennTags, _heads, _labelled, _labelledUniversal;

    public long Words => _words;

    /// <summary>Universal parts of speech that are right (UPOS).</summary>
    public double Tags => Share(_tags);

    /// <summary>The language's own tags that are right (XPOS).</summary>
    public double PennTags => Share(_pennTags);

    /// <summary>Heads that are right: the unlabelled attachment score (UAS).</summary>
    public double Heads => Share(_heads);

    /// <summary>Heads that are right with their relation, subtypes included: the labelled attachment score (LAS).</summary>
    public double Labelled => Share(_labelled);

    /// <summary>The same without regard to subtypes.</summary>
    public double LabelledUniversal => Share(_labelledUniversal);

    /// <param name="parsed">Made from <see cref="TreebankDocument.ToTokenized"/>.</param>
    public void Add(TreebankDocument gold, ParsedDocument parsed)
    {
        int first = 0;
        foreach (TreebankSentence sentence in gold.Sentences)
        {
            for (int w = 0; w < sentence.Words.Length; w++)
            {
                TreebankWord word = sentence.Words[w];
                int t = first + w;
                string relation = parsed.Relations[t].Label();
                bool isHead = parsed.Relations[t] != Relation.None && parsed.Heads[t] == (word.Head < 0 ? -1 : first + word.Head);
                _words++;
                _tags += parsed.Tags[t].Label() == word.Tag ? 1 : 0;
                _pennTags += parsed.PennTags[t].Label() == word.PennTag ? 1 : 0;
                _heads += isHead ? 1 : 0;
                _labelled += isHead && relation == word.Relation ? 1 : 0;
                _labelledUniversal += isHead && WithoutSubtype(relation).SequenceEqual(WithoutSubtype(word.Relation)) ? 1 : 0;
            }

            first += sentence.Words.Length;
        }
    }

    private static ReadOnlySpan<char> WithoutSubtype(string relation) =>
        relation.IndexOf(':', StringComparison.Ordinal) is > 0 and int colon ? relation.AsSpan(0, colon) : relation;

    private double Share(long right) => _words == 0 ? 0 : (double)right / _words;
}
