using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Entente.Analysis;
using Entente.Analysis.Attributions;
using Entente.Analysis.Scoring;
using Entente.Analysis.Text;

namespace Entente.Cli.Evaluation;

/// <summary>Measures who is said to have said what, against a set laid out as PolNeAR is: <c>DIR/PART/text/NAME.txt</c> and <c>DIR/PART/attributions/NAME_ANNOTATOR.ann</c>.</summary>
/// <remarks>
/// Each text is read and analysed as any report is. Tokens are ours, of the whole text: what was marked in a block that reading takes for furniture counts as missed.
/// What is counted and how: <see cref="AttributionComparison"/> and <see cref="AttributionScores"/>.
/// </remarks>
internal static class AttributionEvaluation
{
    private const AttributionMode Direct = AttributionMode.Direct;
    private const AttributionMode Mixed = AttributionMode.Mixed;
    private const AttributionMode Indirect = AttributionMode.Indirect;

    /// <param name="part">The folder in <paramref name="directory"/> to measure on, such as <c>dev</c>.</param>
    /// <param name="errors">How many errors of each kind to list.</param>
    /// <returns>0; 1 where a floor is broken. A missing set is said and skipped.</returns>
    public static int Run(
        string directory,
        TextWriter output,
        string part = "dev",
        int errors = 0,
        bool json = false,
        string? floors = null,
        bool writeFloors = false)
    {
        string folder = Path.Combine(directory, part);
        if (!Directory.Exists(Path.Combine(folder, "text")) || !Directory.Exists(Path.Combine(folder, "attributions")))
        {
            output.WriteLine($"attributions: {folder} has no text/ and attributions/; skipped");
            return 0;
        }

        List<Diagnostic> wrong = [];
        AttributionScores scores = new();
        AttributionErrors listed = new();
        DocumentAnalyser analyser = new();
        int reports = 0, unread = 0, outside = 0;
        foreach (AnnotatedReport report in AnnotatedReport.ReadAll(folder, wrong))
        {
            Document document = report.Document;
            ImmutableArray<Attribution> found = analyser.Analyse(document).Attributions;
            AttributionComparison comparison = new(Whole(document), report.Gold, found);
            scores.Add(comparison);
            reports++;
            unread += document.Language == "en" ? 0 : 1;
            outside += report.Gold.Count(g => !document.Blocks.Any(b => b.IsReporting && b.Span.Contains(g.Content[0].Start)));
            if (errors > 0)
            {
                listed.Add(comparison);
            }
        }

        Dictionary<string, double> figures = Figures(scores);
        if (json)
        {
            PrintJson(figures, reports, wrong, output);
        }
        else
        {
            output.WriteLine($"attributions: {reports} reports of {part}, {scores.Gold(Direct, Mixed, Indirect)} attributions marked, {scores.Found(Direct, Mixed, Indirect)} found"
                + $"; {outside} marked outside the reporting blocks, {unread} reports not taken for English");
            Print(scores, output);
            PrintWrong(wrong, output);
            listed.Print(errors, output);
        }

        // The floors are those of the part that is never looked at one by one.
        return floors is null || part != "dev" ? 0 : Floors.Compare("attributions", directory, figures, output, floors, writeFloors);
    }

    /// <summary>The document with tokens over all of its text.</summary>
    private static TokenizedDocument Whole(Document document) => Tokenizer.Tokenize(document with
    {
        Blocks = [.. document.Blocks.Select(block => block.IsReporting ? block : block with { Kind = BlockKind.Body })],
    });

    private static Dictionary<string, double> Figures(AttributionScores scores) => new()
    {
        ["quotedContentF1"] = scores.Content(Direct, Mixed).F1,
        ["quotedSourceRight"] = Share(scores.SourceRight(false, Direct, Mixed)),
        ["indirectContentF1"] = scores.Content(Indirect).F1,
        ["indirectSourceRight"] = Share(scores.SourceRight(false, Indirect)),
        ["contentTokenF1"] = scores.Tokens(AttributionPart.Content).F1,
        ["cueTokenF1"] = scores.Tokens(AttributionPart.Cue).F1,
        ["sourceTokenF1"] = scores.Tokens(AttributionPart.Source).F1,
    };

