using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Entente.Reading.Containers;

/// <summary>An HTTP response as an archive keeps it, its body unpacked.</summary>
/// <remarks>Some archivers keep the headers of a transfer and not its form: a body that is not chunked or packed as declared is taken as it stands.</remarks>
internal sealed class HttpMessage
{
    private HttpMessage(int status, string? contentType, byte[] body)
    {
        Status = status;
        ContentType = contentType;
        Body = body;
    }

    public int Status { get; }

    public string? ContentType { get; }

    public byte[] Body { get; }

    /// <summary>Null where there is no readable response, or its body unpacks to more than <paramref name="limit"/>.</summary>
    public static HttpMessage? TryParse(byte[] message, long limit)
    {
        int end = message.AsSpan().IndexOf("\r\n\r\n"u8);
        int bodyStart = end + 4;
        if (end < 0)
        {
            end = message.AsSpan().IndexOf("\n\n"u8);
            bodyStart = end + 2;
        }

        if (end < 0)
        {
            return null;
        }

        string[] lines = Encoding.Latin1.GetString(message, 0, end).Split('\n', StringSplitOptions.TrimEntries);
        string[] status = lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (status.Length < 2 || !int.TryParse(status[1], NumberStyles.None, CultureInfo.InvariantCulture, out int code))
        {
            return null;
        }

        byte[] body = message[bodyStart..];
        if (Header(lines, "Transfer-Encoding")?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true)
        {
            body = Unchunked(body) ?? body;
        }

        byte[]? unpacked = Unpacked(body, Header(lines, "Content-Encoding"), limit);
        return unpacked is null ? null : new HttpMessage(code, Header(lines, "Content-Type"), unpacked);
    }

    private static string? Header(string[] lines, string name)
    {
        for (int i = 1; i < lines.Length; i++)
        {
            if (lines[i].Length > name.Length && lines[i][name.Length] == ':' && lines[i].StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                return lines[i][(name.Length + 1)..].Trim();
            }
        }

        return null;
    }

    private static byte[]? Unchunked(byte[] body)
    {
        using MemoryStream whole = new(body.Length);
        int at = 0;
        while (at < body.Length)
        {
            int newline = body.AsSpan(at).IndexOf((byte)'\n');
            string size = newline is < 0 or > 1024 ? "" : Encoding.Latin1.GetString(body, at, newline).Split(';')[0].Trim();
            if (!int.TryParse(size, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int length) || length < 0)
            {
                // Broken at the first chunk: it never was chunked. Later: keep what came.
                return at == 0 ? null : whole.ToArray();
            }

            at += newline + 1;
            length = Math.Min(length, body.Length - at);
            if (length == 0)
            {
                break;
            }

            whole.Write(body, at, length);
            at += length;
            at += at < body.Length && body[at] == '\r' ? 1 : 0;
            at += at < body.Length && body[at] == '\n' ? 1 : 0;
        }

        return whole.ToArray();
    }

    private static byte[]? Unpacked(byte[] body, string? encodings, long limit)
    {
        foreach (string encoding in (encodings ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Reverse())
        {
            using MemoryStream packed = new(body);
            using Stream? unpacking = encoding.ToLowerInvariant() switch
            {
                "gzip" or "x-gzip" when body is [0x1F, 0x8B, ..] => new GzipUnpacker(packed, limit),
                "deflate" when body is [0x78, ..] => new ZLibStream(packed, CompressionMode.Decompress),
                "deflate" => new DeflateStream(packed, CompressionMode.Decompress),
                "br" => new BrotliStream(packed, CompressionMode.Decompress),
                _ => null,
            };
            if (unpacking is not null)
            {
                using MemoryStream whole = new();
                if (!TryCopy(unpacking, whole, limit))
                {
                    return null;
                }

                // Nothing came of it: the archiver had unpacked it already.
                body = whole.Length > 0 ? whole.ToArray() : body;
            }
        }

        return body;
    }

    private static bool TryCopy(Stream from, MemoryStream to, long limit)
    {
        byte[] buffer = new byte[32 << 10];
        try
        {
            int count;
            while ((count = from.Read(buffer)) > 0)
            {
                if (to.Length + count > limit)
                {
                    return false;
                }

                to.Write(buffer, 0, count);
            }
        }
        catch (Exception failure) when (failure is InvalidDataException or InvalidOperationException or IOException)
        {
            return true;
        }

        return true;
    }
}
