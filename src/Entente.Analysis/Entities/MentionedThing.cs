using Entente.Analysis.Text;

namespace Entente.Analysis.Entities;

/// <summary>A mention with what it shows of the thing meant.</summary>
/// <param name="Document">Which document of those compared.</param>
/// <param name="Words">Keys of its words but articles, marks and possessives, in order; of a name, those of the name alone.</param>
/// <param name="Forms">Those words as they stand.</param>
/// <param name="Head">Key of the noun that says what it is, without its plural; for a name its last word.</param>
/// <param name="HeadWord">The place of the head in <paramref name="Words"/>.</param>
/// <param name="Coordinated">Several things are joined by "and".</param>
internal sealed record MentionedThing(
    int Document,
    int Sentence,
    TextSpan Span,
    int First,
    int End,
    MentionKind Kind,
    EntityType Type,
    ulong[] Words,
    string[] Forms,
    ulong Head,
    int HeadWord,
    bool Plural,
    Sex Sex,
    bool Definite,
    ulong Number,
    bool Coordinated);

/// <summary>What a mention shows of a person's sex.</summary>
internal enum Sex : byte
{
    Unknown,
    Male,
    Female,
    /// <summary>A thing.</summary>
    Neuter,
}
