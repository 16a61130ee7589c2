using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Entente.Cli.Evaluation;

/// <summary>The figures that reading once reached on a set of pages and must not fall below; bound to the very files by their hash.</summary>
internal sealed record ReadingFloors(double WordF1, double AuthorExact, double DateExact, string CorpusSha256)
{
    /// <summary>The floors of one set in <c>floors.json</c>; null where it has none.</summary>
    public static ReadingFloors? TryRead(string path, string set)
    {
        JsonNode? floors = File.Exists(path) ? JsonNode.Parse(File.ReadAllText(path))?["reading"]?[set] : null;
        return floors is null ? null : new ReadingFloors(
            (double)floors["wordF1"]!, (double)floors["authorExact"]!, (double)floors["dateExact"]!, (string)floors["corpusSha256"]!);
    }

    /// <summary>Writes the floors into <paramref name="path"/>, keeping those of other stages; the reason for refusal, or null.</summary>
    public string? TryWrite(string path, string set)
    {
        if (TryRead(path, set) is { } before && before.CorpusSha256 == CorpusSha256
            && (WordF1 < before.WordF1 || AuthorExact < before.AuthorExact || DateExact < before.DateExact))
        {
            return $"a floor in {path} would go down; lower it by hand, in a commit of its own that says why";
        }

        JsonObject root = File.Exists(path) ? JsonNode.Parse(File.ReadAllText(path))!.AsObject() : [];
        JsonObject reading = root["reading"] as JsonObject ?? [];
        JsonObject floors = reading[set] as JsonObject ?? [];
        (floors["wordF1"], floors["authorExact"], floors["dateExact"], floors["corpusSha256"]) = (WordF1, AuthorExact, DateExact, CorpusSha256);
        reading[set] = floors;
        root["reading"] = reading;
        File.WriteAllText(path, root.ToJsonString(new JsonSerializerOptions { WriteIndented = true }) + "\n");
        return null;
    }

    /// <summary>What a set of pages was measured to reach, rounded down so that the same run stays above it.</summary>
    public static ReadingFloors From(ReadingScores scores, string corpus) => new(
        Down(scores.WordF1), Down(ReadingScores.Share(scores.Authors)), Down(ReadingScores.Share(scores.Dates)), corpus);

    /// <summary>The figures below their floors, as sentences.</summary>
    public IEnumerable<string> Broken(ReadingScores scores)
    {
        foreach ((string name, double floor, double figure) in ((string, double, double)[])
            [("wordF1", WordF1, scores.WordF1), ("authorExact", AuthorExact, ReadingScores.Share(scores.Authors)), ("dateExact", DateExact, ReadingScores.Share(scores.Dates))])
        {
            if (figure < floor)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"{name} is {figure:F4}, below its floor of {floor:F4}");
            }
        }
    }

    /// <summary>SHA-256 over the names and bytes of all files of a set, in order of name.</summary>
    public static string HashOf(string directory)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        string[] files = Directory.GetFiles(directory, "*", SearchOption.AllDirectories);
        string[] names = [.. files.Select(file => Path.GetRelativePath(directory, file).Replace('\\', '/'))];
        Array.Sort(names, files, StringComparer.Ordinal);
        for (int i = 0; i < files.Length; i++)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(names[i] + "\n"));
            hash.AppendData(File.ReadAllBytes(files[i]));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static double Down(double figure) => Math.Floor(figure * 1000) / 1000;
}
