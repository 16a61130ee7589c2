using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Entente.Tests.Architecture;

/// <summary>A project may use those before it, never those after; the same holds for the folders of Analysis.</summary>
public partial class FolderOrderTests
{
    private static readonly string[] s_projects = ["Entente.Analysis", "Entente.Reading", "Entente.Cli"];

    private static readonly string[] s_analysisFolders = ["Text", "Syntax", "Entities", "Times", "Quantities", "Attributions", "Reuse", "Lineage", "Stories", "Tracing", "Briefings", "Scoring"];

    [Fact]
    public void Every_project_is_in_the_table_and_every_entry_of_the_table_exists() =>
        Assert.Equal(s_projects.Order(StringComparer.Ordinal), FoldersOf("src"));

    [Fact]
    public void Every_folder_of_Analysis_is_in_the_table_and_every_entry_of_the_table_exists() =>
        Assert.Equal(s_analysisFolders.Order(StringComparer.Ordinal), FoldersOf("src", "Entente.Analysis"));

    [Fact]
    public void A_project_references_only_projects_before_it()
    {
        int references = 0;
        foreach (string project in s_projects)
        {
            XDocument file = XDocument.Load(SourceTree.In("src", project, project + ".csproj"));
            foreach (XElement reference in file.Descendants("ProjectReference"))
            {
                string used = Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value);
                Assert.True(Array.IndexOf(s_projects, used) < Array.IndexOf(s_projects, project), $"{project} uses {used}");
                references++;
            }
        }

        Assert.True(references >= 2, "The project files were not read.");
    }

    [Fact]
    public void A_folder_of_Analysis_uses_only_folders_before_it()
    {
        int uses = 0;
        List<string> broken = [];
        foreach (string folder in s_analysisFolders)
        {
            foreach (string file in SourceTree.Sources("src", "Entente.Analysis", folder))
            {
                foreach (Match match in AnalysisNamespace().Matches(File.ReadAllText(file)))
                {
                    string used = match.Groups[1].Value;
                    uses++;
                    if (Array.IndexOf(s_analysisFolders, used) > Array.IndexOf(s_analysisFolders, folder))
                    {
                        broken.Add($"{folder}/{Path.GetFileName(file)} uses {used}");
                    }
                }
            }
        }

        Assert.True(uses > 20, "The sources were not read.");
        Assert.Empty(broken);
    }

    [Fact]
    public void Analysis_does_no_input_or_output()
    {
        string[] forbidden = ["System.IO.File", "File.Read", "File.Open", "File.Write", "Directory.", "new FileStream", "HttpClient", "System.Net.Http", "Console.", "Environment.GetEnvironmentVariable"];
        Assert.Empty(SourceTree.Sources("src", "Entente.Analysis").SelectMany(file =>
            forbidden.Where(word => File.ReadAllText(file).Contains(word, StringComparison.Ordinal)).Select(word => $"{Path.GetFileName(file)}: {word}")));
        Assert.DoesNotContain("PackageReference", File.ReadAllText(SourceTree.In("src", "Entente.Analysis", "Entente.Analysis.csproj")), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_Reading_uses_the_parsers_of_foreign_formats()
    {
        string[] parsers = ["using AngleSharp", "using MimeKit", "using UtfUnknown", "using ICSharpCode.SharpZipLib"];
        Assert.Empty(s_projects.Where(p => p != "Entente.Reading").SelectMany(project => SourceTree.Sources("src", project)).SelectMany(file =>
            parsers.Where(word => File.ReadAllText(file).Contains(word, StringComparison.Ordinal)).Select(word => $"{Path.GetFileName(file)}: {word}")));
    }

    private static IEnumerable<string> FoldersOf(params string[] path) =>
        Directory.EnumerateDirectories(SourceTree.In(path)).Select(d => Path.GetFileName(d)).Where(n => n is not ("bin" or "obj")).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"^\s*using (?:static )?Entente\.Analysis\.(\w+)", RegexOptions.Multiline)]
    private static partial Regex AnalysisNamespace();
}
