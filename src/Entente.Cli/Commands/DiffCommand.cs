using System.CommandLine;
using Entente.Analysis;
using Entente.Analysis.Briefings;
using Entente.Analysis.Text;
using Entente.Analysis.Tracing;
using Entente.Reading;

namespace Entente.Cli.Commands;

/// <summary><c>entente diff</c>: two reports side by side.</summary>
internal static class DiffCommand
{
    private const int NarrowestWidth = 40;
    private const int WidestWidth = 500;

    public static Command Build()
    {
        Argument<string> first = new("A") { Description = "A report: a file that holds one, or FILE#ID, FILE#2 for one of several (entente read FILE lists them)." };
        Argument<string> second = new("B") { Description = "The report to lay beside it, named in the same way." };
        PileOptions pile = new();
        Option<OutputFormat?> format = OutputFormats.Option(OutputFormat.Text, OutputFormat.Html, OutputFormat.Json);
        Option<BriefingLength> length = new("--length")
        {
            Description = "short: only passages with an edit that bears on the meaning; normal: long stretches shortened; full: every word.",
            HelpName = "LENGTH",
            DefaultValueFactory = _ => BriefingLength.Normal,
        };
        Option<int?> width = new("--width") { Description = $"Columns of the text; {NarrowestWidth} to {WidestWidth}. Default: those of the terminal, 80 in a pipe.", HelpName = "N" };
        width.Validators.Add(result => PileOptions.RefuseOutside(result, width, NarrowestWidth, WidestWidth));
        ExampleCommand command = new(
            "diff",
            "Lays two reports side by side: the passages that they share, the edits between, what each has alone, and what joins them.",
            ("entente diff samples/swing-bridge/solway-ledger.html samples/swing-bridge/bridge-six-weeks.txt", "Two columns in the terminal."),
            ("entente diff samples/swing-bridge/radio-criffel.xml#2 samples/swing-bridge/collected.jsonl#ncp-20181011-0233 --length full", "One report of a feed beside one of a collection, every word."),
            ("entente diff a.html b.html --out diff.html", "One self-contained page to forward."));
        command.Arguments.Add(first);
        command.Arguments.Add(second);
        pile.AddOutputTo(command);
        command.Options.Add(format);
        command.Options.Add(length);
        command.Options.Add(width);
        command.SetAction((parsed, cancellation) => Task.FromResult(
            Run(parsed, pile, parsed.GetRequiredValue(first), parsed.GetRequiredValue(second), parsed.GetValue(format), parsed.GetValue(length), parsed.GetValue(width), cancellation)));
        return command;
    }

    private static int Run(ParseResult parsed, PileOptions pile, string a, string b, OutputFormat? format, BriefingLength length, int? width, CancellationToken cancellation)
    {
        List<Diagnostic> diagnostics = [];
        Reader reader = pile.ReaderFor(parsed);
        Document? first = ReportChoice.Parse(a).TryRead(reader, diagnostics, cancellation);
        Document? second = ReportChoice.Parse(b).TryRead(reader, diagnostics, cancellation);
        if (first is not null && second is not null && first.Path == second.Path && first.Id == second.Id)
        {
            diagnostics.Add(DiagnosticCode.NamedTwice.For(b));
            second = null;
        }

        PileOptions.Report(diagnostics);
        if (first is null || second is null)
        {
            return Exit.NothingDone;
        }

        // Two files of one name in different folders.
        second = second.Id == first.Id ? second with { Id = second.Path ?? second.Id + "-2" } : second;
        ReportComparison comparison = ReportComparer.Compare(first, second, pile.Register(parsed));
        FileInfo? file = parsed.GetValue(pile.Out);
        switch (OutputFormats.Resolve(format, file))
        {
            case OutputFormat.Json:
                Terminal.Write(file, stream => ComparisonJson.Write(comparison, stream));
                break;
            case OutputFormat.Html:
                Terminal.WriteText(file, writer => ComparisonHtml.Write(comparison, writer));
                break;
            default:
                BriefingTextOptions options = Terminal.TextOptions(file) with { Length = length };
                Terminal.WriteText(file, writer => ComparisonText.Write(comparison, writer, width is { } columns ? options with { Width = columns } : options));
                break;
        }

        return Exit.AllRead;
    }
}
