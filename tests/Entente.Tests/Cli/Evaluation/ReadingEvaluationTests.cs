using System.IO.Compression;
using System.Text;
using Entente.Cli.Evaluation;

namespace Entente.Tests.Cli.Evaluation;

public sealed class ReadingEvaluationTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("entente-reading").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private void AddPage(string id, string html, string gold)
    {
        Directory.CreateDirectory(Path.Combine(_directory, "html"));
        Directory.CreateDirectory(Path.Combine(_directory, "ground-truth"));
        using GZipStream stream = new(File.Create(Path.Combine(_directory, "html", id + ".html.gz")), CompressionLevel.Fastest);
        stream.Write(Encoding.UTF8.GetBytes(html));
        File.WriteAllText(Path.Combine(_directory, "ground-truth", id + ".json"), gold);
    }

    private void AddReport()
    {
        string paragraph = string.Concat(Enumerable.Repeat("<p>The harbour board voted to close the old pier, which was built in 1911, until the spring of next year at the earliest.</p><p>The ferries will call at the fish quay, said the operator, though it has no shelter for those who wait.</p>", 1));
        AddPage("0001",
            $"<html><head><meta name=author content='Ann Lee'><meta property='article:published_time' content='2021-05-03'></head><body><main><article><h1>Pier to close</h1>{paragraph}</article></main></body></html>",
            """{"url":"https://courier.example/1","ground_truth":{"title":"Pier to close","author":"Ann Lee","publish_date":"2021-05-03","main_content":"The harbour board voted to close the old pier, which was built in 1911, until the spring of next year at the earliest.\n\nThe ferries will call at the fish quay, said the operator, though it has no shelter for those who wait.","with":["the old pier"],"without":["Log in"]}}""");
    }

    [Fact]
    public void Says_that_a_missing_set_is_skipped()
    {
        StringWriter output = new();
        Assert.Equal(0, ReadingEvaluation.Run(Path.Combine(_directory, "none"), output));
        Assert.Contains("skipped", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Prints_the_figures_of_a_set()
    {
        AddReport();
        StringWriter output = new();
        Assert.Equal(0, ReadingEvaluation.Run(_directory, output, worst: 1));
        string printed = output.ToString();
        Assert.Contains("1 pages", printed, StringComparison.Ordinal);
        Assert.Contains("F1 1.0000", printed, StringComparison.Ordinal);
        Assert.Contains("author exact       1.000 (1 of 1", printed, StringComparison.Ordinal);
        Assert.Contains("date exact         1.000 (1 of 1", printed, StringComparison.Ordinal);
        Assert.Contains("0001  https://courier.example/1", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void Fails_below_a_floor_and_refuses_to_lower_one()
    {
        AddReport();
        string floors = Path.Combine(Directory.CreateTempSubdirectory("entente-floors").FullName, "floors.json");
        Assert.Equal(0, ReadingEvaluation.Run(_directory, TextWriter.Null, floors: floors, writeFloors: true));
        Assert.Equal(0, ReadingEvaluation.Run(_directory, TextWriter.Null, floors: floors));

        File.WriteAllText(floors, File.ReadAllText(floors).Replace("\"dateExact\": 1", "\"dateExact\": 1.5", StringComparison.Ordinal));
        StringWriter output = new();
        Assert.Equal(1, ReadingEvaluation.Run(_directory, output, floors: floors));
        Assert.Contains("dateExact is 1.0000, below its floor of 1.5000", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, ReadingEvaluation.Run(_directory, TextWriter.Null, floors: floors, writeFloors: true));

        File.WriteAllText(floors, "{ \"reading\": {}, }");
        output = new StringWriter();
        Assert.Equal(1, ReadingEvaluation.Run(_directory, output, floors: floors));
        Assert.Contains("is not a file of floors", output.ToString(), StringComparison.Ordinal);
        Directory.Delete(Path.GetDirectoryName(floors)!, recursive: true);
    }
}
