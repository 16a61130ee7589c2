using System.Collections.Immutable;
using Entente.Analysis.Text;

namespace Entente.Analysis.Attributions;

/// <summary>One report's words for who spoke a quotation.</summary>
/// <param name="Attribution">Index in that document's attributions.</param>
/// <param name="Words">The words of the source: a name, "the minister", "she".</param>
/// <param name="Spans">Where they stand.</param>
/// <param name="Resolved">Whom the same report means by them, where they are a pronoun or a role that it resolves; else null.</param>
public sealed record SpeakerMention(string Document, int Attribution, SourceKind Kind, string Words, ImmutableArray<TextSpan> Spans, string? Resolved)
{
    /// <summary>The words that the name is read from.</summary>
    internal string Naming => Resolved ?? Words;
}
