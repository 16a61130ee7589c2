namespace Entente.Analysis.Attributions;

/// <summary>What the reports of one quotation, taken together, say of who spoke.</summary>
public enum SpeakerStanding
{
    /// <summary>No report says who spoke.</summary>
    NotStated,
    /// <summary>No report names the speaker; a role, a pronoun or the like is all there is.</summary>
    AsStated,
    /// <summary>One name has more votes than any other.</summary>
    Named,
    /// <summary>Two names have as many votes, or a name that fits two persons leaves it open.</summary>
    Contested,
}
