namespace Entente.Reading.Inputs;

/// <summary>What a file holds, told from its first bytes and its ending.</summary>
internal enum Content
{
    Text,
    Html,
    Json,
    JsonLines,
    Xml,
    Mail,
    Warc,
    Pdf,
    Gzip,
    Binary,
}
