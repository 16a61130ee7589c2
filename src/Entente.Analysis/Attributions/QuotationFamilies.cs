using System.Collections.Immutable;
using Entente.Analysis.Text;

namespace Entente.Analysis.Attributions;

/// <summary>Groups the wordings of one quotation over reports.</summary>
public static class QuotationFamilies
{
    public static ImmutableArray<QuotationFamily> Build(IReadOnlyList<(Document Document, ImmutableArray<Attribution> Attributions)> documents) => documents.Count == 0 ? [] : [];
}
