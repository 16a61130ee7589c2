using System.Text.Json;

namespace Entente.Tests.Cli;

public sealed class WhoCommandTests : IDisposable
{
    private readonly string _fresh = EntenteProcess.FreshFolderWithSamples();

    public void Dispose() => Directory.Delete(_fresh, recursive: true);

    [Fact]
    public void What_a_sample_pile_says_of_a_person_fits_a_terminal_and_names_the_reports()
    {
        EntenteProcess run = EntenteProcess.Run(_fresh, "who", "stobbart", "samples/swing-bridge");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.All(run.Output.Split('\n'), line => Assert.True(line.Length <= 80, line));
        Assert.Contains("Said by", run.Output, StringComparison.Ordinal);
        Assert.Contains("The reports", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_found_has_an_exit_code_of_its_own() =>
        Assert.Equal(3, EntenteProcess.Run(_fresh, "who", "Nobodyatall", "samples/swing-bridge").ExitCode);

    [Fact]
    public void Order_of_arguments_and_number_of_threads_do_not_change_a_byte()
    {
        string[] files = [.. Directory.EnumerateFiles(Path.Combine(_fresh, "samples", "danube-accord")).Select(f => $"samples/danube-accord/{Path.GetFileName(f)}").Order(StringComparer.Ordinal)];
        string expected = EntenteProcess.Run(_fresh, ["who", "accord", .. files, "--format", "json", "--threads", "1"]).Output;

        Assert.Contains("\"entities\"", expected, StringComparison.Ordinal);
        Assert.Equal(expected, EntenteProcess.Run(_fresh, ["who", "accord", .. files.Reverse(), "--format", "json", "--threads", "5"]).Output);
    }

    [Fact]
    public void Mentions_are_spans_of_the_reports_that_are_named_and_names_stand_there()
    {
        Dictionary<string, string> texts = [];
        foreach (string line in EntenteProcess.Run(_fresh, "analyse", "samples/swing-bridge", "--jsonl").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using JsonDocument report = JsonDocument.Parse(line);
            texts[report.RootElement.GetProperty("id").GetString()!] = report.RootElement.GetProperty("text").GetString()!;
        }

        using JsonDocument json = JsonDocument.Parse(EntenteProcess.Run(_fresh, "who", "stobbart", "samples/swing-bridge", "--format", "json").Output);
        JsonElement stobbart = json.RootElement.GetProperty("entities")[0];
        string[] words = [.. stobbart.GetProperty("mentions").EnumerateArray().SelectMany(m => m.GetProperty("spans").EnumerateArray()
            .Select(s => texts[m.GetProperty("document").GetString()!][s[0].GetInt32()..s[1].GetInt32()]))];
        Assert.True(words.Count(w => w.Contains("Stobbart", StringComparison.Ordinal)) >= 4);
        Assert.All(words, w => Assert.True(w.Contains("Stobbart", StringComparison.Ordinal) || w.ToLowerInvariant() is "he" or "his" or "him" or "himself" || w.StartsWith("the ", StringComparison.OrdinalIgnoreCase), w));
    }
}
