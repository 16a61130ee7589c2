using System.Diagnostics;
using System.Text.Json;
using Entente.Analysis;
using Entente.Analysis.Attributions;
using Entente.Analysis.Entities;
using Entente.Analysis.Quantities;
using Entente.Analysis.Syntax;
using Entente.Analysis.Text;
using Entente.Reading;

namespace Entente.Bench;

/// <summary>Tagging, parsing and attribution on one thread beside winkNLP and compromise: the same texts, rounds taken in turn, medians.</summary>
/// <remarks>All speeds are in tokens of ours, so that ratios are those of the times taken. Each step counts the ones before it; reading files is left out on
/// both sides. The peers do no dependency trees; their whole default pipelines are timed.</remarks>
internal static class LanguageSpeed
{
    public static int Run(string folder, int rounds)
    {
        List<Document> documents = [.. new Reader(ReadingOptions.Default).Read([folder], threads: 1).Select(result => result.Document).OfType<Document>()];
        int tokens = documents.Sum(document => Tokenizer.Tokenize(document).Tokens.Length);
        SyntaxParser parser = new(SyntaxModel.English);
        DocumentAnalyser analyser = new();
        EntityFinder entities = new(MentionModel.English);
        Dictionary<Document, ParsedDocument> parsed = new(ReferenceEqualityComparer.Instance);
        foreach (Document document in documents)
        {
            parsed[document] = parser.Parse(Tokenizer.Tokenize(document));
        }

        (string Name, Action<Document> Do)[] steps =
        [
            ("tokens and sentences", document => Tokenizer.Tokenize(document)),
            ("and tags", document => parser.Parse(Tokenizer.Tokenize(document), static (_, _) => false)),
            ("and trees", document => parser.Parse(Tokenizer.Tokenize(document))),
            ("attribution in all", document => AttributionFinder.Find(Tokenizer.Tokenize(document), parser)),
            ("all findings of a report", document => analyser.Analyse(document)),
            ("entities, tags given", document => entities.Find(parsed[document])),
            ("quantities, trees given", document => QuantityFinder.Find(parsed[document], [])),
        ];
        Dictionary<string, List<double>> speeds = [];
        Console.WriteLine($"{documents.Count} texts, {tokens} tokens, one thread; thousand tokens a second");
        for (int round = 0; round <= rounds; round++)
        {
            foreach ((string name, Action<Document> step) in steps)
            {
                Note(name, tokens / Seconds(documents, step), round);
            }

            foreach (string peer in new[] { "wink-nlp", "compromise" })
            {
                if (round > 0)
                {
                    Note(peer, tokens / Peer(folder, peer), round);
                }
            }
        }

        double ours = Median(speeds["attribution in all"]);
        foreach ((string name, List<double> speed) in speeds)
        {
            Console.WriteLine($"{name,-24} {Median(speed) / 1000,8:F0}   attribution is {ours / Median(speed),6:F2} as fast");
        }

        return 0;

        // The first round warms up.
        void Note(string name, double speed, int round)
        {
            if (round > 0)
            {
                (speeds.TryGetValue(name, out List<double>? list) ? list : speeds[name] = []).Add(speed);
            }
        }
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static double Seconds(List<Document> documents, Action<Document> step)
    {
        Stopwatch watch = Stopwatch.StartNew();
        foreach (Document document in documents)
        {
            step(document);
        }

        return watch.Elapsed.TotalSeconds;
    }

    private static double Peer(string folder, string peer)
    {
        string output = NodePeer.Run("language", folder, peer, "1");
        using JsonDocument measured = JsonDocument.Parse(output);
        return measured.RootElement.GetProperty("seconds").GetDouble();
    }
}
