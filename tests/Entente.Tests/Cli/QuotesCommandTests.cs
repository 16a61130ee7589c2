using System.Text.Json;

namespace Entente.Tests.Cli;

public sealed class QuotesCommandTests : IDisposable
{
    private readonly string _fresh = EntenteProcess.FreshFolderWithSamples();

    public void Dispose() => Directory.Delete(_fresh, recursive: true);

    [Theory]
    [InlineData("swing-bridge", "text", "txt")]
    [InlineData("swing-bridge", "json", "json")]
    [InlineData("swing-bridge", "html", "html")]
    [InlineData("danube-accord", "text", "txt")]
    [InlineData("danube-accord", "md", "md")]
    public void The_quotations_of_a_sample_pile_are_the_approved_ones(string pile, string format, string ending)
    {
        EntenteProcess run = EntenteProcess.Run(_fresh, "quotes", $"samples/{pile}", "--format", format);
        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Approved.Matches(run.Output, $"quotes-{pile}.{ending}");
    }

    [Fact]
    public void Order_of_arguments_and_number_of_threads_do_not_change_a_byte()
    {
        string[] files = [.. Directory.EnumerateFiles(Path.Combine(_fresh, "samples", "danube-accord")).Select(f => $"samples/danube-accord/{Path.GetFileName(f)}").Order(StringComparer.Ordinal)];
        string expected = EntenteProcess.Run(_fresh, ["quotes", .. files, "--format", "json", "--threads", "1"]).Output;

        Assert.Contains("\"families\"", expected, StringComparison.Ordinal);
        Assert.Equal(expected, EntenteProcess.Run(_fresh, ["quotes", .. files.Reverse(), "--format", "json", "--threads", "5"]).Output);
    }

    [Theory]
    [InlineData("KRAMAROVÁ")]
    [InlineData("zuzana kramarova")]
    [InlineData("deputy chair")]
    public void A_speaker_is_found_by_any_part_of_the_name_also_where_only_another_report_names_her(string name)
    {
        using JsonDocument json = Found("samples/danube-accord", "--speaker", name);

        JsonElement[] places = [.. json.RootElement.GetProperty("families").EnumerateArray().SelectMany(f => f.GetProperty("places").EnumerateArray())];
        Assert.Contains(places, p => p.GetProperty("speakerKnown").GetString() == "named-elsewhere");
        Assert.All(places, p => Assert.Contains("Kramarova", p.GetProperty("speaker").GetString(), StringComparison.Ordinal));
        Assert.Equal(0, json.RootElement.GetProperty("alone").GetArrayLength());
    }

    [Fact]
    public void Words_are_found_in_any_order_and_ending()
    {
        using JsonDocument json = Found("samples/swing-bridge", "--said", "inspects nobody opened");

        Assert.All(json.RootElement.GetProperty("families").EnumerateArray(), f => Assert.Contains("nobody can inspect what nobody opens", f.GetRawText(), StringComparison.Ordinal));
        Assert.Equal(1, json.RootElement.GetProperty("families").GetArrayLength());
    }

    [Fact]
    public void Every_span_holds_the_words_that_are_printed()
    {
        Dictionary<string, string> texts = [];
        foreach (string line in EntenteProcess.Run(_fresh, "read", "samples/swing-bridge", "--jsonl").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using JsonDocument report = JsonDocument.Parse(line);
            texts[report.RootElement.GetProperty("id").GetString()!] = report.RootElement.GetProperty("text").GetString()!;
        }

        using JsonDocument json = Found("samples/swing-bridge");
        JsonElement[] places = [.. json.RootElement.GetProperty("alone").EnumerateArray(), .. json.RootElement.GetProperty("families").EnumerateArray().SelectMany(f => f.GetProperty("places").EnumerateArray())];
        Assert.True(places.Length > 20);
        Assert.All(places, p => Assert.Equal(
            p.GetProperty("text").GetString(),
            string.Join(' ', p.GetProperty("spans").EnumerateArray().Select(s => texts[p.GetProperty("document").GetString()!][s[0].GetInt32()..s[1].GetInt32()]))));
    }

    [Fact]
    public void Where_reports_name_different_speakers_none_is_chosen()
    {
        Write("a.txt", "Tarn Gazette", "“We will have to rewrite the whole budget before the summer recess,” Finance Minister Olga Brandt told reporters.");
        Write("b.txt", "Weald News", "“We will have to rewrite the whole budget before the summer recess,” Otto Brandt said.");
        Write("c.txt", "Pellow Post", "“We will have to rewrite the whole budget before the summer recess.” The opposition laughed.");

        string output = string.Join(' ', EntenteProcess.Run(_fresh, "quotes", "a.txt", "b.txt", "c.txt").Output.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(" speaker contested ", output, StringComparison.Ordinal);
        Assert.Contains("Finance Minister Olga Brandt by [1 ¶1]; Otto Brandt by [2 ¶1]; not stated in", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_found_exits_3_unless_something_was_not_read()
    {
        EntenteProcess run = EntenteProcess.Run(_fresh, "quotes", "samples/swing-bridge", "--speaker", "Zephaniah");
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("No such quotation in 11 reports.", run.Output, StringComparison.Ordinal);

        File.WriteAllText(Path.Combine(_fresh, "empty.txt"), "");
        Assert.Equal(2, EntenteProcess.Run(_fresh, "quotes", "samples/swing-bridge", "empty.txt", "--speaker", "Zephaniah").ExitCode);
        Assert.Equal(1, EntenteProcess.Run(_fresh, "quotes", "empty.txt").ExitCode);
    }

    [Fact]
    public void A_name_without_a_letter_is_a_wrong_call()
    {
        EntenteProcess run = EntenteProcess.Run(_fresh, "quotes", "samples/swing-bridge", "--speaker", "…");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("--speaker takes a word or more", run.Error, StringComparison.Ordinal);
    }

    private JsonDocument Found(params string[] call) => JsonDocument.Parse(EntenteProcess.Run(_fresh, ["quotes", .. call, "--format", "json"]).Output);

    private void Write(string file, string outlet, string text) => File.WriteAllText(Path.Combine(_fresh, file), $"---\noutlet: {outlet}\npublished: 2026-03-05\n---\n# The budget\n\n{text}\n");
}
