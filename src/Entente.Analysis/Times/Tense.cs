namespace Entente.Analysis.Times;

/// <summary>Which way the words around an expression point.</summary>
internal enum Tense : byte
{
    Unknown,
    Past,
    Future,

    /// <summary>Neither, and nothing farther off is asked.</summary>
    Present,
}
