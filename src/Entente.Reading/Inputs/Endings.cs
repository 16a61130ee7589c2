using System.Buffers;

namespace Entente.Reading.Inputs;

/// <summary>The endings of files that are read inside a folder, each also with <c>.gz</c>.</summary>
internal static class Endings
{
    private static readonly HashSet<string> s_readable = new(StringComparer.OrdinalIgnoreCase)
    {
        ".html", ".htm", ".xhtml", ".txt", ".text", ".md", ".markdown", ".json", ".jsonl", ".ndjson",
        ".xml", ".rss", ".atom", ".rdf", ".eml", ".warc", ".pdf",
    };

    private static readonly HashSet<string> s_aboutFolders = new(StringComparer.OrdinalIgnoreCase)
    {
        "readme", "license", "licence", "copying", "notice", "changelog", "contributing",
    };

    private static readonly SearchValues<char> s_capitals = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ_-");

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

    /// <summary>Whether the file is about the folder it lies in, and no report of the pile: a README, licence or change log, or a
    /// Markdown file whose whole name is in capitals, as such files are named by custom.</summary>
    public static bool IsAboutItsFolder(string name)
    {
        string stem = Stem(name);
        string ending = Of(name);
        bool isMarkdown = ending is ".md" or ".markdown";
        return (isMarkdown && stem.Length > 3 && !stem.AsSpan().ContainsAnyExcept(s_capitals) && stem.AsSpan().ContainsAnyInRange('A', 'Z'))
            || ((isMarkdown || ending is ".txt" or ".text") && s_aboutFolders.Contains(stem));
    }

    private static string WithoutGz(string file) =>
        file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) && file.Length > 3 ? file[..^3] : file;
}
