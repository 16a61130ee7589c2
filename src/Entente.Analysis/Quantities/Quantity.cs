using Entente.Analysis.Text;

namespace Entente.Analysis.Quantities;

/// <summary>A number that a text gives of something: its value, and the slot it fills where the sentence makes that clear.</summary>
/// <remarks>Values are those written, words of scale multiplied in: nothing is added up, averaged or converted. A unit is never one that the text does not name.</remarks>
/// <param name="Span">The number with its unit and the words that bound it.</param>
/// <param name="Min">The least value said; null where the lower end is open.</param>
/// <param name="Max">The greatest value said; null where the upper end is open.</param>
/// <param name="Unit">The code of <c>units.tsv</c> or <c>currencies.tsv</c>, <c>%</c>, or null for a plain number. <c>$</c> stands for a dollar of unsaid country.</param>
/// <param name="Rule">What made it a quantity of its kind, and what its slot.</param>
public sealed record Quantity(TextSpan Span, QuantityKind Kind, Qualifier Qualifier, decimal? Min, decimal? Max, string? Unit, string Rule)
{
    /// <summary>The second figure of a ratio or a score: "two of the <em>five</em>", "52-<em>48</em>".</summary>
    public decimal? Of { get; init; }

    /// <summary>The unit of time of a rate whose other side is a count or money: "ten a <em>day</em>". Of a measure it is part of the unit.</summary>
    public string? Per { get; init; }

    /// <summary>Its source: the index, in the document's attributions, of the innermost one in whose content it stands. Null where the report itself gives the number,
    /// and as long as attributions have not been looked at.</summary>
    public int? Attribution { get; init; }

    /// <summary>Null where the sentence does not make clear what is counted, or nothing is: of ordinals, scores and multiples.</summary>
    public Slot? Slot { get; init; }
}