    private static void Print(AttributionScores scores, TextWriter output)
    {
        (string Name, AttributionMode[] Modes)[] rows =
            [("direct and mixed", [Direct, Mixed]), ("  direct", [Direct]), ("  mixed", [Mixed]), ("indirect", [Indirect]), ("all", [Direct, Mixed, Indirect])];
        output.WriteLine();
        output.WriteLine("  content                marked  found   precision  recall  F1      F1 from 0.3 on");
        foreach ((string name, AttributionMode[] modes) in rows)
        {
            PrecisionRecall half = scores.Content(modes);
            Line($"  {name,-20} {scores.Gold(modes),8} {scores.Found(modes),6}   {half.Precision,9:F3}  {half.Recall,6:F3}  {half.F1:F3}   {scores.LooseContent(modes).F1,14:F3}");
        }

        (int nested, int of) = scores.Nested;
        Line($"  inside another attribution: {of} found, {nested} of them match");
        output.WriteLine();
        output.WriteLine("  source given content    right          same tokens     other   missed   none is right");
        foreach ((string name, AttributionMode[] modes) in rows)
        {
            (int Right, int Of) right = scores.SourceRight(false, modes);
            (int Right, int Of) none = scores.SourceRightlyNone(modes);
            Line($"  {name,-20}   {Share(right):F3} of {right.Of,-5}  {Share(scores.SourceRight(true, modes)),6:F3}         {scores.Sources(SourceVerdict.Other, modes),6}   {scores.Sources(SourceVerdict.Missed, modes),6}   {none.Right} of {none.Of}");
        }

        output.WriteLine();
        output.WriteLine("  tokens               precision  recall  F1      F1 of words alone");
        foreach (AttributionPart part in new[] { AttributionPart.Content, AttributionPart.Cue, AttributionPart.Source })
        {
            PrecisionRecall tokens = scores.Tokens(part);
            Line($"  {JsonNamingPolicy.CamelCase.ConvertName(part.ToString()),-20} {tokens.Precision,9:F3}  {tokens.Recall,6:F3}  {tokens.F1:F3}   {scores.Tokens(part, wordsOnly: true).F1,17:F3}");
        }

        void Line(FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
    }

    private static void PrintWrong(List<Diagnostic> wrong, TextWriter output)
    {
        if (wrong.Count > 0)
        {
            output.WriteLine();
            output.WriteLine($"  {wrong.Count} lines or files of the set were passed over:");
        }

        foreach (IGrouping<string, Diagnostic> kind in wrong.GroupBy(w => w.Code).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"  {kind.Key}  {kind.Count(),4}  {kind.First().Message}{(kind.Count() > 1 ? " …" : "")}");
        }
    }

    private static void PrintJson(Dictionary<string, double> figures, int reports, List<Diagnostic> wrong, TextWriter output)
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter writer = new(bytes, new JsonWriterOptions { Indented = true }))
        {
            writer.WriteStartObject();
            writer.WriteNumber("reports", reports);
            foreach ((string name, double figure) in figures)
            {
                writer.WriteNumber(name, Math.Round(figure, 4));
            }

            writer.WriteStartArray("diagnostics");
            foreach (Diagnostic diagnostic in wrong)
            {
                writer.WriteStartObject();
                writer.WriteString("code", diagnostic.Code);
                writer.WriteString("message", diagnostic.Message);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        output.WriteLine(System.Text.Encoding.UTF8.GetString(bytes.ToArray()));
    }

    private static double Share((int Right, int Of) counts) => counts.Of == 0 ? 0 : (double)counts.Right / counts.Of;
}
