namespace Entente.Reading.Inputs;

/// <summary>The endings of files that are read inside a folder, each also with <c>.gz</c>.</summary>
internal static class Endings
{
    private static readonly HashSet<string> s_readable = new(StringComparer.OrdinalIgnoreCase)
    {
        ".html", ".htm", ".xhtml", ".txt", ".text", ".md", ".markdown", ".json", ".jsonl", ".ndjson",
        ".xml", ".rss", ".atom", ".rdf", ".eml", ".warc", ".pdf",
    };

    public static bool AreReadable(string name) => s_readable.Contains(Of(name));

    /// <summary>The last ending, <c>.gz</c> aside, in lower case with its dot; empty when there is none.</summary>
    public static string Of(string name)
    {
        string file = WithoutGz(Path.GetFileName(name));
        return Path.GetExtension(file).ToLowerInvariant();
    }

    /// <summary>The file's name without folder and endings. What follows a dot but is no ending stays: <c>2015.12.09</c>, <c>No. 4 talks</c>.</summary>
    public static string Stem(string name)
    {
        string file = WithoutGz(Path.GetFileName(name));
        string ending = Path.GetExtension(file);
        bool isEnding = s_readable.Contains(ending)
            || (ending.Length is >= 2 and <= 6 && char.IsAsciiLetter(ending[1]) && !ending.Contains(' ', StringComparison.Ordinal));
        return isEnding && file.Length > ending.Length ? file[..^ending.Length] : file;
    }

    /// <summary>A README describes the pile it lies in; it is no report.</summary>
    public static bool IsReadme(string name) => Stem(name).Equals("readme", StringComparison.OrdinalIgnoreCase)
        && Of(name) is (".md" or ".markdown" or ".txt" or ".text");

    private static string WithoutGz(string file) =>
        file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) && file.Length > 3 ? file[..^3] : file;
}
