namespace Entente.Analysis.Times;

/// <summary>How the value of a phrase is found.</summary>
internal enum PhraseKind
{
    /// <summary>A place in the calendar as far as stated: what is missing comes from the context.</summary>
    Point,

    /// <summary>So many units from the report, from what the text named last, or from a phrase.</summary>
    Offset,

    /// <summary>A length of time; its value is <see cref="TimePhrase.Value"/>.</summary>
    Duration,

    Set,

    /// <summary>PAST_REF and its like.</summary>
    Reference,

    /// <summary>Looks like an expression of time and is none: a person's age. Nothing in it is looked at again.</summary>
    Guard,
}

/// <summary>What the words of an expression say, before it is known when they were written.</summary>
internal sealed record TimePhrase(PhraseKind Kind, string Rule)
{
    public TimePoint Point { get; init; }

    public Direction Direction { get; init; }

    /// <summary>Of an offset: its unit, how many, and which way.</summary>
    public TimeUnit Unit { get; init; }

    public Amount Amount { get; init; }

    public Shift Shift { get; init; }

    /// <summary>What an offset adds in smaller units: "2 years, 1 month and 21 days ago".</summary>
    public IReadOnlyList<(TimeUnit Unit, int Count)> Smaller { get; init; } = [];

    /// <summary>What the phrase is a part of or counts from: "June of [that year]", "two days after [5 May]".</summary>
    public TimePhrase? Of { get; init; }

    /// <summary>A day with a name; its date depends on the year.</summary>
    public Holiday? Holiday { get; init; }

    /// <summary>Of a duration, set or reference: its value.</summary>
    public string? Value { get; init; }

    public TimeModifier Modifier { get; init; }

    public string? Quantity { get; init; }

    public string? Frequency { get; init; }
}
