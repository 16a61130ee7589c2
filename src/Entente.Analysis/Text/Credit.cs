namespace Entente.Analysis.Text;

/// <summary>In which words a report says that it has something from another outlet.</summary>
public enum CreditKind
{
    Byline,
    Dateline,
    Trailing,
    Via,
    OriginalSource,
    Told,
    AccordingTo,
    ReportedBy,
    Link,
    Syndicated,
}

/// <summary>One place where a report names an outlet as its source.</summary>
/// <param name="Outlet">The outlet's name in the register's spelling if it is known there, else as written.</param>
/// <param name="Span">The words that make the credit.</param>
/// <param name="Rule">The rule that found it.</param>
public sealed record Credit(CreditKind Kind, string Outlet, TextSpan Span, string Rule);
