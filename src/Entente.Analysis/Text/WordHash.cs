namespace Entente.Analysis.Text;

/// <summary>Words as 64-bit numbers, so that comparing millions of them allocates nothing.</summary>
/// <remarks>A billion different words would be needed for a likely collision, and one collision cannot make a passage of twelve words.</remarks>
internal static class WordHash
{
    /// <summary>Of no letter yet; a letter after another is put to it with <see cref="Append"/>, and <see cref="Mix"/> ends the word.</summary>
    public const ulong Empty = 14695981039346656037;

    /// <summary>Of a word given in two pieces.</summary>
    public static ulong Of(ReadOnlySpan<char> stem, ReadOnlySpan<char> ending = default)
    {
        ulong hash = Empty;
        foreach (char c in stem)
        {
            hash = Append(hash, c);
        }

        foreach (char c in ending)
        {
            hash = Append(hash, c);
        }

        return Mix(hash);
    }

    // FNV-1a over UTF-16 units; the mixing after it is there because winnowing needs every bit to be good.
    public static ulong Append(ulong hash, uint letter) => (hash ^ letter) * 1099511628211;

    /// <summary>Spreads every bit of <paramref name="hash"/> over all of them (the finaliser of MurmurHash3).</summary>
    public static ulong Mix(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCD;
        hash = (hash ^ (hash >> 33)) * 0xC4CEB9FE1A85EC53;
        return hash ^ (hash >> 33);
    }
}
