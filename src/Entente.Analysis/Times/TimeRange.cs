using Entente.Analysis.Text;

namespace Entente.Analysis.Times;

/// <summary>Two expressions that are the ends of one stretch of time: "from 3 to 5 May", "between 1990 and 1995", "2015–16".</summary>
/// <param name="Start">Index of the expression that it begins with.</param>
/// <param name="End">Index of the expression that it ends with.</param>
/// <param name="Span">From the word that opens it, such as "from", if there is one, to the end of the second expression.</param>
public sealed record TimeRange(int Start, int End, TextSpan Span);
