namespace Entente.Analysis.Quantities;

/// <summary>A quantity as its own words give it, before the tree is asked what it is a quantity of. Places are tokens of the document.</summary>
internal record struct ScannedQuantity
{
    public const int None = -1;

    public ScannedQuantity()
    {
    }

    /// <summary>With the words that bound it.</summary>
    public int First { get; set; }

    public int End { get; set; }

    /// <summary>The number and its unit alone.</summary>
    public int CoreFirst { get; set; }

    public int CoreEnd { get; set; }

    public QuantityKind Kind { get; set; }

    public Qualifier Qualifier { get; set; }

    public decimal? Min { get; set; }

    public decimal? Max { get; set; }

    public decimal? Of { get; set; }

    public string? Unit { get; set; }

    public string? Per { get; set; }

    /// <summary>The last token of whom the words themselves make the bearer: "Lind, 45,".</summary>
    public int Bearer { get; set; } = None;

    /// <summary>Whether it gives the one before again, in brackets behind it.</summary>
    public bool Restates { get; set; }

    public string Rule { get; set; } = "";

    /// <summary>Whether the tree can tell what it is a quantity of.</summary>
    public readonly bool MayFillSlot => Bearer == None && Kind is not (QuantityKind.Ordinal or QuantityKind.Score or QuantityKind.Multiple);
}
