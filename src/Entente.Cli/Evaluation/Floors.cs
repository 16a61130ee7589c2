using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Entente.Cli.Evaluation;

/// <summary>The figures that a stage once reached on a set and must not fall below; bound to the very files by their hash.</summary>
/// <param name="Stage">As <c>entente eval</c> calls it.</param>
/// <param name="Figures">By name; more is better in all of them.</param>
internal sealed record Floors(string Stage, string Set, IReadOnlyDictionary<string, double> Figures, string CorpusSha256)
{
    private const string Corpus = "corpusSha256";

    /// <summary>Compares what was measured with the floors in <paramref name="path"/>, or writes it there, and says on <paramref name="output"/> what came of it.</summary>
    /// <returns>0; 1 where a floor is broken or may not be lowered, or the file is none of floors.</returns>
    public static int Compare(string stage, string directory, IReadOnlyDictionary<string, double> measured, TextWriter output, string path, bool write)
    {
        try
        {
            return CompareWith(stage, directory, measured, output, path, write);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            output.WriteLine($"  {path} is not a file of floors: {wrong.Message}");
            return 1;
        }
    }

    private static int CompareWith(string stage, string directory, IReadOnlyDictionary<string, double> measured, TextWriter output, string path, bool write)
    {
        string set = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory)));
        string corpus = HashOf(directory);
        if (write)
        {
            string? refusal = new Floors(stage, set, measured.ToDictionary(f => f.Key, f => Down(f.Value)), corpus).TryWrite(path);
            output.WriteLine(refusal is null ? $"  floors written to {path}" : $"  {refusal}");
            return refusal is null ? 0 : 1;
        }

        if (TryRead(path, stage, set) is not { } floors)
        {
            output.WriteLine($"  {path} has no floors for \"{set}\"");
            return 0;
        }

        if (floors.CorpusSha256 != corpus)
        {
            output.WriteLine($"  {path} was measured on other files ({floors.CorpusSha256[..12]}, these are {corpus[..12]}); not compared");
            return 0;
        }

        int broken = 0;
        foreach ((string name, double floor) in floors.Figures)
        {
            if (!measured.TryGetValue(name, out double figure) || figure < floor)
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name} is {figure:F4}, below its floor of {floor:F4}"));
                broken++;
            }
        }

        return broken == 0 ? 0 : 1;
    }

    private static Floors? TryRead(string path, string stage, string set)
    {
        if (!File.Exists(path) || JsonNode.Parse(File.ReadAllText(path))?[stage]?[set] is not JsonObject floors)
        {
            return null;
        }

        return new Floors(
            stage,
            set,
            floors.Where(f => f.Value?.GetValueKind() == JsonValueKind.Number).ToDictionary(f => f.Key, f => (double)f.Value!),
            (string)floors[Corpus]!);
    }

    /// <summary>Writes the floors, keeping those of other stages; the reason for refusal, or null.</summary>
    private string? TryWrite(string path)
    {
        if (TryRead(path, Stage, Set) is { } before && before.CorpusSha256 == CorpusSha256
            && before.Figures.Any(f => Figures.GetValueOrDefault(f.Key) < f.Value))
        {
            return $"a floor in {path} would go down; lower it by hand, in a commit of its own that says why";
        }

        JsonObject root = File.Exists(path) ? JsonNode.Parse(File.ReadAllText(path))!.AsObject() : [];
        JsonObject sets = root[Stage] as JsonObject ?? [];
        JsonObject floors = sets[Set] as JsonObject ?? [];
        foreach ((string name, double figure) in Figures)
        {
            floors[name] = figure;
        }

        floors[Corpus] = CorpusSha256;
        sets[Set] = floors;
        root[Stage] = sets;
        File.WriteAllText(path, root.ToJsonString(new JsonSerializerOptions { WriteIndented = true }) + "\n");
        return null;
    }

    /// <summary>SHA-256 over the names and bytes of all files of a set, in order of name.</summary>
    private static string HashOf(string directory)
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

    // Rounded down, so that the same run stays above it.
    private static double Down(double figure) => Math.Floor(figure * 1000) / 1000;
}
