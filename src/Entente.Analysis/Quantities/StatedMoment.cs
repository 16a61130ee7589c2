using Entente.Analysis.Text;

namespace Entente.Analysis.Quantities;

/// <summary>An expression of time in a text.</summary>
/// <param name="Value">The moment or interval meant, as ISO 8601; null where it is not known, as of "Friday" in an undated text.</param>
public readonly record struct StatedMoment(TextSpan Span, string? Value);
