using System.Collections.Immutable;
using Entente.Analysis.Attributions;
using Entente.Analysis.Text;

namespace Entente.Analysis.Tracing;

/// <summary>One quotation, or one report of speech without marks, in one document.</summary>
/// <param name="Index">Of the attribution in its document.</param>
/// <param name="Words">What is said, in parts.</param>
/// <param name="Vote">What all reports that carry it say of the speaker; null where it stands in one alone.</param>
public sealed record FoundQuotation(Document Document, int Index, Attribution Attribution, ImmutableArray<TextSpan> Words, SpeakerVote? Vote)
{
    /// <summary>What the report itself says of the speaker; null when it states none.</summary>
    public SpeakerMention? Stated { get; } = StatedSpeaker.TryFind(Document, Index, Attribution);

    public SpeakerKnown Known => this switch
    {
        { Stated.Resolved: not null } => SpeakerKnown.Resolved,
        { Stated: { } stated, Vote.Winner: { } winner } when Vote.Unnamed.Any(m => m.Attribution == stated.Attribution && m.Document == stated.Document) && winner.Votes > 0 => SpeakerKnown.NamedElsewhere,
        { Stated: not null } => SpeakerKnown.Stated,
        { Vote.Winner: not null } => SpeakerKnown.NamedElsewhere,
        { Vote.Standing: SpeakerStanding.Contested } => SpeakerKnown.Contested,
        _ => SpeakerKnown.NotStated,
    };

    /// <summary>The words that name the speaker, by this report or by the vote of others; null where nobody says, or they disagree.</summary>
    public string? Speaker => Known == SpeakerKnown.NamedElsewhere ? Vote!.Winner!.Name : Stated?.Resolved ?? Stated?.Words;

    /// <summary>To whom it was said; null when the report does not say.</summary>
    public string? Recipient => Attribution.Recipient.IsEmpty ? null : StatedSpeaker.Words(Document, Attribution.Recipient);

    /// <summary>The words as they stand there.</summary>
    public string Text => StatedSpeaker.Words(Document, Words);

    /// <summary>All words that anybody gives for the speaker.</summary>
    internal IEnumerable<string> Names
    {
        get
        {
            IEnumerable<SpeakerMention> mentions = Vote is null ? [] : Vote.Candidates.SelectMany(c => c.Mentions).Concat(Vote.Unnamed);
            return mentions.Append(Stated).OfType<SpeakerMention>().SelectMany(m => new[] { m.Words, m.Resolved }).OfType<string>();
        }
    }
}
