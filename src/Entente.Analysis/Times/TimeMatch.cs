namespace Entente.Analysis.Times;

/// <summary>A phrase and its tokens, <c>[First, End)</c>.</summary>
internal readonly record struct TimeMatch(int First, int End, TimePhrase Phrase);
