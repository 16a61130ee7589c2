using System.Collections.Immutable;
using Entente.Analysis.Text;

namespace Entente.Analysis.Entities;

/// <summary>A person, body, place or other thing that a document mentions, with every place where it does.</summary>
/// <param name="Id">In the document: e1, e2 … in the order of first mention.</param>
/// <param name="Name">The fullest name the document gives it.</param>
/// <param name="Aliases">Its other names there, in the order of first use.</param>
/// <param name="Mentions">In the order of the text.</param>
public sealed record Entity(string Id, EntityType Type, string Name, ImmutableArray<string> Aliases, ImmutableArray<LinkedMention> Mentions);

/// <summary>A mention, and why it is taken to mean its entity.</summary>
/// <param name="Doubt">From 0 to 1: how likely the link is wrong.</param>
public readonly record struct LinkedMention(TextSpan Span, MentionKind Kind, LinkReason Reason, double Doubt);

/// <summary>Why a mention is taken to mean an entity.</summary>
public enum LinkReason : byte
{
    /// <summary>The first mention of it.</summary>
    First,
    SameName,
    /// <summary>A part of a fuller name: a surname, a firm without its "Ltd".</summary>
    PartOfName,
    /// <summary>The initials of a name.</summary>
    Acronym,
    /// <summary>The same name spelled otherwise, as names from other alphabets are.</summary>
    Spelling,
    /// <summary>Another name of it by a table that ships.</summary>
    KnownAlias,
    Pronoun,
    /// <summary>A noun phrase that tells what it is: "the minister".</summary>
    Description,
    /// <summary>A report says that it is another name of it: "also known as".</summary>
    ToldAlias,
}
