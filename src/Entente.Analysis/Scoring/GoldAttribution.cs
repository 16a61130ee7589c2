using System.Collections.Immutable;
using Entente.Analysis.Text;

namespace Entente.Analysis.Scoring;

/// <summary>An attribution as annotators marked it. <paramref name="Source"/> is empty where the text states none.</summary>
public sealed record GoldAttribution(ImmutableArray<TextSpan> Source, ImmutableArray<TextSpan> Cue, ImmutableArray<TextSpan> Content);
