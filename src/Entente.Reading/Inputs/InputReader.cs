using System.Text;
using Entente.Analysis.Text;
using Entente.Reading.Charsets;
using Entente.Reading.Containers;

namespace Entente.Reading.Inputs;

/// <summary>Opens a file, tells what it holds and finds the reports in it.</summary>
internal sealed class InputReader(ReadingOptions options, Func<Stream> standardInput)
{
    /// <summary>The reports in the file, in their order there. What is wrong with the file comes as a report without bytes; nothing is thrown.</summary>
    public IEnumerable<RawReport> Read(InputFile file)
    {
        using IEnumerator<RawReport> reports = Open(file).GetEnumerator();
        while (true)
        {
            RawReport report;
            bool isLast = false;
            try
            {
                if (!reports.MoveNext())
                {
                    yield break;
                }

                report = reports.Current;
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                report = RawReport.Broken(file.Name, Path(file), DiagnosticCode.Unreadable.For(file.Name, Failure.Say(failure)));
                isLast = true;
            }
            catch (Exception failure) when (failure is not (OutOfMemoryException or OperationCanceledException))
            {
                report = RawReport.Broken(file.Name, Path(file), DiagnosticCode.ReaderFailed.For(file.Name, Failure.Say(failure)));
                isLast = true;
            }

            yield return report;
            if (isLast)
            {
                yield break;
            }
        }
    }

    private IEnumerable<RawReport> Open(InputFile file)
    {
        // A pipe or device in a folder has no length; opening it would wait for ever.
        if (!file.IsNamed && new FileInfo(file.Location) is { Exists: true, Length: 0 })
        {
            yield return RawReport.Broken(file.Name, Path(file), DiagnosticCode.Empty.For(file.Name));
            yield break;
        }

        using Stream source = file.IsStandardInput
            ? standardInput()
            : new FileStream(file.Location, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, FileOptions.SequentialScan);
        using HashingStream hashing = new(source);
        using PeekStream packed = new(hashing);
        bool isPacked = Sniffer.Tell(packed.Peek(Sniffer.Reach), Endings.Of(file.Name)) == Content.Gzip;
        using GzipUnpacker? unpacker = isPacked ? new GzipUnpacker(packed, options.MaxBytes) : null;
        using PeekStream stream = isPacked ? new PeekStream(unpacker!) : packed;
        foreach (RawReport report in Reports(file, stream, hashing, unpacker))
        {
            yield return report;
        }
    }

    private IEnumerable<RawReport> Reports(InputFile file, PeekStream stream, HashingStream hashing, GzipUnpacker? unpacker)
    {
        Content content = Sniffer.Tell(stream.Peek(Sniffer.Reach), Endings.Of(file.Name));
        if (stream.Peek(1).IsEmpty)
        {
            return [Broken(file, EndOf(file, unpacker, isEmpty: true) ?? DiagnosticCode.Empty.For(file.Name))];
        }

        if (content is Content.Binary or Content.Gzip)
        {
            return [Broken(file, DiagnosticCode.Binary.For(file.Name, BinaryKind.Name(stream.Peek(Sniffer.Reach)) ?? "gzip inside gzip"))];
        }

        if (content == Content.Json)
        {
            content = LinesOrWhole(stream);
        }

        return content switch
        {
            Content.Warc => Streamed(file, WarcReader.Read(file, stream, options.MaxBytes, () => unpacker?.Ending > GzipEnding.Whole), unpacker),
            Content.JsonLines => Streamed(file, JsonReports.InLines(file, AsUtf8(stream), options.MaxBytes, () => unpacker?.Ending > GzipEnding.Whole), unpacker),
            _ => Whole(file, content, stream, hashing, unpacker),
        };
    }

    private static IEnumerable<RawReport> Streamed(InputFile file, IEnumerable<RawReport> reports, GzipUnpacker? unpacker)
    {
        bool any = false;
        foreach (RawReport report in reports)
        {
            any = true;
            yield return report;
        }

        if (EndOf(file, unpacker, isEmpty: false) is { } trouble)
        {
            yield return Broken(file, trouble);
        }
        else if (!any)
        {
            yield return Broken(file, DiagnosticCode.NoText.For(file.Name));
        }
    }

