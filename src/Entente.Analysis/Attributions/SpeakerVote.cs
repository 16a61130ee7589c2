using System.Collections.Immutable;

namespace Entente.Analysis.Attributions;

/// <summary>Who spoke a quotation, by what all reports that carry it say: every name with the places that vote for it.</summary>
/// <remarks>A vote counts what reports print. Reports that copy one another print the same name, so it is no measure of how sure the name is.</remarks>
/// <param name="Candidates">Those named, by votes, then by first mention.</param>
/// <param name="Unnamed">Roles, pronouns and documents in reports that name nobody.</param>
/// <param name="Silent">Reports that state no speaker, in the order of the family's variants.</param>
public sealed record SpeakerVote(
    SpeakerStanding Standing,
    ImmutableArray<SpeakerCandidate> Candidates,
    ImmutableArray<SpeakerMention> Unnamed,
    ImmutableArray<string> Silent)
{
    /// <summary>No report, no vote.</summary>
    public static readonly SpeakerVote None = new(SpeakerStanding.NotStated, [], [], []);

    /// <summary>The one with most votes; null where two have as many, and where nobody is named.</summary>
    public SpeakerCandidate? Winner => Standing == SpeakerStanding.Named ? Candidates[0] : null;

    /// <summary>Whether every report names the same speaker.</summary>
    public bool IsUnanimous => Candidates.Length == 1 && Unnamed.IsEmpty && Silent.IsEmpty;
}
