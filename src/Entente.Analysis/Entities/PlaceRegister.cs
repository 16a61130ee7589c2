using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Entente.Analysis.Text;

namespace Entente.Analysis.Entities;

/// <summary>The places that ship with the product, found by name: countries, some regions, and cities of 15,000 people and more.</summary>
/// <remarks>
/// Names are compared small, without diacritics, points and apostrophes, "the" before them left out. Of several places of one name, in this order: the one that lies where the report says behind the name;
/// the country; a capital; the one in a country that the report names, else that the pile names; the one with most people. A country named pulls no town that is a fiftieth of its largest namesake:
/// a report that names the United States still means Paris, France. A name that no table has is sought once more by its sound, in the countries named alone. Sources: GeoNames, ISO 3166, Natural Earth, as the heads of the tables say. Immutable; a lookup is linear in the number of namesakes.
/// </remarks>
internal sealed class PlaceRegister
{
    // A region has no count of people in the tables. It outranks a town of its name and not a city.
    private const int RegionThousands = 200;
    private const int TooSmall = 50;
    private const double NearDegrees = 0.4;

    // The middle of a large state is this far from its edge, in degrees.
    private const double InRegionDegrees = 6;

    private const int LeastSound = 4;

    private static readonly string[] s_articles = ["al", "ar", "as", "ash", "at", "ad", "an", "az", "el"];

    private static readonly Lazy<PlaceRegister> s_shipped = new(() => new PlaceRegister());

    private readonly Dictionary<string, List<KnownPlace>> _places = new(40_000, StringComparer.Ordinal);
    private readonly Dictionary<string, List<KnownPlace>> _bySound = new(25_000, StringComparer.Ordinal);
    private readonly Dictionary<string, string> _countryOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _countryNames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _regions = new(StringComparer.Ordinal);

