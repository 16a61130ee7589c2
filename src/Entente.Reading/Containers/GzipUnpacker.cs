using System.Buffers.Binary;
using Entente.Reading.Inputs;

namespace Entente.Reading.Containers;

/// <summary>How a gzip stream came to its end.</summary>
internal enum GzipEnding
{
    Whole,
    Truncated,
    Damaged,
    ExpandsTooFar,
}

/// <summary>Unpacks gzip (RFC 1952), one member after another, and says how it ended instead of throwing.</summary>
/// <remarks>The framework's own stream ends without a word where the data is cut short (tried with .NET 10), which would pass half a report
/// off as a whole one; and it does not say what had been unpacked before damage was met. Bytes after the last member that
/// begin no other are ignored, as gzip does.</remarks>
/// <param name="softLimit">Unpacked bytes after which the data may not be more than <see cref="MostExpansion"/> times the packed.</param>
internal sealed class GzipUnpacker(Stream packed, long softLimit) : ForwardStream
{
    /// <summary>Text packs 3 to 20 times; a page repeated a thousand times in a feed perhaps 100 times; a bomb 1,000 times.</summary>
    public const int MostExpansion = 200;

    private readonly Inflater _inflater = new(packed);
    private bool _inMember;
    private bool _hasEnded;
    private uint _crc;
    private uint _memberLength;
    private long _unpacked;

    /// <summary>Valid once <see cref="Read(Span{byte})"/> has returned 0.</summary>
    public GzipEnding Ending { get; private set; }

    /// <summary>What is wrong, of damaged data.</summary>
    public string Objection { get; private set; } = "";

    public override int Read(Span<byte> buffer)
    {
        while (!_hasEnded && !buffer.IsEmpty)
        {
            if (!_inMember && !TryEnterMember())
            {
                break;
            }

            int count = _inflater.Read(buffer);
            if (count > 0)
            {
                _crc = Crc32.Append(_crc, buffer[..count]);
                _memberLength += (uint)count;
                _unpacked += count;
                if (_unpacked > softLimit && _unpacked / MostExpansion > _inflater.BytesRead)
                {
                    End(GzipEnding.ExpandsTooFar);
                }

                return count;
            }

            if (_inflater.State == InflateState.Done)
            {
                LeaveMember();
            }
            else
            {
                End(_inflater.State == InflateState.Truncated ? GzipEnding.Truncated : GzipEnding.Damaged, "the packed blocks make no sense");
            }
        }

        return 0;
    }

    private bool TryEnterMember()
    {
        bool isFirst = _unpacked == 0 && _inflater.BytesRead == 0;
        Span<byte> header = stackalloc byte[10];
        int got = _inflater.ReadAligned(header);
        if (got == 0 && !isFirst)
        {
            End(GzipEnding.Whole);
        }
        else if (got < 2 || header[0] != 0x1F || header[1] != 0x8B)
        {
            // Padding or dirt after the last member.
            End(isFirst ? GzipEnding.Damaged : GzipEnding.Whole, "no gzip header");
        }
        else if (got < header.Length)
        {
            End(GzipEnding.Truncated);
        }
        else if (header[2] != 8)
        {
            End(GzipEnding.Damaged, "an unknown packing method");
        }
        else if (!TrySkipHeaderFields(header[3]))
        {
            End(GzipEnding.Truncated);
        }
        else
        {
            _inflater.Restart();
            _inMember = true;
            _crc = 0;
            _memberLength = 0;
        }

        return _inMember;
    }

    private bool TrySkipHeaderFields(byte flags)
    {
        Span<byte> two = stackalloc byte[2];
        if ((flags & 4) != 0)
        {
            if (_inflater.ReadAligned(two) < 2)
            {
                return false;
            }

            for (int left = BinaryPrimitives.ReadUInt16LittleEndian(two); left > 0; left--)
            {
                if (_inflater.ReadAligned(two[..1]) < 1)
                {
                    return false;
                }
            }
        }

        // File name and comment, each up to a zero byte.
        for (int field = 8; field <= 16; field <<= 1)
        {
            while ((flags & field) != 0)
            {
                if (_inflater.ReadAligned(two[..1]) < 1)
                {
                    return false;
                }

                if (two[0] == 0)
                {
                    break;
                }
            }
        }

        return (flags & 2) == 0 || _inflater.ReadAligned(two) == 2;
    }

    private void LeaveMember()
    {
        _inMember = false;
        Span<byte> trailer = stackalloc byte[8];
        if (_inflater.ReadAligned(trailer) < 8)
        {
            End(GzipEnding.Truncated);
        }
        else if (BinaryPrimitives.ReadUInt32LittleEndian(trailer) != _crc || BinaryPrimitives.ReadUInt32LittleEndian(trailer[4..]) != _memberLength)
        {
            End(GzipEnding.Damaged, "the check sum does not match");
        }
    }

    private void End(GzipEnding ending, string objection = "")
    {
        _hasEnded = true;
        Ending = ending;
        Objection = ending == GzipEnding.Damaged ? objection : "";
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            packed.Dispose();
        }

        base.Dispose(disposing);
    }
}
