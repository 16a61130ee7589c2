using System.Collections.Immutable;

namespace Entente.Analysis.Text;

/// <summary>One published report as frozen text.</summary>
/// <remarks>
/// Offsets are UTF-16 positions in <see cref="Text"/>, which never changes after reading. What the report does not state is
/// null or empty: an undated document is undated, a document without a masthead has no outlet.
/// </remarks>
public sealed record Document
{
    /// <summary>Unique in a run: the id its record gives, else the file's name without endings.</summary>
    public required string Id { get; init; }

    /// <summary>SHA-256 of the bytes the document was read from, in lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    public required string Text { get; init; }

    public required ImmutableArray<Block> Blocks { get; init; }

    /// <summary>Where it was read from, as the caller named it, with <c>/</c> as separator; null for standard input.</summary>
    public string? Path { get; init; }

    public string? Url { get; init; }

    public string? Title { get; init; }

    public ImmutableArray<string> Byline { get; init; } = [];

    public Outlet? Outlet { get; init; }

    /// <summary>ISO 639-1, or <c>und</c> where it cannot be told. Only <c>en</c> is analysed.</summary>
    public string Language { get; init; } = "und";

    public StatedTime? Published { get; init; }

    public StatedTime? Updated { get; init; }

    public ImmutableArray<Link> Links { get; init; } = [];

    public ImmutableArray<Credit> Credits { get; init; } = [];

    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>What to call it in a line of text.</summary>
    public string DisplayName => Outlet?.Name ?? Outlet?.Domain ?? Id;

    public override string ToString() => Id;
}
