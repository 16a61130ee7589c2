namespace Entente.Reading.Containers;

/// <summary>How the bytes of one report are to be understood.</summary>
internal enum ReportForm
{
    Text,
    Html,
    Record,
    FeedEntry,
    Mail,
    Pdf,
}
