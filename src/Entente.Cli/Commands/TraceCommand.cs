using System.CommandLine;
using Entente.Analysis;
using Entente.Analysis.Briefings;
using Entente.Analysis.Text;
using Entente.Analysis.Tracing;

namespace Entente.Cli.Commands;

/// <summary><c>entente trace</c>: a sentence followed through a pile of reports.</summary>
internal static class TraceCommand
{
    public static Command Build()
    {
        PileOptions pile = new();
        Option<OutputFormat?> format = OutputFormats.Option();
        Argument<string> sentence = new("SENTENCE") { Description = $"The sentence, in quotation marks; remembered roughly will do. {SentenceTracer.FewestWords} to {SentenceTracer.MostWords} words." };
        sentence.Validators.Add(result =>
        {
            if (!SentenceTracer.CanTrace(result.GetValueOrDefault<string>()))
            {
                result.AddError($"SENTENCE takes {SentenceTracer.FewestWords} to {SentenceTracer.MostWords} words, one of them more than \"the\" or \"is\"; put the whole sentence in quotation marks.");
            }
        });
        ExampleCommand command = new(
            "trace",
            "Follows a sentence through a pile of reports: every appearance, oldest first, what changed in it, and where it most likely comes from. Found nowhere: exit code 3.",
            ("entente trace \"the bridge may reopen to vehicles within six weeks\" samples/swing-bridge", "Each place it stands in, with the edits between them."),
            ("entente trace \"$(cat quotation.txt)\" reports/ --out trace.html", "One self-contained page to forward."),
            ("entente trace \"nobody spoke of leaving\" reports/ --format json | jq .origin", "The same findings for a program."));
        command.Arguments.Add(sentence);
        pile.AddTo(command);
        command.Options.Add(format);
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(pile, parsed, sentence, format, cancellation)));
        return command;
    }

    private static int Run(PileOptions pile, ParseResult parsed, Argument<string> sentence, Option<OutputFormat?> format, CancellationToken cancellation)
    {
        FileInfo? file = parsed.GetValue(pile.Out);
        OutputFormat written = OutputFormats.Resolve(parsed.GetValue(format), file);
        (List<Document> documents, List<Diagnostic> setAside) = pile.ReadAll(parsed, cancellation);
        PileOptions.Report(setAside);
        if (documents.Count == 0)
        {
            return Exit.NothingDone;
        }

        SentenceTrace trace = Terminal.WithProgress("Analysing", documents.Count, progress =>
            SentenceTracer.Trace(parsed.GetRequiredValue(sentence), documents, parsed.GetValue(pile.Threads), progress, pile.Register(parsed), cancellation));
        switch (written)
        {
            case OutputFormat.Json:
                Terminal.Write(file, stream => TraceJson.Write(trace, stream));
                break;
            case OutputFormat.Md:
                Terminal.WriteText(file, writer => TraceMarkdown.Write(trace, writer));
                break;
            case OutputFormat.Html:
                Terminal.WriteText(file, writer => TraceHtml.Write(trace, writer));
                break;
            default:
                Terminal.WriteText(file, writer => TraceText.Write(trace, writer, Terminal.TextOptions(file)));
                break;
        }

        return Exit.ForSearch(documents.Count, setAside, !trace.Appearances.IsEmpty || !trace.Apart.IsEmpty);
    }
}
