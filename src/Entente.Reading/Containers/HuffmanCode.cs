namespace Entente.Reading.Containers;

/// <summary>A canonical Huffman code of Deflate (RFC 1951, 3.2.2): a table for codes up to 9 bits, counting for the longer ones.</summary>
internal sealed class HuffmanCode
{
    private const int LongestCode = 15;
    private const int TableBits = 9;

    private readonly ushort[] _table = new ushort[1 << TableBits];
    private readonly ushort[] _counts = new ushort[LongestCode + 1];
    private readonly ushort[] _symbols = new ushort[288];

    /// <summary>Sets the code up from its lengths; false when no prefix code has them.</summary>
    /// <remarks>An incomplete code is accepted only with a single symbol or none, as zlib does.</remarks>
    public bool TrySet(ReadOnlySpan<byte> lengths)
    {
        Array.Clear(_counts);
        Array.Clear(_table);
        foreach (byte length in lengths)
        {
            _counts[length]++;
        }

        int used = lengths.Length - _counts[0];
        int left = 1;
        for (int length = 1; length <= LongestCode; length++)
        {
            left = (left << 1) - _counts[length];
            if (left < 0)
            {
                return false;
            }
        }

        if (left > 0 && (used > 1 || (used == 1 && _counts[1] != 1)))
        {
            return false;
        }

        Span<int> offsets = stackalloc int[LongestCode + 2];
        Span<int> nextCodes = stackalloc int[LongestCode + 2];
        for (int length = 1; length <= LongestCode; length++)
        {
            offsets[length + 1] = offsets[length] + _counts[length];
            nextCodes[length + 1] = (nextCodes[length] + _counts[length]) << 1;
        }

        for (int symbol = 0; symbol < lengths.Length; symbol++)
        {
            int length = lengths[symbol];
            if (length == 0)
            {
                continue;
            }

            _symbols[offsets[length]++] = (ushort)symbol;
            int code = nextCodes[length]++;
            if (length <= TableBits)
            {
                // Codes are packed from their highest bit, all else from the lowest.
                int reversed = 0;
                for (int bit = 0; bit < length; bit++)
                {
                    reversed |= ((code >> bit) & 1) << (length - 1 - bit);
                }

                for (int slot = reversed; slot < _table.Length; slot += 1 << length)
                {
                    _table[slot] = (ushort)((symbol << 4) | length);
                }
            }
        }

        _counts[0] = 0;
        return true;
    }

    /// <summary>The symbol at the low end of <paramref name="bits"/> and its length; −1 when they are the beginning of none.</summary>
    /// <param name="available">How many of the bits are real.</param>
    public int Decode(ulong bits, int available, out int length)
    {
        int entry = _table[(int)bits & ((1 << TableBits) - 1)];
        length = entry & 15;
        if (length != 0)
        {
            return length <= available ? entry >> 4 : -1;
        }

        int code = 0;
        int first = 0;
        int index = 0;
        for (length = 1; length <= LongestCode && length <= available; length++)
        {
            code |= (int)(bits & 1);
            bits >>= 1;
            int count = _counts[length];
            if (code - count < first)
            {
                return _symbols[index + code - first];
            }

            index += count;
            first = (first + count) << 1;
            code <<= 1;
        }

        return -1;
    }
}
