using System.Collections.Immutable;
using Entente.Analysis.Text;

namespace Entente.Reading.Charsets;

/// <summary>Bytes as text, with what had to be said about the way there.</summary>
/// <param name="Charset">The charset it was read as.</param>
internal sealed record DecodedText(string Text, string Charset, ImmutableArray<Diagnostic> Diagnostics);
