using Entente.Reading.Inputs;

namespace Entente.Tests.Reading;

/// <summary>The same bytes over and over: a file of any size that takes no room.</summary>
internal sealed class RepeatedStream(byte[] unit, long times) : ForwardStream
{
    private readonly long _length = unit.Length * times;
    private long _at;

    public override int Read(Span<byte> buffer)
    {
        int filled = 0;
        while (filled < buffer.Length && _at < _length)
        {
            ReadOnlySpan<byte> part = unit.AsSpan((int)(_at % unit.Length));
            part = part[..Math.Min(part.Length, buffer.Length - filled)];
            part.CopyTo(buffer[filled..]);
            filled += part.Length;
            _at += part.Length;
        }

        return filled;
    }
}
