namespace Entente.Analysis.Times;

/// <summary>A length of calendar time: how exact a value is, or what a duration counts. From short to long.</summary>
public enum TimeUnit
{
    None,
    Second,
    Minute,
    Hour,

    /// <summary>Morning, evening, night.</summary>
    PartOfDay,
    Day,
    Weekend,
    Week,
    Month,
    Season,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
    Millennium,
}
