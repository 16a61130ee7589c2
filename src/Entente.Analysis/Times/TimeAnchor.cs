namespace Entente.Analysis.Times;

/// <summary>What a relative expression was counted from.</summary>
public enum TimeAnchor
{
    /// <summary>Nothing: the expression says it all itself, or nothing is known to count it from and it stays relative.</summary>
    None,

    /// <summary>The day in the report's dateline.</summary>
    Dateline,

    /// <summary>The day the report was published.</summary>
    Published,

    /// <summary>A time that the text names earlier.</summary>
    Document,
}
