using Entente.Analysis.Quantities;

namespace Entente.Analysis.Scoring;

/// <summary>A marked quantity beside the one found for it; either may be missing.</summary>
/// <param name="PlaceRight">Whether the place is a marked one, or rightly none.</param>
public readonly record struct QuantityVerdict(GoldQuantity? Gold, Quantity? Found, bool ValueRight, bool FrameExact, bool PlaceRight, bool TimeRight);
