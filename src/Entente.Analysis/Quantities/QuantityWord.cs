namespace Entente.Analysis.Quantities;

/// <summary>What a word beside a number says of it: the classes of <c>quantity-words.tsv</c>. A word may be of several.</summary>
[Flags]
internal enum QuantityWord : ushort
{
    None = 0,
    Month = 1,
    Numbered = 2,
    Street = 4,
    Clock = 8,
    Placing = 16,
    PlacingBefore = 32,
    Score = 64,
    State = 128,
    Extent = 256,
    Change = 512,
    Raising = 1024,
    Place = 2048,
    In = 4096,
    Amounting = 8192,
    Sending = 16384,
    Person = 32768,
}
