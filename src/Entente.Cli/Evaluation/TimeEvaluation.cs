using System.Collections.Immutable;
using System.Globalization;
using Entente.Analysis.Scoring;
using Entente.Analysis.Text;
using Entente.Analysis.Times;

namespace Entente.Cli.Evaluation;

/// <summary>Measures expressions of time against a folder of TimeML files (<c>*.tml</c>, values as TIMEX3), or of specified utterances (<see cref="TimeSpecification"/>).</summary>
internal static class TimeEvaluation
{
    /// <param name="errors">How many errors of each kind to list.</param>
    /// <returns>0; 1 where a floor is broken. A missing set is said and skipped.</returns>
    public static int Run(string directory, TextWriter output, int errors = 0, string? floors = null, bool writeFloors = false)
    {
        if (TimeSpecification.IsIn(directory))
        {
            return TimeSpecification.Run(directory, output, errors, floors, writeFloors);
        }

        string[] files = !Directory.Exists(directory) ? [] : [.. Directory.GetFiles(directory, "*.tml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        if (files.Length == 0)
        {
            output.WriteLine($"times: {directory} has no *.tml and no *Parser.json to measure on; skipped");
            return 0;
        }

        TimeScores scores = new();
        TimeErrors listed = new();
        foreach (string file in files)
        {
            TimeMlFile report = TimeMlFile.Read(file);
            ImmutableArray<TimeExpression> found = TimeFinder.Find(Tokenizer.Tokenize(report.Document));
            GoldTime[] values = [.. found.Select(f => new GoldTime(f.Span, f.Value))];
            scores.Add(report.Gold, values);
            listed.Add(report, found, values);
        }

        output.WriteLine($"times: {files.Length} reports, {scores.Gold} expressions marked, {scores.Found} found");
        output.WriteLine("                         precision  recall  F1");
        Print("extent to the letter", scores.Strict, output);
        Print("extents overlap", scores.Lenient, output);
        Print("extent and value", scores.StrictValue, output);
        Print("overlap and value", scores.LenientValue, output);
        listed.Print(errors, output);
        Dictionary<string, double> figures = new()
        {
            ["strictF1"] = scores.Strict.F1,
            ["lenientF1"] = scores.Lenient.F1,
            ["strictValueF1"] = scores.StrictValue.F1,
            ["lenientValueF1"] = scores.LenientValue.F1,
        };
        return floors is null ? 0 : Floors.Compare("times", directory, figures, output, floors, writeFloors);
    }

    private static void Print(string name, PrecisionRecall score, TextWriter output) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-22} {score.Precision,9:F4}  {score.Recall:F4}  {score.F1:F4}"));
}
