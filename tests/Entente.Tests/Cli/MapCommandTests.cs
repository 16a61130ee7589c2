using System.Text.Json;

namespace Entente.Tests.Cli;

public sealed class MapCommandTests : IDisposable
{
    private readonly string _fresh = EntenteProcess.FreshFolderWithSamples();

    public void Dispose() => Directory.Delete(_fresh, recursive: true);

    [Fact]
    public void The_places_of_a_sample_pile_are_listed_within_80_columns_with_what_is_not_located()
    {
        EntenteProcess run = EntenteProcess.Run(_fresh, "map", "samples/danube-accord");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("Komárno, Slovakia 47.76N 18.12E", run.Output.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains("Not located", run.Output, StringComparison.Ordinal);
        Assert.All(run.Output.Split('\n'), line => Assert.True(line.Length <= 80, line));
    }

    [Theory]
    [InlineData("map.svg", "<svg ")]
    [InlineData("map.html", "<!DOCTYPE html>")]
    public void The_ending_of_the_file_says_what_is_drawn(string file, string opening)
    {
        EntenteProcess run = EntenteProcess.Run(_fresh, "map", "samples/danube-accord", "--out", file);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        string written = File.ReadAllText(Path.Combine(_fresh, file));
        Assert.StartsWith(opening, written, StringComparison.Ordinal);
        Assert.Contains("class=\"dot\"", written, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", written, StringComparison.Ordinal);
    }

    [Fact]
    public void Order_of_arguments_and_number_of_threads_do_not_change_a_byte_and_spans_hold_the_names()
    {
        string[] files = [.. Directory.EnumerateFiles(Path.Combine(_fresh, "samples", "danube-accord")).Select(f => $"samples/danube-accord/{Path.GetFileName(f)}").Order(StringComparer.Ordinal)];
        string expected = EntenteProcess.Run(_fresh, ["map", .. files, "--format", "json", "--threads", "1"]).Output;
        Assert.Equal(expected, EntenteProcess.Run(_fresh, ["map", .. files.Reverse(), "--format", "json", "--threads", "5"]).Output);

        Dictionary<string, string> texts = [];
        foreach (string line in EntenteProcess.Run(_fresh, "read", "samples/danube-accord", "--jsonl").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using JsonDocument report = JsonDocument.Parse(line);
            texts[report.RootElement.GetProperty("id").GetString()!] = report.RootElement.GetProperty("text").GetString()!;
        }

        using JsonDocument json = JsonDocument.Parse(expected);
        JsonElement linz = json.RootElement.GetProperty("places").EnumerateArray().Single(p => p.GetProperty("name").GetString() == "Linz");
        JsonElement naming = linz.GetProperty("namings")[0];
        JsonElement span = naming.GetProperty("mentions")[0];
        Assert.Equal("Linz", texts[naming.GetProperty("document").GetString()!][span[0].GetInt32()..span[1].GetInt32()]);
        Assert.Equal("only-one", naming.GetProperty("reason").GetString());
    }

    [Fact]
    public void A_pile_that_names_no_place_ends_with_its_own_exit_code()
    {
        File.WriteAllText(Path.Combine(_fresh, "calm.txt"), "The heron on the roof of the cabin did not move, and nobody in the harbour said a word about it to anyone else.\n");
        EntenteProcess run = EntenteProcess.Run(_fresh, "map", "calm.txt");
        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith("No place is named", run.Output, StringComparison.Ordinal);
    }
}
