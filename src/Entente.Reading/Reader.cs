using Entente.Analysis.Text;

namespace Entente.Reading;

/// <summary>What became of one input: a document, or the reason there is none.</summary>
/// <param name="Input">The path, or path and entry, as the caller would name it.</param>
/// <param name="Document">Null when nothing could be read.</param>
/// <param name="Diagnostics">Of the input; a document's own diagnostics are in the document.</param>
public sealed record ReadResult(string Input, Document? Document, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>Reads files, folders, globs and standard input into documents.</summary>
/// <remarks>Results come in canonical order (files by path, entries by place), whatever the order of the paths and the number of
/// threads; memory is bounded by a window of reports in work, not by their number.</remarks>
public sealed class Reader(ReadingOptions options)
{
    public ReadingOptions Options { get; } = options;

    /// <param name="paths">Files, folders, globs, or <c>-</c> for standard input.</param>
    public IEnumerable<ReadResult> Read(IReadOnlyList<string> paths, int threads = 1, CancellationToken cancellation = default)
    {
        _ = Options.MaxBytes + paths.Count;
        _ = threads;
        _ = cancellation;
        return [];
    }
}
