using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Entente.Analysis;
using Entente.Analysis.Quantities;
using Entente.Analysis.Scoring;
using Entente.Analysis.Text;

namespace Entente.Cli.Evaluation;

/// <summary>Measures quantities and their slots on reports in <c>DIR/ID.json</c> (their words under <c>text</c>) against marks that hold places and numbers alone.</summary>
internal static class QuantityEvaluation
{
    public const string Development = "development";
    public const string Held = "held";

    /// <param name="labels">The marks; null for <c>quantities/newsclusters.jsonl</c> beside the floors, or below <c>gold</c>.</param>
    /// <param name="part">development or held; null for both.</param>
    /// <param name="errors">How many errors of the development part to list.</param>
    /// <returns>0; 1 where a floor is broken, a unit invented or a sum wrong. A missing set is said and skipped.</returns>
    public static int Run(string directory, TextWriter output, string? labels = null, string? part = null, int errors = 0, string? floors = null, bool writeFloors = false)
    {
        labels ??= Path.Combine(floors is null ? "gold" : Path.GetDirectoryName(Path.GetFullPath(floors))!, "quantities", "newsclusters.jsonl");
        if (!Directory.Exists(directory) || !File.Exists(labels))
        {
            output.WriteLine($"quantities: {(File.Exists(labels) ? directory : labels)} is not there; skipped");
            return 0;
        }

        QuantityScores all = new();
        SortedDictionary<string, QuantityScores> parts = new(StringComparer.Ordinal);
        List<string> listed = [];
        DocumentAnalyser analyser = new();
        int reports = 0, regions = 0, missing = 0;
        foreach (IGrouping<string, QuantityGold> report in QuantityGold.ReadAll(labels).Where(g => part is null || g.Part == part).GroupBy(g => g.File))
        {
            string path = Path.Combine(directory, report.Key + ".json");
            if (!File.Exists(path))
            {
                missing++;
                continue;
            }

            reports++;
            Document document = Read(report.Key, path);
            ImmutableArray<Quantity> found = analyser.Analyse(document).Quantities;
            foreach (QuantityGold region in report)
            {
                regions++;
                Quantity[] inside = [.. found.Where(q => region.Region.Contains(q.Span))];
                ImmutableArray<QuantityVerdict> verdicts = all.Add(document.Text, region.Slots, inside);
                if (!parts.TryGetValue(region.Part, out QuantityScores? scores))
                {
                    parts[region.Part] = scores = new QuantityScores();
                }

                scores.Add(document.Text, region.Slots, inside);
                if (errors > 0 && region.Part == Development)
                {
                    listed.AddRange(verdicts.Select(v => Error(document.Text, region.Region, v)).OfType<string>());
                }
            }
        }

        if (reports == 0)
        {
            output.WriteLine($"quantities: {directory} has none of the reports that {labels} marks; skipped");
            return 0;
        }

        output.WriteLine($"quantities: {regions} regions of {reports} reports, {all.Gold} quantities marked, {all.Framed} of them with a frame{(missing == 0 ? "" : $"; {missing} reports are not there")}");
        Print(all, parts, output);
        PrintErrors(listed, errors, output);
        int invented = all.WrongSums + all.InventedUnits;
        // The floors are those of the whole, and of the part whose errors nobody reads.
        int compared = floors is null || part is not null ? 0 : Floors.Compare("quantities", directory, Figures(all, parts), output, floors, writeFloors);
        return invented > 0 ? 1 : compared;
    }

