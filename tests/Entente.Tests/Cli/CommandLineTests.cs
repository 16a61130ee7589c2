using System.Text.Json;
namespace Entente.Tests.Cli;

public sealed class CommandLineTests : IDisposable
{
    private readonly string _fresh = EntenteProcess.FreshFolderWithSamples();

    public void Dispose() => Directory.Delete(_fresh, recursive: true);

    [Theory]
    [InlineData("read")]
    [InlineData("analyse")]
    [InlineData("brief")]
    [InlineData("trace")]
    [InlineData("diff")]
    public void Help_shows_an_example_and_the_exit_codes(string command)
    {
        EntenteProcess run = EntenteProcess.Run(_fresh, command, "--help");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Example", run.Output, StringComparison.Ordinal);
        Assert.Contains($"  entente {command} ", run.Output, StringComparison.Ordinal);
        Assert.Contains("Exit code:", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void All_read_exits_0_some_not_2_and_nothing_1()
    {
        File.WriteAllText(Path.Combine(_fresh, "empty.txt"), "");
        Assert.Equal(0, EntenteProcess.Run(_fresh, "brief", "samples/swing-bridge").ExitCode);
        EntenteProcess some = EntenteProcess.Run(_fresh, "read", "samples/swing-bridge", "empty.txt", "--jsonl");
        Assert.Equal(2, some.ExitCode);
        Assert.Contains("E1003 empty.txt", some.Error, StringComparison.Ordinal);
        Assert.Equal(11, some.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(1, EntenteProcess.Run(_fresh, "brief", "empty.txt").ExitCode);
        Assert.Equal(1, EntenteProcess.Run(_fresh, "brief", "no-such-folder").ExitCode);
    }

    [Fact]
    public void A_pipe_gets_no_colour_no_progress_bar_and_no_line_over_80_columns()
    {
        EntenteProcess run = EntenteProcess.Run(_fresh, "brief", "samples/swing-bridge");
        Assert.DoesNotContain('\e', run.Output);
        Assert.Equal("", run.Error);
        Assert.All(run.Output.Split('\n'), line => Assert.True(line.EnumerateRunes().Count() <= 80, line));
    }

    [Fact]
    public void Standard_input_is_read_for_a_dash()
    {
        byte[] report = "Ferry line halves its winter timetable\n\nBy Ada Lind\n\nThe ferry line will halve its winter timetable, its director said on Monday.\n"u8.ToArray();
        EntenteProcess run = EntenteProcess.Run(_fresh, report, "read", "-", "--jsonl");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("\"title\":\"Ferry line halves its winter timetable\"", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_file_named_by_out_decides_the_format_and_is_whole()
    {
        EntenteProcess run = EntenteProcess.Run(_fresh, "brief", "samples/swing-bridge", "--out", "sub/briefing.html");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal("", run.Output);
        string page = File.ReadAllText(Path.Combine(_fresh, "sub", "briefing.html"));
        Assert.StartsWith("<!doctype html>", page, StringComparison.OrdinalIgnoreCase);
        Assert.EndsWith("</html>\n", page, StringComparison.Ordinal);
        Assert.Single(Directory.EnumerateFiles(Path.Combine(_fresh, "sub")));
    }

    [Fact]
    public void Read_and_analyse_print_the_same_document_and_analyse_adds_its_findings()
    {
        string read = EntenteProcess.Run(_fresh, "read", "samples/swing-bridge/solway-ledger.html", "--jsonl").Output;
        string analysed = EntenteProcess.Run(_fresh, "analyse", "samples/swing-bridge/solway-ledger.html", "--jsonl").Output;
        Assert.StartsWith(read.TrimEnd().TrimEnd('}'), analysed, StringComparison.Ordinal);
        Assert.Contains("\"sentences\":", analysed, StringComparison.Ordinal);
        Assert.Contains("\"attributions\":", analysed, StringComparison.Ordinal);
    }

    [Fact]
    public void A_users_register_says_which_outlet_an_alias_means()
    {
        File.WriteAllText(Path.Combine(_fresh, "ours.tsv"), "Quiet Water\tQW\tquiet.example\tVale Papers\n\tno name\n");
        File.WriteAllText(Path.Combine(_fresh, "pile.jsonl"),
            "{\"id\":\"a\",\"outlet\":\"Quiet Water\",\"text\":\"The weir at Stoke gave way on Monday, its keeper said, and the meadow below it is a lake.\"}\n"
            + "{\"id\":\"b\",\"outlet\":\"Weald News\",\"text\":\"The weir at Stoke gave way on Monday and the meadow below it is a lake, its keeper told QW.\"}\n");
        EntenteProcess run = EntenteProcess.Run(_fresh, "brief", "pile.jsonl", "--outlets", "ours.tsv", "--format", "json");
        Assert.Contains("W1213 ours.tsv: row 2 is passed over: no name in the first column", run.Error, StringComparison.Ordinal);
        using JsonDocument briefing = JsonDocument.Parse(run.Output);
        JsonElement edge = briefing.RootElement.GetProperty("stories")[0].GetProperty("dependences")[0];
        Assert.Equal(("a", "b", true), (edge.GetProperty("from").GetString(), edge.GetProperty("to").GetString(), edge.GetProperty("credited").GetBoolean()));
    }
}
