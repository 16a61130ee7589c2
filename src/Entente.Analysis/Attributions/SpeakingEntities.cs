using System.Collections.Immutable;
using Entente.Analysis.Entities;
using Entente.Analysis.Syntax;
using Entente.Analysis.Text;

namespace Entente.Analysis.Attributions;

/// <summary>Says which of a document's entities the source of each attribution is, where that is clear.</summary>
/// <remarks>
/// The entity is the one mentioned by the head of the source: "the company", "she", "Lind". Of "Finance Minister Olga Brandt" it is the one name that tells who the head is, and of "the minister" or
/// "he" the one whom <see cref="SourceResolver"/> found. A spokesman of the ministry is not the ministry, two who speak together are neither, and a pronoun linked in doubt, or otherwise by the two
/// that link it, is nobody known. Linear in the tokens of the sources.
/// </remarks>
internal sealed class SpeakingEntities
{
    /// <summary>A mention linked with this doubt and more does not tell who speaks.</summary>
    private const double Doubtful = 0.3;

    private readonly record struct Place(TextSpan Span, Entity Entity, LinkedMention Mention);

    private readonly ParsedDocument _parsed;
    private readonly Place[] _places;

    private SpeakingEntities(ParsedDocument parsed, ImmutableArray<Entity> entities)
    {
        _parsed = parsed;
        _places = [.. entities.SelectMany(static e => e.Mentions.Select(m => new Place(m.Span, e, m))).OrderBy(static p => p.Span.Start).ThenBy(static p => p.Span.End)];
    }

    /// <param name="entities">Those of the document.</param>
    public static ImmutableArray<Attribution> Name(ParsedDocument parsed, ImmutableArray<Attribution> attributions, ImmutableArray<Entity> entities)
    {
        if (attributions.IsEmpty || entities.IsEmpty)
        {
            return attributions;
        }

        SpeakingEntities speaking = new(parsed, entities);
        return [.. attributions.Select(a => speaking.Of(a) is { } entity ? a with { Entity = entity.Id } : a)];
    }

    private Entity? Of(Attribution attribution)
    {
        if (attribution.Source.Length != 1)
        {
            return null;
        }

        TextSpan source = attribution.Source[0];
        Place[] inside = Within(source);
        int head = HeadOf(source);
        Entity? meant = attribution.Meant is { } fuller ? Within(fuller.Mention).FirstOrDefault(p => p.Mention.Kind == MentionKind.Name && p.Entity.Type == EntityType.Person).Entity : null;
        if (head < 0)
        {
            // Without a tree only a source that is one name, all of it, tells whose it is.
            return inside.Length == 1 && inside[0].Span == source && inside[0].Mention.Doubt < Doubtful ? Agreed(inside[0].Entity) : meant;
        }

        if (inside.Any(p => p.Mention.Kind == MentionKind.Name && Path(p, head) == Standing.Beside))
        {
            return null;
        }

        TextSpan word = _parsed.Document.Tokens[head].Span;
        foreach (Place place in inside)
        {
            if (place.Span.Overlaps(word))
            {
                return place.Mention.Doubt < Doubtful ? Agreed(place.Entity) : meant;
            }
        }

        Entity[] named = [.. inside.Where(p => p.Mention.Kind == MentionKind.Name && p.Entity.Type == EntityType.Person && Path(p, head) == Standing.Same).Select(static p => p.Entity).Distinct()];
        return named.Length == 1 ? Agreed(named[0]) : named.Length == 0 ? meant : null;

        Entity? Agreed(Entity entity) => meant is null || meant == entity ? entity : null;
    }

    private enum Standing
    {
        /// <summary>Part of what is said of the head, or of somebody else's.</summary>
        Other,
        /// <summary>The head itself under its name.</summary>
        Same,
        /// <summary>One who speaks beside the head.</summary>
        Beside,
    }

    private Standing Path(Place place, int head)
    {
        int t = FirstTokenOf(place.Span);
        int end = t;
        while (end + 1 < _parsed.Document.Tokens.Length && _parsed.Document.Tokens[end + 1].Start < place.Span.End)
        {
            end++;
        }

        bool beside = false;
        for (int steps = 0; t >= 0 && steps < 20; steps++)
        {
            if (t == head)
            {
                return beside ? Standing.Beside : Standing.Same;
            }

            bool inName = t <= end && _parsed.Heads[t] <= end && _parsed.Document.Tokens[Math.Max(0, _parsed.Heads[t])].Start >= place.Span.Start;
            switch (_parsed.Relations[t])
            {
                case Relation.Conj:
                    beside = true;
                    break;
                case Relation.Flat or Relation.Appos or Relation.NmodDesc:
                    break;
                default:
                    if (!inName)
                    {
                        return Standing.Other;
                    }

                    break;
            }

            t = _parsed.Heads[t];
        }

        return Standing.Other;
    }

    /// <summary>The token of a source that the rest of it hangs on; -1 where the sentence has no tree.</summary>
    private int HeadOf(TextSpan source)
    {
        ImmutableArray<Token> tokens = _parsed.Document.Tokens;
        for (int t = FirstTokenOf(source); t >= 0 && t < tokens.Length && tokens[t].Start < source.End; t++)
        {
            int head = _parsed.Heads[t];
            if (_parsed.Relations[t] is not (Relation.None or Relation.Punct or Relation.Case or Relation.Mark) && (head < 0 || tokens[head].Start < source.Start || tokens[head].Start >= source.End))
            {
                return t;
            }
        }

        return -1;
    }

    /// <summary>The mentions that begin in a span.</summary>
    private Place[] Within(TextSpan span)
    {
        int low = 0, high = _places.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = _places[middle].Span.Start < span.Start ? (middle + 1, high) : (low, middle);
        }

        int end = low;
        while (end < _places.Length && _places[end].Span.Start < span.End)
        {
            end++;
        }

        return _places[low..end];
    }

    private int FirstTokenOf(TextSpan span)
    {
        ImmutableArray<Token> tokens = _parsed.Document.Tokens;
        int low = 0, high = tokens.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = tokens[middle].End <= span.Start ? (middle + 1, high) : (low, middle);
        }

        return low < tokens.Length && tokens[low].Start < span.End ? low : -1;
    }
}
