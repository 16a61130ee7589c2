using System.IO.Compression;
using Entente.Analysis.Scoring;
using Entente.Analysis.Syntax;
using Entente.Analysis.Text;

namespace Entente.Tools.TrainSyntax;

/// <summary>A sentence to learn from. Heads count from 0; -1 is the root. Without lemmas, and without labels, where nobody annotated it.</summary>
internal sealed record Tree(string[] Forms, string[] Lemmas, PartOfSpeech[] Tags, PennTag[] PennTags, int[] Heads, Relation[] Relations, Beliefs? Beliefs = null)
{
    public int Length => Forms.Length;

    /// <summary>The sentences of treebanks in CoNLL-U, plain or packed with gzip.</summary>
    public static List<Tree> ReadAll(IEnumerable<string> files)
    {
        List<Tree> trees = [];
        List<Diagnostic> wrong = [];
        foreach (string file in files)
        {
            using Stream stream = File.OpenRead(file);
            using StreamReader reader = new(file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream);
            trees.AddRange(ConlluReader.Read(reader, Path.GetFileName(file), wrong).SelectMany(document => document.Sentences).Select(Of));
        }

        foreach (Diagnostic diagnostic in wrong)
        {
            Console.Error.WriteLine(diagnostic.Message);
        }

        return trees;
    }

    private static Tree Of(TreebankSentence sentence) => new(
        [.. sentence.Words.Select(word => word.Form)],
        [.. sentence.Words.Select(word => word.Lemma)],
        [.. sentence.Words.Select(word => TreebankLabels.ParsePartOfSpeech(word.Tag))],
        [.. sentence.Words.Select(word => TreebankLabels.ParsePennTag(word.PennTag))],
        [.. sentence.Words.Select(word => word.Head)],
        [.. sentence.Words.Select(word => TreebankLabels.ParseRelation(word.Relation))]);
}
