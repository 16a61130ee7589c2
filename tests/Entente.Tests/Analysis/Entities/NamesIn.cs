using Entente.Analysis.Entities;
using Entente.Analysis.Syntax;
using Entente.Analysis.Text;
using Entente.Tests.Analysis.Text;

namespace Entente.Tests.Analysis.Entities;

/// <summary>Invented reports, tagged, and what they mention.</summary>
internal static class NamesIn
{
    public static Entity[] Report(params string[] paragraphs) => [.. new EntityFinder(MentionModel.English).Find(Tagged(paragraphs))];

    /// <summary>Names need tags and no trees.</summary>
    public static ParsedDocument Tagged(params string[] paragraphs) =>
        new SyntaxParser(SyntaxModel.English).Parse(Tokenizer.Tokenize(Documents.FromParagraphs(paragraphs)), static (_, _) => false);

    /// <summary>A name as the rules that join names see it.</summary>
    public static MentionedThing Name(EntityType type, string name, Sex sex = Sex.Unknown)
    {
        string[] forms = name.Split(' ');
        ulong[] words = [.. forms.Select(f => Gazetteer.Key(f))];
        return new MentionedThing(0, 0, new TextSpan(0, name.Length), 0, forms.Length, MentionKind.Name, type, words, forms, words[^1], forms.Length - 1, false, sex, false, 0, false);
    }
}
