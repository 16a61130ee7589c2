using System.CommandLine;

namespace Entente.Cli.Commands;

/// <summary><c>entente analyse</c>: what each report says by itself.</summary>
internal static class AnalyseCommand
{
    public static Command Build()
    {
        ExampleCommand command = new(
            "analyse",
            "Shows what each report says by itself: its sentences, and who is quoted as saying what to whom.",
            ("entente analyse report.html", "A sheet for the report, with its quotations."),
            ("entente analyse reports/ --jsonl > findings.jsonl", "One JSON object a line for a program."));
        DocumentStream.Configure(command, analysed: true);
        return command;
    }
}
