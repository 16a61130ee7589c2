using Entente.Analysis.Text;

namespace Entente.Analysis.Times;

/// <summary>An expression of time in a text, and what it means as far as that is known.</summary>
/// <param name="Value">In TIMEX3's notation: <c>2015-12-04</c>, <c>2015-W49</c>, <c>199</c> (the 1990s), <c>BC0490</c>, <c>P3D</c>, <c>PRESENT_REF</c>; X for each digit that is not known.</param>
/// <param name="Precision">The unit that the value is exact to; of a duration the unit it is counted in.</param>
/// <param name="Anchor">What a relative expression was counted from.</param>
/// <param name="IsRelative">The expression needs something to be counted from, and there was nothing: its value says only what the words say.</param>
/// <param name="Days">The days that it can mean, where the calendar gives them.</param>
/// <param name="Rule">The rule that read it.</param>
public sealed record TimeExpression(
    TextSpan Span,
    TimeType Type,
    string Value,
    TimeUnit Precision,
    TimeAnchor Anchor,
    bool IsRelative,
    DayInterval? Days,
    string Rule)
{
    public TimeModifier Modifier { get; init; }

    /// <summary>Of a set: <c>every</c> or <c>each</c>, where it is said.</summary>
    public string? Quantity { get; init; }

    /// <summary>Of a set: how often, such as <c>2X</c>.</summary>
    public string? Frequency { get; init; }

    /// <summary>What the words say, before they were given a place in the calendar.</summary>
    internal TimePhrase? Phrase { get; init; }

    /// <summary>What the expression would mean in a report written on <paramref name="day"/>.</summary>
    /// <remarks>Only of an expression that is relative; any other stays as it is. No tense is known here: a bare weekday is the last such day.</remarks>
    public TimeExpression RelativeTo(DateOnly day)
    {
        if (!IsRelative || Phrase is null)
        {
            return this;
        }

        TimeResolver resolver = new(day, TimeAnchor.Published, isNarrative: false);
        return resolver.Resolve(Phrase, Span, Tense.Past);
    }
}
