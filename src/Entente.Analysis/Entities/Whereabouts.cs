using System.Collections.Immutable;
using Entente.Analysis.Text;

namespace Entente.Analysis.Entities;

/// <summary>Where a report says beside a name that the thing is: "the Kenyan Supreme Court", "City Hall in Oslo", "Paris, Texas".</summary>
/// <param name="Country">Code of the country; null where it is not told.</param>
/// <param name="Part">A town or region in it, small; null where not told.</param>
/// <param name="Words">For a reader: "Kenya", "Oslo", "Texas".</param>
internal sealed record Whereabouts(string? Country, string? Part, string Words)
{
    /// <summary>Whether one thing cannot be in both.</summary>
    public bool Excludes(Whereabouts other) => Country is not null && other.Country is not null && Country != other.Country
        || (Part is not null && other.Part is not null && Part != other.Part);

    public bool Is(Whereabouts other) => !Excludes(other) && ((Part is not null && Part == other.Part) || (Country is not null && Country == other.Country && Part is null && other.Part is null));

    /// <summary>Reads the places told beside the names of a body or building; null where none is, or several.</summary>
    /// <param name="located">Of the places of the document where each is, by the beginning of each naming.</param>
    public static Whereabouts? Beside(Document document, Entity entity, Places located)
    {
        Whereabouts? told = null;
        foreach (LinkedMention mention in entity.Mentions)
        {
            if (mention.Kind != MentionKind.Name || (located.Before(document.Text, mention.Span.Start) ?? located.After(document.Text, mention.Span.End)) is not { } found)
            {
                continue;
            }

            if (told is not null && found.Excludes(told))
            {
                return null;
            }

            told = told?.Part is null ? found : told;
        }

        return told;
    }

    /// <summary>Where the names of places and peoples stand in one document, and which country each is of.</summary>
    internal sealed class Places
    {
        private readonly Dictionary<int, Whereabouts> _byStart = [];
        private readonly Dictionary<int, Whereabouts> _byEnd = [];

        public Places(ImmutableArray<Entity> entities, Func<Entity, PlaceReading?> reading)
        {
            foreach (Entity entity in entities)
            {
                if (entity.Type is not (EntityType.Place or EntityType.Group) || Of(entity, reading(entity)) is not { } where)
                {
                    continue;
                }

                foreach (LinkedMention mention in entity.Mentions)
                {
                    if (mention.Kind == MentionKind.Name)
                    {
                        _byStart[mention.Span.Start] = where;
                        _byEnd[mention.Span.End] = where;
                    }
                }
            }
        }

        /// <summary>"Kenya's NAME", "the Kenyan NAME".</summary>
        public Whereabouts? Before(string text, int start)
        {
            int end = start;
            while (end > 0 && text[end - 1] == ' ')
            {
                end--;
            }

            if (end == start || end == 0)
            {
                return null;
            }

            end -= end > 2 && text[end - 1] == 's' && text[end - 2] is '\'' or '’' ? 2 : 0;
            return _byEnd.GetValueOrDefault(end) ?? CountryBefore(text, end);
        }

        /// <summary>A country or its adjective that was not read as a name by itself, in up to three words.</summary>
        private static Whereabouts? CountryBefore(string text, int end)
        {
            Whereabouts? longest = null;
            int from = end;
            for (int words = 0; words < 3 && from > 0; words++)
            {
                from = text.LastIndexOfAny([' ', '\n'], from - 1);
                if (from + 1 < end && char.IsUpper(text[from + 1]) && PlaceRegister.Shipped.CountryNamedBy(PlaceRegister.KeyOf(text.AsSpan((from + 1)..end))) is { } country)
                {
                    longest = new Whereabouts(country, null, PlaceRegister.Shipped.NameOfCountry(country) ?? country);
                }

                if (from < 0)
                {
                    break;
                }
            }

            return longest;
        }

        /// <summary>"NAME of Kenya", "NAME in Oslo", "NAME, Oslo".</summary>
        public Whereabouts? After(string text, int end)
        {
            foreach (string joint in (ReadOnlySpan<string>)[" of ", " in ", " at ", ", ", " of the ", " in the "])
            {
                if (string.CompareOrdinal(text, end, joint, 0, joint.Length) == 0 && _byStart.TryGetValue(end + joint.Length, out Whereabouts? where))
                {
                    return where;
                }
            }

            return null;
        }

        private static Whereabouts? Of(Entity entity, PlaceReading? reading)
        {
            PlaceRegister register = PlaceRegister.Shipped;
            string key = PlaceRegister.KeyOf(entity.Name);
            if (entity.Type == EntityType.Group || NameTable.IsCountry(entity.Name))
            {
                return register.CountryNamedBy(key) is { } country ? new Whereabouts(country, null, register.NameOfCountry(country) ?? entity.Name) : null;
            }

            return new Whereabouts(reading is { IsAmbiguous: false } ? reading.Place?.Country : null, key, entity.Name);
        }
    }
}
