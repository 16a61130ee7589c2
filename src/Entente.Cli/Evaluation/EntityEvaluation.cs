using System.Globalization;
using Entente.Analysis.Scoring;
using Entente.Analysis.Text;

namespace Entente.Cli.Evaluation;

/// <summary>Measures the names found in a text, and their types, against reports with a label for every token (<c>*.tsv</c>).</summary>
internal static class EntityEvaluation
{
    /// <summary>What the set calls the types of ours that it marks.</summary>
    private static readonly Dictionary<string, string> s_types = new(StringComparer.Ordinal)
    {
        ["Person"] = "person",
        ["Location"] = "place",
        ["Organization"] = "organisation",
        ["NORP"] = "group",
        ["Facility"] = "facility",
        ["Product"] = "product",
        ["Date"] = "date",
    };

    /// <param name="find">The names of a document, by the words of <c>json.md</c>.</param>
    /// <returns>0; 1 where a floor is broken. A missing set is said and skipped.</returns>
    public static int Run(string directory, TextWriter output, Func<Document, IEnumerable<(TextSpan Span, string Type)>> find, int errors = 0, string? floors = null, bool writeFloors = false)
    {
        string[] files = Directory.Exists(directory) ? [.. Directory.GetFiles(directory, "*.tsv").Order(StringComparer.Ordinal)] : [];
        if (files.Length == 0)
        {
            output.WriteLine($"entities: {directory} has no *.tsv to measure on; skipped");
            return 0;
        }

        MentionScores scores = new();
        SortedDictionary<string, int> fates = new(StringComparer.Ordinal);
        SortedDictionary<string, List<string>> listed = new(StringComparer.Ordinal);
        foreach (string file in files)
        {
            TaggedNews news = TaggedNews.Read(file);
            (TextSpan Span, string Type)[] found = [.. find(news.Document)];
            (List<(TextSpan Span, string Type)> missed, List<(TextSpan Span, string Type)> wrong) = scores.Add(
                news.Names.Where(n => s_types.ContainsKey(n.Type)).Select(n => (n.Span, s_types[n.Type])),
                found.Where(n => s_types.ContainsValue(n.Type)));
            if (errors > 0)
            {
                Tally(missed, found, fates);
                Note(listed, "missed", missed, news);
                Note(listed, "wrong", wrong, news);
            }
        }

        output.WriteLine($"entities: {files.Length} documents");
        output.WriteLine("                     precision  recall  F1      marked");
        Dictionary<string, double> figures = [];
        foreach (string type in scores.Types)
        {
            PrecisionRecall of = scores.Of(type);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {type,-18} {of.Precision,9:F4}  {of.Recall:F4}  {of.F1:F4}  {scores.GoldOf(type)}"));
            figures[type + "F1"] = of.F1;
        }

        foreach ((string fate, int count) in fates.OrderByDescending(f => f.Value))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {count,6}  {fate}"));
        }

        foreach ((string kind, List<string> lines) in listed)
        {
            output.WriteLine();
            output.WriteLine($"{kind}: {lines.Count}");
            int step = Math.Max(1, lines.Count / errors);
            foreach (string line in lines.Where((_, i) => i % step == 0).Take(errors))
            {
                output.WriteLine("  " + line);
            }
        }

        return floors is null ? 0 : Floors.Compare("entities", directory, figures, output, floors, writeFloors);
    }

    /// <summary>What became of the names that were missed: found with another type, with other ends, or not at all.</summary>
    private static void Tally(List<(TextSpan Span, string Type)> missed, (TextSpan Span, string Type)[] found, SortedDictionary<string, int> fates)
    {
        foreach ((TextSpan span, string type) in missed)
        {
            (TextSpan Span, string Type) other = found.FirstOrDefault(f => f.Span == span);
            string fate = other.Type is not null ? $"{type} taken for {other.Type}"
                : found.FirstOrDefault(f => f.Span.Overlaps(span)) is { Type: not null } near ? near.Type == type ? $"{type} with other ends" : $"{type} with other ends, taken for {near.Type}"
                : $"{type} not found";
            fates[fate] = fates.GetValueOrDefault(fate) + 1;
        }
    }

    private static void Note(SortedDictionary<string, List<string>> listed, string kind, List<(TextSpan Span, string Type)> names, TaggedNews news)
    {
        string text = news.Document.Text;
        foreach ((TextSpan span, string type) in names)
        {
            string key = $"{type} {kind}";
            if (!listed.TryGetValue(key, out List<string>? lines))
            {
                listed[key] = lines = [];
            }

            int from = Math.Max(0, span.Start - 40), to = Math.Min(text.Length, span.End + 40);
            lines.Add($"{news.Document.Id}: {text[from..span.Start]}[{span.Of(text)}]{text[span.End..to]}".Replace('\n', ' '));
        }
    }
}
