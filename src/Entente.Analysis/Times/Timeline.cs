using System.Collections.Immutable;
using Entente.Analysis.Text;

namespace Entente.Analysis.Times;

/// <summary>The times that a pile of reports names, in the order of the calendar.</summary>
/// <param name="Entries">What has a place in the calendar: earliest first, and of what begins on one day the shorter first.</param>
/// <param name="Relative">What has none, as nothing is known to count it from: "Friday" in an undated report.</param>
/// <param name="Searched">How many reports were looked through.</param>
/// <remarks>Durations, sets and PRESENT_REF and its like are no places in the calendar and not listed. The order of the reports has no bearing on the entries.</remarks>
public sealed record Timeline(ImmutableArray<TimelineEntry> Entries, ImmutableArray<TimelineMention> Relative, int Searched)
{
    /// <param name="reports">Each with the times found in it.</param>
    public static Timeline Of(IReadOnlyList<(TokenizedDocument Text, ImmutableArray<TimeExpression> Times)> reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        List<TimelineMention> dated = [];
        List<TimelineMention> relative = [];
        foreach ((TokenizedDocument text, ImmutableArray<TimeExpression> times) in reports.OrderBy(r => r.Text.Document.Id, StringComparer.Ordinal))
        {
            int sentence = 0;
            foreach (TimeExpression time in times)
            {
                if (time.Type is not (TimeType.Date or TimeType.Time) || time.Precision == TimeUnit.None)
                {
                    continue;
                }

                while (sentence + 1 < text.Sentences.Length && text.Sentences[sentence].Span.End <= time.Span.Start)
                {
                    sentence++;
                }

                TimelineMention mention = new(text.Document, time, text.Sentences[sentence].Span);
                if (time.IsRelative)
                {
                    relative.Add(mention);
                }
                else if (HasYear(time.Value))
                {
                    dated.Add(mention);
                }
            }
        }

        ImmutableArray<TimelineEntry> entries =
        [
            .. dated.GroupBy(m => DateOf(m.Time.Value), StringComparer.Ordinal)
                .Select(g => new TimelineEntry(g.Key, PrecisionOf(g.First().Time), g.First().Time.Days, [.. g]))
                .OrderBy(Era).ThenBy(Start).ThenBy(e => e.Days?.Last).ThenBy(e => e.Value, StringComparer.Ordinal),
        ];
        return new Timeline(entries, [.. relative], reports.Count);
    }

    private static bool HasYear(string value) => value.Length > 0 && !value.StartsWith('X') && !value.EndsWith("_REF", StringComparison.Ordinal) && !value.StartsWith("BCX", StringComparison.Ordinal);

    private static string DateOf(string value) => value.IndexOf('T', StringComparison.Ordinal) is > 0 and var time ? value[..time] : value;

    private static TimeUnit PrecisionOf(TimeExpression time) => time.Precision < TimeUnit.Day ? TimeUnit.Day : time.Precision;

    // A summer may be anyone's; in the list it stands where most readers look for it.
    private static DateOnly? Start(TimelineEntry entry) => entry is { Precision: TimeUnit.Season, Days: { } year }
        ? new DateOnly(year.First.Year, entry.Value[^2..] switch { "SP" => 3, "SU" => 6, "FA" => 9, "WI" => 12, _ => 1 }, 1)
        : entry.Days?.First;

    // What is before the common era comes first, the greater number earlier; what the calendar does not place comes last.
    private static int Era(TimelineEntry entry) =>
        entry.Value.StartsWith("BC", StringComparison.Ordinal) && int.TryParse(entry.Value.AsSpan(2, Math.Min(4, entry.Value.Length - 2)), out int year)
            ? -year * (entry.Value.Length == 4 ? 100 : entry.Value.Length == 5 ? 10 : 1) - 1
            : entry.Days is null ? 1 : 0;
}
