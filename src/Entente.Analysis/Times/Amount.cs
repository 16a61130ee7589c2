using System.Globalization;

namespace Entente.Analysis.Times;

/// <summary>How many of a unit: a number, or "several".</summary>
/// <param name="Value">At least 0; of a vague amount without meaning.</param>
/// <param name="IsVague">More than one, and nobody says how many.</param>
internal readonly record struct Amount(decimal Value, bool IsVague = false)
{
    public static readonly Amount One = new(1);

    public static readonly Amount Some = new(0, true);

    /// <summary>The whole number that it is; null if it is vague, broken or beyond all calendars.</summary>
    public int? Whole => !IsVague && Value == decimal.Truncate(Value) && Value <= 100_000 ? (int)Value : null;

    /// <summary>TIMEX3's notation of the duration: P3D, PT36H, PXM, P1DE.</summary>
    public string Of(TimeUnit unit)
    {
        string number = IsVague ? "X" : Value.ToString("0.##", CultureInfo.InvariantCulture);
        return unit switch
        {
            TimeUnit.Second => $"PT{number}S",
            TimeUnit.Minute => $"PT{number}M",
            TimeUnit.Hour => $"PT{number}H",
            TimeUnit.PartOfDay => $"P{number}NI",
            TimeUnit.Day => $"P{number}D",
            TimeUnit.Weekend => $"P{number}WE",
            TimeUnit.Week => $"P{number}W",
            TimeUnit.Month => $"P{number}M",
            TimeUnit.Season => $"P{number}SE",
            TimeUnit.Quarter => $"P{number}Q",
            TimeUnit.Half => $"P{number}H",
            TimeUnit.Year => $"P{number}Y",
            TimeUnit.Decade => $"P{number}DE",
            TimeUnit.Century => $"P{number}CE",
            TimeUnit.Millennium => $"P{number}ML",
            _ => $"P{number}X",
        };
    }
}
