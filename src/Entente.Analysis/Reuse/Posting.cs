using System.Runtime.InteropServices;

namespace Entente.Analysis.Reuse;

/// <summary>A text holds a fingerprint at a word.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct Posting
{
    public const int ContextBits = 16;

    private const uint RepeatedBit = 1u << 31;
    private const uint LastBit = 1u << 30;

    /// <summary>The upper 48 bits of the fingerprint's hash, and below them its context.</summary>
    public ulong KeyAndContext;

    public int Text;

    // Its two highest bits say something else.
    public uint Place;

    /// <summary>The posting before it in its bucket, or −1.</summary>
    public int Next;

    public readonly ulong Key => KeyAndContext >> ContextBits;

    public readonly ushort Context => (ushort)KeyAndContext;

    public readonly int Word => (int)(Place & ~(RepeatedBit | LastBit));

    /// <summary>Whether an earlier text of the same series holds the fingerprint: then it does not count against the limit.</summary>
    public bool IsRepeated
    {
        readonly get => (Place & RepeatedBit) != 0;
        set => Place = value ? Place | RepeatedBit : Place & ~RepeatedBit;
    }

    /// <summary>Whether as many texts as are ever compared hold the fingerprint, so that none is added behind this one.</summary>
    public bool IsLast
    {
        readonly get => (Place & LastBit) != 0;
        set => Place = value ? Place | LastBit : Place & ~LastBit;
    }

    public static Posting From(Fingerprint fingerprint, int text, bool isRepeated) => new()
    {
        KeyAndContext = (fingerprint.Hash >> ContextBits << ContextBits) | fingerprint.Context,
        Text = text,
        Place = (uint)fingerprint.Word,
        IsRepeated = isRepeated,
    };
}
