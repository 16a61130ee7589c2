using System.CommandLine;
using System.Text.Json;
using Entente.Analysis;
using Entente.Analysis.Briefings;
using Entente.Analysis.Text;
using Entente.Reading;

namespace Entente.Cli.Commands;

/// <summary>The common course of <c>read</c> and <c>analyse</c>: documents pass one by one from the reader to the output, so memory does not grow with the pile.</summary>
internal static class DocumentStream
{
    public static void Configure(Command command, bool analysed)
    {
        PileOptions pile = new();
        Option<OutputFormat?> format = OutputFormats.Option();
        Option<bool> jsonl = new("--jsonl") { Description = "The same as --format json: one JSON object a line." };
        pile.AddTo(command);
        command.Options.Add(format);
        command.Options.Add(jsonl);
        command.SetAction((parsed, cancellation) =>
        {
            FileInfo? file = parsed.GetValue(pile.Out);
            OutputFormat written = parsed.GetValue(jsonl) ? OutputFormat.Json : OutputFormats.Resolve(parsed.GetValue(format), file);
            return Task.FromResult(Run(pile, parsed, written, file, analysed, cancellation));
        });
    }

    private static int Run(PileOptions pile, ParseResult parsed, OutputFormat format, FileInfo? file, bool analysed, CancellationToken cancellation)
    {
        int read = 0;
        int notRead = 0;
        DocumentAnalyser? analyser = analysed ? new DocumentAnalyser() : null;
        IEnumerable<DocumentFindings> Findings(IProgress<int>? progress)
        {
            foreach (ReadResult result in pile.Read(parsed, progress, cancellation))
            {
                PileOptions.Report(result.Diagnostics);
                notRead += result.Diagnostics.Count(d => d.Severity == Severity.Error);
                if (result.Document is { } document)
                {
                    read++;
                    yield return analyser?.Analyse(document) ?? new DocumentFindings(new TokenizedDocument(document, [], []), []);
                }
            }
        }

        int Write(IProgress<int>? progress)
        {
            if (format == OutputFormat.Json)
            {
                Terminal.Write(file, stream => WriteLines(stream, Findings(progress), analysed));
            }
            else
            {
                Terminal.WriteText(file, writer => DocumentSheets.Write(Findings(progress), writer, format switch
                {
                    OutputFormat.Md => SheetFormat.Markdown,
                    OutputFormat.Html => SheetFormat.Html,
                    _ => SheetFormat.Text,
                }, file is null ? Terminal.Width : BriefingTextOptions.Default.Width, file is null && Terminal.UseColor));
            }

            return read;
        }

        // A bar would be drawn through the lines of a terminal that shows the output itself.
        _ = file is null && Terminal.IsOutputTerminal ? Write(null) : Terminal.WithProgress(analysed ? "Analysing" : "Reading", null, Write);
        return Exit.For(read, notRead);
    }

    private static void WriteLines(Stream stream, IEnumerable<DocumentFindings> findings, bool analysed)
    {
        using Utf8JsonWriter writer = new(stream, DocumentJson.LineOptions);
        foreach (DocumentFindings found in findings)
        {
            if (analysed)
            {
                FindingsJson.Write(found, writer);
            }
            else
            {
                DocumentJson.Write(found.Document, writer);
            }

            writer.Flush();
            writer.Reset();
            stream.WriteByte((byte)'\n');
        }
    }
}
