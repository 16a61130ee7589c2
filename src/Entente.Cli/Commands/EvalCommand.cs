using System.CommandLine;
using Entente.Analysis.Syntax;
using Entente.Cli.Evaluation;

namespace Entente.Cli.Commands;

/// <summary><c>entente eval</c>: measures a stage against gold data in a folder.</summary>
internal static class EvalCommand
{
    public static Command Build()
    {
        ExampleCommand reading = new(
            "reading",
            "Main text, author and date of web pages against the truth in DIR (WCXB's layout: html/*.html.gz, ground-truth/*.json).",
            ("entente eval reading data/wcxb --worst 20", "The figures, and the twenty pages that went worst."),
            ("entente eval reading data/wcxb --floors gold/floors.json", "Fails (exit 1) where a figure is below its floor."));
        Argument<string> directory = new("DIR") { Description = "The folder with the gold data. Where it is absent the evaluation is skipped, and says so." };
        Option<int> worst = new("--worst") { Description = "List this many of the worst pages.", HelpName = "N" };
        Option<FileInfo?> floors = new("--floors") { Description = "The file of figures that must not be undercut.", HelpName = "FILE" };
        reading.Arguments.Add(directory);
        reading.Options.Add(worst);
        reading.Options.Add(floors);
        reading.SetAction(parsed => ReadingEvaluation.Run(parsed.GetRequiredValue(directory), Console.Out, parsed.GetValue(worst), parsed.GetValue(floors)?.FullName));
        return new Command("eval", "Measures a stage against gold data.")
        {
            reading,
            Lineage(directory, floors),
            Attributions(directory, floors),
            Coreference(directory, floors),
            Entities(directory, floors),
            Quantities(directory, floors),
            Syntax(directory, floors),
            Times(directory, floors),
        };
    }

