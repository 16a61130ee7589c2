using Entente.Analysis.Text;

namespace Entente.Analysis.Attributions;

/// <summary>The fuller mention of a source elsewhere in its document, and what joins the two.</summary>
/// <param name="Reason"><c>pronoun</c>, <c>relative-pronoun</c>, <c>surname</c> or <c>role</c>.</param>
public sealed record SourceMention(TextSpan Mention, string Reason);
