using Entente.Cli.Reference;
using Entente.Tests.Architecture;

namespace Entente.Tests.Cli;

public class ReferencePagesTests
{
    public static TheoryData<string> Pages => [.. ReferencePages.All().Select(page => page.Name)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_generated_pages_in_docs_are_those_that_the_code_makes(string name)
    {
        string expected = ReferencePages.All().Single(page => page.Name == name).Text;
        string actual = File.ReadAllText(SourceTree.In("docs", "reference", name));
        Assert.True(expected == actual, $"docs/reference/{name} is stale: run ./entente reference docs/reference");
    }
}
