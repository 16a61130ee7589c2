using System.Collections.Immutable;
using Entente.Analysis.Scoring;
using Entente.Analysis.Text;
using Entente.Analysis.Times;

namespace Entente.Cli.Evaluation;

/// <summary>What went wrong with expressions of time, to learn from.</summary>
/// <remarks>Which are listed depends on a hash of document and place alone, so that they come from all over the set and stay the same from run to run.</remarks>
internal sealed class TimeErrors
{
    private const int Around = 45;

    private static readonly string[] s_kinds = ["missed", "spurious", "other extent", "other value"];

    private readonly List<(string Kind, uint Order, string Line)> _errors = [];

    public void Add(TimeMlFile report, ImmutableArray<TimeExpression> found, IReadOnlyList<GoldTime> values)
    {
        string text = report.Document.Text;
        IReadOnlyList<(int Gold, int Found)> pairs = TimeScores.Pairs(report.Gold, values);
        HashSet<int> gold = [.. pairs.Select(p => p.Gold)];
        HashSet<int> taken = [.. pairs.Select(p => p.Found)];
        for (int g = 0; g < report.Gold.Count; g++)
        {
            if (!gold.Contains(g))
            {
                Add("missed", report.Gold[g].Span, $"= {report.Gold[g].Value}");
            }
        }

        for (int f = 0; f < found.Length; f++)
        {
            if (!taken.Contains(f))
            {
                Add("spurious", found[f].Span, $"= {found[f].Value} ({found[f].Rule})");
            }
        }

        foreach ((int g, int f) in pairs)
        {
            if (report.Gold[g].Span != found[f].Span)
            {
                Add("other extent", report.Gold[g].Span, $"found \"{found[f].Span.Of(text)}\" ({found[f].Rule})");
            }
            else if (report.Gold[g].Value != found[f].Value)
            {
                Add("other value", report.Gold[g].Span, $"marked {report.Gold[g].Value}, found {found[f].Value} ({found[f].Rule}, {found[f].Anchor})");
            }
        }

        void Add(string kind, TextSpan span, string told)
        {
            int start = Math.Max(0, span.Start - Around), end = Math.Min(text.Length, span.End + Around);
            string line = $"{text[start..span.Start]}[{span.Of(text)}]{text[span.End..end]}".ReplaceLineEndings(" ");
            _errors.Add((kind, AttributionErrors.Hash($"{report.Document.Id}\0{span.Start}"), $"{report.Document.Id} {span.Start}: …{line}…  {told}"));
        }
    }

    /// <param name="most">Of each kind.</param>
    public void Print(int most, TextWriter output)
    {
        foreach (string kind in most > 0 ? s_kinds : [])
        {
            (string, uint, string Line)[] errors = [.. _errors.Where(e => e.Kind == kind).OrderBy(e => e.Order).ThenBy(e => e.Line, StringComparer.Ordinal)];
            output.WriteLine();
            output.WriteLine($"  {kind}: {errors.Length}");
            foreach ((_, _, string line) in errors.Take(most))
            {
                output.WriteLine($"    {line}");
            }
        }
    }
}
