using System.CommandLine;

namespace Entente.Cli.Commands;

/// <summary><c>entente read</c>: what is in the files, before any analysis.</summary>
internal static class ReadCommand
{
    public static Command Build()
    {
        ExampleCommand command = new(
            "read",
            "Shows what was read: headline, outlet, dates and where they were found, blocks, links, credits, and what was set aside.",
            ("entente read reports/", "A sheet for each report."),
            ("entente read reports/ --out read.html", "The reports with every block labelled, for a look in the browser."),
            ("entente read feed.xml dump.jsonl.gz --jsonl | head -1", "One JSON object a line for a program."));
        DocumentStream.Configure(command, analysed: false);
        return command;
    }
}
