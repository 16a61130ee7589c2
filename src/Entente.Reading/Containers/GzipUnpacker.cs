using System.Buffers.Binary;
using Entente.Reading.Inputs;
using ICSharpCode.SharpZipLib.Checksum;
using ICSharpCode.SharpZipLib.Zip.Compression;

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
/// off as a whole one; SharpZipLib's does not tell a cut from damage, and drops what it had unpacked before either. Its inflater alone does
/// neither, so only the gzip around the packed blocks is read here. Bytes after the last member that begin no other are ignored, as gzip does.</remarks>
/// <param name="softLimit">Unpacked bytes after which the data may not be more than <see cref="MostExpansion"/> times the packed.</param>
internal sealed class GzipUnpacker(Stream packed, long softLimit) : ForwardStream
{
    /// <summary>Text packs 3 to 20 times; a page repeated a thousand times in a feed perhaps 100 times; a bomb 1,000 times.</summary>
    public const int MostExpansion = 200;

    // Damage loses what the inflater had made of the portion it is in, up to 32 kB were it given more.
    private const int Portion = 256;

    // A packed byte makes at most 1,032, and 32 kB of them may be waiting in the window.
    private const int MostOfNothing = 64 << 10;

    private readonly Inflater _inflater = new(noHeader: true);
    private readonly Crc32 _crc = new();
    private readonly byte[] _input = new byte[16 << 10];
    private readonly byte[] _output = new byte[32 << 10];
    private int _inputStart;
    private int _inputEnd;
    private long _bytesRead;
    private bool _inMember;
    private bool _hasEnded;
    private long _unpacked;
    private long _inflatedFrom;
    private int _ofNothing;

    /// <summary>Valid once <see cref="Read(Span{byte})"/> has returned 0.</summary>
    public GzipEnding Ending { get; private set; }

    /// <summary>What is wrong, of damaged data.</summary>
    public string Objection { get; private set; } = "";

    public override int Read(Span<byte> buffer)
    {
        while (!_hasEnded && !buffer.IsEmpty && (_inMember || TryEnterMember()))
        {
            int count = Unpack(Math.Min(buffer.Length, _output.Length));
            if (count > 0)
            {
                _output.AsSpan(0, count).CopyTo(buffer);
                _crc.Update(new ArraySegment<byte>(_output, 0, count));
                _unpacked += count;
                if (!_hasEnded && _unpacked > softLimit && _unpacked / MostExpansion > _bytesRead)
                {
                    End(GzipEnding.ExpandsTooFar);
                }

                return count;
            }

            if (!_hasEnded)
            {
                LeaveMember();
            }
        }

        return 0;
    }

    // 0 where the member's blocks end, or the whole has ended in trouble.
    private int Unpack(int most)
    {
        int count;
        while ((count = Inflate(most)) == 0 && !_hasEnded && !_inflater.IsFinished)
        {
            if (HasInput())
            {
                int portion = Math.Min(Portion, _inputEnd - _inputStart);
                _inflater.SetInput(_input, _inputStart, portion);
                _inputStart += portion;
            }
            else
            {
                End(GzipEnding.Truncated);
            }
        }

        return count;
    }

    // 0 where the inflater needs more or is finished, or the data is damaged.
    private int Inflate(int most)
    {
        long before = _inflater.TotalOut;
        try
        {
            int count = _inflater.Inflate(_output, 0, most);
            return count > 0 && CameOfNothing(count) ? 0 : count;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // It has exceptions of its own for most damage; code lengths that no code can have make its arithmetic and its tables fail.
            End(GzipEnding.Damaged, "the packed blocks make no sense");
            return (int)(_inflater.TotalOut - before);
        }
    }

    // A damaged code can have gaps. Where what it is given runs out in one, the inflater writes zeros for ever and takes nothing (tried with 1.4.2).
    private bool CameOfNothing(int count)
    {
        _ofNothing = _inflater.TotalIn == _inflatedFrom ? _ofNothing + count : 0;
        _inflatedFrom = _inflater.TotalIn;
        if (_ofNothing > MostOfNothing)
        {
            End(GzipEnding.Damaged, "the packed blocks make no sense");
        }

        return _hasEnded;
    }

    private bool TryEnterMember()
    {
        bool isFirst = _bytesRead == 0;
        Span<byte> header = stackalloc byte[10];
        int got = ReadPlain(header);
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
            _inflater.Reset();
            _crc.Reset();
            _inMember = true;
        }

        return _inMember;
    }

    private bool TrySkipHeaderFields(byte flags)
    {
        Span<byte> two = stackalloc byte[2];
        if ((flags & 4) != 0)
        {
            if (ReadPlain(two) < 2)
            {
                return false;
            }

            for (int left = BinaryPrimitives.ReadUInt16LittleEndian(two); left > 0; left--)
            {
                if (ReadPlain(two[..1]) < 1)
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
                if (ReadPlain(two[..1]) < 1)
                {
                    return false;
                }

                if (two[0] == 0)
                {
                    break;
                }
            }
        }

        return (flags & 2) == 0 || ReadPlain(two) == 2;
    }

    private void LeaveMember()
    {
        _inMember = false;
        _inputStart -= _inflater.RemainingInput;
        Span<byte> trailer = stackalloc byte[8];
        if (ReadPlain(trailer) < 8)
        {
            End(GzipEnding.Truncated);
        }
        else if (BinaryPrimitives.ReadUInt32LittleEndian(trailer) != (uint)_crc.Value || BinaryPrimitives.ReadUInt32LittleEndian(trailer[4..]) != (uint)_inflater.TotalOut)
        {
            End(GzipEnding.Damaged, "the check sum does not match");
        }
    }

    // Bytes outside the blocks; fewer than asked for only where the stream ends.
    private int ReadPlain(Span<byte> bytes)
    {
        for (int i = 0; i < bytes.Length; i++)
        {
            if (!HasInput())
            {
                return i;
            }

            bytes[i] = _input[_inputStart++];
        }

        return bytes.Length;
    }

    private bool HasInput()
    {
        if (_inputStart == _inputEnd)
        {
            (_inputStart, _inputEnd) = (0, packed.Read(_input));
            _bytesRead += _inputEnd;
        }

        return _inputStart < _inputEnd;
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
