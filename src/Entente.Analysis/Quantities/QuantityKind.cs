namespace Entente.Analysis.Quantities;

/// <summary>What a number in a text is a number of.</summary>
public enum QuantityKind : byte
{
    /// <summary>Of things: "150 soldiers".</summary>
    Count,

    Money,

    Percent,

    /// <summary>A difference between percentages: "two percentage points", "25 basis points".</summary>
    Points,

    /// <summary>Of a unit: "80 metres", "for three hours".</summary>
    Measure,

    /// <summary>Of a person, an animal, a thing: "aged 45".</summary>
    Age,

    /// <summary>A place in a row, never a count: "the 16th".</summary>
    Ordinal,

    /// <summary>A part of so many: "two of the five", "one in three", "half of".</summary>
    Ratio,

    /// <summary>A result or a balance of two figures: "52-48".</summary>
    Score,

    /// <summary>So many times as much: "ten times the size".</summary>
    Multiple,
}
