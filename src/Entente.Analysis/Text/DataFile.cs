namespace Entente.Analysis.Text;

/// <summary>The word lists, tables and style sheets that ship inside the assembly, by their path below the project's folder.</summary>
internal static class DataFile
{
    /// <summary>The rows of a table: one a line, columns parted by tabs; <c>#</c> opens a comment line.</summary>
    /// <param name="name">Such as <c>Text/Languages/en/spelling.tsv</c>.</param>
    public static IEnumerable<string[]> Rows(string name) => Lines(name).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'));

    public static IEnumerable<string> Lines(string name)
    {
        using StreamReader reader = Open(name);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    public static string Text(string name)
    {
        using StreamReader reader = Open(name);
        return reader.ReadToEnd();
    }

    private static StreamReader Open(string name) => new(typeof(DataFile).Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"The assembly was built without its data file {name}."));
}
