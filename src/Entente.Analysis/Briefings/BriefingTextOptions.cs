namespace Entente.Analysis.Briefings;

/// <summary>How a briefing is printed in a terminal.</summary>
public sealed record BriefingTextOptions
{
    public static BriefingTextOptions Default { get; } = new();

    /// <summary>Columns; no line is wider. 30 to 500; a value outside is taken as the nearest inside.</summary>
    public int Width { get; init; } = 80;

    /// <summary>Whether to colour with ANSI sequences. Nothing is said by colour alone.</summary>
    public bool Color { get; init; }

    public BriefingLength Length { get; init; } = BriefingLength.Normal;
}
