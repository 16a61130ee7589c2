using System.Collections.Immutable;

namespace Entente.Analysis.Entities;

/// <summary>A place that a pile names, with the reports that do.</summary>
/// <param name="Place">Null where it could not be located.</param>
/// <param name="Name">As the tables spell it; of a place that is not located, as the reports do.</param>
/// <param name="Namings">In the order of the reports' ids.</param>
public sealed record NamedPlace(KnownPlace? Place, string Name, ImmutableArray<PlaceNaming> Namings)
{
    public int Reports { get; } = Namings.Select(n => n.Document.Id).Distinct(StringComparer.Ordinal).Count();

    public int Mentions { get; } = Namings.Sum(n => n.Spans.Length);

    public bool IsAmbiguous { get; } = Namings.Any(n => n.Reading.IsAmbiguous);
}
