using System.Globalization;
using Entente.Analysis.Text;
using Entente.Analysis.Times;
using Entente.Tests.Analysis.Text;
using Entente.Tests.Architecture;

namespace Entente.Tests.Specs;

public sealed class TimeSpecTests
{
    public static TheoryData<string, string, string> Times()
    {
        TheoryData<string, string, string> examples = [];
        List<string>? block = null;
        foreach (string line in File.ReadAllLines(SourceTree.In("docs", "specs", "times.md")))
        {
            if (line == "```times")
            {
                block = [];
            }
            else if (line == "```" && block is not null)
            {
                string published = block[0].StartsWith("published: ", StringComparison.Ordinal) ? block[0]["published: ".Length..] : "";
                examples.Add(
                    published,
                    string.Join('\n', block.Skip(published.Length > 0 ? 1 : 0).Where(l => !l.StartsWith("=> ", StringComparison.Ordinal))),
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
    [MemberData(nameof(Times))]
    public void Example_is_read_as_the_specification_says(string published, string text, string expected)
    {
        StatedTime? day = published.Length == 0 ? null : StatedTime.FromDay(DateOnly.ParseExact(published, "yyyy-MM-dd", CultureInfo.InvariantCulture), TimeOrigin.Record);
        Document document = Documents.Named("a", day, text);
        string found = string.Join('\n', TimeFinder.Find(Tokenizer.Tokenize(document)).Select(t => Render(text, t)));
        Assert.Equal(expected, found.Length == 0 ? "none" : found);
    }

    [Fact]
    public void The_specification_has_examples() => Assert.True(Times().Count > 20);

    private static string Render(string text, TimeExpression time)
    {
        string?[] more =
        [
            time.Anchor == TimeAnchor.None ? null : time.Anchor.ToString().ToLowerInvariant(),
            time.Modifier == TimeModifier.None ? null : string.Concat(time.Modifier.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? "-" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString())),
            time.IsRelative ? "relative" : null,
        ];
        string tail = string.Join(", ", more.Where(m => m is not null));
        return $"{time.Span.Of(text)} | {time.Type.ToString().ToLowerInvariant()} | {time.Value}{(tail.Length > 0 ? " | " + tail : "")}";
    }
}
