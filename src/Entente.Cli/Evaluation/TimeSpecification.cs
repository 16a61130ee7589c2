using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Entente.Analysis.Text;
using Entente.Analysis.Times;

namespace Entente.Cli.Evaluation;

/// <summary>Measures expressions of time against utterances with their reference time and what is to be found in them (<c>*Extractor.json</c>, <c>*Parser.json</c>, <c>DateTimeModel.json</c>).</summary>
/// <remarks>
/// Which files count, what is right and how their notation is compared with TIMEX3 is told in <c>docs/specs/times.md</c>: in short, an extractor's case is right where every extent
/// expected is found, and nothing where nothing is; a parser's where the value is right too; a case of the model or the merged files where besides nothing else is found.
/// Extents are compared without a leading preposition or article, as the set has "in the" where TimeML has not.
/// </remarks>
internal static class TimeSpecification
{
    private static readonly string[] s_stems = ["Date", "DatePeriod", "DateTime", "DateTimePeriod", "Duration", "Holiday", "Merged", "Set", "Time", "TimePeriod"];

    private static readonly HashSet<string> s_lead = new(StringComparer.OrdinalIgnoreCase)
    {
        "in", "on", "at", "from", "between", "within", "for", "since", "until", "till", "before", "after", "by", "during", "to", "the", "of", "around", "about", "over", "starting", "beginning",
    };

    // Bounds and their like, which the set counts in and TimeML does not.
    private static readonly string[] s_bounds = ["no later than ", "no earlier than ", "later than ", "earlier than ", "as early as ", "as late as ", "prior to ", "ending ", "through "];

    private static readonly string[] s_tails = [" or later", " or after", " or earlier", " or before", " and later", " and after", " and before", " or newer", " or older", " onwards", " onward"];

    public static bool IsIn(string directory) => Directory.Exists(directory) && Files(directory).Length > 0;

