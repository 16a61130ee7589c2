using System.CommandLine;
using Entente.Analysis;
using Entente.Analysis.Briefings;
using Entente.Analysis.Entities;
using Entente.Analysis.Text;

namespace Entente.Cli.Commands;

/// <summary><c>entente map</c>: the places that a pile of reports names, drawn on outlines of countries.</summary>
internal static class MapCommand
{
    public static Command Build()
    {
        PileOptions pile = new();
        Option<OutputFormat?> format = OutputFormats.Option(OutputFormat.Text, OutputFormat.Html, OutputFormat.Svg, OutputFormat.Json);
        ExampleCommand command = new(
            "map",
            "Shows where the places are that the reports name: each with the reports that name it and why it is taken for that place and not for another of its name. "
                + "A name that the shipped tables do not have is listed apart and not guessed at. Nothing is fetched. Nothing found: exit code 3.",
            ("entente map samples/danube-accord", "The places of the pile, as a list."),
            ("entente map reports/ --out map.html", "A map with the list, as one page to read, print and forward."),
            ("entente map reports/ --out map.svg", "As a drawing, to print or to put into a page."),
            ("entente map reports/ --format json | jq '.places[] | select(.ambiguous) | .name'", "What to look at before trusting the map."));
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

        PlaceSurvey survey = Terminal.WithProgress("Analysing", documents.Count, progress =>
            PlaceCollector.Collect(documents, parsed.GetValue(pile.Threads), progress, pile.Register(parsed), cancellation));
        switch (written)
        {
            case OutputFormat.Json:
                Terminal.Write(file, stream => PlaceMapJson.Write(survey, stream));
                break;
            case OutputFormat.Svg:
                Terminal.WriteText(file, writer => PlaceMapDrawing.Write(survey, writer));
                break;
            case OutputFormat.Html:
                Terminal.WriteText(file, writer => PlaceMapHtml.Write(survey, writer));
                break;
            default:
                Terminal.WriteText(file, writer => PlaceMapText.Write(survey, writer, Terminal.TextOptions(file)));
                break;
        }

        return Exit.ForSearch(documents.Count, setAside, !survey.Located.IsEmpty || !survey.NotLocated.IsEmpty);
    }
}
