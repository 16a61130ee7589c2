using System.Text;

namespace Entente.Reading.Charsets;

/// <summary>Knows UTF-16 without a byte order mark by its zero bytes: nearly all at even places, or nearly all at odd ones.</summary>
internal static class UnmarkedUtf16
{
    public static Encoding? TryTell(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> head = bytes[..Math.Min(bytes.Length, 4096)];
        if (head.Length < 4 || !head.Contains((byte)0))
        {
            return null;
        }

        int even = 0;
        int odd = 0;
        for (int i = 0; i < head.Length; i++)
        {
            if (head[i] == 0)
            {
                _ = (i & 1) == 0 ? even++ : odd++;
            }
        }

        // Spaces, digits and mark-up have a zero byte in every script, so one unit in five has one even in Chinese or Russian.
        bool enough = (even + odd) * 10 >= head.Length;
        return !enough ? null
            : even * 20 <= odd ? Encoding.Unicode
            : odd * 20 <= even ? Encoding.BigEndianUnicode
            : null;
    }
}
