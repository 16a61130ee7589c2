namespace Entente.Fuzz;

/// <summary>What came of fuzzing: the runs made and, if a rule was broken, by which input.</summary>
internal sealed record FuzzOutcome(int Runs, byte[]? Input, string? Broken);
