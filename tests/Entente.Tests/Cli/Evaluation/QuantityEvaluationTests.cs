using Entente.Cli.Evaluation;

namespace Entente.Tests.Cli.Evaluation;

public sealed class QuantityEvaluationTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("entente-quantities").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void Says_that_a_missing_set_is_skipped()
    {
        StringWriter output = new();
        Assert.Equal(0, QuantityEvaluation.Run(Path.Combine(_directory, "none"), output, Labels()));
        Assert.Contains("skipped", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Says_that_a_set_without_the_marked_reports_is_skipped()
    {
        StringWriter output = new();
        Assert.Equal(0, QuantityEvaluation.Run(_directory, output, Labels()));
        Assert.Contains("has none of the reports", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Prints_the_figures_of_both_parts_and_the_errors_of_one()
    {
        Report("quay", "At least 40 boats sank on Friday.\nShe paid $5.");
        Report("pier", "About 12 goats drowned.");
        StringWriter output = new();
        Assert.Equal(0, QuantityEvaluation.Run(_directory, output, Labels(), errors: 9));
        string printed = output.ToString();
        Assert.Contains("3 regions of 2 reports, 3 quantities marked, 3 of them with a frame", printed, StringComparison.Ordinal);
        Assert.Matches(@"\n  development +2 +2 +1\.000 +1\.000 +2 +0\.500 +0\.500 +0\.000 +0\.500\n", printed);
        Assert.Matches(@"\n  held +1 +1 +1\.000 +1\.000 +1 +1\.000 +1\.000 +0\.000 +1\.000\n", printed);
        Assert.Contains("wrong sums: 0; invented units: 0", printed, StringComparison.Ordinal);
        Assert.Contains("other frame: She paid $5.", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("goats", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void Floors_are_written_and_then_hold()
    {
        Report("quay", "At least 40 boats sank on Friday.\nShe paid $5.");
        Report("pier", "About 12 goats drowned.");
        string floors = Path.Combine(Directory.CreateDirectory(Path.Combine(_directory, "floors")).FullName, "floors.json");
        string labels = Labels();
        StringWriter output = new();
        // The folder that is hashed must not hold the floors.
        string set = Directory.CreateDirectory(Path.Combine(_directory, "set")).FullName;
        File.Copy(Path.Combine(_directory, "quay.json"), Path.Combine(set, "quay.json"));
        File.Copy(Path.Combine(_directory, "pier.json"), Path.Combine(set, "pier.json"));
        Assert.Equal(0, QuantityEvaluation.Run(set, output, labels, floors: floors, writeFloors: true));
        Assert.Equal(0, QuantityEvaluation.Run(set, output, labels, floors: floors));
        File.WriteAllText(floors, File.ReadAllText(floors).Replace("\"frameExactOfAll\": 0.", "\"frameExactOfAll\": 1.", StringComparison.Ordinal));
        Assert.Equal(1, QuantityEvaluation.Run(set, output, labels, floors: floors));
        Assert.Contains("below its floor", output.ToString(), StringComparison.Ordinal);
    }

    private void Report(string id, string text) => File.WriteAllText(Path.Combine(_directory, id + ".json"), System.Text.Json.JsonSerializer.Serialize(new { text }));

    private string Labels()
    {
        string folder = Directory.CreateDirectory(Path.Combine(_directory, "gold")).FullName;
        string path = Path.Combine(folder, "labels.jsonl");
        File.WriteAllLines(path,
        [
            """{"file":"quay","part":"development","region":[0,33],"slots":[{"start":0,"end":11,"kind":"count","qualifier":"at-least","min":40,"max":null,"noun":[[12,17]],"predicate":[[18,22]],"asOf":[[26,32]]}]}""",
            """{"file":"quay","part":"development","region":[34,46],"slots":[{"start":43,"end":45,"kind":"money","qualifier":"exactly","min":5,"max":5,"unit":"$","noun":[[34,37]],"predicate":[[38,42]]}]}""",
            """{"file":"pier","part":"held","region":[0,23],"slots":[{"start":0,"end":8,"kind":"count","qualifier":"about","min":12,"max":12,"noun":[[9,14]],"predicate":[[15,22]]}]}""",
        ]);
        return path;
    }
}
