namespace Entente.Analysis.Reuse;

/// <summary>A document to be added to an index: its id, its folded words, and the series it belongs to, if any.</summary>
internal sealed record NewDocument(string Id, ulong[] Words, string? Series = null);
