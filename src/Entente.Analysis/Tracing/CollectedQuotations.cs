using System.Collections.Immutable;

namespace Entente.Analysis.Tracing;

/// <summary>The quotations of a pile that a filter lets through.</summary>
/// <param name="Families">Quotations that several reports carry.</param>
/// <param name="Alone">Quotations of one report, by report and place.</param>
/// <param name="Reported">Speech reported without marks, by report and place; empty unless asked for.</param>
/// <param name="Searched">How many reports were looked through.</param>
/// <param name="NotAnalysed">Reports in other languages, which were not.</param>
public sealed record CollectedQuotations(
    QuotationFilter Filter,
    ImmutableArray<CollectedFamily> Families,
    ImmutableArray<FoundQuotation> Alone,
    ImmutableArray<FoundQuotation> Reported,
    int Searched,
    int NotAnalysed)
{
    public bool IsEmpty => Families.IsEmpty && Alone.IsEmpty && Reported.IsEmpty;

    public IEnumerable<FoundQuotation> All => Families.SelectMany(f => f.Members).Concat(Alone).Concat(Reported);
}
