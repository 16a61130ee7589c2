namespace Entente.Analysis.Tracing;

/// <summary>How it is known who spoke a quotation.</summary>
public enum SpeakerKnown
{
    /// <summary>Neither its own report nor another that carries it says so.</summary>
    NotStated,
    /// <summary>Its own report says so: a name, or "the minister", or "she".</summary>
    Stated,
    /// <summary>Its own report gives a pronoun or a role, and elsewhere in it whom it means.</summary>
    Resolved,
    /// <summary>Other reports that carry the quotation name the speaker; its own does not.</summary>
    NamedElsewhere,
    /// <summary>Its own report does not say so, and others contradict one another.</summary>
    Contested,
}
