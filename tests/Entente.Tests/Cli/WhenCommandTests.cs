using System.Text.Json;

namespace Entente.Tests.Cli;

public sealed class WhenCommandTests : IDisposable
{
    private readonly string _fresh = EntenteProcess.FreshFolderWithSamples();

    public void Dispose() => Directory.Delete(_fresh, recursive: true);

    [Theory]
    [InlineData("swing-bridge", "text", "txt")]
    [InlineData("danube-accord", "text", "txt")]
    [InlineData("danube-accord", "json", "json")]
    [InlineData("swing-bridge", "svg", "svg")]
    public void The_timeline_of_a_sample_pile_is_the_approved_one(string pile, string format, string ending)
    {
        EntenteProcess run = EntenteProcess.Run(_fresh, "when", $"samples/{pile}", "--format", format);
        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Approved.Matches(run.Output, $"when-{pile}.{ending}");
    }

    [Fact]
    public void Lines_of_text_are_no_wider_than_a_terminal() =>
        Assert.All(EntenteProcess.Run(_fresh, "when", "samples/swing-bridge").Output.Split('\n'), line => Assert.True(line.Length <= 80, line));

    [Fact]
    public void The_ending_of_the_file_says_that_a_drawing_is_wanted()
    {
        EntenteProcess run = EntenteProcess.Run(_fresh, "when", "samples/swing-bridge", "--out", "when.svg");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("<svg ", File.ReadAllText(Path.Combine(_fresh, "when.svg")), StringComparison.Ordinal);
    }

    [Fact]
    public void Order_of_arguments_and_number_of_threads_do_not_change_a_byte()
    {
        string[] files = [.. Directory.EnumerateFiles(Path.Combine(_fresh, "samples", "danube-accord")).Select(f => $"samples/danube-accord/{Path.GetFileName(f)}").Order(StringComparer.Ordinal)];
        string expected = EntenteProcess.Run(_fresh, ["when", .. files, "--format", "json", "--threads", "1"]).Output;

        Assert.Contains("\"timeline\"", expected, StringComparison.Ordinal);
        Assert.Equal(expected, EntenteProcess.Run(_fresh, ["when", .. files.Reverse(), "--format", "json", "--threads", "5"]).Output);
    }

    [Fact]
    public void Every_span_holds_the_words_that_are_printed()
    {
        Dictionary<string, string> texts = [];
        int times = 0;
        foreach (string line in EntenteProcess.Run(_fresh, "analyse", "samples/danube-accord", "--jsonl").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using JsonDocument report = JsonDocument.Parse(line);
            texts[report.RootElement.GetProperty("id").GetString()!] = report.RootElement.GetProperty("text").GetString()!;
            times += report.RootElement.GetProperty("times").GetArrayLength();
        }

        using JsonDocument json = JsonDocument.Parse(EntenteProcess.Run(_fresh, "when", "samples/danube-accord", "--format", "json").Output);
        JsonElement[] mentions = [.. json.RootElement.GetProperty("timeline").EnumerateArray().SelectMany(e => e.GetProperty("mentions").EnumerateArray()), .. json.RootElement.GetProperty("relative").EnumerateArray()];
        Assert.InRange(mentions.Length, 20, times);
        Assert.All(mentions, m =>
        {
            string text = texts[m.GetProperty("document").GetString()!];
            JsonElement sentence = m.GetProperty("sentence");
            Assert.Equal(m.GetProperty("text").GetString(), text[sentence[0].GetInt32()..sentence[1].GetInt32()]);
            Assert.InRange(m.GetProperty("start").GetInt32(), sentence[0].GetInt32(), m.GetProperty("end").GetInt32());
        });
    }

    [Fact]
    public void A_pile_that_names_no_time_ends_with_its_own_exit_code()
    {
        File.WriteAllText(Path.Combine(_fresh, "calm.txt"), "The heron on the roof of the cabin did not move, and nobody in the harbour said a word about it to anyone else.\n");
        EntenteProcess run = EntenteProcess.Run(_fresh, "when", "calm.txt");
        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith("No time is named", run.Output, StringComparison.Ordinal);
    }
}
