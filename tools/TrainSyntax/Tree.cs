using System.Globalization;
using System.IO.Compression;
using Entente.Analysis.Syntax;

namespace Entente.Tools.TrainSyntax;

/// <summary>A sentence of a treebank. Heads count from 0; -1 is the root.</summary>
internal sealed record Tree(string[] Forms, string[] Lemmas, PartOfSpeech[] Tags, PennTag[] PennTags, int[] Heads, Relation[] Relations, Beliefs? Beliefs = null)
{
    public int Length => Forms.Length;

    public static List<Tree> ReadAll(IEnumerable<string> files) => [.. files.SelectMany(Read)];

    private static IEnumerable<Tree> Read(string file)
    {
        using Stream stream = File.OpenRead(file);
        using StreamReader reader = new(file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream);
        List<string[]> rows = [];
        while (true)
        {
            string? line = reader.ReadLine();
            if (!string.IsNullOrEmpty(line))
            {
                string[] fields = line.Split('\t');
                if (fields.Length == 10 && fields[0].All(char.IsAsciiDigit))
                {
                    rows.Add(fields);
                }

                continue;
            }

            if (rows.Count > 0)
            {
                yield return new Tree(
                    [.. rows.Select(r => r[1])],
                    [.. rows.Select(r => r[2])],
                    [.. rows.Select(r => TreebankLabels.ParsePartOfSpeech(r[3]))],
                    [.. rows.Select(r => TreebankLabels.ParsePennTag(r[4]))],
                    [.. rows.Select(r => int.Parse(r[6], CultureInfo.InvariantCulture) - 1)],
                    [.. rows.Select(r => TreebankLabels.ParseRelation(r[7]))]);
                rows.Clear();
            }

            if (line is null)
            {
                yield break;
            }
        }
    }
}
