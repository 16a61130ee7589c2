using System.Collections.Immutable;
using Entente.Analysis.Text;

namespace Entente.Analysis.Tracing;

/// <summary>One of two reports that are compared.</summary>
/// <param name="Words">Words of its reporting.</param>
/// <param name="SharedWords">How many of them stand alike in the other.</param>
/// <param name="Pieces">All of its reporting, in order.</param>
/// <param name="CreditsToOther">Where it names the other's outlet as a source.</param>
/// <param name="OtherCredits">The outlets that it names besides.</param>
public sealed record ComparedReport(
    Document Document,
    int Words,
    int SharedWords,
    ImmutableArray<TextPiece> Pieces,
    ImmutableArray<Credit> CreditsToOther,
    ImmutableArray<string> OtherCredits)
{
    public double Share => Words == 0 ? 0 : (double)SharedWords / Words;
}
