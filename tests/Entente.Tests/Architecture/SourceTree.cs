using System.Runtime.CompilerServices;

namespace Entente.Tests.Architecture;

/// <summary>Where the repository's files are, found from this file's own path.</summary>
internal static class SourceTree
{
    public static string Root { get; } = FindRoot();

    public static string In(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The C# files below a folder, without generated ones, in ordinal order.</summary>
    public static IReadOnlyList<string> Sources(params string[] folder) =>
        [.. Directory.EnumerateFiles(In(folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];

    private static string FindRoot([CallerFilePath] string here = "")
    {
        DirectoryInfo? folder = new FileInfo(here).Directory;
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Entente.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"No Entente.slnx above {here}.");
    }
}
