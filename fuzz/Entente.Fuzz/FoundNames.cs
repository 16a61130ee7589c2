using System.Collections.Immutable;
using System.Text;
using Entente.Analysis.Entities;
using Entente.Analysis.Syntax;
using Entente.Analysis.Text;

namespace Entente.Fuzz;

/// <summary>Any text at all: what it mentions lies in it, each mention belongs to one entity, and each entity has a name that the text gives it.</summary>
internal static class FoundNames
{
    public static string? Broken(byte[] bytes)
    {
        string text = Encoding.UTF8.GetString(bytes);
        Document document = new() { Id = "a", Sha256 = "", Text = text, Blocks = [new Block(BlockKind.Body, new TextSpan(0, text.Length))], Language = "en" };
        ParsedDocument parsed = new SyntaxParser(SyntaxModel.English).Parse(Tokenizer.Tokenize(document), static (_, _) => false);
        return Broken(text, new EntityFinder(MentionModel.English).Find(parsed));
    }

    internal static string? Broken(string text, ImmutableArray<Entity> entities)
    {
        HashSet<TextSpan> seen = [];
        int first = 0;
        foreach ((int number, Entity entity) in entities.Index())
        {
            if (entity.Id != $"e{number + 1}" || entity.Type == EntityType.None)
            {
                return $"{entity.Id} of type {entity.Type} is number {number + 1}";
            }

            if (entity.Mentions[0].Span.Start < first)
            {
                return $"{entity.Id} is mentioned before the entity listed before it";
            }

            first = entity.Mentions[0].Span.Start;
            int last = 0;
            foreach (LinkedMention mention in entity.Mentions)
            {
                if (mention.Span.Start < last || mention.Span.End <= mention.Span.Start || mention.Span.End > text.Length || !seen.Add(mention.Span))
                {
                    return $"{mention.Span} of {entity.Id} does not follow {last} or is another's too";
                }

                if (!(mention.Doubt is >= 0 and <= 1))
                {
                    return $"{mention.Span} has the doubt {mention.Doubt}";
                }

                last = mention.Span.End;
            }

            LinkedMention[] names = [.. entity.Mentions.Where(m => m.Kind == MentionKind.Name)];
            if (names.Length == 0 || entity.Name.Length == 0 || entity.Aliases.Contains(entity.Name))
            {
                return $"{entity.Id} has {names.Length} names, \"{entity.Name}\" the fullest";
            }

            HashSet<string> written = [.. names.Select(n => string.Join(' ', n.Span.Of(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];
            if (entity.Aliases.Append(entity.Name).FirstOrDefault(n => !written.Contains(string.Join(' ', n.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))) is { } invented)
            {
                return $"{entity.Id} is named \"{invented}\", which the text does not say";
            }
        }

        return null;
    }
}
