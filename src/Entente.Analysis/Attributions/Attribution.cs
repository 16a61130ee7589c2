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
/// <param name="Content">What is said: of direct speech what stands between the marks; of mixed speech the whole clause reported, its quoted part and the reporter's.</param>
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
    int? Nested = null)
{
    /// <summary>The words between quotation marks, without the marks: an entry for each quotation that the content takes up, its parts as spans. Empty for indirect speech.</summary>
    public ImmutableArray<ImmutableArray<TextSpan>> Quotations { get; init; } = [];

    public bool IsQuoted => !Quotations.IsEmpty;

    /// <summary>All words between quotation marks.</summary>
    public IEnumerable<TextSpan> Quoted => Quotations.SelectMany(parts => parts);

    /// <summary>Where the document names the one meant by a pronoun, role or surname; null where the source names itself or the document does not tell.</summary>
    public SourceMention? Meant { get; init; }

    /// <summary>The id of the entity of the document that the source is; null where that is not clear.</summary>
    public string? Entity { get; init; }
}
