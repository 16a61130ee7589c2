using System.Collections.Immutable;
using System.CommandLine;
using Entente.Analysis;
using Entente.Analysis.Briefings;
using Entente.Analysis.Text;

namespace Entente.Cli.Commands;

/// <summary><c>entente who</c>: all that a pile says of one person, body or place.</summary>
internal static class WhoCommand
{
    public static Command Build()
    {
        PileOptions pile = new();
        Argument<string> name = new("NAME") { Description = "A surname, a body, a place; any words of the name, capitals and accents aside." };
        name.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>()))
            {
                result.AddError("NAME takes a word or more.");
            }
        });
        Option<OutputFormat?> format = OutputFormats.Option(OutputFormat.Text, OutputFormat.Json);
        ExampleCommand command = new(
            "who",
            "Sets out what the reports say of a person, body, place or other thing: the names and roles each report gives it, what is said by it and about it, when it is first and last seen, "
                + "why names in several reports are taken for one, and what was kept apart. Nothing found: exit code 3.",
            ("entente who stobbart samples/swing-bridge", "Everyone of that name in the pile."),
            ("entente who \"port authority\" reports/ --format json | jq '.entities[].names'", "The names alone, with the reports that use them."));
        command.Arguments.Add(name);
        pile.AddTo(command);
        command.Options.Add(format);
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(pile, parsed, name, format, cancellation)));
        return command;
    }

    private static int Run(PileOptions pile, ParseResult parsed, Argument<string> name, Option<OutputFormat?> format, CancellationToken cancellation)
    {
        FileInfo? file = parsed.GetValue(pile.Out);
        OutputFormat written = OutputFormats.Resolve(parsed.GetValue(format), file);
        (List<Document> documents, List<Diagnostic> setAside) = pile.ReadAll(parsed, cancellation);
        PileOptions.Report(setAside);
        if (documents.Count == 0)
        {
            return Exit.NothingDone;
        }

        string sought = parsed.GetRequiredValue(name);
        (ImmutableArray<EntitySheet> sheets, int searched) = Terminal.WithProgress("Analysing", documents.Count, progress =>
            EntityCollector.Collect(documents, sought, parsed.GetValue(pile.Threads), progress, pile.Register(parsed), cancellation));
        if (written == OutputFormat.Json)
        {
            Terminal.Write(file, stream => EntitySheetJson.Write(sheets, searched, stream));
        }
        else
        {
            Terminal.WriteText(file, writer => EntitySheetText.Write(sheets, sought, searched, writer, Terminal.TextOptions(file)));
        }

        return Exit.ForSearch(documents.Count, setAside, !sheets.IsEmpty);
    }
}