    private PlaceRegister()
    {
        string[][] cities = [.. DataFile.Rows("Entities/Gazetteers/cities.tsv")];
        string[][] countries = [.. DataFile.Rows("Entities/Gazetteers/countries.tsv")];
        Dictionary<string, string[]> capitals = cities.Where(c => c.Length > 5).GroupBy(c => c[1], StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        foreach (string[] row in countries)
        {
            AddCountry(row, capitals.GetValueOrDefault(row[0]));
        }

        foreach (string[] row in cities)
        {
            AddCity(row);
        }

        foreach (string[] row in countries)
        {
            // The capital by its usual name, where the table of cities has another.
            if (capitals.GetValueOrDefault(row[0]) is { } capital && CandidatesOf(KeyOf(row[3])).All(c => c.Country != row[0] || c.Kind != PlaceKind.City))
            {
                Add(row[3], City(capital));
            }
        }

        foreach (string[] row in DataFile.Rows("Entities/Gazetteers/region-centres.tsv"))
        {
            if (_countryNames.TryGetValue(row[1], out string? country))
            {
                Add(row[0], new KnownPlace(row[0], PlaceKind.Region, row[1], country, Degrees(row[2]), Degrees(row[3]), 0, IsCapital: false));
            }
        }

        foreach (string[] row in DataFile.Rows("Entities/Gazetteers/regions.tsv"))
        {
            string key = KeyOf(row[0]);
            _regions[key] = !_regions.TryGetValue(key, out string? country) || country == row[1] ? row[1] : null;
        }
    }

    public static PlaceRegister Shipped => s_shipped.Value;

    /// <summary>The code of the country that a name, the word for its people or its capital names; null for other words.</summary>
    public string? CountryNamedBy(string key) => _countryOf.GetValueOrDefault(key);

    /// <summary>The usual name of a country; null where no table has the code.</summary>
    public string? NameOfCountry(string code) => _countryNames.GetValueOrDefault(code);

    /// <summary>What a name written behind a place's says of it: a country, or a region that is no city's name as well. Null for other names.</summary>
    public Whereabouts? TryCountryOrRegion(string name)
    {
        string key = KeyOf(name);
        List<KnownPlace> candidates = CandidatesOf(key);
        bool isRegion = _regions.TryGetValue(key, out string? of);
        return candidates.Find(c => c.Kind == PlaceKind.Country) is { } country ? isRegion ? new Whereabouts(null, key, name) : new Whereabouts(country.Country, null, country.Name)
            : isRegion && !candidates.Exists(c => c.Kind == PlaceKind.City && c.Thousands >= RegionThousands) ? new Whereabouts(of, key, name)
            : null;
    }

    /// <param name="behind">What the report writes behind the name, as far as it may say where the place is: "Ontario". Null where nothing.</param>
    /// <param name="inReport">Codes of the countries that other words of its report name.</param>
    /// <param name="inPile">And those that any report names.</param>
    public PlaceReading Locate(string name, string? behind, IReadOnlySet<string> inReport, IReadOnlySet<string> inPile)
    {
        int comma = name.IndexOf(", ", StringComparison.Ordinal);
        string key = KeyOf(name);
        List<KnownPlace> candidates = CandidatesOf(key);
        if (candidates.Count == 0 && comma > 0)
        {
            behind = name[(comma + 2)..];
            key = KeyOf(name.AsSpan(0, comma));
            candidates = CandidatesOf(key);
        }

        if (candidates.Count == 0)
        {
            if (TryBySpelling(key, inReport, inPile) is { } spelled)
            {
                return new PlaceReading(spelled, PlaceReason.Spelling, []);
            }

            return new PlaceReading(null, _regions.ContainsKey(key) ? PlaceReason.NoPosition : PlaceReason.Unknown, []);
        }

        if (behind is not null && TryWithin(candidates, behind) is { } within)
        {
            return new PlaceReading(within, PlaceReason.Written, []);
        }

        if (candidates.Find(c => c.Kind == PlaceKind.Country) is { } country)
        {
            return LocateCountry(country, key, candidates, inReport);
        }

        return candidates.Count == 1 ? new PlaceReading(candidates[0], PlaceReason.OnlyOne, []) : Choose(candidates, inReport, inPile);
    }

    public static string KeyOf(ReadOnlySpan<char> name)
    {
        StringBuilder key = new(name.Length);
        Span<char> folded = stackalloc char[2];
        foreach (char c in name)
        {
            if (c is '.' or '\'' or '’' or 'ʻ' or '‘' || Letters.IsCombiningMark(c))
            {
                continue;
            }

            if (!char.IsLetterOrDigit(c))
            {
                if (key.Length > 0 && key[^1] != ' ')
                {
                    key.Append(' ');
                }

                continue;
            }

            int count = Letters.Fold(c, folded);
            key.Append(folded[..count]);
        }

        string words = key.ToString().TrimEnd(' ');
        return words.StartsWith("the ", StringComparison.Ordinal) ? words[4..] : words.StartsWith("st ", StringComparison.Ordinal) ? "saint " + words[3..] : words;
    }

    // Georgia is the country unless its report speaks of another with a region of that name and of nothing Georgian.
    private static PlaceReading LocateCountry(KnownPlace country, string key, List<KnownPlace> candidates, IReadOnlySet<string> inReport)
    {
        ImmutableArray<KnownPlace> regions = [.. candidates.Where(c => c.Kind == PlaceKind.Region)];
        if (regions.FirstOrDefault(r => r.Country == country.Country && KeyOf(country.Name) != key) is { } part)
        {
            return new PlaceReading(part, PlaceReason.OnlyOne, []);
        }

        KnownPlace? elsewhere = inReport.Contains(country.Country) ? null : regions.FirstOrDefault(r => r.Country != country.Country && inReport.Contains(r.Country));
        return elsewhere is null ? new PlaceReading(country, PlaceReason.Country, []) : new PlaceReading(elsewhere, PlaceReason.NamedInReport, [country]);
    }

    private static PlaceReading Choose(List<KnownPlace> candidates, IReadOnlySet<string> inReport, IReadOnlySet<string> inPile)
    {
        int least = candidates.Max(Weight) / TooSmall;
        bool hasCapital = candidates.Exists(c => c.IsCapital);
        foreach ((IReadOnlySet<string> named, PlaceReason reason) in new[] { (inReport, PlaceReason.NamedInReport), (inPile, PlaceReason.NamedInPile) })
        {
            List<KnownPlace> there = [.. candidates.Where(c => named.Contains(c.Country) && Weight(c) >= least && (!hasCapital || c.IsCapital))];
            if (there.Count > 0)
            {
                return there.Count == 1 ? new PlaceReading(there[0], reason, []) : Largest(there);
            }
        }

        return Largest(candidates);
    }

    private static PlaceReading Largest(List<KnownPlace> candidates)
    {
        KnownPlace[] ordered = [.. candidates.OrderByDescending(c => c.IsCapital).ThenByDescending(Weight).ThenBy(c => c.Country, StringComparer.Ordinal).ThenBy(c => c.Latitude)];
        return new PlaceReading(ordered[0], ordered[0].IsCapital ? PlaceReason.Capital : PlaceReason.Largest, [.. ordered[1..]]);
    }

    private static int Weight(KnownPlace place) => place.Kind == PlaceKind.Region ? RegionThousands : place.Thousands;

    private KnownPlace? TryWithin(List<KnownPlace> candidates, string behind)
    {
        string key = KeyOf(behind);
        List<KnownPlace> wider = CandidatesOf(key);
        if (wider.Find(w => w.Kind == PlaceKind.Region) is { } region && candidates.Where(c => c.Country == region.Country && c != region && c.Kind == PlaceKind.City).MinBy(c => Apart(c, region)) is { } nearest && Apart(nearest, region) < InRegionDegrees)
        {
            return nearest;
        }

        KnownPlace[] inCountry = _countryOf.TryGetValue(key, out string? code) && wider.Exists(w => w.Kind == PlaceKind.Country) ? [.. candidates.Where(c => c.Country == code && c.Kind != PlaceKind.Country)] : [];
        return inCountry.Length == 1 ? inCountry[0] : null;
    }

    private static double Apart(KnownPlace a, KnownPlace b) => Math.Max(Math.Abs(a.Latitude - b.Latitude), Math.Abs(a.Longitude - b.Longitude));

    private List<KnownPlace> CandidatesOf(string key) => _places.GetValueOrDefault(key) ?? [];

    private void AddCountry(string[] row, string[]? capital)
    {
        string[] names = row[1].Split('|');
        _countryNames[row[0]] = names[0];
        foreach (string word in names.Concat(row[2].Split(' ', StringSplitOptions.RemoveEmptyEntries)).Append(row[3]))
        {
            _countryOf.TryAdd(KeyOf(word), row[0]);
        }

        MapPoint? middle = CountryOutline.TryFind(row[0])?.Middle() ?? (capital is null ? null : new MapPoint(Degrees(capital[3]), Degrees(capital[2])));
        if (middle is { } at)
        {
            KnownPlace country = new(names[0], PlaceKind.Country, row[0], names[0], at.Latitude, at.Longitude, 0, IsCapital: false);
            foreach (string name in names)
            {
                Add(name, country);
            }
        }
    }

    private void AddCity(string[] row)
    {
        if (!_countryNames.ContainsKey(row[1]))
        {
            return;
        }

        KnownPlace city = City(row);
        Add(city.Name, city);
        string sound = SoundOf(KeyOf(city.Name));
        (_bySound.TryGetValue(sound, out List<KnownPlace>? alike) ? alike : _bySound[sound] = []).Add(city);
        // "New York City", "Washington, D.C.": named without the rest in nearly every report.
        int rest = city.Name.IndexOf(',', StringComparison.Ordinal);
        if (rest < 0 && city.Thousands >= 1000 && city.Name.EndsWith(" City", StringComparison.Ordinal))
        {
            rest = city.Name.Length - " City".Length;
        }

        if (rest > 0 && !CandidatesOf(KeyOf(city.Name.AsSpan(0, rest))).Exists(c => c.Kind == PlaceKind.Country))
        {
            Add(city.Name[..rest], city);
        }
    }

    /// <summary>The only town that is spelled alike but for what differs from one way of writing Arabic and its like in Latin letters to the next, in the countries that the reports name.</summary>
    private KnownPlace? TryBySpelling(string key, IReadOnlySet<string> inReport, IReadOnlySet<string> inPile)
    {
        string sound = SoundOf(key);
        if (sound.Length < LeastSound || !_bySound.TryGetValue(sound, out List<KnownPlace>? alike))
        {
            return null;
        }

        KnownPlace[] there = [.. alike.Where(a => inReport.Contains(a.Country))];
        there = there.Length > 0 ? there : [.. alike.Where(a => inPile.Contains(a.Country))];
        return there.Length == 1 ? there[0] : null;
    }

    // Without the article, double letters, the mute h of "-ah"; ou is u, q is k, y is i.
    private static string SoundOf(string key)
    {
        int space = key.IndexOf(' ', StringComparison.Ordinal);
        ReadOnlySpan<char> word = space > 0 && Array.IndexOf(s_articles, key[..space]) >= 0 ? key.AsSpan(space + 1) : key;
        word = word.EndsWith("ah", StringComparison.Ordinal) ? word[..^1] : word;
        StringBuilder sound = new(word.Length);
        for (int i = 0; i < word.Length; i++)
        {
            char c = word[i] switch { 'q' => 'k', 'y' => 'i', var other => other };
            bool isPartOfOu = c == 'o' && i + 1 < word.Length && word[i + 1] == 'u';
            if (!isPartOfOu && (sound.Length == 0 || sound[^1] != c))
            {
                sound.Append(c);
            }
        }

        return sound.ToString();
    }

    private KnownPlace City(string[] row) => new(
        row[0], PlaceKind.City, row[1], _countryNames.GetValueOrDefault(row[1], row[1]), Degrees(row[2]), Degrees(row[3]), int.Parse(row[4], CultureInfo.InvariantCulture), row.Length > 5);

    private void Add(string name, KnownPlace place)
    {
        string key = KeyOf(name);
        if (!_places.TryGetValue(key, out List<KnownPlace>? namesakes))
        {
            _places[key] = namesakes = [];
        }

        // A town and its district under one name are one place; the larger came first.
        if (!namesakes.Exists(n => n.Kind == place.Kind && n.Country == place.Country && (place.Kind == PlaceKind.Country || Apart(n, place) < NearDegrees)))
        {
            namesakes.Add(place);
        }
    }

    private static double Degrees(string number) => double.Parse(number, CultureInfo.InvariantCulture);
}
