using System.Security.Cryptography;
using System.Text;
using Entente.Analysis.Text;
using Entente.Reading.Charsets;
using Entente.Reading.Containers;
using Entente.Reading.Html;
using Entente.Reading.Inputs;

namespace Entente.Reading;

/// <summary>Turns one raw report into a document. Touches nothing but its argument, so that reports can be converted side by side.</summary>
internal sealed class Conversion(ReadingOptions options)
{
    private readonly Freezing _freezing = new(options);

    /// <remarks>Any failure of a parser on one report becomes E1299 for that report.</remarks>
    public ReadResult Convert(RawReport report)
    {
        if (report.Bytes is not { } bytes)
        {
            return new ReadResult(report.Input, null, report.Diagnostics);
        }

        try
        {
            return Convert(report, bytes);
        }
        catch (Exception failure) when (failure is not (OutOfMemoryException or OperationCanceledException))
        {
            string words = $"{failure.GetType().Name}: {Failure.Say(failure)}";
            return new ReadResult(report.Input, null, [DiagnosticCode.ReaderFailed.For(report.Input, words)]);
        }
    }

    private ReadResult Convert(RawReport report, ReadOnlyMemory<byte> bytes)
    {
        Understood understood = report.Form switch
        {
            ReportForm.Html => Html(report, bytes.Span),
            ReportForm.Record => Record(report, bytes),
            ReportForm.Mail => MailReader.Read(report, bytes.Span, options),
            ReportForm.Pdf => PdfReader.Read(report, bytes.Span, options),
            ReportForm.FeedEntry => FeedEntry(report, report.Entry!),
            _ => PlainText(report, bytes.Span),
        };
        if (understood.Draft is not { } draft)
        {
            return new ReadResult(report.Input, null, [.. understood.Diagnostics]);
        }

        if (!Freezing.HoldsReport(draft))
        {
            // The one diagnostic that explains why nothing is there goes before the general one.
            Diagnostic reason = report.Diagnostics.Concat(understood.Diagnostics).FirstOrDefault(static one => one.Severity == Severity.Error)
                ?? DiagnosticCode.NoText.For(report.Input);
            return new ReadResult(report.Input, null, [reason]);
        }

        string sha256 = report.Sha256 ?? System.Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        Document document = _freezing.Freeze(report, understood, draft, sha256);
        return new ReadResult(report.Input, document, report.Diagnostics);
    }

    private Understood Html(RawReport report, ReadOnlySpan<byte> bytes)
    {
        DecodedText decoded = TextDecoder.Decode(bytes, report.Input, report.Charset, isMarkup: true);
        Understood understood = new(HtmlPageReader.Read(decoded.Text, report.Url, options, report.Input), new StatedFacts { Url = report.Url });
        understood.Diagnostics.AddRange(decoded.Diagnostics);
        return understood;
    }

    private Understood PlainText(RawReport report, ReadOnlySpan<byte> bytes)
    {
        DecodedText decoded = TextDecoder.Decode(bytes, report.Input, report.Charset);
        Understood understood = new(null, new StatedFacts { Url = report.Url });
        understood.Diagnostics.AddRange(decoded.Diagnostics);
        understood.Draft = StatedText.Read(decoded.Text, title: null, report.Input, understood.Diagnostics, options);
        return understood;
    }

    private Understood Record(RawReport report, ReadOnlyMemory<byte> bytes)
    {
        List<Diagnostic> diagnostics = [];
        if (Utf8Census.Of(bytes.Span).Broken > 0)
        {
            DecodedText decoded = TextDecoder.Decode(bytes.Span, report.Input, "utf-8");
            diagnostics.AddRange(decoded.Diagnostics);
            bytes = Encoding.UTF8.GetBytes(decoded.Text);
        }

        if (bytes.Span is [0xEF, 0xBB, 0xBF, ..])
        {
            bytes = bytes[3..];
        }

        JsonRecord? record = JsonRecord.TryParse(bytes, out string? objection);
        if (record is null)
        {
            return new Understood(null, new StatedFacts()) { Diagnostics = { DiagnosticCode.MalformedRecord.For(report.Input, objection!) } };
        }

        Understood understood = new(null, record.Facts);
        understood.Diagnostics.AddRange(diagnostics);
        understood.Facts.Published = understood.Time(record.PublishedAsWritten, TimeOrigin.Record, report.Input);
        understood.Facts.Updated = understood.Time(record.UpdatedAsWritten, TimeOrigin.Record, report.Input);
        string? text = Repaired(record.Text, report.Input, understood.Diagnostics);
        string? html = string.IsNullOrWhiteSpace(text) ? Repaired(record.Html, report.Input, understood.Diagnostics) : null;
        if (record.Facts.Title is { } title)
        {
            record.Facts.Title = Mojibake.Repair(title).Text;
        }

        if (!string.IsNullOrWhiteSpace(text))
        {
            understood.Draft = StatedText.Read(text, record.Facts.Title, report.Input, understood.Diagnostics, options);
        }
        else if (!string.IsNullOrWhiteSpace(html))
        {
            understood.Draft = StatedHtml.Read(html, record.Facts.Title, record.Facts.Url, options);
        }
        else
        {
            understood.Diagnostics.Clear();
            understood.Diagnostics.Add(DiagnosticCode.RecordWithoutText.For(report.Input));
        }

        return understood;
    }

    private Understood FeedEntry(RawReport report, FeedEntry entry)
    {
        Understood understood = new(null, entry.Facts);
        StatedFacts facts = entry.Facts;
        facts.Published = understood.Time(entry.PublishedAsWritten, TimeOrigin.Feed, report.Input);
        facts.Updated = understood.Time(entry.UpdatedAsWritten, TimeOrigin.Feed, report.Input);
        facts.OutletName = FeedOutlet.Find(entry.FeedTitle, entry.FeedLink, facts.Url, options.Outlets);
        understood.Draft = entry.IsHtml
            ? StatedHtml.Read(entry.Content, facts.Title, facts.Url, options)
            : StatedText.Read(entry.Content, facts.Title, report.Input, understood.Diagnostics, options);
        return understood;
    }

    private static string? Repaired(string? text, string culprit, List<Diagnostic> diagnostics)
    {
        if (text is null)
        {
            return null;
        }

        (string repaired, int places) = Mojibake.Repair(text);
        if (places > 0)
        {
            diagnostics.Add(DiagnosticCode.MojibakeRepaired.For(culprit, "windows-1252", places));
        }

        return repaired;
    }
}
