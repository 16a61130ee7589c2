using Entente.Reading.Charsets;

namespace Entente.Reading.Inputs;

/// <summary>Says what a file that is not text looks like.</summary>
internal static class BinaryKind
{
    private static readonly (byte[] Magic, int At, string Name)[] s_magic =
    [
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], 0, "a PNG picture"),
        ([0xFF, 0xD8, 0xFF], 0, "a JPEG picture"),
        ("GIF8"u8.ToArray(), 0, "a GIF picture"),
        ("BM"u8.ToArray(), 0, "a bitmap picture"),
        ("II*\0"u8.ToArray(), 0, "a TIFF picture"),
        ("MM\0*"u8.ToArray(), 0, "a TIFF picture"),
        ("WEBP"u8.ToArray(), 8, "a WebP picture"),
        ("RIFF"u8.ToArray(), 0, "sound or film (RIFF)"),
        ("ftyp"u8.ToArray(), 4, "film or picture (MP4, HEIC)"),
        ([0x1A, 0x45, 0xDF, 0xA3], 0, "film (Matroska, WebM)"),
        ("ID3"u8.ToArray(), 0, "sound (MP3)"),
        ("OggS"u8.ToArray(), 0, "sound (Ogg)"),
        ("fLaC"u8.ToArray(), 0, "sound (FLAC)"),
        ("Rar!"u8.ToArray(), 0, "a RAR archive"),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], 0, "a 7z archive"),
        ("BZh"u8.ToArray(), 0, "bzip2 data"),
        ([0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z'], 0, "xz data"),
        ([0x28, 0xB5, 0x2F, 0xFD], 0, "zstd data"),
        ("ustar"u8.ToArray(), 257, "a tar archive"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], 0, "an old Office document (.doc, .xls, .ppt)"),
        ("{\\rtf"u8.ToArray(), 0, "a Rich Text document (.rtf)"),
        ("%!PS"u8.ToArray(), 0, "PostScript"),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], 0, "a program (ELF)"),
        ([(byte)'M', (byte)'Z', 0x90, 0], 0, "a program (Windows)"),
        ("SQLite format 3\0"u8.ToArray(), 0, "an SQLite database"),
        ("\0asm"u8.ToArray(), 0, "a program (WebAssembly)"),
        ([0xCA, 0xFE, 0xBA, 0xBE], 0, "a program (Java or macOS)"),
        ("wOFF"u8.ToArray(), 0, "a font"),
        ("wOF2"u8.ToArray(), 0, "a font"),
    ];

    /// <summary>What the bytes look like, or null for text (of any charset) and for what is read by other means.</summary>
    public static string? Name(ReadOnlySpan<byte> head)
    {
        foreach ((byte[] magic, int at, string name) in s_magic)
        {
            // Two letters are no sign by themselves: "BM" may begin a report.
            if (head.Length > at && head[at..].StartsWith(magic) && (magic.Length > 2 || head[..Math.Min(head.Length, 64)].Contains((byte)0)))
            {
                return name;
            }
        }

        if (head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8))
        {
            return Zip(head);
        }

        return LooksBinary(head) ? "unknown binary data" : null;
    }

    private static string Zip(ReadOnlySpan<byte> head)
    {
        if (head.IndexOf("word/"u8) >= 0 || head.IndexOf("[Content_Types].xml"u8) >= 0)
        {
            return "an Office document (.docx, .xlsx, .pptx)";
        }

        if (head.IndexOf("application/epub"u8) >= 0)
        {
            return "an e-book (EPUB)";
        }

        return head.IndexOf("application/vnd.oasis"u8) >= 0 ? "an OpenDocument file (.odt, .ods)" : "a ZIP archive";
    }

    // Text has hardly any control characters; random bytes have one in ten. A stray zero byte or two is dirt in a text.
    private static bool LooksBinary(ReadOnlySpan<byte> head)
    {
        if (ByteOrderMark.TryFind(head, out _) is not null || UnmarkedUtf16.TryTell(head) is not null)
        {
            return false;
        }

        int zeros = head.Count((byte)0);
        int controls = zeros;
        foreach (byte one in head)
        {
            controls += one is > 0 and < 0x20 and not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f' or 0x1B or 0x08 or 0x0B) ? 1 : 0;
        }

        return controls > 2 && (controls * 20 > head.Length || zeros * 100 > head.Length);
    }
}
