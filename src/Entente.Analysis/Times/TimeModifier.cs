namespace Entente.Analysis.Times;

/// <summary>What a word does to the value of an expression ("early", "more than"), as TIMEX3's <c>mod</c>.</summary>
public enum TimeModifier
{
    None,
    Approx,
    Before,
    After,
    OnOrBefore,
    OnOrAfter,
    LessThan,
    MoreThan,
    EqualOrLess,
    EqualOrMore,
    Start,
    Mid,
    End,
}
