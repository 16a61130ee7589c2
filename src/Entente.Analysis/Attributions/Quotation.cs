using System.Collections.Immutable;
using Entente.Analysis.Text;

namespace Entente.Analysis.Attributions;

/// <summary>Words between quotation marks, by their place: one span for each paragraph they run over.</summary>
/// <param name="Content">Without the outer marks and without white space at the ends.</param>
/// <param name="FirstToken">The opening mark.</param>
/// <param name="EndToken">The token after the closing mark; where no mark closes it, the first token of the next paragraph.</param>
/// <param name="Parent">Index of the quotation it stands inside; -1 at top level.</param>
/// <param name="Closed">False when the paragraph ended before a mark closed it.</param>
/// <param name="Form">The marks: <c>double</c>, <c>single</c> or <c>guillemets</c>.</param>
internal sealed record Quotation(ImmutableArray<TextSpan> Content, int FirstToken, int EndToken, int Parent, bool Closed, string Form)
{
    /// <summary>First token of the last paragraph's part: the opening mark that stands again there, the first word of a sentence that a page cut, or <see cref="FirstToken"/>.</summary>
    public int LastPartToken { get; init; } = FirstToken;
}
