using Entente.Analysis.Text;

namespace Entente.Analysis.Attributions;

/// <summary>A difference between two wordings: what stands on either side and where; an empty side has an empty span at the place.</summary>
public sealed record WordEdit(EditKind Kind, bool MeaningBearing, string From, string To, TextSpan FromSpan, TextSpan ToSpan);
