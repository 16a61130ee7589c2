using System.Collections.Immutable;
using Entente.Analysis.Text;

namespace Entente.Reading.Containers;

/// <summary>One report as found, before it is understood; or, where there is nothing to understand, what is wrong with the input.</summary>
/// <param name="Input">The file, or file and entry, as the caller would name it.</param>
internal sealed record RawReport(string Input)
{
    /// <summary>The file it came from; null for standard input.</summary>
    public string? Path { get; init; }

    /// <summary>The id it gets unless it brings its own.</summary>
    public string Stem { get; init; } = "";

    public ReportForm Form { get; init; }

    /// <summary>Null when nothing could be read.</summary>
    public ReadOnlyMemory<byte>? Bytes { get; init; }

    /// <summary>Of the file for a report that is one; null means that of <see cref="Bytes"/>.</summary>
    public string? Sha256 { get; init; }

    /// <summary>The charset that a header outside the report declares.</summary>
    public string? Charset { get; init; }

    public string? Url { get; init; }

    public FeedEntry? Entry { get; init; }

    /// <summary>Of the input, not of the document.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>What it holds in memory, for the window of reports in work.</summary>
    public long Weight => (Bytes?.Length ?? 0) + (Entry?.Weight ?? 0);

    public static RawReport Broken(string input, string? path, Diagnostic diagnostic) => new(input) { Path = path, Diagnostics = [diagnostic] };
}
