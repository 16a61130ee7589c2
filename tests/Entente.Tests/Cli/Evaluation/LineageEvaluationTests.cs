using System.Text;
using Entente.Cli.Evaluation;

namespace Entente.Tests.Cli.Evaluation;

public sealed class LineageEvaluationTests : IDisposable
{
    private const string Divers = "Divers found the second pontoon lying upside down in the harbour under nine metres of water on Monday morning, and nobody was inside it when it sank. ";
    private const string Owner = "The owner of the ferry had been told twice last winter that the chains were worn, and he had promised new ones before the thaw came. ";
    private const string Fares = "Passengers of the ferry pay four crowns for a crossing of the harbour that used to take ten minutes and now takes an hour by the upper bridge. ";

    private readonly string _directory = Directory.CreateTempSubdirectory("entente-lineage").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void Says_that_a_missing_set_is_skipped()
    {
        StringWriter output = new();
        Assert.Equal(0, LineageEvaluation.Run(Path.Combine(_directory, "none"), output));
        Assert.Contains("skipped", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Prints_what_was_taken_for_what()
    {
        // b copies a and is found; c is said to derive from b and is not; the last pair is right to have no edge.
        AddStory(
            """{"articles":{"a":{"kind":"original"},"b":{"kind":"reprint"},"c":{"kind":"rewrite-uncredited"}},"edges":[{"from":"a","to":"b","type":"reprint","credited":false},{"from":"b","to":"c","type":"rewrite","credited":false}]}""",
            ("a", "Harrow Courier", "2026-03-10T08:00:00Z", Divers + Owner),
            ("b", "Weald News", "2026-03-10T12:00:00Z", Divers + Owner),
            ("c", "Stoke Herald", "2026-03-10T16:00:00Z", "On the ferry and its harbour nothing is known. " + Fares));
        StringWriter output = new();
        Assert.Equal(0, LineageEvaluation.Run(_directory, output, errors: true));
        string printed = output.ToString();
        Assert.Contains("1 stories, 3 pairs", printed, StringComparison.Ordinal);
        Assert.Contains("precision 1.000  recall 0.500  F1 0.667", printed, StringComparison.Ordinal);
        Assert.Contains("direction right                1.000 (1 of 1", printed, StringComparison.Ordinal);
        Assert.Contains("uncredited rewrites found      0.000 (0 of 1)", printed, StringComparison.Ordinal);
        Assert.Contains("missed     b > c  rewrite: found none", printed, StringComparison.Ordinal);
        string byChain = printed.Split('\n').Single(line => line.StartsWith("  by chain", StringComparison.Ordinal));
        Assert.EndsWith("1", byChain.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void Fails_below_a_floor()
    {
        AddStory(
            """{"articles":{"a":{"kind":"original"},"b":{"kind":"reprint"}},"edges":[{"from":"a","to":"b","type":"reprint","credited":false}]}""",
            ("a", "Harrow Courier", "2026-03-10T08:00:00Z", Divers + Owner),
            ("b", "Weald News", "2026-03-10T12:00:00Z", Divers + Owner));
        string floors = Path.Combine(Directory.CreateTempSubdirectory("entente-floors").FullName, "floors.json");
        Assert.Equal(0, LineageEvaluation.Run(_directory, TextWriter.Null, floors: floors, writeFloors: true));
        Assert.Equal(0, LineageEvaluation.Run(_directory, TextWriter.Null, floors: floors));
        File.WriteAllText(floors, File.ReadAllText(floors).Replace("\"edgeF1\": 1", "\"edgeF1\": 1.5", StringComparison.Ordinal));
        Assert.Equal(1, LineageEvaluation.Run(_directory, TextWriter.Null, floors: floors));
        Directory.Delete(Path.GetDirectoryName(floors)!, recursive: true);
    }

    [Fact]
    public void Counts_copies_among_articles_grouped_by_event()
    {
        AddArticle("a", 1, "courier.example", Divers + Owner);
        AddArticle("b", 1, "weald.example", Divers + Owner + Fares);
        AddArticle("c", 2, "stoke.example", "A choir of ninety sang in the rain without a conductor, and the mayor held the umbrella over the drum.");
        StringWriter output = new();
        Assert.Equal(0, LineageEvaluation.Run(_directory, output));
        Assert.Contains("copies with an edge            1 of 1", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("edges between events           0 across outlets, 0 inside one outlet", output.ToString(), StringComparison.Ordinal);
    }

    private void AddStory(string truth, params (string Id, string Outlet, string Published, string Text)[] articles)
    {
        string story = Directory.CreateDirectory(Path.Combine(_directory, "story")).FullName;
        File.WriteAllText(Path.Combine(story, "truth.json"), truth);
        File.WriteAllText(Path.Combine(story, "articles.jsonl"), string.Concat(articles.Select(a =>
            $$"""{"id":"{{a.Id}}","outlet":"{{a.Outlet}}","published":"{{a.Published}}","text":"{{a.Text.Trim()}}"}""" + "\n")), new UTF8Encoding(false));
    }

    private void AddArticle(string id, int group, string domain, string text) => File.WriteAllText(
        Path.Combine(_directory, id + ".json"),
        $$$"""{"source_domain":"{{{domain}}}","newsCluster":{"EventId":{{{group}}}},"text":"{{{text.Trim()}}}"}""");
}
