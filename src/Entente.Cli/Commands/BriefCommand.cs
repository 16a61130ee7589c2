using System.CommandLine;
using Entente.Analysis;
using Entente.Analysis.Briefings;
using Entente.Analysis.Text;

namespace Entente.Cli.Commands;

/// <summary><c>entente brief</c>: a pile of reports in, a briefing out.</summary>
internal static class BriefCommand
{
    public static Command Build()
    {
        PileOptions pile = new();
        Option<OutputFormat?> format = OutputFormats.Option();
        ExampleCommand command = new(
            "brief",
            "Says of a pile of reports who relies on whom, which quotations changed on the way, and which credited sources are missing.",
            ("entente brief samples/swing-bridge", "The briefing in the terminal."),
            ("entente brief reports/ --out briefing.html", "One self-contained page to forward."),
            ("entente brief reports/*.html feed.xml --format json | jq .missingSources", "The same findings for a program."));
        Option<BriefingLength> length = new("--length")
        {
            Description = "short, normal or full: how much of the evidence the text shows.",
            HelpName = "LENGTH",
            DefaultValueFactory = _ => BriefingLength.Normal,
        };
        pile.AddTo(command);
        command.Options.Add(format);
        command.Options.Add(length);
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(pile, parsed, format, length, cancellation)));
        return command;
    }

    private static int Run(PileOptions pile, ParseResult parsed, Option<OutputFormat?> format, Option<BriefingLength> length, CancellationToken cancellation)
    {
        FileInfo? file = parsed.GetValue(pile.Out);
        OutputFormat written = OutputFormats.Resolve(parsed.GetValue(format), file);
        (List<Document> documents, List<Diagnostic> setAside) = pile.ReadAll(parsed, cancellation);
        int notRead = setAside.Count(d => d.Severity == Severity.Error);
        bool told = written == OutputFormat.Text && file is null;
        if (!told || documents.Count == 0)
        {
            PileOptions.Report(setAside);
        }

        if (documents.Count == 0)
        {
            return Exit.NothingDone;
        }

        Briefing briefing = Terminal.WithProgress("Analysing", documents.Count, progress =>
            PileAnalyser.Analyse(documents, setAside, parsed.GetValue(pile.Threads), progress, pile.Register(parsed), cancellation));
        switch (written)
        {
            case OutputFormat.Json:
                Terminal.Write(file, stream => BriefingJson.Write(briefing, stream));
                break;
            case OutputFormat.Md:
                Terminal.WriteText(file, writer => BriefingMarkdown.Write(briefing, writer));
                break;
            case OutputFormat.Html:
                Terminal.WriteText(file, writer => BriefingHtml.Write(briefing, writer));
                break;
            default:
                BriefingTextOptions options = Terminal.TextOptions(file) with { Length = parsed.GetValue(length) };
                Terminal.WriteText(file, writer => BriefingText.Write(briefing, writer, options));
                break;
        }

        if (file is not null && Terminal.IsErrorTerminal)
        {
            Terminal.Complain($"{documents.Count} reports in {briefing.Stories.Length} stories, {notRead} set aside: {file.FullName}");
        }

        return Exit.For(documents.Count, notRead);
    }
}
