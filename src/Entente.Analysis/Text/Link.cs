namespace Entente.Analysis.Text;

/// <summary>A hyperlink as it stood in the report. The address may be empty: some reprints keep the words and lose the target.</summary>
public sealed record Link(TextSpan Span, string Href);
