using System.Collections.Immutable;
using Entente.Analysis.Text;

namespace Entente.Analysis.Entities;

/// <summary>A report that names a place, by which name, and why it is taken for that place.</summary>
/// <param name="Spans">Where it does, in the order of the text.</param>
public sealed record PlaceNaming(Document Document, string Name, ImmutableArray<TextSpan> Spans, PlaceReading Reading);
