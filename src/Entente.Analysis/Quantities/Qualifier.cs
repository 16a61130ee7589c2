namespace Entente.Analysis.Quantities;

/// <summary>How a text bounds a number.</summary>
public enum Qualifier : byte
{
    /// <summary>The bare number.</summary>
    Exactly,

    About,

    /// <summary>The number or more: "at least", "dozens of".</summary>
    AtLeast,

    MoreThan,

    /// <summary>The number or less: "up to", "as many as".</summary>
    UpTo,

    LessThan,

    /// <summary>From one number to another.</summary>
    Range,
}
