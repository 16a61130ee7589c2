namespace Entente.Analysis.Text;

/// <summary>Reads the word lists and tables that ship inside the assembly: one row a line, columns parted by tabs, <c>#</c> opens a comment line.</summary>
internal static class DataFile
{
    /// <param name="name">Path below the project's folder, such as <c>Reuse/spelling.tsv</c>.</param>
    public static IEnumerable<string[]> Rows(string name)
    {
        using Stream stream = typeof(DataFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly was built without its data file {name}.");
        using StreamReader reader = new(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line.Split('\t');
            }
        }
    }
}
