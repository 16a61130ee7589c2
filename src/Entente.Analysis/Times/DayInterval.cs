namespace Entente.Analysis.Times;

/// <summary>The days that a value can mean, both ends included.</summary>
/// <remarks>Proleptic Gregorian days, as the text dates them; no zone.</remarks>
public readonly record struct DayInterval(DateOnly First, DateOnly Last)
{
    public int Days => Last.DayNumber - First.DayNumber + 1;

    public bool Overlaps(DayInterval other) => First <= other.Last && other.First <= Last;

    public bool Contains(DateOnly day) => First <= day && day <= Last;
}
