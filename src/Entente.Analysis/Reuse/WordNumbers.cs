namespace Entente.Analysis.Reuse;

/// <summary>Numbers the different words of an index, so that a word takes four bytes and equal numbers mean equal words.</summary>
/// <remarks>
/// An open-addressing table from 64-bit word hash to number. It doubles when half full: with a million words once for some
/// milliseconds, and texts of a language rarely bring new words by then.
/// </remarks>
internal sealed class WordNumbers
{
    /// <summary>No word of the index.</summary>
    public const uint Unknown = uint.MaxValue;

    private Slot[] _slots = new Slot[64];
    private ulong[] _hashes = new ulong[32];

    private struct Slot
    {
        public ulong Hash;
        public uint NumberPlusOne;
    }

    public int Count { get; private set; }

    public ulong HashOf(uint number) => _hashes[number];

    public ReadOnlySpan<ulong> Hashes => _hashes.AsSpan(0, Count);

    public uint Find(ulong hash) => _slots[SlotOf(hash)].NumberPlusOne - 1;

    public uint Add(ulong hash)
    {
        ref Slot slot = ref _slots[SlotOf(hash)];
        if (slot.NumberPlusOne != 0)
        {
            return slot.NumberPlusOne - 1;
        }

        if (Count == _hashes.Length)
        {
            Array.Resize(ref _hashes, 2 * Count);
            Slot[] old = _slots;
            _slots = new Slot[2 * old.Length];
            foreach (Slot full in old)
            {
                if (full.NumberPlusOne != 0)
                {
                    _slots[SlotOf(full.Hash)] = full;
                }
            }

            slot = ref _slots[SlotOf(hash)];
        }

        _hashes[Count] = hash;
        slot = new Slot { Hash = hash, NumberPlusOne = (uint)++Count };
        return slot.NumberPlusOne - 1;
    }

    /// <summary>Where a word is, or would be put.</summary>
    private int SlotOf(ulong hash)
    {
        int mask = _slots.Length - 1;
        int at = (int)hash & mask;
        while (_slots[at].NumberPlusOne != 0 && _slots[at].Hash != hash)
        {
            at = (at + 1) & mask;
        }

        return at;
    }
}
