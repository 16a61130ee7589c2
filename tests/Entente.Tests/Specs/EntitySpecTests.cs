using Entente.Analysis.Entities;
using Entente.Tests.Analysis.Entities;
using Entente.Tests.Architecture;

namespace Entente.Tests.Specs;

public sealed class EntitySpecTests
{
    /// <summary>A name linked with such a doubt or more is shown with a question mark.</summary>
    private const double Doubtful = 0.3;

    public static TheoryData<string, string> Examples()
    {
        TheoryData<string, string> examples = [];
        List<string>? block = null;
        foreach (string line in File.ReadAllLines(SourceTree.In("docs", "specs", "entities.md")))
        {
            if (line == "```entities")
            {
                block = [];
            }
            else if (line == "```" && block is not null)
            {
                examples.Add(
                    string.Join('\n', block.Where(l => !l.StartsWith("=> ", StringComparison.Ordinal))),
                    string.Join('\n', block.Where(l => l.StartsWith("=> ", StringComparison.Ordinal)).Select(l => l[3..])));
                block = null;
            }
            else
            {
                block?.Add(line);
            }
        }

        return examples;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_is_read_as_the_specification_says(string text, string expected)
    {
        Entity[] found = NamesIn.Report(text.Split('\n'));
        string joined = string.Join("\n\n", text.Split('\n'));
        string rendered = found.Length == 0 ? "none" : string.Join('\n', found.Select(e => Render(joined, e)));
        Assert.True(expected == rendered, $"expected\n{expected}\nfound\n{rendered}");
    }

    [Fact]
    public void The_specification_has_examples() => Assert.True(Examples().Count > 15);

    private static string Render(string text, Entity entity) =>
        $"{entity.Type.Word()} | {entity.Name} | {string.Join(", ", entity.Mentions.Select(m => Render(text, m)))}";

    private static string Render(string text, LinkedMention mention)
    {
        string reason = mention.Reason == LinkReason.First ? "" : $" [{string.Concat(mention.Reason.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? "-" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()))}]";
        return mention.Span.Of(text) + reason + (mention.Kind == MentionKind.Name && mention.Doubt >= Doubtful ? "?" : "");
    }
}
