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

    public static TheoryData<string, string> Quotations() => Examples("quotes");

    public static TheoryData<string, string> Certainties() => Examples("certainty");

    [Theory]
    [MemberData(nameof(Quotations))]
    public void Example_is_read_as_the_specification_says(string text, string expected) => Assert.Equal(expected, Read(text, Render));

    [Theory]
    [MemberData(nameof(Certainties))]
    public void Example_is_as_certain_as_the_specification_says(string text, string expected) =>
        Assert.Equal(expected, Read(text, (all, a) => $"{a.Certainty} | {Join(all, a.Content)}"));

    [Fact]
    public void The_specifications_have_examples()
    {
        Assert.True(Quotations().Count > 50);
        Assert.True(Certainties().Count > 10);
    }

    /// <summary>The blocks of the page that bears their name.</summary>
    private static TheoryData<string, string> Examples(string kind)
    {
        TheoryData<string, string> examples = [];
        List<string>? block = null;
        foreach (string line in File.ReadAllLines(Path.Combine(Root(), "docs", "specs", kind + ".md")))
        {
            if (line == "```" + kind)
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

    private static string Read(string text, Func<string, Attribution, string> render)
    {
        Document document = Documents.FromParagraphs(text.Split("\n\n"));
        string found = string.Join('\n', AttributionFinder.Find(Tokenizer.Tokenize(document), s_parser.Value!).Select(a => render(document.Text, a)));
        return found.Length == 0 ? "none" : found;
    }

    private static string Render(string text, Attribution a) =>
        $"{a.Mode} | {Join(text, a.Source)} | {Join(text, a.Cue)} | {Join(text, a.Content)} | {a.Rule}{(a.Meant is { } meant ? $" | {meant.Reason}: {meant.Mention.Of(text)}" : "")}";

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