    private static ExampleCommand Attributions(Argument<string> directory, Option<FileInfo?> floors)
    {
        ExampleCommand attributions = new(
            "attributions",
            "Who is said to have said what, against annotated reports in DIR (PolNeAR's layout: dev/text/*.txt, dev/attributions/*.ann).",
            ("entente eval attributions data/polnear", "The figures: contents found, sources right, tokens."),
            ("entente eval attributions data/polnear --part train --errors 20", "Twenty errors of each kind, with what was marked and what was found."));
        Option<string> part = new("--part") { Description = "The part of the set to measure on. Floors are those of dev.", HelpName = "NAME", DefaultValueFactory = _ => "dev" };
        Option<int> errors = new("--errors") { Description = "List this many errors of each kind.", HelpName = "N" };
        Option<string> format = new("--format") { Description = "text or json.", HelpName = "FORMAT", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        Option<bool> write = WriteFloors();
        attributions.Arguments.Add(directory);
        attributions.Options.Add(part);
        attributions.Options.Add(errors);
        attributions.Options.Add(format);
        attributions.Options.Add(floors);
        attributions.Options.Add(write);
        attributions.SetAction(parsed => AttributionEvaluation.Run(
            parsed.GetRequiredValue(directory),
            Console.Out,
            parsed.GetRequiredValue(part),
            parsed.GetValue(errors),
            parsed.GetRequiredValue(format) == "json",
            parsed.GetValue(floors)?.FullName,
            parsed.GetValue(write)));
        return attributions;
    }

    private static ExampleCommand Quantities(Argument<string> directory, Option<FileInfo?> floors)
    {
        ExampleCommand quantities = new(
            "quantities",
            "Numbers, their bounds and units, and what they are numbers of, in reports in DIR (newsclusters' layout: *.json with text) against marks that hold places only.",
            ("entente eval quantities data/newsclusters", "The figures, for the part whose errors may be read and for the part held aside."),
            ("entente eval quantities data/newsclusters --part development --errors 20", "Twenty errors, with what was marked and what was found."));
        Option<FileInfo?> labels = new("--labels") { Description = "The marks. Else quantities/newsclusters.jsonl beside the file of --floors, or below gold.", HelpName = "FILE" };
        Option<string?> part = new("--part") { Description = "development or held; both where it is not given. Floors are those of both.", HelpName = "NAME" };
        part.AcceptOnlyFromAmong(QuantityEvaluation.Development, QuantityEvaluation.Held);
        Option<int> errors = new("--errors") { Description = "List this many errors of the development part.", HelpName = "N" };
        Option<bool> write = WriteFloors();
        quantities.Arguments.Add(directory);
        quantities.Options.Add(labels);
        quantities.Options.Add(part);
        quantities.Options.Add(errors);
        quantities.Options.Add(floors);
        quantities.Options.Add(write);
        quantities.SetAction(parsed => QuantityEvaluation.Run(
            parsed.GetRequiredValue(directory),
            Console.Out,
            parsed.GetValue(labels)?.FullName,
            parsed.GetValue(part),
            parsed.GetValue(errors),
            parsed.GetValue(floors)?.FullName,
            parsed.GetValue(write)));
        return quantities;
    }

    private static ExampleCommand Syntax(Argument<string> directory, Option<FileInfo?> floors)
    {
        ExampleCommand syntax = new(
            "syntax",
            "Sentences and tokens from raw text, against treebanks in DIR (*.conllu, *.conllu.gz; training parts are left out).",
            ("entente eval syntax data/ewt", "The figures, counted as the CoNLL 2018 shared task does."),
            ("entente eval syntax data/gum --errors 20", "By genre, and twenty places of each kind that went wrong."));
        Option<int> errors = new("--errors") { Description = "List this many errors of each kind.", HelpName = "N" };
        Option<bool> write = WriteFloors();
        syntax.Arguments.Add(directory);
        syntax.Options.Add(errors);
        syntax.Options.Add(floors);
        syntax.Options.Add(write);
        Lazy<SyntaxParser> parser = new(static () => new SyntaxParser(SyntaxModel.English));
        syntax.SetAction(parsed => SyntaxEvaluation.Run(
            parsed.GetRequiredValue(directory),
            Console.Out,
            document => parser.Value.Parse(document),
            parsed.GetValue(errors),
            parsed.GetValue(floors)?.FullName,
            parsed.GetValue(write)));
        return syntax;
    }

    private static ExampleCommand Coreference(Argument<string> directory, Option<FileInfo?> floors)
    {
        ExampleCommand coreference = new(
            "coreference",
            "Which given mentions mean the same thing, across the reports of a topic, against chains in DIR (ECB+'s layout: TOPIC/*.xml; MEANTIME's tables: output_data/en).",
            ("entente eval coreference data/meantime", "MUC, B-cubed, CEAF-e and their mean, beside what joining mentions with the same head would give."));
        Option<bool> write = WriteFloors();
        coreference.Arguments.Add(directory);
        coreference.Options.Add(floors);
        coreference.Options.Add(write);
        coreference.SetAction(parsed => CoreferenceEvaluation.Run(parsed.GetRequiredValue(directory), Console.Out, parsed.GetValue(floors)?.FullName, parsed.GetValue(write)));
        return coreference;
    }

    private static ExampleCommand Entities(Argument<string> directory, Option<FileInfo?> floors)
    {
        ExampleCommand entities = new(
            "entities",
            "Names of persons, places, organisations, groups and dates, against reports labelled token by token in DIR (*.tsv).",
            ("entente eval entities data/worldwide-ner", "Precision, recall and F1 of each type; both ends and the type must be right."),
            ("entente eval entities data/worldwide-ner --errors 20", "Twenty names of each type that were missed and twenty that are wrong."));
        Option<int> errors = new("--errors") { Description = "List this many errors of each kind.", HelpName = "N" };
        Option<bool> write = WriteFloors();
        entities.Arguments.Add(directory);
        entities.Options.Add(errors);
        entities.Options.Add(floors);
        entities.Options.Add(write);
        entities.SetAction(parsed => EntityEvaluation.Run(
            parsed.GetRequiredValue(directory),
            Console.Out,
            new NamedPlaces().In,
            parsed.GetValue(errors),
            parsed.GetValue(floors)?.FullName,
            parsed.GetValue(write)));
        return entities;
    }

    private static ExampleCommand Times(Argument<string> directory, Option<FileInfo?> floors)
    {
        ExampleCommand times = new(
            "times",
            "Expressions of time and their values, against TimeML reports in DIR (*.tml), or utterances with what they resolve to (*Extractor.json, *Parser.json, DateTimeModel.json).",
            ("entente eval times data/wikiwars", "The figures, counted as TempEval-3 does."),
            ("entente eval times data/wikiwars --errors 20", "Twenty errors of each kind, with what was marked and what was found."));
        Option<int> errors = new("--errors") { Description = "List this many errors of each kind.", HelpName = "N" };
        Option<bool> write = WriteFloors();
        times.Arguments.Add(directory);
        times.Options.Add(errors);
        times.Options.Add(floors);
        times.Options.Add(write);
        times.SetAction(parsed => TimeEvaluation.Run(
            parsed.GetRequiredValue(directory),
            Console.Out,
            parsed.GetValue(errors),
            parsed.GetValue(floors)?.FullName,
            parsed.GetValue(write)));
        return times;
    }

    private static Option<bool> WriteFloors() => new("--write-floors") { Description = "Write what was measured into the file of --floors instead; refused where a floor would go down." };

    private static ExampleCommand Lineage(Argument<string> directory, Option<FileInfo?> floors)
    {
        ExampleCommand lineage = new(
            "lineage",
            "Dependence edges against stories in DIR whose flow of information is known (*/articles.jsonl with truth.json), or, for articles grouped by event, the copies among them.",
            ("entente eval lineage data/flows --errors", "The figures, what was taken for what, and every edge that went wrong."),
            ("entente eval lineage data/newsclusters", "Whether every copy of one event has an edge, and nothing else does."));
        Option<bool> errors = new("--errors") { Description = "List every edge that was missed, is wrong or of the wrong type or direction." };
        lineage.Arguments.Add(directory);
        lineage.Options.Add(errors);
        lineage.Options.Add(floors);
        lineage.SetAction(parsed => LineageEvaluation.Run(parsed.GetRequiredValue(directory), Console.Out, parsed.GetValue(errors), parsed.GetValue(floors)?.FullName));
        return lineage;
    }
}
