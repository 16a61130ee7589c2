namespace Entente.Bench.Reuse;

/// <summary>Random numbers that are the same on every machine (SplitMix64: Steele, Lea and Flood 2014).</summary>
internal struct SplitMix(ulong seed)
{
    // Mixed once, or the numbers of neighbouring seeds would be the same ones, one step apart.
    private ulong _state = Mix(seed);

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        return Mix(_state);
    }

    public int Next(int below) => (int)(((Next() >> 32) * (ulong)below) >> 32);

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
