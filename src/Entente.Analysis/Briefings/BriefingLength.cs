using System.Diagnostics.CodeAnalysis;

namespace Entente.Analysis.Briefings;

/// <summary>How much of a briefing is printed.</summary>
public enum BriefingLength
{
    /// <summary>Who relies on whom and which quotations were altered, without the evidence.</summary>
    [SuppressMessage("Naming", "CA1720", Justification = "The word the reader types: --length short.")]
    Short,
    Normal,
    /// <summary>All evidence, every edit, the files, and what was looked at and not believed.</summary>
    Full,
}
