using System.IO.Compression;
using System.Text;
using Entente.Cli.Evaluation;

namespace Entente.Tests.Cli.Evaluation;

public sealed class SyntaxEvaluationTests : IDisposable
{
    private const string Sentence = "1\tBoats\tboat\tNOUN\tNNS\t_\t2\tnsubj\t_\t_\n2\tsank\tsink\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No\n3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n";

    private readonly string _directory = Directory.CreateTempSubdirectory("entente-syntax").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void Says_that_a_missing_set_is_skipped()
    {
        StringWriter output = new();
        Assert.Equal(0, SyntaxEvaluation.Run(Path.Combine(_directory, "none"), output));
        Assert.Contains("skipped", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_plain_and_packed_files_but_never_what_was_trained_on()
    {
        File.WriteAllText(Path.Combine(_directory, "en_a-ud-train.conllu"), Sentence);
        File.WriteAllText(Path.Combine(_directory, "train.conllu"), Sentence);
        File.WriteAllText(Path.Combine(_directory, "SET_news_boats.conllu"), Sentence);
        using (GZipStream packed = new(File.Create(Path.Combine(_directory, "dev.conllu.gz")), CompressionLevel.Fastest))
        {
            packed.Write(Encoding.UTF8.GetBytes(Sentence + Sentence));
        }

        StringWriter output = new();
        Assert.Equal(0, SyntaxEvaluation.Run(_directory, output));
        Assert.Contains("2 documents in 2 files, 3 sentences, 9 words", output.ToString(), StringComparison.Ordinal);
        Assert.Matches(@"\n  news +1\.0000  1\.0000", output.ToString());
    }

    [Fact]
    public void Lists_where_sentences_and_words_differ()
    {
        File.WriteAllText(Path.Combine(_directory, "dev.conllu"), Sentence.Replace("3\t.\t.", "3\t;\t;", StringComparison.Ordinal) + Sentence.Replace("sank", "sank.So", StringComparison.Ordinal));
        StringWriter output = new();
        SyntaxEvaluation.Run(_directory, output, errors: 3);
        Assert.Contains("Boats sank;‖ Boats", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("sank.So   made sank|.|So", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Fails_below_a_floor()
    {
        File.WriteAllText(Path.Combine(_directory, "dev.conllu"), Sentence);
        string floors = Path.Combine(Directory.CreateTempSubdirectory("entente-floors").FullName, "floors.json");
        Assert.Equal(0, SyntaxEvaluation.Run(_directory, TextWriter.Null, floors: floors, writeFloors: true));
        Assert.Equal(0, SyntaxEvaluation.Run(_directory, TextWriter.Null, floors: floors));
        File.WriteAllText(floors, File.ReadAllText(floors).Replace("\"tokenF1\": 1", "\"tokenF1\": 1.5", StringComparison.Ordinal));
        Assert.Equal(1, SyntaxEvaluation.Run(_directory, TextWriter.Null, floors: floors));
        Directory.Delete(Path.GetDirectoryName(floors)!, recursive: true);
    }
}
