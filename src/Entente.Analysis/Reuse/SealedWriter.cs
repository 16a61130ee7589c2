using System.Runtime.InteropServices;
using System.Text;

namespace Entente.Analysis.Reuse;

/// <summary>Writes values in sealed frames (see <see cref="SealedFrames"/>), in the byte order of nearly all machines, little end first.</summary>
internal sealed class SealedWriter(Stream output)
{
    private readonly byte[] _frame = new byte[SealedFrames.LargestFrame];
    private int _used;
    private ulong _seal = SealedFrames.FirstSeal;

    public void Write<T>(T value)
        where T : unmanaged => Write(MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in value)));

    public void Write<T>(ReadOnlySpan<T> values)
        where T : unmanaged => Write(MemoryMarshal.AsBytes(values));

    public void Write(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Write(bytes.Length);
        Write(bytes.AsSpan());
    }

    /// <summary>Writes what is left, and the frame without content by which the end is known.</summary>
    public void Complete()
    {
        if (_used > 0)
        {
            WriteFrame();
        }

        WriteFrame();
        output.Flush();
    }

    private void Write(Span<byte> bytes) => Write((ReadOnlySpan<byte>)bytes);

    private void Write(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            int taken = Math.Min(bytes.Length, _frame.Length - _used);
            bytes[..taken].CopyTo(_frame.AsSpan(_used));
            _used += taken;
            bytes = bytes[taken..];
            if (_used == _frame.Length)
            {
                WriteFrame();
            }
        }
    }

    private void WriteFrame()
    {
        ReadOnlySpan<byte> frame = _frame.AsSpan(0, _used);
        _seal = SealedFrames.Seal(_seal, frame);
        output.Write(BitConverter.GetBytes(_used));
        output.Write(frame);
        output.Write(BitConverter.GetBytes(_seal));
        _used = 0;
    }
}
