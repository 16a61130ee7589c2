using System.Collections.Immutable;
using Entente.Analysis.Text;

namespace Entente.Analysis.Tracing;

/// <summary>A stretch of a report's text, one span for each paragraph: a passage that the other has too, or what stands in this one alone.</summary>
/// <param name="Passage">Number of the passage; null for what stands in this report alone.</param>
public sealed record TextPiece(int? Passage, ImmutableArray<TextSpan> Spans, int Words);
