using System.Runtime.CompilerServices;
using Entente.Analysis.Text;
using Entente.Tests.Analysis.Reuse;

namespace Entente.Tests.Specs;

/// <summary>An example of <c>docs/specs/reuse.md</c>, <c>origins.md</c> or <c>stories.md</c>: a small pile and what is to be found in it.</summary>
internal sealed record SpecPile(Document[] Documents, string[] Expected)
{
    /// <summary>The examples of a page, each with the heading it stands under.</summary>
    public static TheoryData<string, string> Examples(string page, [CallerFilePath] string here = "")
    {
        string file = Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "docs", "specs", page);
        TheoryData<string, string> examples = [];
        string heading = "";
        List<string>? lines = null;
        foreach (string line in File.ReadLines(file))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                heading = line[3..];
            }
            else if (line == "```example")
            {
                lines = [];
            }
            else if (line == "```" && lines is not null)
            {
                examples.Add($"{heading} ({examples.Count + 1})", string.Join('\n', lines));
                lines = null;
            }
            else
            {
                lines?.Add(line);
            }
        }

        return examples;
    }

    /// <summary>Exactly what the example says must be found; <c>= none</c> says that nothing is.</summary>
    public void AssertFound(IEnumerable<string> found)
    {
        string[] expected = Expected.Length == 0 ? ["nothing is said"] : Expected;
        Assert.Equal(expected.Order(StringComparer.Ordinal), found.DefaultIfEmpty("none").Order(StringComparer.Ordinal));
    }

    public static SpecPile Parse(string example)
    {
        SortedDictionary<string, (string? Outlet, string? Day, List<string> Paragraphs, List<(CreditKind, string, string)> Credits)> reports = new(StringComparer.Ordinal);
        List<string> expected = [];
        foreach (string line in example.Split('\n'))
        {
            int bar = line.IndexOf(" | ", StringComparison.Ordinal);
            string[] words = line.Split(' ');
            if (line.StartsWith("= ", StringComparison.Ordinal))
            {
                expected.Add(line[2..]);
            }
            else if (bar > 0)
            {
                if (!reports.TryGetValue(words[0], out var report))
                {
                    string about = line[words[0].Length..bar].Trim();
                    string? day = about.Length >= 10 && char.IsAsciiDigit(about[^1]) ? about[^10..] : null;
                    string outlet = (day is null ? about : about[..^10]).Trim().TrimStart('@');
                    reports[words[0]] = report = (outlet.Length == 0 ? null : outlet, day, [], []);
                }

                report.Paragraphs.Add(line[(bar + 3)..]);
            }
            else
            {
                Assert.Equal("credits", words[1]);
                int quote = line.IndexOf('"', StringComparison.Ordinal);
                CreditKind kind = Enum.Parse<CreditKind>(words[2].Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
                string outlet = string.Join(' ', words[3..]);
                reports[words[0]].Credits.Add((kind, outlet[..outlet.IndexOf('"', StringComparison.Ordinal)].Trim(), line[(quote + 1)..^1]));
            }
        }

        return new SpecPile(
            [.. reports.Select(r => Reports.Report(r.Key, string.Join("\n\n", r.Value.Paragraphs), r.Value.Outlet, r.Value.Day, [.. r.Value.Credits]))],
            [.. expected]);
    }
}
