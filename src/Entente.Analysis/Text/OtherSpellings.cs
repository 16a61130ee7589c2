namespace Entente.Analysis.Text;

/// <summary>Tells most words that have no other spelling at once, without looking for the word: a Bloom filter over whole words and over endings.</summary>
internal sealed class OtherSpellings
{
    // Two filters of 4 kB: one word in sixty is looked for in vain.
    private const int Bits = 1 << 15;
    private const int Letters = 4;
    private const int ShortestEnded = 5;
    private const ulong Spread = 0x9E3779B97F4A7C15;

    private readonly ulong[] _words = new ulong[Bits / 64];
    private readonly ulong[] _endings = new ulong[Bits / 64];

    /// <param name="spellings">Whole words, and endings with a hyphen before them.</param>
    public OtherSpellings(IEnumerable<string> spellings)
    {
        foreach (string spelling in spellings)
        {
            if (spelling[0] != '-')
            {
                Set(_words, WordHash.Of(spelling));
            }
            else if (spelling.Length > Letters)
            {
                Set(_endings, Last(spelling));
            }
            else if (spelling.Length == Letters)
            {
                // Three letters; anything may stand before them.
                foreach (char before in "0123456789abcdefghijklmnopqrstuvwxyz")
                {
                    Set(_endings, Last(before + spelling[1..]));
                }
            }
            else
            {
                throw new InvalidDataException($"the ending {spelling} is shorter than three letters");
            }
        }
    }

    /// <param name="hash">Of the word.</param>
    /// <param name="last">Its last four letters, small, 16 bits each.</param>
    public bool MayHave(ulong hash, ulong last, int length)
        => IsSet(_words, hash) || (length >= ShortestEnded && IsSet(_endings, last * Spread));

    private static ulong Last(string word)
    {
        ulong last = 0;
        foreach (char letter in word)
        {
            last = (last << 16) | letter;
        }

        return last * Spread;
    }

    private static void Set(ulong[] filter, ulong hash) => filter[hash >> 55] |= 1UL << (int)(hash >> 49);

    private static bool IsSet(ulong[] filter, ulong hash) => (filter[hash >> 55] & (1UL << (int)(hash >> 49))) != 0;
}
