using Entente.Analysis.Text;

namespace Entente.Analysis.Reuse;

/// <summary>Words that follow one another alike in two documents, nothing between them but marks.</summary>
public readonly record struct SharedRun(TextSpan First, TextSpan Second, int Words);
