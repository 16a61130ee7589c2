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

        // Spaces, stops and digits have a zero byte in every alphabet: one unit in ten at the least.
        bool isLittle = even * 20 <= odd;
        if ((even + odd) * 20 < head.Length || (!isLittle && odd * 20 > even))
        {
            return null;
        }

        // An alphabet lies in one block or two of 256, so that the high bytes are nearly all the same; those of numbers are not.
        Span<int> counts = stackalloc int[256];
        for (int i = isLittle ? 1 : 0; i < head.Length; i += 2)
        {
            counts[head[i]]++;
        }

        int most = counts[1..].IndexOf(Max(counts[1..])) + 1;
        return (counts[0] + counts[most]) * 10 >= head.Length / 2 * 9 ? isLittle ? Encoding.Unicode : Encoding.BigEndianUnicode : null;
    }

    private static int Max(ReadOnlySpan<int> counts)
    {
        int max = 0;
        foreach (int count in counts)
        {
            max = Math.Max(max, count);
        }

        return max;
    }
}
