using Entente.Analysis.Text;

namespace Entente.Analysis.Tracing;

/// <summary>A place that was looked at for a sentence and is too far from it: how close it comes, and why that is not enough.</summary>
public sealed record RejectedPlace(Document Document, BlockKind Block, TextSpan Span, int Words, double Share, string Reason)
{
    public string Text => Span.Of(Document.Text);
}
