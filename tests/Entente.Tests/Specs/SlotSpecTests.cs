using System.Globalization;
using Entente.Analysis;
using Entente.Analysis.Briefings;
using Entente.Analysis.Quantities;
using Entente.Tests.Analysis.Text;
using Entente.Tests.Architecture;

namespace Entente.Tests.Specs;

public sealed class SlotSpecTests
{
    private static readonly ThreadLocal<DocumentAnalyser> s_analyser = new(() => new DocumentAnalyser());

    public static TheoryData<string, string> Slots()
    {
        TheoryData<string, string> examples = [];
        List<string>? block = null;
        foreach (string line in File.ReadAllLines(SourceTree.In("docs", "specs", "slots.md")))
        {
            if (line == "```slots")
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
    [MemberData(nameof(Slots))]
    public void Example_fills_the_slots_that_the_specification_says(string text, string expected)
    {
        DocumentFindings findings = s_analyser.Value!.Analyse(Documents.FromParagraphs(text.Split("\n\n")));
        IEnumerable<string> found = findings.Quantities.Select(q => Render(findings.Document.Text, q) + Source(findings, q));
        string all = string.Join('\n', found);
        Assert.Equal(expected, all.Length == 0 ? "none" : all);
    }

    [Fact]
    public void The_specification_has_examples() => Assert.True(Slots().Count > 25);

    private static string Render(string text, Quantity q) =>
        $"{q.Span.Of(text)} | {q.Kind} {Value(q)}{(q.Unit is null ? "" : " " + q.Unit)}{(q.Per is null ? "" : " per " + q.Per)} | "
        + string.Join(" | ", new[] { q.Slot?.Noun, q.Slot?.Predicate, q.Slot?.Place, q.Slot?.AsOf?.Span }.Select(s => s?.Of(text) ?? "–"));

    private static string Source(DocumentFindings findings, Quantity q)
    {
        if (q.Attribution is not { } attribution)
        {
            return "";
        }

        string words = string.Join(' ', findings.Attributions[attribution].Source.Select(s => s.Of(findings.Document.Text)));
        return " | " + (words.Length == 0 ? "not stated" : words);
    }

    private static string Value(Quantity q)
    {
        string of = q.Of is not { } second ? "" : (q.Kind == QuantityKind.Score ? ":" : "/") + Number(second);
        return q.Qualifier switch
        {
            Qualifier.Range => $"{Number(q.Min)}–{Number(q.Max)}",
            Qualifier.AtLeast => "≥" + Number(q.Min),
            Qualifier.MoreThan => ">" + Number(q.Min),
            Qualifier.UpTo => "≤" + Number(q.Max),
            Qualifier.LessThan => "<" + Number(q.Max),
            Qualifier.About => "~" + Number(q.Min),
            _ => Number(q.Min),
        } + of;
    }

    private static string Number(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "…";
}
