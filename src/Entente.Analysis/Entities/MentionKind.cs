namespace Entente.Analysis.Entities;

/// <summary>How something is mentioned.</summary>
public enum MentionKind : byte
{
    Name,
    /// <summary>A noun phrase without a name at its head: "the minister", "two soldiers".</summary>
    Description,
    Pronoun,
}
