using System.Text.Json;
using Entente.Analysis;
using Entente.Analysis.Attributions;
using Entente.Analysis.Text;
using Entente.Analysis.Tracing;

namespace Entente.Tests.Specs;

public class TraceSpecTests
{
    public static TheoryData<string, string> Examples => SpecPile.Examples("trace.md");

    [Theory]
    [MemberData(nameof(Examples))]
    public void Finds_what_the_page_says(string under, string example)
    {
        string[] lines = example.Split('\n', 2);
        SpecPile pile = SpecPile.Parse(lines[1]);
        SentenceTrace trace = SentenceTracer.Trace(lines[0]["trace | ".Length..], pile.Documents);

        List<string> found = [.. trace.Appearances.Concat(trace.Apart).SelectMany(a => Print(a, withSteps: pile.Expected.Any(e => e.Contains(" step ", StringComparison.Ordinal))))];
        found.AddRange(trace.Rejected.Select(r => $"near {r.Document.Id} {r.Words} of {Of(r.Words, r.Share)}"));
        if (trace.Appearances.Length > 0)
        {
            found.Add(Print(trace.Origin));
        }

        Assert.True(pile.Expected.Length > 0, under);
        Assert.Equal(pile.Expected, found.DefaultIfEmpty("none"));
    }

    [Fact]
    public void The_page_has_examples() => Assert.True(Examples.Count >= 12);

    private static IEnumerable<string> Print(Appearance appearance, bool withSteps)
    {
        yield return $"{appearance.Document.Id} {appearance.Words} of {Of(appearance.Words, appearance.Share)}"
            + (appearance.IsPart ? " part" : "")
            + (appearance.Block == BlockKind.Comment ? " comment" : "")
            + (appearance.InQuotation ? " quoted" : appearance.IsPartlyQuoted ? " partly-quoted" : "")
            + (appearance.Speaker is { } speaker ? $" by {speaker}" : "")
            + (withSteps && appearance.Step is { } step ? $" step {step}" : "");
        foreach (WordEdit edit in appearance.Edits)
        {
            string sides = string.Join(" > ", new[] { edit.From, edit.To }.Where(s => s.Length > 0));
            yield return $"{appearance.Document.Id} {JsonNamingPolicy.KebabCaseLower.ConvertName(edit.Kind.ToString())}{(edit.MeaningBearing ? "!" : "")} {sides} ({appearance.EditsFrom!.Document.Id})";
        }
    }

    private static string Print(Origin origin) => "origin " + origin.Kind switch
    {
        OriginKind.Document => origin.Document,
        OriginKind.MissingSource => origin.Outlet + ", missing",
        OriginKind.Occasion => "occasion",
        _ => "unknown",
    };

    private static int Of(int words, double share) => (int)Math.Round(words / share);
}
