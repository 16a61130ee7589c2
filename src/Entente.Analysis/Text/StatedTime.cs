namespace Entente.Analysis.Text;

/// <summary>How much of a date or time a source states.</summary>
public enum TimePrecision
{
    Year,
    Month,
    Day,
    Minute,
    Second,
}

/// <summary>Where a publication time was read.</summary>
public enum TimeOrigin
{
    Text,
    JsonLd,
    Meta,
    TimeElement,
    Url,
    Feed,
    FrontMatter,
    Mail,
    Record,
}

/// <summary>A time that a source states, never more precise than it states it.</summary>
/// <param name="Value">ISO 8601, cut at the stated precision: <c>2015-12</c>, <c>2015-12-09</c>, <c>2015-12-09T18:30+03:00</c>. No offset is printed where none is stated.</param>
/// <param name="Earliest">The first UTC instant it can mean; <see cref="DateTime.MinValue"/> where only the day of the last change is stated.</param>
/// <param name="Latest">The first UTC instant after all that it can mean.</param>
/// <param name="Span">Where it stands, if it was read in the text.</param>
/// <remarks>A day without a zone spans the 50 hours in which it is that day somewhere (UTC+14 to UTC−12); two such times
/// compare as <em>before</em> only when the whole of one is before the whole of the other.</remarks>
public sealed record StatedTime(string Value, TimePrecision Precision, TimeOrigin From, DateTime Earliest, DateTime Latest, TextSpan? Span = null)
{
    private static readonly TimeSpan s_easternmost = TimeSpan.FromHours(14);
    private static readonly TimeSpan s_westernmost = TimeSpan.FromHours(-12);

    /// <summary>Whether this is certainly earlier than <paramref name="other"/>.</summary>
    public bool IsBefore(StatedTime other) => Latest <= other.Earliest;

    /// <summary>The calendar date as stated; for a month or year its first day.</summary>
    public DateOnly Date => DateOnly.ParseExact(Value.Length >= 10 ? Value[..10] : Value.Length == 7 ? Value + "-01" : Value + "-01-01", "yyyy-MM-dd");

    public static StatedTime FromDay(DateOnly day, TimeOrigin from, TextSpan? span = null) => new(
        day.ToString("yyyy-MM-dd"), TimePrecision.Day, from,
        UtcShifted(day.ToDateTime(TimeOnly.MinValue), s_easternmost), UtcShifted(NextDay(day), s_westernmost), span);

    public static StatedTime FromMonth(int year, int month, TimeOrigin from, TextSpan? span = null)
    {
        DateTime start = new(year, month, 1, 0, 0, 0, DateTimeKind.Utc);
        DateTime end = year == 9999 && month == 12 ? DateTime.MaxValue : start.AddMonths(1);
        return new(start.ToString("yyyy-MM"), TimePrecision.Month, from, UtcShifted(start, s_easternmost), UtcShifted(end, s_westernmost), span);
    }

    public static StatedTime FromYear(int year, TimeOrigin from, TextSpan? span = null)
    {
        DateTime start = new(year, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        DateTime end = year == 9999 ? DateTime.MaxValue : start.AddYears(1);
        return new(start.ToString("yyyy"), TimePrecision.Year, from, UtcShifted(start, s_easternmost), UtcShifted(end, s_westernmost), span);
    }

    /// <summary>A wall-clock time; <paramref name="offset"/> is null where no zone is stated.</summary>
    public static StatedTime FromClock(DateTime local, TimeSpan? offset, bool hasSeconds, TimeOrigin from, TextSpan? span = null)
    {
        TimeSpan unit = hasSeconds ? TimeSpan.FromSeconds(1) : TimeSpan.FromMinutes(1);
        string value = local.ToString(hasSeconds ? "yyyy-MM-ddTHH:mm:ss" : "yyyy-MM-ddTHH:mm");
        if (offset is { } stated)
        {
            value += stated == TimeSpan.Zero ? "Z" : (stated < TimeSpan.Zero ? "-" : "+") + stated.ToString("hh\\:mm");
        }

        DateTime end = local > DateTime.MaxValue - unit ? DateTime.MaxValue : local + unit;
        return new(value, hasSeconds ? TimePrecision.Second : TimePrecision.Minute, from,
            UtcShifted(local, offset ?? s_easternmost), UtcShifted(end, offset ?? s_westernmost), span);
    }

    private static DateTime NextDay(DateOnly day) => day == DateOnly.MaxValue ? DateTime.MaxValue : day.AddDays(1).ToDateTime(TimeOnly.MinValue);

    private static DateTime UtcShifted(DateTime local, TimeSpan offset)
    {
        long ticks = Math.Clamp(local.Ticks - offset.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks);
        return new DateTime(ticks, DateTimeKind.Utc);
    }
}
