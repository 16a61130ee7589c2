using System.CommandLine;

namespace Entente.Cli.Commands;

/// <summary>How a command words what it found.</summary>
internal enum OutputFormat
{
    Text,
    Md,
    Html,
    Json,
}

internal static class OutputFormats
{
    public static Option<OutputFormat?> Option() => new("--format", "-f")
    {
        Description = "text, md, html or json. Default: by the ending of --out, else text.",
        HelpName = "FORMAT",
        CustomParser = static result =>
        {
            string given = result.Tokens[0].Value;
            if (Enum.TryParse(given, ignoreCase: true, out OutputFormat format) && char.IsLetter(given[0]))
            {
                return format;
            }

            result.AddError($"--format takes text, md, html or json, not {given}.");
            return null;
        },
    };

    /// <summary>The format asked for; else the one the file's name promises; else text.</summary>
    public static OutputFormat Resolve(OutputFormat? asked, FileInfo? file) => asked ?? file?.Extension.ToLowerInvariant() switch
    {
        ".md" or ".markdown" => OutputFormat.Md,
        ".html" or ".htm" => OutputFormat.Html,
        ".json" or ".jsonl" or ".ndjson" => OutputFormat.Json,
        _ => OutputFormat.Text,
    };
}
