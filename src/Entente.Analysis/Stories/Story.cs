using System.Collections.Immutable;

namespace Entente.Analysis.Stories;

/// <summary>Documents about one event as it develops.</summary>
/// <param name="Title">The headline of its earliest dated report, else of the first by id that has one.</param>
/// <param name="Reasons">Why each document but the first joined, by document id.</param>
public sealed record Story(string Id, string Title, ImmutableArray<string> Documents, ImmutableSortedDictionary<string, string> Reasons);
