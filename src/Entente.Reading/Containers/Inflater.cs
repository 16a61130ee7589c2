namespace Entente.Reading.Containers;

internal enum InflateState
{
    BlockHeader,
    Stored,
    Compressed,
    Done,
    Truncated,
    Damaged,
}

/// <summary>Unpacks Deflate (RFC 1951) and knows exactly where the packed data ends, is cut short, or makes no sense.</summary>
/// <remarks>About 150 MB/s of text on one core; the memory is one window and two code tables.</remarks>
internal sealed class Inflater(Stream packed)
{
    private const int WindowSize = 32 << 10;

    private static readonly ushort[] s_lengthBase = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
    private static readonly byte[] s_lengthExtra = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
    private static readonly ushort[] s_distanceBase = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577];
    private static readonly byte[] s_distanceExtra = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];
    private static readonly byte[] s_codeLengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

    private readonly byte[] _input = new byte[16 << 10];
    private readonly byte[] _window = new byte[WindowSize];
    private readonly byte[] _lengths = new byte[288 + 32];
    private readonly HuffmanCode _literals = new();
    private readonly HuffmanCode _distances = new();
    private int _inputStart;
    private int _inputEnd;
    private bool _inputIsOver;
    private ulong _bits;
    private int _bitCount;
    private int _windowAt;
    private long _written;
    private bool _isLastBlock;
    private int _storedLeft;
    private int _copyLeft;
    private int _copyDistance;

    public InflateState State { get; private set; } = InflateState.Done;

    /// <summary>Packed bytes taken from the stream so far.</summary>
    public long BytesRead { get; private set; }

    /// <summary>Begins a new run of blocks at the present place.</summary>
    public void Restart()
    {
        State = InflateState.BlockHeader;
        _isLastBlock = false;
        _written = 0;
        _copyLeft = 0;
    }

    /// <summary>Unpacks into <paramref name="output"/>; 0 once <see cref="State"/> is Done, Truncated or Damaged.</summary>
    public int Read(Span<byte> output)
    {
        int at = 0;
        while (at < output.Length && State < InflateState.Done)
        {
            if (State == InflateState.BlockHeader)
            {
                StartBlock();
            }
            else if (State == InflateState.Stored)
            {
                at += CopyStored(output[at..]);
            }
            else
            {
                at += Decompress(output[at..]);
            }
        }

        return at;
    }

    /// <summary>Bytes outside the blocks, from the next byte boundary; fewer than asked for only where the stream ends.</summary>
    public int ReadAligned(Span<byte> output)
    {
        Drop(_bitCount & 7);
        for (int i = 0; i < output.Length; i++)
        {
            if (!Need(8))
            {
                return i;
            }

            output[i] = (byte)Take(8);
        }

        return output.Length;
    }

    private void StartBlock()
    {
        if (_isLastBlock)
        {
            State = InflateState.Done;
            return;
        }

        if (!Need(3))
        {
            State = InflateState.Truncated;
            return;
        }

        _isLastBlock = Take(1) == 1;
        State = Take(2) switch
        {
            0 => StartStored(),
            1 => StartFixed(),
            2 => StartDynamic(),
            _ => InflateState.Damaged,
        };
    }

    private InflateState StartStored()
    {
        Drop(_bitCount & 7);
        if (!Need(32))
        {
            return InflateState.Truncated;
        }

        _storedLeft = (int)Take(16);
        return (int)Take(16) == (_storedLeft ^ 0xFFFF) ? InflateState.Stored : InflateState.Damaged;
    }

    private InflateState StartFixed()
    {
        Span<byte> lengths = _lengths;
        lengths[..144].Fill(8);
        lengths[144..256].Fill(9);
        lengths[256..280].Fill(7);
        lengths[280..288].Fill(8);
        _literals.TrySet(lengths[..288]);
        // Thirty distances and two that never occur, which make the code complete.
        lengths[..32].Fill(5);
        _distances.TrySet(lengths[..32]);
        return InflateState.Compressed;
    }

    private InflateState StartDynamic()
    {
        if (!Need(14))
        {
            return InflateState.Truncated;
        }

        int literals = (int)Take(5) + 257;
        int distances = (int)Take(5) + 1;
        int codeLengths = (int)Take(4) + 4;
        if (literals > 286 || distances > 30)
        {
            return InflateState.Damaged;
        }

        Span<byte> lengths = _lengths;
        lengths[..19].Clear();
        for (int i = 0; i < codeLengths; i++)
        {
            if (!Need(3))
            {
                return InflateState.Truncated;
            }

            lengths[s_codeLengthOrder[i]] = (byte)Take(3);
        }

        if (!_literals.TrySet(lengths[..19]))
        {
            return InflateState.Damaged;
        }

        int at = 0;
        while (at < literals + distances)
        {
            int symbol = Next(_literals);
            if (symbol < 0)
            {
                return State;
            }

            if (symbol < 16)
            {
                lengths[at++] = (byte)symbol;
                continue;
            }

            (int bits, int least) = symbol switch { 16 => (2, 3), 17 => (3, 3), _ => (7, 11) };
            if (!Need(bits))
            {
                return InflateState.Truncated;
            }

            int repeat = least + (int)Take(bits);
            if ((symbol == 16 && at == 0) || at + repeat > literals + distances)
            {
                return InflateState.Damaged;
            }

            lengths.Slice(at, repeat).Fill(symbol == 16 ? lengths[at - 1] : (byte)0);
            at += repeat;
        }

        return lengths[256] != 0 && _literals.TrySet(lengths[..literals]) && _distances.TrySet(lengths.Slice(literals, distances))
            ? InflateState.Compressed
            : InflateState.Damaged;
    }

    private int CopyStored(Span<byte> output)
    {
        int at = 0;
        while (_storedLeft > 0 && at < output.Length)
        {
            if (!Need(8))
            {
                State = InflateState.Truncated;
                return at;
            }

            Put(output, ref at, (byte)Take(8));
            _storedLeft--;
        }

        if (_storedLeft == 0)
        {
            State = InflateState.BlockHeader;
        }

        return at;
    }

    private int Decompress(Span<byte> output)
    {
        int at = 0;
        while (at < output.Length)
        {
            if (_copyLeft > 0)
            {
                for (; _copyLeft > 0 && at < output.Length; _copyLeft--)
                {
                    Put(output, ref at, _window[(_windowAt - _copyDistance) & (WindowSize - 1)]);
                }

                continue;
            }

            int symbol = Next(_literals);
            if (symbol < 0)
            {
                return at;
            }

            if (symbol < 256)
            {
                Put(output, ref at, (byte)symbol);
            }
            else if (symbol == 256)
            {
                State = InflateState.BlockHeader;
                return at;
            }
            else if (!TryStartCopy(symbol - 257))
            {
                return at;
            }
        }

        return at;
    }

    private bool TryStartCopy(int lengthSymbol)
    {
        if (lengthSymbol >= s_lengthBase.Length)
        {
            State = InflateState.Damaged;
            return false;
        }

        int lengthExtra = s_lengthExtra[lengthSymbol];
        if (!Need(lengthExtra))
        {
            State = InflateState.Truncated;
            return false;
        }

        int length = s_lengthBase[lengthSymbol] + (int)Take(lengthExtra);
        int symbol = Next(_distances);
        if (symbol < 0)
        {
            return false;
        }

        if (symbol >= s_distanceBase.Length)
        {
            State = InflateState.Damaged;
            return false;
        }

        int distanceExtra = s_distanceExtra[symbol];
        if (!Need(distanceExtra))
        {
            State = InflateState.Truncated;
            return false;
        }

        _copyDistance = s_distanceBase[symbol] + (int)Take(distanceExtra);
        if (_copyDistance > _written)
        {
            State = InflateState.Damaged;
            return false;
        }

        _copyLeft = length;
        return true;
    }

    private void Put(Span<byte> output, ref int at, byte value)
    {
        output[at++] = value;
        _window[_windowAt] = value;
        _windowAt = (_windowAt + 1) & (WindowSize - 1);
        _written++;
    }

    // The next symbol, or −1 with State set.
    private int Next(HuffmanCode code)
    {
        Need(15);
        int symbol = code.Decode(_bits, _bitCount, out int length);
        if (symbol < 0)
        {
            State = _inputIsOver && _bitCount < 15 ? InflateState.Truncated : InflateState.Damaged;
            return -1;
        }

        Drop(length);
        return symbol;
    }

    private bool Need(int count)
    {
        while (_bitCount < count)
        {
            if (_inputStart == _inputEnd)
            {
                if (_inputIsOver)
                {
                    return false;
                }

                (_inputStart, _inputEnd) = (0, packed.Read(_input));
                BytesRead += _inputEnd;
                if (_inputEnd == 0)
                {
                    _inputIsOver = true;
                    return false;
                }
            }

            _bits |= (ulong)_input[_inputStart++] << _bitCount;
            _bitCount += 8;
        }

        return true;
    }

    private ulong Take(int count)
    {
        ulong taken = _bits & ((1UL << count) - 1);
        Drop(count);
        return taken;
    }

    private void Drop(int count)
    {
        _bits >>= count;
        _bitCount -= count;
    }
}
