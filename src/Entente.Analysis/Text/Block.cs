namespace Entente.Analysis.Text;

/// <summary>What a stretch of a report is for. Only <see cref="BlockKind.Headline"/>, <see cref="BlockKind.Body"/>,
/// <see cref="BlockKind.Quote"/> and <see cref="BlockKind.Caption"/> are reporting; a comment or furniture never counts as evidence.</summary>
public enum BlockKind
{
    Headline,
    Byline,
    Dateline,
    Body,
    Caption,
    Quote,
    Comment,
    Rights,
    Furniture,
}

/// <summary>A typed stretch of a document's text.</summary>
/// <remarks>The blocks of a document are in order and do not overlap; only white space stands between them.</remarks>
/// <param name="Author">Who wrote it, of a comment that says so.</param>
/// <param name="ReplyTo">Whom it answers, of a comment that says so.</param>
/// <param name="IsHeading">A subheading inside the body: a line of its own that continues no sentence.</param>
public sealed record Block(BlockKind Kind, TextSpan Span, string? Author = null, string? ReplyTo = null, bool IsHeading = false)
{
    /// <summary>Whether the block is part of what the outlet reports.</summary>
    public bool IsReporting => Kind is BlockKind.Headline or BlockKind.Body or BlockKind.Caption or BlockKind.Quote;
}
