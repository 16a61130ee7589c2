namespace Entente.Reading.Inputs;

/// <summary>A forward-only stream whose beginning can be looked at before it is read.</summary>
internal sealed class PeekStream(Stream inner) : ForwardStream
{
    private byte[] _head = [];
    private int _start;
    private int _end;

    /// <summary>Up to <paramref name="count"/> of the bytes to come; fewer only where the stream ends.</summary>
    public ReadOnlySpan<byte> Peek(int count)
    {
        if (_end - _start < count)
        {
            byte[] head = new byte[count];
            _head.AsSpan(_start, _end - _start).CopyTo(head);
            (_end, _start) = (_end - _start, 0);
            _head = head;
            _end += inner.ReadAtLeast(head.AsSpan(_end), count - _end, throwOnEndOfStream: false);
        }

        return _head.AsSpan(_start, Math.Min(count, _end - _start));
    }

    public override int Read(Span<byte> buffer)
    {
        if (_start == _end)
        {
            return inner.Read(buffer);
        }

        int count = Math.Min(buffer.Length, _end - _start);
        _head.AsSpan(_start, count).CopyTo(buffer);
        _start += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
