using Entente.Analysis.Text;

namespace Entente.Analysis.Scoring;

/// <summary>An expression of time as an annotator marked it; no value where the set gives none.</summary>
public readonly record struct GoldTime(TextSpan Span, string? Value);
