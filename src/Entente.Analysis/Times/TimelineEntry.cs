using System.Collections.Immutable;

namespace Entente.Analysis.Times;

/// <summary>A day, or something longer, that reports name, and every place that names it.</summary>
/// <param name="Value">As TIMEX3, without a time of day: <c>2015-12-04</c>, <c>2015-Q3</c>.</param>
/// <param name="Days">Null where the calendar gives none: before the common era, fiscal years.</param>
/// <param name="Mentions">In the order of the reports, then of their texts; never empty.</param>
public sealed record TimelineEntry(string Value, TimeUnit Precision, DayInterval? Days, ImmutableArray<TimelineMention> Mentions);
