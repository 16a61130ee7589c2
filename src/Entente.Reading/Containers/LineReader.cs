namespace Entente.Reading.Containers;

/// <summary>Cuts a stream of bytes into lines and never holds more of one than the limit.</summary>
internal sealed class LineReader(Stream stream, long limit)
{
    private readonly byte[] _buffer = new byte[64 << 10];
    private int _start;
    private int _end;

    /// <summary>1-based number of the line last read.</summary>
    public int Number { get; private set; }

    /// <summary>Whether the line last read was over the limit; it is then returned empty.</summary>
    public bool WasTooLong { get; private set; }

    /// <summary>Whether a line end stood after the line last read, and not the end of the stream.</summary>
    public bool WasEnded { get; private set; }

    /// <summary>The next line without its end, or null at the end of the stream.</summary>
    public byte[]? Read()
    {
        MemoryStream? line = null;
        long length = 0;
        WasTooLong = false;
        while (true)
        {
            if (_start == _end)
            {
                (_start, _end) = (0, stream.Read(_buffer));
                if (_end == 0)
                {
                    if (length == 0)
                    {
                        return null;
                    }

                    Number++;
                    WasEnded = false;
                    return WasTooLong ? [] : Finish(line, []);
                }
            }

            ReadOnlySpan<byte> held = _buffer.AsSpan(_start, _end - _start);
            int newline = held.IndexOf((byte)'\n');
            ReadOnlySpan<byte> part = newline < 0 ? held : held[..newline];
            _start += newline < 0 ? part.Length : part.Length + 1;
            length += part.Length;
            if (length > limit)
            {
                WasTooLong = true;
                line = null;
            }

            if (newline >= 0)
            {
                Number++;
                WasEnded = true;
                return WasTooLong ? [] : Finish(line, part);
            }

            if (!WasTooLong)
            {
                (line ??= new MemoryStream(part.Length)).Write(part);
            }
        }
    }

    private static byte[] Finish(MemoryStream? line, ReadOnlySpan<byte> last)
    {
        if (line is not null)
        {
            line.Write(last);
            last = line.GetBuffer().AsSpan(0, (int)line.Length);
        }

        return (last is [.., (byte)'\r'] ? last[..^1] : last).ToArray();
    }
}
