using Entente.Analysis.Text;
using Entente.Analysis.Times;

namespace Entente.Analysis.Quantities;

/// <summary>What a quantity is the value of: the thing counted or measured and what is said of it, where and when. Mentions with one slot can be compared.</summary>
/// <remarks>Every part is null where the sentence does not give it. A noun or a predicate is always there.</remarks>
/// <param name="Noun">The head of what is counted or measured; a name is whole.</param>
/// <param name="NounPhrase">The same with its modifiers in front, the number left out.</param>
/// <param name="Predicate">The word that is said of it.</param>
/// <param name="PredicateLemma">As a dictionary lists it: "deploy" for "deployed".</param>
/// <param name="Place">The named place that the sentence gives for it, nearest in the tree first.</param>
/// <param name="AsOf">The expression of time at the predicate or the noun.</param>
public sealed record Slot(TextSpan? Noun, TextSpan? NounPhrase, string? NounLemma, TextSpan? Predicate, string? PredicateLemma, TextSpan? Place, TimeExpression? AsOf);
