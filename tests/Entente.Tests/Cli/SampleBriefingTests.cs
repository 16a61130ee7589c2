namespace Entente.Tests.Cli;

/// <summary>The expected briefings of the sample piles are checked in beside the tests.</summary>
public sealed class SampleBriefingTests : IDisposable
{
    private readonly string _fresh = EntenteProcess.FreshFolderWithSamples();

    public void Dispose() => Directory.Delete(_fresh, recursive: true);

    [Theory]
    [InlineData("swing-bridge", "text", "txt")]
    [InlineData("swing-bridge", "json", "json")]
    [InlineData("swing-bridge", "md", "md")]
    [InlineData("swing-bridge", "html", "html")]
    [InlineData("danube-accord", "text", "txt")]
    [InlineData("danube-accord", "json", "json")]
    [InlineData("danube-accord", "md", "md")]
    [InlineData("danube-accord", "html", "html")]
    public void The_briefing_of_a_sample_pile_is_the_approved_one(string pile, string format, string ending)
    {
        EntenteProcess run = EntenteProcess.Run(_fresh, "brief", $"samples/{pile}", "--format", format);
        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Approved.Matches(run.Output, $"{pile}.{ending}");
    }

    [Theory]
    [InlineData("swing-bridge")]
    [InlineData("danube-accord")]
    public void Order_of_arguments_and_number_of_threads_do_not_change_a_byte(string pile)
    {
        string[] files = [.. Directory.EnumerateFiles(Path.Combine(_fresh, "samples", pile))
            .Select(f => $"samples/{pile}/{Path.GetFileName(f)}").Order(StringComparer.Ordinal)];
        string expected = EntenteProcess.Run(_fresh, ["brief", .. files, "--format", "json", "--threads", "1"]).Output;
        Assert.True(expected.Length > 5_000, "The briefing is empty.");
        Random random = new(7);
        for (int round = 0; round < 3; round++)
        {
            string[] shuffled = [.. files];
            random.Shuffle(shuffled);
            Assert.Equal(expected, EntenteProcess.Run(_fresh, ["brief", .. shuffled, "--format", "json", "--threads", $"{2 + round * 3}"]).Output);
        }
    }
}
