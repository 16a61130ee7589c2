using System.Runtime.InteropServices;
using System.Text;

namespace Entente.Analysis.Reuse;

/// <summary>Reads what <see cref="SealedWriter"/> wrote.</summary>
/// <remarks>Throws <see cref="InvalidDataException"/> with a reason in plain words where the bytes are not as they were written.</remarks>
internal sealed class SealedReader(Stream input)
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private byte[] _frame = [];
    private int _length;
    private int _used;
    private ulong _seal = SealedFrames.FirstSeal;
    private byte[] _piece = [];

    public T Read<T>()
        where T : unmanaged
    {
        T value = default;
        Fill(MemoryMarshal.AsBytes(new Span<T>(ref value)));
        return value;
    }

    public int ReadCount()
    {
        int count = Read<int>();
        return count >= 0 ? count : throw new InvalidDataException("a number of things is below nought");
    }

    /// <summary>Values that are good until the next call; memory grows only as they arrive.</summary>
    public ReadOnlySpan<T> Read<T>(int count)
        where T : unmanaged
    {
        int size = Marshal.SizeOf<T>();
        long wanted = (long)count * size;
        int read = 0;
        while (read < wanted)
        {
            int next = (int)Math.Min(wanted - read, SealedFrames.LargestFrame);
            if (_piece.Length < read + next)
            {
                Array.Resize(ref _piece, Math.Max(read + next, (int)Math.Min(2L * _piece.Length, wanted)));
            }

            Fill(_piece.AsSpan(read, next));
            read += next;
        }

        return MemoryMarshal.Cast<byte, T>(_piece.AsSpan(0, read));
    }

    public string ReadString()
    {
        try
        {
            return s_strict.GetString(Read<byte>(ReadCount()));
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidDataException("a name is not UTF-8");
        }
    }

    public void ExpectEnd()
    {
        if (_used < _length || NextFrame())
        {
            throw new InvalidDataException("it goes on behind its end");
        }
    }

    private void Fill(Span<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            if (_used == _length && !NextFrame())
            {
                throw new InvalidDataException("it ends early");
            }

            int taken = Math.Min(bytes.Length, _length - _used);
            _frame.AsSpan(_used, taken).CopyTo(bytes);
            _used += taken;
            bytes = bytes[taken..];
        }
    }

    private bool NextFrame()
    {
        Span<byte> number = stackalloc byte[sizeof(ulong)];
        FillFromInput(number[..sizeof(int)]);
        int length = BitConverter.ToInt32(number);
        if (length is < 0 or > SealedFrames.LargestFrame)
        {
            throw new InvalidDataException("a frame has an impossible length");
        }

        if (_frame.Length < length)
        {
            _frame = new byte[length];
        }

        FillFromInput(_frame.AsSpan(0, length));
        FillFromInput(number);
        _seal = SealedFrames.Seal(_seal, _frame.AsSpan(0, length));
        if (BitConverter.ToUInt64(number) != _seal)
        {
            throw new InvalidDataException("a checksum is wrong");
        }

        (_length, _used) = (length, 0);
        return length > 0;
    }

    private void FillFromInput(Span<byte> bytes)
    {
        if (input.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
        {
            throw new InvalidDataException("it ends early");
        }
    }
}
