using System.Collections.Immutable;
using System.CommandLine;
using Entente.Analysis.Briefings;
using Entente.Analysis.Text;
using Entente.Analysis.Times;

namespace Entente.Cli.Commands;

/// <summary><c>entente when</c>: the times that a pile of reports names, in the order of the calendar.</summary>
internal static class WhenCommand
{
    public static Command Build()
    {
        PileOptions pile = new();
        Option<OutputFormat?> format = OutputFormats.Option(OutputFormat.Text, OutputFormat.Svg, OutputFormat.Json);
        ExampleCommand command = new(
            "when",
            "Sets out when the reports say that things happened: each day, week, month or year that they name, with the sentences and the reports that name it. \"Friday\" is counted from the day of its report; "
                + "in a report without a day it stays relative and is listed apart. Nothing found: exit code 3.",
            ("entente when samples/swing-bridge", "The timeline of the pile."),
            ("entente when reports/ --out when.svg", "As a drawing, to print or to put into a page."),
            ("entente when reports/ --format json | jq '.timeline[] | select(.precision == \"day\") | .value'", "The days alone."));
        pile.AddTo(command);
        command.Options.Add(format);
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(pile, parsed, format, cancellation)));
        return command;
    }

    private static int Run(PileOptions pile, ParseResult parsed, Option<OutputFormat?> format, CancellationToken cancellation)
    {
        FileInfo? file = parsed.GetValue(pile.Out);
        OutputFormat written = OutputFormats.Resolve(parsed.GetValue(format), file);
        (List<Document> documents, List<Diagnostic> setAside) = pile.ReadAll(parsed, cancellation);
        PileOptions.Report(setAside);
        if (documents.Count == 0)
        {
            return Exit.NothingDone;
        }

        List<(TokenizedDocument, ImmutableArray<TimeExpression>)> found = [];
        foreach (Document document in documents.Where(d => d.Language == "en"))
        {
            cancellation.ThrowIfCancellationRequested();
            TokenizedDocument text = Tokenizer.Tokenize(document);
            found.Add((text, TimeFinder.Find(text)));
        }

        Timeline timeline = Timeline.Of(found);
        switch (written)
        {
            case OutputFormat.Json:
                Terminal.Write(file, stream => TimelineJson.Write(timeline, stream));
                break;
            case OutputFormat.Svg:
                Terminal.WriteText(file, writer => TimelineDrawing.Write(timeline, writer));
                break;
            default:
                Terminal.WriteText(file, writer => TimelineText.Write(timeline, writer, Terminal.TextOptions(file)));
                break;
        }

        return Exit.ForSearch(documents.Count, setAside, !timeline.Entries.IsEmpty || !timeline.Relative.IsEmpty);
    }
}
