namespace Entente.Analysis.Entities;

/// <summary>A place of the shipped tables, and where it is.</summary>
/// <param name="Country">ISO 3166-1 code: "SK".</param>
/// <param name="Latitude">Degrees north: of a country the middle of its largest land, of a region that of its towns.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Thousands">People in thousands; 0 where the tables do not say.</param>
/// <param name="IsCapital">The seat of its country's government, as GeoNames has it.</param>
public sealed record KnownPlace(string Name, PlaceKind Kind, string Country, string CountryName, double Latitude, double Longitude, int Thousands, bool IsCapital)
{
    /// <summary>The name with its country, for a reader: "Linz, Austria".</summary>
    public string FullName => Kind == PlaceKind.Country ? Name : $"{Name}, {CountryName}";
}
