namespace Entente.Analysis.Text;

public enum Severity
{
    Info,
    Warning,
    Error,
}

/// <summary>Something wrong with an input, as a value: which input, what is wrong, what would help.</summary>
/// <param name="Code">A code of <see cref="DiagnosticCode"/>.</param>
/// <param name="Span">Where in the document's text, if it is about a place in it.</param>
public sealed record Diagnostic(string Code, Severity Severity, string Message, TextSpan? Span = null);
