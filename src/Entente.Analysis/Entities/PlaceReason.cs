namespace Entente.Analysis.Entities;

/// <summary>Why a name is taken for a place, or for none.</summary>
public enum PlaceReason : byte
{
    /// <summary>No table has the name.</summary>
    Unknown,
    /// <summary>A region of that name is known, and not where it is.</summary>
    NoPosition,
    Country,
    /// <summary>The tables have one place of the name.</summary>
    OnlyOne,
    /// <summary>The tables spell it otherwise, as names from other alphabets are, and a report names the country.</summary>
    Spelling,
    /// <summary>The report writes the region or country behind the name: "Perth, Ontario".</summary>
    Written,
    /// <summary>The report names the country of this one and of no other.</summary>
    NamedInReport,
    /// <summary>Another report of the pile does.</summary>
    NamedInPile,
    /// <summary>Nothing in the reports tells them apart; this one is a capital.</summary>
    Capital,
    /// <summary>Nothing in the reports tells them apart; this one has most people.</summary>
    Largest,
}
