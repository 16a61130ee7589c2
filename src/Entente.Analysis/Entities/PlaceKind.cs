namespace Entente.Analysis.Entities;

/// <summary>How large a thing the name of a place names.</summary>
public enum PlaceKind : byte
{
    Country,
    /// <summary>A state, province or district of a country.</summary>
    Region,
    City,
}
