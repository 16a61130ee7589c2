using System.CommandLine;

namespace Entente.Cli.Commands;

/// <summary>How a command words what it found.</summary>
internal enum OutputFormat
{
    Text,
    Md,
    Html,
    Json,
    Svg,
}

internal static class OutputFormats
{
    /// <param name="offered">Those that the command can write; all when empty.</param>
    public static Option<OutputFormat?> Option(params OutputFormat[] offered)
    {
        OutputFormat[] formats = offered.Length > 0 ? offered : [OutputFormat.Text, OutputFormat.Md, OutputFormat.Html, OutputFormat.Json];
        string[] names = [.. formats.Select(f => f.ToString().ToLowerInvariant())];
        string listed = $"{string.Join(", ", names[..^1])} or {names[^1]}";
        return new("--format", "-f")
        {
            Description = $"{listed}. Default: by the ending of --out, else text.",
            HelpName = "FORMAT",
            CustomParser = result =>
            {
                string given = result.Tokens[0].Value.ToLowerInvariant();
                int at = Array.IndexOf(names, given == "markdown" ? "md" : given);
                if (at >= 0)
                {
                    return formats[at];
                }

                result.AddError($"--format takes {listed}, not {result.Tokens[0].Value}.");
                return null;
            },
        };
    }

    /// <summary>The format asked for; else the one the file's name promises; else text.</summary>
    public static OutputFormat Resolve(OutputFormat? asked, FileInfo? file) => asked ?? file?.Extension.ToLowerInvariant() switch
    {
        ".md" or ".markdown" => OutputFormat.Md,
        ".html" or ".htm" => OutputFormat.Html,
        ".svg" => OutputFormat.Svg,
        ".json" or ".jsonl" or ".ndjson" => OutputFormat.Json,
        _ => OutputFormat.Text,
    };
}
