using System.Collections.Immutable;
using Entente.Analysis.Attributions;
using Entente.Analysis.Reuse;
using Entente.Analysis.Text;

namespace Entente.Analysis.Tracing;

/// <summary>Words that both of two reports hold, in the place they have in each, with the edits between.</summary>
/// <param name="Number">From 1, in the order of the first report.</param>
/// <param name="Runs">The runs of words alike; none for a quotation too short to be a passage.</param>
/// <param name="Words">Words alike.</param>
/// <param name="WordsOutsideQuotation">How many of them stand outside quotation marks in at least one of the two.</param>
/// <param name="IsMoved">Whether it stands in another order in the second report than the passages around it.</param>
public sealed record AlignedPassage(
    int Number,
    TextSpan FirstSpan,
    TextSpan SecondSpan,
    ImmutableArray<SharedRun> Runs,
    int Words,
    int WordsOutsideQuotation,
    bool IsMoved,
    ImmutableArray<WordEdit> Edits)
{
    public bool InQuotation => WordsOutsideQuotation == 0;

    public TextSpan SpanIn(bool first) => first ? FirstSpan : SecondSpan;
}
