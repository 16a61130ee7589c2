using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Entente.Analysis.Text;
using Entente.Reading.Inputs;

namespace Entente.Reading.Containers;

/// <summary>Reads a PDF by means of poppler's <c>pdftotext</c>, which is called with a time limit and never sees a path.</summary>
internal static class PdfReader
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    public static Understood Read(RawReport report, ReadOnlySpan<byte> bytes, ReadingOptions options)
    {
        Understood understood = new(null, new StatedFacts { Url = report.Url });
        (string? pages, Diagnostic? trouble) = Extract(report.Input, bytes.ToArray(), options.MaxBytes);
        if (pages is null)
        {
            understood.Diagnostics.Add(trouble!);
            return understood;
        }

        PdfPages text = PdfPages.From(pages);
        if (string.IsNullOrWhiteSpace(text.Text))
        {
            understood.Diagnostics.Add(DiagnosticCode.PdfFailed.For(report.Input, "it holds no text"));
            return understood;
        }

        understood.Draft = StatedText.Read(text.Text, title: null, report.Input, understood.Diagnostics, options);
        text.MarkFurniture(understood.Draft);
        return understood;
    }

    private static (string? Text, Diagnostic? Trouble) Extract(string culprit, byte[] pdf, long limit)
    {
        // Without -layout the text comes in reading order, column by column, with an empty line between paragraphs.
        ProcessStartInfo start = new("pdftotext", ["-q", "-enc", "UTF-8", "-eol", "unix", "-", "-"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            return (null, DiagnosticCode.PdfToolMissing.For(culprit));
        }

        using (process)
        {
            using CancellationTokenSource overTime = new(s_limit);
            Task writing = Feed(process, pdf);
            Task<string> complaint = process.StandardError.ReadToEndAsync(overTime.Token);
            Task<string?> reading = ReadUpTo(process.StandardOutput, limit, overTime.Token);
            string? text;
            try
            {
                text = reading.GetAwaiter().GetResult();
                if (text is not null)
                {
                    process.WaitForExitAsync(overTime.Token).GetAwaiter().GetResult();
                }
            }
            catch (OperationCanceledException)
            {
                Kill(process);
                return (null, DiagnosticCode.PdfFailed.For(culprit, $"it took more than {s_limit.TotalSeconds:0} seconds"));
            }

            if (text is null)
            {
                Kill(process);
                return (null, DiagnosticCode.ExpandsTooFar.For(culprit, ByteSize.Say(limit)));
            }

            writing.GetAwaiter().GetResult();
            string said = Failure.Line(complaint.GetAwaiter().GetResult());
            return process.ExitCode == 0
                ? (text, null)
                : (null, DiagnosticCode.PdfFailed.For(culprit, said.Length > 0 ? said : $"it is damaged or locked (exit code {process.ExitCode})"));
        }
    }

    private static async Task Feed(Process process, byte[] pdf)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(pdf).ConfigureAwait(false);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It gave up before it had read everything, and says why by its exit code.
        }
    }

    private static async Task<string?> ReadUpTo(StreamReader output, long limit, CancellationToken cancellation)
    {
        StringBuilder text = new();
        char[] buffer = new char[16 << 10];
        int count;
        while ((count = await output.ReadAsync(buffer, cancellation).ConfigureAwait(false)) > 0)
        {
            if (text.Length + count > limit)
            {
                return null;
            }

            text.Append(buffer, 0, count);
        }

        return text.ToString();
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself meanwhile.
        }
    }
}
