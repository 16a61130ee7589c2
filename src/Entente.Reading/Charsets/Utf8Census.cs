using System.Buffers;
using System.Text;

namespace Entente.Reading.Charsets;

/// <summary>How far bytes are valid UTF-8: characters outside ASCII that are well formed, and places that are not.</summary>
internal readonly record struct Utf8Census(int Sequences, int Broken)
{
    public static Utf8Census Of(ReadOnlySpan<byte> bytes)
    {
        int sequences = 0;
        int broken = 0;
        while (true)
        {
            int next = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (next < 0)
            {
                return new Utf8Census(sequences, broken);
            }

            bytes = bytes[next..];
            if (Rune.DecodeFromUtf8(bytes, out _, out int length) == OperationStatus.Done)
            {
                sequences++;
            }
            else
            {
                broken++;
            }

            bytes = bytes[Math.Max(1, length)..];
        }
    }
}
