using Entente.Reading.Inputs;

namespace Entente.Tests.Reading;

/// <summary>Several streams, one after another.</summary>
internal sealed class ChainedStream(params Stream[] parts) : ForwardStream
{
    private int _part;

    public override int Read(Span<byte> buffer)
    {
        while (_part < parts.Length)
        {
            int count = parts[_part].Read(buffer);
            if (count > 0)
            {
                return count;
            }

            _part++;
        }

        return 0;
    }
}
