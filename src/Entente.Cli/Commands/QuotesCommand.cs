using System.CommandLine;
using Entente.Analysis;
using Entente.Analysis.Briefings;
using Entente.Analysis.Text;
using Entente.Analysis.Tracing;

namespace Entente.Cli.Commands;

/// <summary><c>entente quotes</c>: who is quoted in a pile of reports with what.</summary>
internal static class QuotesCommand
{
    public static Command Build()
    {
        PileOptions pile = new();
        Option<OutputFormat?> format = OutputFormats.Option();
        Option<string?> speaker = Words("--speaker", "NAME", "Only quotations of this speaker: a surname or any part of the name will do, capitals and accents aside. Counts also where another report of the same quotation names the speaker.");
        Option<string?> said = Words("--said", "WORDS", "Only quotations in which all these words stand, in any order and ending.");
        Option<bool> reported = new("--reported") { Description = "Also what is reported without quotation marks." };
        ExampleCommand command = new(
            "quotes",
            "Lists who is quoted with what: one quotation in several reports with its wordings side by side and the speaker by what all of them say, then the others report by report. Nothing found: exit code 3.",
            ("entente quotes samples/swing-bridge", "Every quotation in the pile."),
            ("entente quotes reports/ --speaker lind --said \"lower gates\"", "What Lind said of the lower gates."),
            ("entente quotes reports/ --out quotes.html", "One self-contained page to forward."),
            ("entente quotes reports/ --format json | jq '.families[] | select(.vote.standing == \"contested\")'", "Quotations of which reports name different speakers."));
        pile.AddTo(command);
        command.Options.Add(speaker);
        command.Options.Add(said);
        command.Options.Add(reported);
        command.Options.Add(format);
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(
            pile, parsed, format, new QuotationFilter(parsed.GetValue(speaker), parsed.GetValue(said), parsed.GetValue(reported)), cancellation)));
        return command;
    }

    private static Option<string?> Words(string name, string help, string description)
    {
        Option<string?> option = new(name) { Description = description, HelpName = help };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !QuotationFilter.HasWords(result.Tokens[0].Value))
            {
                result.AddError($"{name} takes a word or more, not \"{result.Tokens[0].Value}\".");
            }
        });
        return option;
    }

    private static int Run(PileOptions pile, ParseResult parsed, Option<OutputFormat?> format, QuotationFilter filter, CancellationToken cancellation)
    {
        FileInfo? file = parsed.GetValue(pile.Out);
        OutputFormat written = OutputFormats.Resolve(parsed.GetValue(format), file);
        (List<Document> documents, List<Diagnostic> setAside) = pile.ReadAll(parsed, cancellation);
        PileOptions.Report(setAside);
        if (documents.Count == 0)
        {
            return Exit.NothingDone;
        }

        CollectedQuotations quotations = Terminal.WithProgress("Analysing", documents.Count, progress =>
            QuotationCollector.Collect(documents, filter, parsed.GetValue(pile.Threads), progress, pile.Register(parsed), cancellation));
        switch (written)
        {
            case OutputFormat.Json:
                Terminal.Write(file, stream => QuotationsJson.Write(quotations, stream));
                break;
            case OutputFormat.Md:
                Terminal.WriteText(file, writer => QuotationsMarkdown.Write(quotations, writer));
                break;
            case OutputFormat.Html:
                Terminal.WriteText(file, writer => QuotationsHtml.Write(quotations, writer));
                break;
            default:
                Terminal.WriteText(file, writer => QuotationsText.Write(quotations, writer, Terminal.TextOptions(file)));
                break;
        }

        return Exit.ForSearch(documents.Count, setAside, !quotations.IsEmpty);
    }
}
