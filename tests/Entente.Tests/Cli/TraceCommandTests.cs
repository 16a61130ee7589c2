namespace Entente.Tests.Cli;

public sealed class TraceCommandTests : IDisposable
{
    private readonly string _fresh = EntenteProcess.FreshFolderWithSamples();

    public void Dispose() => Directory.Delete(_fresh, recursive: true);

    [Theory]
    [InlineData("swing-bridge", "the bridge may reopen to vehicles within six weeks, provided the harbour wall has not moved", "text", "txt")]
    [InlineData("swing-bridge", "the bridge may reopen to vehicles within six weeks, provided the harbour wall has not moved", "json", "json")]
    [InlineData("swing-bridge", "the bridge may reopen to vehicles within six weeks, provided the harbour wall has not moved", "html", "html")]
    [InlineData("danube-accord", "the joint office has favored one bank and the committee wants the accord reviewed before June", "text", "txt")]
    [InlineData("danube-accord", "the joint office has favored one bank and the committee wants the accord reviewed before June", "md", "md")]
    public void The_trace_of_a_quotation_through_a_sample_pile_is_the_approved_one(string pile, string sentence, string format, string ending)
    {
        EntenteProcess run = EntenteProcess.Run(_fresh, "trace", sentence, $"samples/{pile}", "--format", format);
        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Approved.Matches(run.Output, $"trace-{pile}.{ending}");
    }

    [Fact]
    public void Order_of_arguments_and_number_of_threads_do_not_change_a_byte()
    {
        string[] files = [.. Directory.EnumerateFiles(Path.Combine(_fresh, "samples", "danube-accord")).Select(f => $"samples/danube-accord/{Path.GetFileName(f)}").Order(StringComparer.Ordinal)];
        string[] call = ["trace", "the accord reviewed before the June renewal"];
        string expected = EntenteProcess.Run(_fresh, [.. call, .. files, "--format", "json", "--threads", "1"]).Output;

        Assert.Contains("\"appearances\"", expected, StringComparison.Ordinal);
        Assert.Equal(expected, EntenteProcess.Run(_fresh, [.. call, .. files.Reverse(), "--format", "json", "--threads", "5"]).Output);
    }

    [Fact]
    public void Found_nowhere_exits_3_and_says_what_came_nearest()
    {
        EntenteProcess run = EntenteProcess.Run(_fresh, "trace", "six loads of barley were sent away for mould by the customs office", "samples/danube-accord");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("No report holds it. The nearest places are listed below.", run.Output, StringComparison.Ordinal);
        Assert.Contains("Places looked at and too far", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_could_not_be_read_might_have_held_it()
    {
        File.WriteAllText(Path.Combine(_fresh, "empty.txt"), "");

        Assert.Equal(2, EntenteProcess.Run(_fresh, "trace", "a sentence that stands nowhere at all", "samples/swing-bridge", "empty.txt").ExitCode);
        Assert.Equal(1, EntenteProcess.Run(_fresh, "trace", "a sentence that stands nowhere at all", "empty.txt").ExitCode);
    }

    [Fact]
    public void A_sentence_of_two_words_is_a_wrong_call()
    {
        EntenteProcess run = EntenteProcess.Run(_fresh, "trace", "the bridge", "samples/swing-bridge");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("SENTENCE takes 3 to 400 words", run.Error, StringComparison.Ordinal);
    }
}
