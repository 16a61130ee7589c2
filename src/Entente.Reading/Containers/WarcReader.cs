using System.Globalization;
using System.Text;
using Entente.Analysis.Text;
using Entente.Reading.Charsets;
using Entente.Reading.Inputs;

namespace Entente.Reading.Containers;

/// <summary>Finds the pages in a web archive (WARC 1.0 and 1.1): responses and resources that are HTML or text.</summary>
/// <remarks>One record at a time is held, and none over the limit. Requests, metadata, pictures, redirects and errors are passed over without a word.</remarks>
internal sealed class WarcReader
{
    private const int LongestHeader = 64 << 10;

    private readonly Stream _stream;
    private readonly long _limit;
    private readonly byte[] _buffer = new byte[64 << 10];
    private int _start;
    private int _end;

    private WarcReader(Stream stream, long limit)
    {
        _stream = stream;
        _limit = limit;
    }

    /// <param name="isCut">Asked where a record breaks off: whether the compressed data is at fault, which is then reported elsewhere.</param>
    public static IEnumerable<RawReport> Read(InputFile file, Stream stream, long limit, Func<bool> isCut)
    {
        WarcReader reader = new(stream, limit);
        string? path = file.IsStandardInput ? null : file.Name;
        int number = 0;
        for (int record = 1; ; record++)
        {
            (Dictionary<string, string>? header, string? objection) = reader.ReadHeader();
            if (header is null && objection is null)
            {
                yield break;
            }

            long length = 0;
            if (objection is null && !(header!.TryGetValue("Content-Length", out string? stated)
                && long.TryParse(stated, NumberStyles.None, CultureInfo.InvariantCulture, out length)))
            {
                objection = "it has no Content-Length";
            }

            bool isWanted = objection is null && IsWanted(header!);
            bool isTooLarge = length > limit;
            byte[]? block = null;
            if (objection is null && !reader.TryReadBlock(length, isWanted && !isTooLarge, out block))
            {
                objection = "it ends before its stated length";
            }

            if (objection is not null)
            {
                if (!isCut())
                {
                    yield return RawReport.Broken(file.Name, path, DiagnosticCode.MalformedWarc.For(file.Name, $"record {record}: {objection}"));
                }

                yield break;
            }

            string input = $"{file.Name}#{number + 1}";
            if (isWanted && isTooLarge)
            {
                number++;
                yield return RawReport.Broken(input, path, DiagnosticCode.TooLarge.For(input, ByteSize.Say(limit)));
            }
            else if (block is not null && reader.Report(header!, block, input) is { } report)
            {
                number++;
                yield return report with { Path = path, Stem = $"{file.Stem}#{number}" };
            }
        }
    }

    private static bool IsWanted(Dictionary<string, string> header)
    {
        string type = header.GetValueOrDefault("WARC-Type", "").ToLowerInvariant();
        return type is "response" or "resource" or "conversion"
            && !header.GetValueOrDefault("WARC-Target-URI", "").StartsWith("dns:", StringComparison.OrdinalIgnoreCase);
    }

    private RawReport? Report(Dictionary<string, string> header, byte[] block, string input)
    {
        string? url = header.TryGetValue("WARC-Target-URI", out string? target) ? target.Trim('<', '>', ' ') : null;
        string type = header.GetValueOrDefault("Content-Type", "");
        byte[] body = block;
        if (header["WARC-Type"].Equals("response", StringComparison.OrdinalIgnoreCase) && block.AsSpan().StartsWith("HTTP/"u8))
        {
            HttpMessage? message = HttpMessage.TryParse(block, _limit);
            if (message is not { Status: 200 or 203 })
            {
                return null;
            }

            type = message.ContentType ?? "";
            body = message.Body;
        }

        ReportForm? form = Form(type, body);
        return form is null || body.Length == 0 ? null : new RawReport(input)
        {
            Form = form.Value,
            Bytes = body,
            Charset = DeclaredCharset.TryFindInHeader(type),
            Url = url,
        };
    }

    private static ReportForm? Form(string contentType, byte[] body)
    {
        string type = contentType.Split(';')[0].Trim().ToLowerInvariant();
        if (type is "text/html" or "application/xhtml+xml")
        {
            return ReportForm.Html;
        }

        if (type.Length > 0 && type != "text/plain")
        {
            return null;
        }

        ReadOnlySpan<byte> head = body.AsSpan(0, Math.Min(body.Length, Sniffer.Reach));
        return Sniffer.Tell(head, "") switch
        {
            Content.Html => ReportForm.Html,
            Content.Text or Content.Mail when type.Length > 0 => ReportForm.Text,
            _ => null,
        };
    }

    // The block ends with two line ends that belong to no record.
    private bool TryReadBlock(long length, bool isKept, out byte[]? block)
    {
        block = isKept ? new byte[length] : null;
        long done = 0;
        while (done < length)
        {
            if (_start == _end && !Fill())
            {
                return false;
            }

            int count = (int)Math.Min(length - done, _end - _start);
            if (block is not null)
            {
                _buffer.AsSpan(_start, count).CopyTo(block.AsSpan((int)done));
            }

            _start += count;
            done += count;
        }

        return true;
    }

    private (Dictionary<string, string>? Header, string? Objection) ReadHeader()
    {
        string? line;
        do
        {
            line = ReadLine();
        }
        while (line is { Length: 0 });

        if (line is null)
        {
            return (null, null);
        }

        if (!line.StartsWith("WARC/", StringComparison.Ordinal))
        {
            return (null, "it does not begin with WARC/1");
        }

        Dictionary<string, string> header = new(StringComparer.OrdinalIgnoreCase);
        int size = 0;
        string last = "";
        while ((line = ReadLine()) is { Length: > 0 })
        {
            size += line.Length;
            if (size > LongestHeader)
            {
                return (null, "its header has no end");
            }

            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (line[0] is ' ' or '\t' && last.Length > 0)
            {
                header[last] += " " + line.Trim();
            }
            else if (colon > 0)
            {
                last = line[..colon].Trim();
                header[last] = line[(colon + 1)..].Trim();
            }
        }

        return line is null ? (null, "its header ends early") : (header, null);
    }

    private string? ReadLine()
    {
        StringBuilder line = new();
        while (line.Length <= LongestHeader)
        {
            if (_start == _end && !Fill())
            {
                return line.Length == 0 ? null : line.ToString();
            }

            ReadOnlySpan<byte> held = _buffer.AsSpan(_start, _end - _start);
            int newline = held.IndexOf((byte)'\n');
            ReadOnlySpan<byte> part = newline < 0 ? held : held[..newline];
            line.Append(Encoding.UTF8.GetString(part[..Math.Min(part.Length, LongestHeader + 1)]));
            _start += newline < 0 ? part.Length : part.Length + 1;
            if (newline >= 0)
            {
                break;
            }
        }

        return line.ToString().TrimEnd('\r');
    }

    private bool Fill()
    {
        (_start, _end) = (0, _stream.Read(_buffer));
        return _end > 0;
    }
}
