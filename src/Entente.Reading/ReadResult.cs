using Entente.Analysis.Text;

namespace Entente.Reading;

/// <summary>What became of one input: a document, or the reason there is none.</summary>
/// <param name="Input">The path, or path and entry (<c>pile.jsonl#3</c>), as the caller would name it.</param>
/// <param name="Document">Null when nothing could be read.</param>
/// <param name="Diagnostics">Of the input; a document's own diagnostics are in the document.</param>
public sealed record ReadResult(string Input, Document? Document, IReadOnlyList<Diagnostic> Diagnostics);
