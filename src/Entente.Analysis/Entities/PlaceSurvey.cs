using System.Collections.Immutable;
using Entente.Analysis.Text;

namespace Entente.Analysis.Entities;

/// <summary>The places that a pile of reports names: where they are, as far as that is known.</summary>
/// <param name="Located">Those named by most reports first, then by name.</param>
/// <param name="NotLocated">Names of places that no table has, in the same order.</param>
/// <param name="Searched">How many reports were looked through.</param>
/// <remarks>Only names count, not "the town" or "there". Names of buildings and of peoples are no places here. The order of the reports has no bearing.</remarks>
public sealed record PlaceSurvey(ImmutableArray<NamedPlace> Located, ImmutableArray<NamedPlace> NotLocated, int Searched)
{
    private const int LongestBehind = 40;
    private const int MostWordsBehind = 3;

    /// <param name="reports">Each with the entities found in it.</param>
    public static PlaceSurvey Of(IReadOnlyList<(Document Document, ImmutableArray<Entity> Entities)> reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        PlaceRegister register = PlaceRegister.Shipped;
        (Document Document, ImmutableArray<Entity> Entities)[] ordered = [.. reports.OrderBy(r => r.Document.Id, StringComparer.Ordinal)];
        // Which words name which country, report by report: a name must not speak for itself.
        Dictionary<string, HashSet<string>>[] words = [.. ordered.Select(r => CountriesOf(r.Entities, register))];
        Dictionary<string, HashSet<string>> pile = new(StringComparer.Ordinal);
        foreach ((string country, HashSet<string> by) in words.SelectMany(w => w))
        {
            (pile.TryGetValue(country, out HashSet<string>? all) ? all : pile[country] = new(StringComparer.Ordinal)).UnionWith(by);
        }

        List<PlaceNaming> namings = [];
        for (int i = 0; i < ordered.Length; i++)
        {
            (Document document, ImmutableArray<Entity> entities) = ordered[i];
            foreach (Entity entity in entities.Where(e => e.Type == EntityType.Place))
            {
                ImmutableArray<TextSpan> spans = [.. entity.Mentions.Where(m => m.Kind == MentionKind.Name).Select(m => m.Span)];
                if (spans.IsEmpty)
                {
                    continue;
                }

                (string name, PlaceReading reading) = Locate(entity, document.Text, spans, key => Without(words[i], key), key => Without(pile, key), register);
                namings.Add(new PlaceNaming(document, name, spans, reading));
            }
        }

        IEnumerable<NamedPlace> located = namings.Where(n => n.Reading.Place is not null).GroupBy(n => n.Reading.Place!).Select(g => new NamedPlace(g.Key, g.Key.Name, [.. g]));
        IEnumerable<NamedPlace> others = namings.Where(n => n.Reading.Place is null).GroupBy(n => PlaceRegister.KeyOf(n.Name), StringComparer.Ordinal).Select(g => new NamedPlace(null, g.First().Name, [.. g]));
        return new PlaceSurvey(Ordered(located), Ordered(others), ordered.Length);
    }

    private static ImmutableArray<NamedPlace> Ordered(IEnumerable<NamedPlace> places) =>
    [
        .. places.OrderByDescending(p => p.Reports).ThenByDescending(p => p.Mentions).ThenBy(p => p.Name, StringComparer.Ordinal)
            .ThenBy(p => p.Place?.Country, StringComparer.Ordinal).ThenBy(p => p.Place?.Latitude).ThenBy(p => p.Place?.Longitude),
    ];

    private static (string Name, PlaceReading Reading) Locate(
        Entity entity, string text, ImmutableArray<TextSpan> spans, Func<string, IReadOnlySet<string>> inReport, Func<string, IReadOnlySet<string>> inPile, PlaceRegister register)
    {
        string[] behind = [.. spans.SelectMany(s => Behind(text, s.End)).Distinct(StringComparer.Ordinal)];
        PlaceReading? first = null;
        foreach (string name in entity.Aliases.Prepend(entity.Name))
        {
            string key = PlaceRegister.KeyOf(name);
            PlaceReading reading = register.Locate(name, null, inReport(key), inPile(key));
            foreach (string place in behind)
            {
                PlaceReading written = register.Locate(name, place, inReport(key), inPile(key));
                reading = written.Reason == PlaceReason.Written ? written : reading;
            }

            if (reading.Place is not null)
            {
                return (name, reading);
            }

            first ??= reading;
        }

        return (entity.Name, first!);
    }

    private static HashSet<string> Without(Dictionary<string, HashSet<string>> words, string own) =>
        [.. words.Where(w => w.Value.Count > 1 || !w.Value.Contains(own)).Select(w => w.Key)];

    private static Dictionary<string, HashSet<string>> CountriesOf(ImmutableArray<Entity> entities, PlaceRegister register)
    {
        Dictionary<string, HashSet<string>> countries = new(StringComparer.Ordinal);
        foreach (Entity entity in entities.Where(e => e.Type is EntityType.Place or EntityType.Group))
        {
            foreach (string name in entity.Aliases.Prepend(entity.Name))
            {
                string key = PlaceRegister.KeyOf(name);
                if (register.CountryNamedBy(key) is { } country)
                {
                    (countries.TryGetValue(country, out HashSet<string>? by) ? by : countries[country] = new(StringComparer.Ordinal)).Add(key);
                }
            }
        }

        return countries;
    }

    /// <summary>The country or region that the text writes behind a place's name; null where it writes none.</summary>
    internal static Whereabouts? WrittenBehind(string text, int end)
    {
        Whereabouts? longest = null;
        foreach (string name in Behind(text, end))
        {
            longest = PlaceRegister.Shipped.TryCountryOrRegion(name) ?? longest;
        }

        return longest;
    }

    /// <summary>Up to three capitalised words behind a comma: "New South Wales", "New South", "New". None where "and" shows that they are the next of a list.</summary>
    private static IEnumerable<string> Behind(string text, int end)
    {
        if (end + 2 >= text.Length || text[end] != ',' || text[end + 1] != ' ')
        {
            yield break;
        }

        string rest = text.Substring(end + 2, Math.Min(LongestBehind, text.Length - end - 2));
        int words = 0;
        List<int> ends = [];
        for (int i = 0; i < rest.Length && words < MostWordsBehind;)
        {
            if (!char.IsUpper(rest[i]))
            {
                break;
            }

            while (i < rest.Length && (char.IsLetter(rest[i]) || rest[i] is '-' or '\'' or '’'))
            {
                i++;
            }

            words++;
            ends.Add(i);
            if (i >= rest.Length || rest[i] != ' ')
            {
                break;
            }

            i++;
        }

        if (ends.Count > 0 && rest.AsSpan(ends[^1]) is var next && (next.StartsWith(" and ") || next.StartsWith(" or ")))
        {
            yield break;
        }

        foreach (int at in ends)
        {
            yield return rest[..at];
        }
    }
}
