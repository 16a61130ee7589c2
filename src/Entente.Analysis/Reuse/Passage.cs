using System.Collections.Immutable;
using Entente.Analysis.Text;

namespace Entente.Analysis.Reuse;

/// <summary>Text that two documents share, aligned, with its place in both.</summary>
/// <param name="First">Id of the document that sorts first by id.</param>
/// <param name="Words">Shared words, equal after folding case, punctuation, quotation marks, hyphens and British/American spelling.</param>
/// <param name="InQuotation">Whether the whole shared text stands inside quotation marks in both.</param>
public sealed record Passage(string First, string Second, TextSpan FirstSpan, TextSpan SecondSpan, int Words, bool InQuotation)
{
    /// <summary>The runs of equal words that make the passage, in order; between two of them stand the edits, a few words at most.</summary>
    public ImmutableArray<SharedRun> Runs { get; init; } = [];

    /// <summary>How many of the shared words stand outside quotation marks in at least one of the two documents.</summary>
    public int WordsOutsideQuotation { get; init; }

    public bool Joins(string document) => First == document || Second == document;

    public string Other(string document) => First == document ? Second : First;

    public TextSpan SpanIn(string document) => First == document ? FirstSpan : SecondSpan;
}
