namespace Entente.Tests.Architecture;

public class HouseRulesTests
{
    private const int LongestWithoutReason = 600;

    [Fact]
    public void No_source_file_is_longer_than_600_lines_without_a_reason_in_its_header()
    {
        IReadOnlyList<string> sources = SourceTree.Sources("src");
        Assert.True(sources.Count > 30, "The sources were not found.");
        Assert.Empty(sources.Where(file =>
        {
            string[] lines = File.ReadAllLines(file);
            return lines.Length > LongestWithoutReason && !lines.Take(5).Any(l => l.StartsWith("// Long because", StringComparison.Ordinal));
        }).Select(file => Path.GetFileName(file)));
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/tour.md")]
    public void Links_in_the_docs_lead_to_files_that_exist(string page)
    {
        string text = File.ReadAllText(SourceTree.In(page));
        string folder = Path.GetDirectoryName(SourceTree.In(page))!;
        List<string> targets = [.. Targets(text).Where(t => !t.Contains("://", StringComparison.Ordinal) && !t.StartsWith('#'))];
        Assert.NotEmpty(targets);
        Assert.All(targets, target =>
        {
            string path = Path.Combine(folder, target.Split('#')[0]);
            Assert.True(File.Exists(path) || Directory.Exists(path), target);
        });
    }

    private static IEnumerable<string> Targets(string markdown)
    {
        int at = 0;
        while ((at = markdown.IndexOf("](", at, StringComparison.Ordinal)) >= 0)
        {
            int end = markdown.IndexOf(')', at);
            yield return markdown[(at + 2)..end];
            at = end;
        }
    }
}
