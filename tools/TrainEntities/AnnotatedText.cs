using Entente.Analysis.Entities;
using Entente.Analysis.Text;

namespace Entente.Tools.TrainEntities;

/// <summary>A name marked in a text; where the corpus tells types apart less finely than we do, any of <see cref="Types"/>.</summary>
internal sealed record MarkedName(TextSpan Span, TypeSet Types);

/// <summary>Types of names, as a set.</summary>
[Flags]
internal enum TypeSet
{
    None = 0,
    Person = 1 << EntityType.Person,
    Organisation = 1 << EntityType.Organisation,
    Place = 1 << EntityType.Place,
    Group = 1 << EntityType.Group,
    Facility = 1 << EntityType.Facility,
    Event = 1 << EntityType.Event,
    Product = 1 << EntityType.Product,
    Other = 1 << EntityType.Other,
    Any = Person | Organisation | Place | Group | Facility | Event | Product | Other,
}

/// <summary>A text with the names a corpus marks in it.</summary>
/// <param name="Sentences">Where its sentences stand; the tokeniser does not cut across them.</param>
/// <param name="Unmarked">Types the corpus does not mark: a capitalised word without a mark may be one of them.</param>
/// <param name="Unknown">Spans of which the corpus says nothing.</param>
internal sealed record AnnotatedText(string Id, string Text, IReadOnlyList<TextSpan> Sentences, IReadOnlyList<MarkedName> Names, TypeSet Unmarked, IReadOnlyList<TextSpan> Unknown)
{
    public Document ToDocument() => new() { Id = Id, Sha256 = "", Text = Text, Language = "en", Blocks = [.. Sentences.Select(s => new Block(BlockKind.Body, s))] };
}
