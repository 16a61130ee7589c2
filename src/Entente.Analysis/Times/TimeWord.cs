namespace Entente.Analysis.Times;

/// <summary>Where from and which way a word such as "next" counts.</summary>
internal enum Direction : byte
{
    None,

    /// <summary>The one that the report is written in.</summary>
    This,
    Last,
    Next,

    /// <summary>The one that the text named last.</summary>
    Same,
    Previous,
    Following,
}

/// <summary>Which way a word after a length of time counts it, and from where.</summary>
internal enum Shift : byte
{
    None,

    /// <summary>Back from when the report is written.</summary>
    Ago,

    /// <summary>On from when the report is written.</summary>
    Hence,

    /// <summary>Back from what the text named last.</summary>
    Earlier,

    /// <summary>On from what the text named last.</summary>
    Later,
}

/// <summary>All that one word can be in an expression of time; zero, or null, is "not that".</summary>
internal sealed class TimeWord
{
    public byte Month { get; set; }

    public byte Weekday { get; set; }

    public byte Season { get; set; }

    public TimeUnit Unit { get; set; }

    /// <summary>Units in one of this word: 2 weeks in a fortnight.</summary>
    public byte Units { get; set; } = 1;

    public bool IsPlural { get; set; }

    /// <summary>An abbreviation that counts only beside a figure or another word of time.</summary>
    public bool IsShort { get; set; }

    public int? Number { get; set; }

    public bool IsTens { get; set; }

    public int Multiplier { get; set; }

    public bool IsVague { get; set; }

    public byte Ordinal { get; set; }

    public string? PartOfDay { get; set; }

    /// <summary>The hour of noon or midnight.</summary>
    public byte Clock { get; set; }

    public Direction Direction { get; set; }

    public TimeModifier Stage { get; set; }

    /// <summary>Days from the report's.</summary>
    public sbyte? Days { get; set; }

    public Shift Shift { get; set; }

    /// <summary>−1 before the common era, 1 in it.</summary>
    public sbyte Era { get; set; }

    /// <summary>'a' before noon, 'p' after it.</summary>
    public char Meridiem { get; set; }

    public int? Zone { get; set; }

    public bool IsEvery { get; set; }

    public string? Often { get; set; }

    public bool IsFiller { get; set; }

    public byte Decade { get; set; }

    public bool IsEndOrdinal { get; set; }

}