    private IEnumerable<RawReport> Whole(InputFile file, Content content, PeekStream stream, HashingStream hashing, GzipUnpacker? unpacker)
    {
        byte[]? bytes = ReadWhole(stream, options.MaxBytes);
        if (bytes is null)
        {
            DiagnosticCode code = unpacker is null ? DiagnosticCode.TooLarge : DiagnosticCode.ExpandsTooFar;
            return [Broken(file, code.For(file.Name, ByteSize.Say(options.MaxBytes)))];
        }

        Diagnostic? trouble = EndOf(file, unpacker, isEmpty: false);
        if (trouble?.Severity == Severity.Error)
        {
            return [Broken(file, trouble)];
        }

        string sha256 = hashing.Finish();
        IEnumerable<RawReport> reports = content switch
        {
            Content.Json => JsonReports.InWhole(file, bytes, sha256),
            Content.Xml => FeedReader.Read(file, bytes),
            _ => [new RawReport(file.Name)
            {
                Path = Path(file),
                Stem = file.Stem,
                Form = content switch
                {
                    Content.Html => ReportForm.Html,
                    Content.Mail => ReportForm.Mail,
                    Content.Pdf => ReportForm.Pdf,
                    _ => ReportForm.Text,
                },
                Bytes = bytes,
                Sha256 = sha256,
                Diagnostics = trouble is null ? [] : [trouble],
            }],
        };
        bool isContainer = content is Content.Json or Content.Xml;
        // That the last entry is cut is no second trouble.
        return isContainer && trouble is not null
            ? reports.Where(static report => report.Bytes is not null).Append(Broken(file, trouble))
            : reports;
    }

    private static Diagnostic? EndOf(InputFile file, GzipUnpacker? unpacker, bool isEmpty) => unpacker?.Ending switch
    {
        GzipEnding.Truncated when isEmpty => DiagnosticCode.CorruptArchive.For(file.Name, "it ends before any data"),
        GzipEnding.Truncated => DiagnosticCode.Truncated.For(file.Name),
        GzipEnding.Damaged => DiagnosticCode.CorruptArchive.For(file.Name, unpacker.Objection),
        GzipEnding.ExpandsTooFar => DiagnosticCode.ExpandsTooFar.For(file.Name, $"{GzipUnpacker.MostExpansion} times its size"),
        _ => null,
    };

    // JSON whose first line is a whole object, with more after it, is JSON Lines whatever its ending; a first line of over a megabyte is taken for a whole file.
    private static Content LinesOrWhole(PeekStream stream)
    {
        foreach (int reach in (ReadOnlySpan<int>)[Sniffer.Reach, 64 << 10, 1 << 20])
        {
            ReadOnlySpan<byte> head = stream.Peek(reach);
            int newline = head.IndexOf((byte)'\n');
            if (newline < 0 && head.Length == reach)
            {
                continue;
            }

            bool hasMore = newline >= 0 && (head.Length == reach || head[newline..].IndexOfAnyExcept(" \t\r\n"u8) >= 0);
            return hasMore && JsonReports.IsWholeObject(head[..newline]) ? Content.JsonLines : Content.Json;
        }

        return Content.Json;
    }

    private static byte[]? ReadWhole(Stream stream, long limit)
    {
        using MemoryStream whole = new();
        byte[] buffer = new byte[64 << 10];
        int count;
        while ((count = stream.Read(buffer)) > 0)
        {
            if (whole.Length + count > limit)
            {
                return null;
            }

            whole.Write(buffer, 0, count);
        }

        return whole.ToArray();
    }

    // Some programs write JSON Lines in UTF-16, PowerShell's redirection among them.
    private static Stream AsUtf8(PeekStream stream)
    {
        ReadOnlySpan<byte> head = stream.Peek(Sniffer.Reach);
        Encoding? encoding = ByteOrderMark.TryFind(head, out int mark) ?? UnmarkedUtf16.TryTell(head);
        stream.ReadExactly(new byte[mark]);
        return encoding is null or UTF8Encoding ? stream : Encoding.CreateTranscodingStream(stream, encoding, Encoding.UTF8);
    }

    private static RawReport Broken(InputFile file, Diagnostic diagnostic) => RawReport.Broken(file.Name, Path(file), diagnostic);

    private static string? Path(InputFile file) => file.IsStandardInput ? null : file.Name;
}
