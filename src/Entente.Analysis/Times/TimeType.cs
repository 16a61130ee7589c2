namespace Entente.Analysis.Times;

/// <summary>What an expression of time names, as TimeML's TIMEX3 tells them apart.</summary>
public enum TimeType
{
    /// <summary>A day or anything longer that has a place in the calendar: a day, a week, a quarter, the 1990s.</summary>
    Date,

    /// <summary>A time of day or a part of a day.</summary>
    Time,

    /// <summary>A length of time.</summary>
    Duration,

    /// <summary>A time that comes again: "every Friday".</summary>
    Set,
}
