using System.Collections.Immutable;
using Entente.Analysis.Text;

namespace Entente.Analysis.Attributions;

public enum AttributionMode
{
    /// <summary>Verbatim: a quotation that stands as a sentence of its own.</summary>
    Direct,
    /// <summary>A quoted part inside the reporter's own sentence.</summary>
    Mixed,
    Indirect,
}

public enum SourceKind
{
    NotStated,
    Person,
    Body,
    Document,
    Outlet,
    Pronoun,
    Anonymous,
}

public enum Certainty
{
    Asserted,
    Attributed,
    Hedged,
    Alleged,
    Denied,
    Conditional,
}

/// <summary>Who is said to have said what, to whom: source, cue, content and recipient as spans, possibly discontinuous.</summary>
/// <param name="Source">Empty when the source is not stated; then <paramref name="SourceKind"/> is <see cref="SourceKind.NotStated"/>.</param>
/// <param name="Content">What is said; for quotations without the outer quotation marks.</param>
/// <param name="Nested">Index, in the document's attributions, of the attribution this one stands inside; null at top level.</param>
/// <param name="Rule">The rule that found it.</param>
public sealed record Attribution(
    ImmutableArray<TextSpan> Source,
    SourceKind SourceKind,
    ImmutableArray<TextSpan> Cue,
    ImmutableArray<TextSpan> Content,
    ImmutableArray<TextSpan> Recipient,
    AttributionMode Mode,
    Certainty Certainty,
    string Rule,
    int? Nested = null);
