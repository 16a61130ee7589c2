using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Entente.Analysis.Text;

namespace Entente.Analysis.Entities;

/// <summary>Finds where a report itself says that two names mean one: "the Harwick Lock Company, also known as Old Sluice", "Banco del Valle (BVX)".</summary>
internal static partial class ToldAliases
{
    private const int MostBetween = 48;

    /// <returns>Pairs of entities by their places in <paramref name="entities"/>, each pair once, in the order of the text.</returns>
    /// <remarks>Linear in the mentions, but for sorting them.</remarks>
    public static IEnumerable<(int First, int Second)> Find(Document document, ImmutableArray<Entity> entities)
    {
        List<(TextSpan Span, int Entity)> names = [];
        for (int e = 0; e < entities.Length; e++)
        {
            foreach (LinkedMention mention in entities[e].Mentions)
            {
                if (mention.Kind == MentionKind.Name)
                {
                    names.Add((mention.Span, e));
                }
            }
        }

        names.Sort(static (a, b) => a.Span.CompareTo(b.Span));
        HashSet<(int, int)> told = [];
        for (int n = 1; n < names.Count; n++)
        {
            ((TextSpan left, int one), (TextSpan right, int other)) = (names[n - 1], names[n]);
            int between = right.Start - left.End;
            if (one == other || between is < 1 or > MostBetween || !MayBeOneThing(entities[one].Type, entities[other].Type))
            {
                continue;
            }

            ReadOnlySpan<char> words = document.Text.AsSpan(left.End, between);
            if ((AlsoKnownAs().IsMatch(words) || IsBracketed(document.Text, left, right, entities[one], entities[other])) && told.Add((Math.Min(one, other), Math.Max(one, other))))
            {
                yield return (one, other);
            }
        }
    }

    /// <summary>Capitals in brackets behind a body's name: initials in its own language, which no rule can tell.</summary>
    private static bool IsBracketed(string text, TextSpan left, TextSpan right, Entity one, Entity other) =>
        text.AsSpan(left.End, right.Start - left.End).Trim() is "(" && right.End < text.Length && text[right.End] == ')'
        && one.Type == EntityType.Organisation && other.Type == EntityType.Organisation && Gazetteer.IsCapitals(right.In(text)) && !Gazetteer.IsCapitals(left.In(text)) && NameSpelling.Words(left.Of(text)).Length > 1
        && char.ToUpperInvariant(left.In(text)[0]) == right.In(text)[0];

    /// <summary>A nickname is often read as the name of a thing.</summary>
    private static bool MayBeOneThing(EntityType a, EntityType b) => a == b || ((a is EntityType.Other or EntityType.Product || b is EntityType.Other or EntityType.Product) && a != EntityType.Group && b != EntityType.Group)
        || (a is EntityType.Organisation or EntityType.Facility or EntityType.Place && b is EntityType.Organisation or EntityType.Facility or EntityType.Place);

    [GeneratedRegex("^\\s?[,(]?\\s?(?:who (?:is|was) |which (?:is|was) )?(?:(?:also|better|formerly|previously|otherwise|once|locally) (?:known|called)(?: in \\w+| locally)?|known(?: in \\w+| locally)?|a\\.k\\.a\\.|aka|alias|nicknamed)(?: as)?(?: the)? [\"“‘'«]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AlsoKnownAs();
}
