using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Entente.Analysis.Attributions;
using Entente.Analysis.Syntax;
using Entente.Analysis.Text;
using Entente.Tests.Analysis.Text;

namespace Entente.Tests.Specs;

public sealed class QuoteSpecTests
{
    private static readonly ThreadLocal<SyntaxParser> s_parser = new(() => new SyntaxParser(SyntaxModel.English));

    public static TheoryData<string, string> Examples()
    {
        TheoryData<string, string> examples = [];
        List<string>? block = null;
        foreach (string line in File.ReadAllLines(Path.Combine(Root(), "docs", "specs", "quotes.md")))
        {
            if (line == "```quotes")
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
        TokenizedDocument document = Tokenizer.Tokenize(Documents.FromParagraphs(text.Split("\n\n")));
        string found = string.Join('\n', AttributionFinder.Find(s_parser.Value!.Parse(document)).Select(a => Render(document.Document.Text, a)));
        Assert.Equal(expected, found.Length == 0 ? "none" : found);
    }

    [Fact]
    public void The_specification_has_examples() => Assert.True(Examples().Count > 20);

    private static string Render(string text, Attribution a) =>
        $"{a.Mode} | {Join(text, a.Source)} | {Join(text, a.Cue)} | {Join(text, a.Content)} | {a.Rule}";

    private static string Join(string text, ImmutableArray<TextSpan> spans) =>
        spans.IsEmpty ? "–" : string.Join(" ⋯ ", spans.Select(s => s.Of(text)));

    private static string Root([CallerFilePath] string here = "")
    {
        string? folder = Path.GetDirectoryName(here);
        while (folder is not null && !File.Exists(Path.Combine(folder, "Entente.slnx")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("The repository's root was not found above " + here);
    }
}
