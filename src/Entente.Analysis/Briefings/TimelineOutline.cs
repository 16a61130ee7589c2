using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Entente.Analysis.Text;
using Entente.Analysis.Times;

namespace Entente.Analysis.Briefings;

/// <summary>One wording of what happened at a time, and where it stands.</summary>
internal sealed record ToldTime(string Before, string Words, string After, string? TimeOfDay, ImmutableArray<Citation> Places);

/// <summary>A time with its wordings.</summary>
internal sealed record DatedTime(TimelineEntry Entry, string Name, ImmutableArray<ToldTime> Told, int Reports);

/// <summary>A timeline in the order it is read: worded once for every form it is printed in.</summary>
internal sealed class TimelineOutline
{
    public const string RelativeHeading = "Relative, and nothing to count them from";

    private const int Around = 110;

    private static readonly string[] s_months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private static readonly string[] s_weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    public TimelineOutline(Timeline timeline)
    {
        IEnumerable<TimelineMention> all = timeline.Entries.SelectMany(e => e.Mentions).Concat(timeline.Relative);
        List = new ReportList(ReportList.InOrderOfTime(all.Select(m => m.Document).DistinctBy(d => d.Id, StringComparer.Ordinal).OrderBy(d => d.Path, StringComparer.Ordinal).ThenBy(d => d.Id, StringComparer.Ordinal)
            .Select(d => new DocumentFindings(new TokenizedDocument(d, [], []), []))));
        Dated = [.. timeline.Entries.Select(e => new DatedTime(e, NameOf(e), Told(e.Mentions), e.Mentions.Select(m => m.Document.Id).Distinct(StringComparer.Ordinal).Count()))];
        Relative = Told(timeline.Relative);
        int days = timeline.Entries.Count(e => e.Precision == TimeUnit.Day), longer = timeline.Entries.Length - days;
        string searched = BriefingWords.Count(timeline.Searched, "report");
        Summary = timeline.Entries.IsEmpty && timeline.Relative.IsEmpty ? $"No time is named in {searched}."
            : $"{BriefingWords.Count(days, "day")} and {BriefingWords.Count(longer, "longer time")} named in {searched}{(timeline.Relative.IsEmpty ? "." : $"; {BriefingWords.Count(timeline.Relative.Length, "mention")} with nothing to count from.")}";
    }

    public ReportList List { get; }

    public ImmutableArray<Document> Reports => [.. List.Reports.Select(r => r.Document)];

    public string Summary { get; }

    public ImmutableArray<DatedTime> Dated { get; }

    public ImmutableArray<ToldTime> Relative { get; }

    /// <summary>As a reader says it: "Friday, 4 December 2015", "December 2015", "week 49 of 2015", "the 1990s".</summary>
    internal static string NameOf(TimelineEntry entry)
    {
        string value = entry.Value;
        if (value.StartsWith("BC", StringComparison.Ordinal))
        {
            return value.Length == 6 ? value[2..].TrimStart('0') + " BC" : value;
        }

        if (entry.Days is not { } days)
        {
            return value.StartsWith("FY", StringComparison.Ordinal) ? "fiscal " + value[2..] : value;
        }

        string year = days.First.Year.ToString(CultureInfo.InvariantCulture);
        return entry.Precision switch
        {
            TimeUnit.Day when days.Days == 1 => $"{s_weekdays[((int)days.First.DayOfWeek + 6) % 7]}, {days.First.Day} {s_months[days.First.Month - 1]} {year}",
            TimeUnit.Day when days.Days <= 31 => $"a day in {s_months[days.First.Month - 1]} {year}",
            TimeUnit.Day => $"a day in {year}",
            TimeUnit.Month when days.Days <= 31 => $"{s_months[days.First.Month - 1]} {year}",
            TimeUnit.Month => $"a month of {year}",
            TimeUnit.Week when days.Days == 7 => $"the week of {Short(days.First)} to {Short(days.Last)} {days.Last.Year}",
            TimeUnit.Weekend when days.Days == 2 => $"the weekend of {Short(days.First)} and {Short(days.Last)} {days.Last.Year}",
            TimeUnit.Quarter when value.Length == 7 => $"quarter {value[^1]} of {value[..4]}",
            TimeUnit.Half when value.Length == 7 => $"half {value[^1]} of {value[..4]}",
            TimeUnit.Season => $"{value[^2..] switch { "SP" => "spring", "SU" => "summer", "FA" => "autumn", "WI" => "winter", _ => "a season of" }} {value[..4]}",
            TimeUnit.Year => year,
            TimeUnit.Decade => $"the {year}s",
            TimeUnit.Century => $"the years {year} to {days.Last.Year}",
            _ => value,
        };
    }

    private static string Short(DateOnly day) => $"{day.Day} {s_months[day.Month - 1]}";

    /// <summary>The same sentence in several reports is one wording.</summary>
    private ImmutableArray<ToldTime> Told(ImmutableArray<TimelineMention> mentions) =>
    [
        .. mentions.OrderBy(m => List.NumberOf(m.Document.Id)).ThenBy(m => m.Time.Span)
            .GroupBy(m => Folded(m.Sentence.In(m.Document.Text)), StringComparer.Ordinal)
            .Select(g => Tell(g.First(), [.. g.Select(m => List.Cite(m.Document.Id, m.Time.Span)).Distinct()])),
    ];

    private static ToldTime Tell(TimelineMention mention, ImmutableArray<Citation> places)
    {
        string text = mention.Document.Text;
        (int start, int end) = (mention.Sentence.Start, mention.Sentence.End);
        int from = mention.Time.Span.Start - start > Around ? text.IndexOf(' ', mention.Time.Span.Start - Around) + 1 : start;
        int to = end - mention.Time.Span.End > Around ? text.LastIndexOf(' ', mention.Time.Span.End + Around) : end;
        (from, to) = (from <= start || from > mention.Time.Span.Start ? start : from, to < mention.Time.Span.End ? end : to);
        int at = mention.Time.Value.IndexOf('T', StringComparison.Ordinal);
        return new ToldTime(
            (from > start ? "… " : "") + ForeignText.Cleaned(text.AsSpan(from, mention.Time.Span.Start - from)),
            ForeignText.OneLine(mention.Time.Span.In(text)),
            ForeignText.Cleaned(text.AsSpan(mention.Time.Span.End, to - mention.Time.Span.End)) + (to < end ? " …" : ""),
            at > 0 && at + 1 < mention.Time.Value.Length && char.IsAsciiDigit(mention.Time.Value[at + 1]) ? mention.Time.Value[(at + 1)..] : null,
            places);
    }

    private static string Folded(ReadOnlySpan<char> text)
    {
        StringBuilder folded = new(text.Length);
        foreach (char c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                folded.Append(char.ToLowerInvariant(c));
            }
        }

        return folded.ToString();
    }
}
