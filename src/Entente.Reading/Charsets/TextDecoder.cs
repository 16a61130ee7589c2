using System.Text;
using Entente.Analysis.Text;
using UtfUnknown;

namespace Entente.Reading.Charsets;

/// <summary>Reads bytes as text: byte order mark, then what is declared, then what the bytes themselves say, windows-1252 last.</summary>
/// <remarks>A declaration is believed only as far as the bytes allow: valid UTF-8 with letters outside ASCII hardly comes about by
/// chance, so it overrules any other charset; and bytes that are no UTF-8 overrule a declaration of UTF-8.</remarks>
internal static class TextDecoder
{
    // Letters outside ASCII in valid UTF-8 that make chance improbable even for double-byte charsets, whose pairs can look alike.
    private const int SureOfUtf8 = 4;

    // More broken bytes than one in so many good sequences, and the text was never UTF-8.
    private const int GoodToBroken = 10;

    // The detector's answer is taken from this much of the text around the first byte outside ASCII.
    private const int DetectionReach = 64 << 10;

    /// <param name="culprit">The input, for the diagnostics.</param>
    /// <param name="header">The charset that an HTTP or MIME header declares.</param>
    /// <param name="isMarkup">Whether the text may declare its charset itself.</param>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes, string culprit, string? header = null, bool isMarkup = false)
    {
        List<Diagnostic> diagnostics = [];
        (string text, string charset) = DecodeBytes(bytes, culprit, header, isMarkup, diagnostics);
        (text, int repaired) = Mojibake.Repair(text);
        if (repaired > 0)
        {
            diagnostics.Add(DiagnosticCode.MojibakeRepaired.For(culprit, "windows-1252", repaired));
        }

        return new DecodedText(text, charset, [.. diagnostics]);
    }

    private static (string Text, string Charset) DecodeBytes(
        ReadOnlySpan<byte> bytes, string culprit, string? header, bool isMarkup, List<Diagnostic> diagnostics)
    {
        if (ByteOrderMark.TryFind(bytes, out int mark) is { } marked)
        {
            return As(marked, bytes[mark..], culprit, diagnostics);
        }

        if (UnmarkedUtf16.TryTell(bytes) is { } wide)
        {
            return As(wide, bytes, culprit, diagnostics);
        }

        string? name = header ?? (isMarkup ? DeclaredCharset.TryFindInMarkup(bytes) : null);
        Encoding? declared = name is null ? null : CharsetNames.TryFind(name);
        if (declared is null && header is not null && isMarkup)
        {
            name = DeclaredCharset.TryFindInMarkup(bytes);
            declared = name is null ? null : CharsetNames.TryFind(name);
        }

        Utf8Census census = Utf8Census.Of(bytes);
        bool saysUtf8 = declared is null or UTF8Encoding;
        if (census.Broken == 0)
        {
            bool isUtf8 = saysUtf8 || census.Sequences >= (declared!.IsSingleByte ? 1 : SureOfUtf8);
            if (census.Sequences == 0 && !saysUtf8 && !bytes.Contains((byte)0x1B))
            {
                // Plain ASCII is the same in every charset still met but the seven-bit Japanese ones, which begin with escapes.
                return (Encoding.ASCII.GetString(bytes), declared!.WebName);
            }

            if (isUtf8)
            {
                if (!saysUtf8)
                {
                    diagnostics.Add(DiagnosticCode.CharsetContradicted.For(culprit, name!, "utf-8"));
                }

                return (Encoding.UTF8.GetString(bytes), "utf-8");
            }
        }
        else if (saysUtf8 && (declared is not null || census.Sequences > 0) && census.Sequences >= census.Broken * GoodToBroken)
        {
            return As(Encoding.UTF8, bytes, culprit, diagnostics);
        }

        if (declared is not null and not UTF8Encoding && (declared.IsSingleByte || IsValidIn(declared, bytes)))
        {
            return As(declared, bytes, culprit, diagnostics);
        }

        Encoding detected = Detect(bytes);
        if (declared is not null && detected.CodePage != declared.CodePage)
        {
            diagnostics.Add(DiagnosticCode.CharsetContradicted.For(culprit, name!, detected.WebName));
        }
        else if (declared is null)
        {
            diagnostics.Add(DiagnosticCode.CharsetGuessed.For(culprit, detected.WebName));
        }

        return As(detected, bytes, culprit, diagnostics);
    }

    private static Encoding Detect(ReadOnlySpan<byte> bytes)
    {
        int first = Math.Max(0, bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F));
        int start = Math.Max(0, first - 1024);
        ReadOnlySpan<byte> sample = bytes[start..Math.Min(bytes.Length, start + DetectionReach)];
        DetectionDetail? best = CharsetDetector.DetectFromBytes(sample.ToArray()).Detected;
        // What the detector knows of Western text is guesswork; where it is in doubt, Western is what most texts are.
        if (best?.EncodingName is not { } name || best.Confidence < 0.5f)
        {
            return CharsetNames.Western;
        }

        Encoding? found = CharsetNames.TryFind(name);
        return found is null or UTF8Encoding or ASCIIEncoding ? CharsetNames.Western : found;
    }

    private static bool IsValidIn(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            Encoding strict = Encoding.GetEncoding(encoding.CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
            strict.GetCharCount(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static (string Text, string Charset) As(Encoding encoding, ReadOnlySpan<byte> bytes, string culprit, List<Diagnostic> diagnostics)
    {
        Encoding marking = Encoding.GetEncoding(encoding.CodePage, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"));
        string text = marking.GetString(bytes);
        int marks = text.AsSpan().Count('\uFFFD');
        if (marks > 0 && encoding is UTF8Encoding)
        {
            marks -= OwnMarks(bytes);
        }

        if (marks > 0)
        {
            diagnostics.Add(DiagnosticCode.UndecodableBytes.For(culprit, marks, encoding.WebName));
        }

        return (text, encoding.WebName);
    }

    // U+FFFD that somebody before us wrote is in the text itself and says nothing about these bytes.
    private static int OwnMarks(ReadOnlySpan<byte> bytes) => bytes.Count("\uFFFD"u8);
}
