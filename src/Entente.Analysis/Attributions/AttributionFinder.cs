using System.Collections.Immutable;
using Entente.Analysis.Text;

namespace Entente.Analysis.Attributions;

/// <summary>Finds who is said to have said what in one document.</summary>
/// <remarks>This version finds quotations; reports of speech without quotation marks are not looked for. A speaker is read from the quotation's own
/// sentence only, never carried over from another paragraph. Rules and examples: <c>docs/specs/quotes.md</c>.</remarks>
public static class AttributionFinder
{
    /// <summary>The attributions in order of their content; a nested one comes after the one it stands inside.</summary>
    public static ImmutableArray<Attribution> Find(TokenizedDocument document)
    {
        ImmutableArray<Quotation> quotations = QuotationScanner.Scan(document);
        return quotations.IsEmpty ? [] : new AttributionSearch(document, quotations).Run();
    }
}
