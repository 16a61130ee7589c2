namespace Entente.Cli.Evaluation;

/// <summary>One value that the specification allows: its notation, and what it resolves to from the reference time. The end is exclusive, as the set has it.</summary>
internal sealed record SpecifiedReading(string Timex, string? Value, string? Start, string? End);
