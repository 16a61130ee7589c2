using Entente.Analysis.Text;

namespace Entente.Reading;

/// <summary>Limits and knowledge that reading works with.</summary>
public sealed record ReadingOptions
{
    public static ReadingOptions Default { get; } = new();

    /// <summary>Largest file, after unpacking, that is read whole (HTML, text, mail, feed). 1 MiB to 1 GiB. Streams (JSON Lines, WARC) have no limit but this one for each record.</summary>
    public long MaxBytes { get; init; } = 64L << 20;

    /// <summary>Characters of one report that are kept. 10,000 to 100 million.</summary>
    public int MaxCharacters { get; init; } = 4_000_000;

    /// <summary>Nesting of HTML elements or XML that is followed; deeper content is read flat. 32 to 4,096.</summary>
    public int MaxDepth { get; init; } = 256;

    public OutletRegister Outlets { get; init; } = OutletRegister.Shipped;

    /// <exception cref="ArgumentOutOfRangeException">A limit is outside its range.</exception>
    internal ReadingOptions Validated()
    {
        ThrowIfOutside(MaxBytes, 1 << 20, 1 << 30, nameof(MaxBytes));
        ThrowIfOutside(MaxCharacters, 10_000, 100_000_000, nameof(MaxCharacters));
        ThrowIfOutside(MaxDepth, 32, 4_096, nameof(MaxDepth));
        return this;
    }

    private static void ThrowIfOutside(long value, long least, long most, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, most, name);
    }
}