    /// <summary>The text as it is, each line a paragraph, so that places stay what they are in the file.</summary>
    private static Document Read(string id, string path)
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(path));
        string text = json.RootElement.GetProperty("text").GetString()!;
        List<Block> blocks = [];
        int at = 0;
        while (at < text.Length)
        {
            int end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end;
            if (!string.IsNullOrWhiteSpace(text[at..end]))
            {
                blocks.Add(new Block(BlockKind.Body, new TextSpan(at, end)));
            }

            at = end + 1;
        }

        return new Document { Id = id, Sha256 = "", Text = text, Blocks = [.. blocks], Language = "en" };
    }

    /// <remarks>How often a frame is given is no floor: what matters of it is in the frames exact of all, and to abstain is no loss beside a wrong one.</remarks>
    private static Dictionary<string, double> Figures(QuantityScores all, SortedDictionary<string, QuantityScores> parts)
    {
        Dictionary<string, double> figures = new()
        {
            ["valuePrecision"] = all.Values.Precision,
            ["valueRecall"] = all.Values.Recall,
            ["frameExactOfGiven"] = all.ExactOfGiven,
            ["frameExactOfAll"] = all.ExactOfAll,
        };
        if (parts.TryGetValue(Held, out QuantityScores? held))
        {
            figures["heldFrameExactOfGiven"] = held.ExactOfGiven;
            figures["heldFrameExactOfAll"] = held.ExactOfAll;
        }

        return figures;
    }

    private static void Print(QuantityScores all, SortedDictionary<string, QuantityScores> parts, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine("  part          marked  found  value: precision  recall   frames  exact of given  of all  abstention  with place and time");
        foreach ((string name, QuantityScores scores) in parts.Select(p => (p.Key, p.Value)).Append(("all", all)))
        {
            Line($"  {name,-12} {scores.Gold,7} {scores.Found,6} {scores.Values.Precision,17:F3} {scores.Values.Recall,7:F3} {scores.Framed,8} {scores.ExactOfGiven,15:F3} {scores.ExactOfAll,7:F3} {scores.Abstention,11:F3} {scores.ExactWithPlaceAndTimeOfGiven,20:F3}");
        }

        output.WriteLine();
        output.WriteLine("  kind          marked  found  value right");
        foreach ((QuantityKind kind, int gold, int found, int right) in all.Kinds)
        {
            Line($"  {JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString()),-12} {gold,7} {found,6} {right,12}");
        }

        output.WriteLine();
        Line($"  places: {all.Places.Right} right of {all.Places.Given} given, {all.Places.Gold} marked; times: {all.Times.Right} right of {all.Times.Given} given, {all.Times.Gold} marked");
        Line($"  frames given where none is marked: {all.FramesInvented}; wrong sums: {all.WrongSums}; invented units: {all.InventedUnits}");

        void Line(FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
    }

    private static string? Error(string text, TextSpan region, QuantityVerdict verdict)
    {
        bool right = verdict.Gold is { } gold && verdict.Found is { } found && verdict.ValueRight && (verdict.FrameExact || (!gold.HasFrame && found.Slot is null));
        bool placed = verdict.PlaceRight && verdict.TimeRight;
        if (right && (placed || verdict.Gold is not { HasFrame: true }))
        {
            return null;
        }

        string kind = right ? "other place or time" : verdict.Gold is null ? "spurious" : verdict.Found is null ? "missed" : !verdict.ValueRight ? "other value" : verdict.Found.Slot is null ? "no frame" : "other frame";
        return $"{kind}: {text[region.Start..region.End].Replace('\n', ' ')}\n      marked {Marked(text, verdict.Gold)}\n      found  {Found(text, verdict.Found)}";
    }

    private static string Marked(string text, GoldQuantity? gold) => gold is null
        ? "–"
        : Value(gold.Span.Of(text), gold.Kind, gold.Qualifier, gold.Min, gold.Max, gold.Of, gold.Unit) + $" noun {Words(text, gold.Noun)} predicate {Words(text, gold.Predicate)} place {Words(text, gold.Place)} as of {Words(text, gold.AsOf)}";

    private static string Found(string text, Quantity? found) => found is null
        ? "–"
        : Value(found.Span.Of(text), found.Kind, found.Qualifier, found.Min, found.Max, found.Of, found.Unit)
            + $" noun {found.Slot?.Noun?.Of(text) ?? "–"} predicate {found.Slot?.Predicate?.Of(text) ?? "–"} place {found.Slot?.Place?.Of(text) ?? "–"} as of {found.Slot?.AsOf?.Span.Of(text) ?? "–"} ({found.Rule})";

    private static string Words(string text, ImmutableArray<TextSpan> spans) => spans.IsEmpty ? "–" : string.Join('|', spans.Select(s => s.Of(text)));

    private static string Value(string words, QuantityKind kind, Qualifier qualifier, decimal? min, decimal? max, decimal? of, string? unit) =>
        string.Create(CultureInfo.InvariantCulture, $"[{words}] {kind} {qualifier} {min?.ToString(CultureInfo.InvariantCulture) ?? "…"}–{max?.ToString(CultureInfo.InvariantCulture) ?? "…"}{(of is null ? "" : $" of {of}")}{(unit is null ? "" : " " + unit)}");

    private static void PrintErrors(List<string> listed, int errors, TextWriter output)
    {
        if (listed.Count == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine($"  {listed.Count} errors in the development part, {Math.Min(errors, listed.Count)} of them:");
        // Spread over the reports, and the same from run to run.
        foreach (string error in listed.OrderBy(AttributionErrors.Hash).Take(errors))
        {
            output.WriteLine("    " + error);
        }
    }
}
