namespace Entente.Tools.TrainSyntax;

/// <summary>Seeded random numbers that are the same on every platform and release (SplitMix64, Steele et al. 2014).</summary>
internal sealed class Randomness(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        ulong z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>In [0, 1).</summary>
    public float Fraction() => (Next() >> 40) * (1f / (1 << 24));

    public int Below(int bound) => (int)((Next() >> 33) % (ulong)bound);

    public void Shuffle<T>(Span<T> items)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            int j = Below(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    /// <summary>Each 0 with the given chance, else what keeps the mean at 1.</summary>
    public void Drop(Span<float> mask, float chance)
    {
        float kept = 1 / (1 - chance);
        uint bound = (uint)(chance * 65536);
        int i = 0;
        while (i < mask.Length)
        {
            ulong bits = Next();
            for (int piece = 0; piece < 4 && i < mask.Length; piece++, bits >>= 16)
            {
                mask[i++] = (bits & 0xFFFF) < bound ? 0 : kept;
            }
        }
    }
}
