using Entente.Analysis.Text;

namespace Entente.Analysis.Times;

/// <summary>One place in a report that names a time.</summary>
/// <param name="Sentence">The sentence it stands in.</param>
public sealed record TimelineMention(Document Document, TimeExpression Time, TextSpan Sentence);
