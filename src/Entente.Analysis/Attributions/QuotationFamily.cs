using System.Collections.Immutable;
using Entente.Analysis.Text;

namespace Entente.Analysis.Attributions;

/// <summary>One report's wording of a quotation.</summary>
/// <param name="Attribution">Index in that document's attributions.</param>
public sealed record QuotationVariant(string Document, int Attribution, ImmutableArray<TextSpan> Spans, string Text);

/// <summary>Why an edit between two variants of a quotation matters, or that it does not.</summary>
public enum EditKind
{
    Spelling,
    Punctuation,
    Number,
    Negation,
    Modal,
    Name,
    /// <summary>Another name of the same, by a table that ships or by a report's own "Full Name (FN)". Says nothing else, but which one an outlet chooses tells something of it.</summary>
    Alias,
    Scope,
    Dropped,
    Added,
    Changed,
    Joined,
}

/// <summary>A difference between two variants: the words on either side and where they stand.</summary>
/// <param name="MeaningBearing">On the closed list of edits that change what was said: negation, modal, number, name, only/all, or words silently dropped or added.</param>
public sealed record QuotationEdit(string FromDocument, string ToDocument, EditKind Kind, bool MeaningBearing, string From, string To, TextSpan FromSpan, TextSpan ToSpan);

/// <summary>The same quotation in several reports, with what was changed between them.</summary>
/// <param name="Speaker">The words that name the speaker most fully; where no report names one, the first that gives a role. Null when none does, and when reports name different ones as often.</param>
/// <param name="Pronoun">"she", where a report gives its speaker by a pronoun alone; whom it means is not resolved.</param>
public sealed record QuotationFamily(string Id, string? Speaker, string? Pronoun, ImmutableArray<QuotationVariant> Variants, ImmutableArray<QuotationEdit> Edits)
{
    /// <summary>What each report says of the speaker.</summary>
    public SpeakerVote Vote { get; init; } = SpeakerVote.None;
}
