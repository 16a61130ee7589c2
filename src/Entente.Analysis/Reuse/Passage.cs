using Entente.Analysis.Text;

namespace Entente.Analysis.Reuse;

/// <summary>Text that two documents share, aligned, with its place in both.</summary>
/// <param name="First">Id of the document that sorts first by id.</param>
/// <param name="Words">Shared words, equal after folding case, punctuation, quotation marks, hyphens and British/American spelling.</param>
/// <param name="InQuotation">Whether the whole shared text stands inside quotation marks in both.</param>
public sealed record Passage(string First, string Second, TextSpan FirstSpan, TextSpan SecondSpan, int Words, bool InQuotation);
