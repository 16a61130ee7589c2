using System.Numerics;
using System.Runtime.InteropServices;

namespace Entente.Analysis.Reuse;

/// <summary>What a saved index is made of: frames of at most a mebibyte, each with its length before it and a checksum behind it.</summary>
/// <remarks>
/// The checksum of a frame goes on from that of the frame before, so a frame lost, doubled or moved is noticed like a changed byte. It guards against
/// accidents, not against a forger. Nothing of a frame is believed before its checksum is right, and no more is allocated than has been read.
/// </remarks>
internal static class SealedFrames
{
    public const int LargestFrame = 1 << 20;

    public const ulong FirstSeal = 0x9E3779B97F4A7C15;

    /// <summary>A 64-bit multiply-and-rotate hash, eight bytes a step.</summary>
    public static ulong Seal(ulong before, ReadOnlySpan<byte> frame)
    {
        ulong hash = before ^ (ulong)frame.Length;
        ReadOnlySpan<ulong> whole = MemoryMarshal.Cast<byte, ulong>(frame);
        foreach (ulong eight in whole)
        {
            hash = BitOperations.RotateLeft((hash ^ eight) * 0xFF51AFD7ED558CCD, 29);
        }

        foreach (byte one in frame[(whole.Length * sizeof(ulong))..])
        {
            hash = BitOperations.RotateLeft((hash ^ one) * 0xC4CEB9FE1A85EC53, 29);
        }

        return Text.WordHash.Mix(hash);
    }
}
