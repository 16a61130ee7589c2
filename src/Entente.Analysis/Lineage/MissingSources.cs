using System.Collections.Immutable;

namespace Entente.Analysis.Lineage;

/// <summary>Gathers, over all stories, the outlets that are credited and whose own reports are not in the pile.</summary>
internal static class MissingSources
{
    /// <returns>Those most often credited first; of equals by name.</returns>
    public static ImmutableArray<MissingSource> From(IEnumerable<Dependence> dependences) =>
        [.. dependences
            .Where(d => d.FromIsOutlet)
            .GroupBy(d => OutletKey.Of(d.From), StringComparer.Ordinal)
            .Select(g => new MissingSource(
                g.Select(d => d.From).Order(StringComparer.Ordinal).First(),
                [.. g.Select(d => d.To).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]))
            .OrderByDescending(m => m.CreditedBy.Length)
            .ThenBy(m => m.Outlet, StringComparer.Ordinal)];
}
