using System.Collections.Immutable;

namespace Entente.Analysis.Entities;

/// <summary>What place a name is taken for, and why.</summary>
/// <param name="Place">Null where no table has it: an unknown place is not guessed.</param>
/// <param name="Others">Places of the same name that it might be instead, the largest first.</param>
public sealed record PlaceReading(KnownPlace? Place, PlaceReason Reason, ImmutableArray<KnownPlace> Others)
{
    /// <summary>The version of the rules, for whoever keeps what they found.</summary>
    public const string Rule = "place-register/1";

    /// <summary>Whether only its size speaks for this one.</summary>
    public bool IsAmbiguous => Reason is PlaceReason.Capital or PlaceReason.Largest;

    /// <summary>Why, in words that follow the name and a colon.</summary>
    public string Why => Reason switch
    {
        PlaceReason.Unknown => "not in the tables",
        PlaceReason.NoPosition => "a region in the tables, which do not say where it is",
        PlaceReason.Country => "a country",
        PlaceReason.OnlyOne => "the only place of that name in the tables",
        PlaceReason.Spelling => $"spelled {Place?.Name} in the tables; the reports name the country",
        PlaceReason.Written => "the report writes where it is",
        PlaceReason.NamedInReport => "its report names the country",
        PlaceReason.NamedInPile => "another report names the country",
        PlaceReason.Capital => $"ambiguous; a capital, taken before {OtherPlaces}",
        _ => $"ambiguous; the largest, taken before {OtherPlaces}",
    };

    private static string InText(string country) =>
        country.StartsWith("United ", StringComparison.Ordinal) || country.Contains("Republic", StringComparison.Ordinal) || country.EndsWith("Islands", StringComparison.Ordinal) || country is "Netherlands" or "Philippines" or "Bahamas" or "Maldives"
            ? "the " + country : country;

    // Two are named: with more, the list would be read less than the place.
    private string OtherPlaces
    {
        get
        {
            string[] named = [.. Others.Select(o => o.Kind == PlaceKind.Country ? "the country" : $"{(o.Kind == PlaceKind.Region ? "a region" : "one")} in {InText(o.CountryName)}").Distinct(StringComparer.Ordinal)];
            return named.Length <= 2 ? string.Join(" and ", named) : $"{named[0]}, {named[1]} and others";
        }
    }
}