    /// <param name="errors">How many cases that went wrong to list, of each file.</param>
    public static int Run(string directory, TextWriter output, int errors = 0, string? floors = null, bool writeFloors = false)
    {
        int cases = 0, right = 0, extents = 0;
        List<string> lines = [];
        List<string> wrong = [];
        foreach (string file in Files(directory))
        {
            string name = Path.GetFileNameWithoutExtension(file);
            (int all, int good, int found) = (0, 0, 0);
            using JsonDocument json = JsonDocument.Parse(File.ReadAllText(file));
            foreach (JsonElement item in json.RootElement.EnumerateArray())
            {
                all++;
                string verdict = Judge(name, item);
                good += verdict.Length == 0 ? 1 : 0;
                found += verdict.StartsWith("extent", StringComparison.Ordinal) ? 0 : 1;
                if (verdict.Length > 0 && wrong.Count(w => w.StartsWith(name, StringComparison.Ordinal)) < errors)
                {
                    wrong.Add($"{name}: {item.GetProperty("Input").GetString()}  {verdict}");
                }
            }

            cases += all;
            right += good;
            extents += found;
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"  {name,-24} {all,6}  {Share(good, all):F4}  {Share(found, all):F4}"));
        }

        output.WriteLine($"times: {cases} specified cases");
        output.WriteLine("                            cases  right   extents right");
        lines.ForEach(output.WriteLine);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {"all",-24} {cases,6}  {Share(right, cases):F4}  {Share(extents, cases):F4}"));
        foreach (string line in wrong)
        {
            output.WriteLine("    " + line);
        }

        Dictionary<string, double> figures = new() { ["right"] = Share(right, cases) };
        return floors is null ? 0 : Floors.Compare("times", directory, figures, output, floors, writeFloors);
    }

    private static string[] Files(string directory) =>
        [.. s_stems.SelectMany(s => new[] { s + "Extractor.json", s + "Parser.json" }).Append("DateTimeModel.json").Select(n => Path.Combine(directory, n)).Where(File.Exists).Order(StringComparer.Ordinal)];

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;

    /// <summary>What is wrong with a case; empty if nothing is.</summary>
    private static string Judge(string file, JsonElement item)
    {
        string text = item.GetProperty("Input").GetString() ?? "";
        Document document = new()
        {
            Id = "case",
            Sha256 = "",
            Text = text,
            Blocks = [new Block(BlockKind.Body, new TextSpan(0, text.Length))],
            Language = "en",
            Published = Reference(item),
        };
        ImmutableArray<TimeExpression> found = TimeFinder.Find(Tokenizer.Tokenize(document));
        SpecifiedTime[] expected = [.. item.GetProperty("Results").EnumerateArray().Select(SpecifiedTime.Read)];
        bool extractor = file.EndsWith("Extractor", StringComparison.Ordinal);
        bool strict = file is "DateTimeModel" || file.StartsWith("Merged", StringComparison.Ordinal);
        HashSet<int> used = [];
        foreach (SpecifiedTime time in expected)
        {
            (int one, int other) = Run(text, found, Core(text, time.Span));
            if (one < 0)
            {
                return $"extent: \"{time.Span.Of(text)}\", found {Told(text, found)}";
            }

            for (int f = one; f <= other; f++)
            {
                used.Add(f);
            }

            DateOnly reference = document.Published!.Date;
            bool counted = time.Span.Of(text).Split(' ')[0] is "in" or "within" or "In" or "Within";
            bool right = time.Readings.Any(r => Enumerable.Range(one, other - one + 1).Any(f => Enumerable.Range(f, other - f + 1).Any(g =>
                SpecifiedMatch.IsRight(time.Type, r, found[f], found[g]) || (f == g && SpecifiedMatch.IsRightLength(r, found[f], f < other && found[f + 1].Days is { } days ? days.First : counted ? reference : null)))));
            if (!extractor && !right)
            {
                return $"value: \"{time.Span.Of(text)}\" {time.Type} {string.Join(" | ", time.Readings.Select(r => $"{r.Timex} {r.Value}{r.Start}..{r.End}").Distinct())}, found {Told(text, found)}";
            }
        }

        bool extra = (strict && used.Count < found.Length) || (expected.Length == 0 && found.Length > 0);
        return extra ? $"extent: too much, found {Told(text, found)}" : "";
    }

    /// <summary>Those of ours that fill an extent of the set, with nothing between them but the words that TimeML parts expressions at.</summary>
    private static (int First, int Last) Run(string text, ImmutableArray<TimeExpression> found, TextSpan core)
    {
        for (int f = 0; f < found.Length; f++)
        {
            for (int g = f; g < found.Length && (g == f || IsJoint(text, found[g - 1].Span.End, found[g].Span.Start)); g++)
            {
                if (Core(text, new TextSpan(found[f].Span.Start, found[g].Span.End)) == core)
                {
                    return (f, g);
                }
            }
        }

        return (-1, -1);
    }

    private static bool IsJoint(string text, int start, int end) =>
        start <= end && text[start..end].Split([' ', ',', '(', ')'], StringSplitOptions.RemoveEmptyEntries).All(w => s_lead.Contains(w) || w is "and" or "-" or "–" or "through" or "no" or "later" or "earlier" or "than");

    private static StatedTime? Reference(JsonElement item) =>
        item.TryGetProperty("Context", out JsonElement context) && context.ValueKind == JsonValueKind.Object && context.TryGetProperty("ReferenceDateTime", out JsonElement stated)
            && stated.GetString() is { Length: >= 16 } value && DateTime.TryParseExact(value[..16], "yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime time)
            ? StatedTime.FromClock(time, null, false, TimeOrigin.Record)
            : StatedTime.FromDay(new DateOnly(2016, 11, 7), TimeOrigin.Record);

    private static string Told(string text, ImmutableArray<TimeExpression> found) => string.Join(", ", found.Select(f => $"\"{f.Span.Of(text)}\" {f.Value}"));

    private static TextSpan Core(string text, TextSpan span)
    {
        (int start, int end) = (Math.Min(span.Start, text.Length), Math.Min(span.End, text.Length));
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is ',' or '.'))
        {
            end--;
        }

        foreach (string tail in s_tails)
        {
            end = text[start..end].EndsWith(tail, StringComparison.OrdinalIgnoreCase) ? end - tail.Length : end;
        }

        while (true)
        {
            while (start < end && char.IsWhiteSpace(text[start]))
            {
                start++;
            }

            int word = start;
            while (word < end && char.IsLetter(text[word]))
            {
                word++;
            }

            if (word == start || word == end || !char.IsWhiteSpace(text[word]) || !s_lead.Contains(text[start..word]))
            {
                string rest = text[start..end];
                if (s_bounds.FirstOrDefault(b => rest.StartsWith(b, StringComparison.OrdinalIgnoreCase)) is { } bound)
                {
                    start += bound.Length;
                    continue;
                }

                return new TextSpan(start, end);
            }

            start = word;
        }
    }
}
