namespace Entente.Analysis.Briefings;

/// <summary>How <see cref="DocumentSheets"/> are set.</summary>
public enum SheetFormat
{
    Text,
    Markdown,
    Html,
}
