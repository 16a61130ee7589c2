using System.Security.Cryptography;

namespace Entente.Reading.Inputs;

/// <summary>Takes the SHA-256 of what is read through it, so that a file's hash is that of the bytes as they lie on disk, packed or not.</summary>
internal sealed class HashingStream(Stream inner) : ForwardStream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public long BytesRead { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        int count = inner.Read(buffer);
        _hash.AppendData(buffer[..count]);
        BytesRead += count;
        return count;
    }

    /// <summary>Reads what is left and returns the hash of it all.</summary>
    public string Finish()
    {
        byte[] rest = new byte[16 << 10];
        while (Read(rest) > 0)
        {
        }

        return Convert.ToHexStringLower(_hash.GetHashAndReset());
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _hash.Dispose();
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
