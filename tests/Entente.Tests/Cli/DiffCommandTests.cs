namespace Entente.Tests.Cli;

public sealed class DiffCommandTests : IDisposable
{
    private const string Ledger = "samples/swing-bridge/solway-ledger.html";
    private const string SixWeeks = "samples/swing-bridge/bridge-six-weeks.txt";
    private const string Courier = "samples/danube-accord/pressburg-courier.html";
    private const string Exit = "samples/danube-accord/accord-exit.txt";

    private readonly string _fresh = EntenteProcess.FreshFolderWithSamples();

    public void Dispose() => Directory.Delete(_fresh, recursive: true);

    [Theory]
    [InlineData(Ledger, SixWeeks, "text", "swing-bridge.txt")]
    [InlineData(Ledger, SixWeeks, "html", "swing-bridge.html")]
    [InlineData(Ledger, SixWeeks, "json", "swing-bridge.json")]
    [InlineData(Courier, Exit, "text", "danube-accord.txt")]
    public void Two_reports_of_a_sample_pile_side_by_side_are_the_approved_page(string a, string b, string format, string name)
    {
        EntenteProcess run = EntenteProcess.Run(_fresh, "diff", a, b, "--format", format);
        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Approved.Matches(run.Output, $"diff-{name}");
    }

    [Fact]
    public void A_pipe_gets_two_columns_in_80_without_colour_and_width_changes_that()
    {
        string text = EntenteProcess.Run(_fresh, "diff", Ledger, SixWeeks).Output;
        Assert.DoesNotContain('\e', text);
        Assert.All(text.Split('\n'), line => Assert.True(line.EnumerateRunes().Count() <= 80, line));
        Assert.Contains(" = ", text, StringComparison.Ordinal);
        Assert.Contains(EntenteProcess.Run(_fresh, "diff", Ledger, SixWeeks, "--width", "160").Output.Split('\n'), line => line.Length > 120);
        Assert.Equal(1, EntenteProcess.Run(_fresh, "diff", Ledger, SixWeeks, "--width", "7").ExitCode);
    }

    [Theory]
    [InlineData("samples/swing-bridge/radio-criffel.xml#2", "samples/swing-bridge/collected.jsonl#ncp-20181011-0233")]
    [InlineData("samples/swing-bridge/radio-criffel.xml#radio-criffel#2", "samples/swing-bridge/collected.jsonl#2")]
    public void One_report_of_a_file_is_named_by_its_id_or_its_number(string a, string b)
    {
        EntenteProcess run = EntenteProcess.Run(_fresh, "diff", a, b, "--length", "short");

        Assert.Equal("", run.Error);
        Assert.Contains("Radio Criffel [1] ← Northern Coast Press [2]: abridgement, proven, credited", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("samples/swing-bridge/radio-criffel.xml", Ledger, "E1301 samples/swing-bridge/radio-criffel.xml: holds 3 reports where one is needed: radio-criffel#1, radio-criffel#2, radio-criffel#3")]
    [InlineData("samples/swing-bridge/radio-criffel.xml#9", Ledger, "E1302 samples/swing-bridge/radio-criffel.xml: no report called 9 in it")]
    [InlineData(Ledger, Ledger, "E1303 samples/swing-bridge/solway-ledger.html: the same report named twice")]
    [InlineData(Ledger, "no-such-file.txt", "E1001 no-such-file.txt")]
    public void What_is_not_one_report_is_named_with_what_would_help(string a, string b, string message)
    {
        EntenteProcess run = EntenteProcess.Run(_fresh, "diff", a, b);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Output);
    }

    [Fact]
    public void Files_of_one_name_in_two_folders_are_two_reports()
    {
        Directory.CreateDirectory(Path.Combine(_fresh, "copy"));
        File.Copy(Path.Combine(_fresh, SixWeeks), Path.Combine(_fresh, "copy", "bridge-six-weeks.txt"));

        EntenteProcess run = EntenteProcess.Run(_fresh, "diff", SixWeeks, "copy/bridge-six-weeks.txt");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("(100 %)", run.Output.Replace('\u00A0', ' '), StringComparison.Ordinal);
    }
}
