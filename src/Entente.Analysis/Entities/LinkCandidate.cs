using Entente.Analysis.Text;

namespace Entente.Analysis.Entities;

/// <summary>An entity of one document, with what that document shows of it.</summary>
/// <param name="Place">Of the document among those linked.</param>
/// <param name="Names">The fullest first.</param>
/// <param name="Sex">Of a person.</param>
/// <param name="IsTitled">A title or office stands before a name of one word: "Mr Xi". So it is no given name.</param>
/// <param name="Calling">Of a person; else null.</param>
/// <param name="Where">Of a place, and of a body or building whose name is common; null where not told.</param>
/// <param name="Reading">Of a place: which one of its name it is taken for.</param>
internal sealed record LinkCandidate(int Place, Document Document, Entity Entity, LinkName[] Names, Sex Sex, bool IsTitled, Calling? Calling, Whereabouts? Where, PlaceReading? Reading)
{
    public (string Document, string Entity) Key => (Document.Id, Entity.Id);

    public string Name => Entity.Name;

    /// <summary>Those of the fullest name.</summary>
    public string[] Words => Names[0].Words;

    public bool IsCalled(int number)
    {
        foreach (LinkName name in Names)
        {
            if (name.Number == number)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>A name as it is compared.</summary>
/// <param name="Number">The same for all names of a pile that differ in case, marks, articles and a possessive alone, or that a table knows for one.</param>
/// <param name="Words">As <see cref="NameSpelling.Words"/> has them.</param>
internal sealed record LinkName(int Number, string Text, string[] Words);
