using System.Collections.Immutable;
using System.Globalization;
using Entente.Analysis.Entities;
using Entente.Analysis.Scoring;
using Entente.Analysis.Syntax;
using Entente.Analysis.Text;

namespace Entente.Cli.Evaluation;

/// <summary>Measures which mentions are put together, the mentions being given, within the topics of a set.</summary>
internal static class CoreferenceEvaluation
{
    /// <returns>0; 1 where a floor is broken. A missing set is said and skipped.</returns>
    public static int Run(string directory, TextWriter output, string? floors = null, bool writeFloors = false)
    {
        List<AnnotatedNews> news = Read(directory);
        if (news.Count == 0)
        {
            output.WriteLine($"coreference: {directory} has no reports with chains to measure on; skipped");
            return 0;
        }

        SyntaxParser parser = new(SyntaxModel.English);
        List<int> found = [], gold = [], heads = [];
        int offset = 0;
        foreach (IGrouping<string, AnnotatedNews> topic in news.GroupBy(n => n.Topic).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            List<GivenMentions> documents = [];
            Dictionary<string, int> chains = new(StringComparer.Ordinal), sameWord = new(StringComparer.OrdinalIgnoreCase);
            foreach (AnnotatedNews report in topic)
            {
                (Document document, ImmutableArray<(TextSpan Span, string Chain)> entities) = report.Entities();
                documents.Add(new GivenMentions(parser.Parse(Tokenizer.Tokenize(document), static (_, _) => false), [.. entities.Select(e => e.Span)]));
                foreach ((TextSpan span, string chain) in entities)
                {
                    gold.Add(offset + Number(chains, chain));
                    string words = span.Of(document.Text);
                    heads.Add(offset + Number(sameWord, words[(words.LastIndexOf(' ') + 1)..]));
                }
            }

            found.AddRange(MentionChains.Find(documents, MentionModel.English).SelectMany(f => f).Select(c => c + offset));
            offset = Math.Max(offset, Math.Max(gold.Max(), Math.Max(heads.Max(), found.Max()))) + 1;
        }

        CoreferenceScores scores = CoreferenceScores.Of(found, gold);
        output.WriteLine($"coreference: {news.Count} documents, {gold.Count} mentions given");
        output.WriteLine("                     MUC     B-cubed  CEAF-e  mean");
        Print("found", scores, output);
        Print("same last word", CoreferenceScores.Of(heads, gold), output);
        return floors is null ? 0 : Floors.Compare("coreference", directory, new Dictionary<string, double> { ["conllF1"] = scores.Conll }, output, floors, writeFloors);
    }

    private static int Number(Dictionary<string, int> numbers, string key)
    {
        numbers.TryAdd(key, numbers.Count);
        return numbers[key];
    }

    private static void Print(string name, CoreferenceScores scores, TextWriter output) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-18} {scores.Muc.F1:F4}  {scores.BCubed.F1:F4}   {scores.CeafE.F1:F4}  {scores.Conll:F4}"));

    private static List<AnnotatedNews> Read(string directory)
    {
        string tables = Path.Combine(directory, "output_data", "en");
        if (File.Exists(Path.Combine(tables, "meantime.conll")))
        {
            using StreamReader tokens = File.OpenText(Path.Combine(tables, "meantime.conll"));
            using FileStream mentions = File.OpenRead(Path.Combine(tables, "entities_mentions.json"));
            return [.. MeantimeReader.Read(tokens, mentions)];
        }

        List<AnnotatedNews> news = [];
        foreach (string file in Directory.Exists(directory) ? Directory.GetFiles(directory, "*ecb*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : Enumerable.Empty<string>())
        {
            using FileStream xml = File.OpenRead(file);
            news.Add(EcbPlusReader.Read(xml, Path.GetFileNameWithoutExtension(file), Path.GetFileName(Path.GetDirectoryName(file)) ?? ""));
        }

        return news;
    }
}
