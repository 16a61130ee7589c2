namespace Entente.Analysis.Stories;

/// <summary>What a report is about, as weighted terms in order of term number; its length is one.</summary>
internal sealed record TermVector(int[] Terms, double[] Weights);
