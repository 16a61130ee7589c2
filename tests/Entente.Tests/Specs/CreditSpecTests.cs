using System.Runtime.CompilerServices;
using Entente.Analysis.Lineage;
using Entente.Analysis.Text;

namespace Entente.Tests.Specs;

public sealed class CreditSpecTests
{
    /// <summary>The rows of the last table of docs/specs/credits.md.</summary>
    public static TheoryData<string, string, string> Examples()
    {
        TheoryData<string, string, string> examples = [];
        bool inTable = false;
        foreach (string line in File.ReadLines(SpecPath()))
        {
            if (line.StartsWith("| sentence |", StringComparison.Ordinal))
            {
                inTable = true;
            }
            else if (inTable && line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| ---", StringComparison.Ordinal))
            {
                string[] cells = line.Split('|', StringSplitOptions.TrimEntries);
                examples.Add(cells[1], cells[2], cells[3]);
            }
        }

        return examples;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_example_holds(string sentence, string outlet, string expected)
    {
        Document report = new()
        {
            Id = "a",
            Sha256 = "",
            Text = sentence,
            Blocks = [new Block(BlockKind.Body, new TextSpan(0, sentence.Length))],
            Outlet = outlet == "–" ? null : new Outlet(outlet),
        };

        string[] found = [.. CreditFinder.Find(report, OutletRegister.Shipped).Select(c => $"{NameOf(c.Kind)}:{c.Outlet}").Order(StringComparer.Ordinal)];
        string[] wanted = [.. (expected == "–" ? "" : expected).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Order(StringComparer.Ordinal)];
        Assert.Equal(wanted, found);
    }

    [Fact]
    public void The_specification_has_examples() => Assert.True(Examples().Count > 30);

    private static string NameOf(CreditKind kind) => string.Concat(kind.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? "-" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));

    private static string SpecPath([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "docs", "specs", "credits.md"));
}
