namespace Entente.Analysis.Reuse;

/// <summary>A chosen five-word run of a text: its hash and the word it starts at.</summary>
/// <param name="Context">Eight bits for the four words before the run, and above them eight for the four behind it.</param>
internal readonly record struct Fingerprint(ulong Hash, int Word, ushort Context = 0) : IComparable<Fingerprint>
{
    public int CompareTo(Fingerprint other) => Hash != other.Hash ? Hash.CompareTo(other.Hash) : Word.CompareTo(other.Word);

    /// <summary>Whether the four words before both, or the four behind both, may be the same: so it is wherever twelve words in a row are.</summary>
    public static bool MayGoOn(ushort context, ushort other) => (byte)context == (byte)other || context >> 8 == other >> 8;
}
