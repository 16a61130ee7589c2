using System.Collections.Immutable;
using System.Globalization;
using Entente.Analysis.Entities;
using Entente.Analysis.Scoring;
using Entente.Analysis.Syntax;
using Entente.Analysis.Text;

namespace Entente.Tools.TrainEntities;

/// <summary>Learns what speaks for two mentions meaning the same from ECB+ and MEANTIME, and measures it on topics left out.</summary>
internal static class LinkTraining
{
    private sealed record Topic(string Set, string Name, List<MentionedThing> Mentions, List<int> Chains, LinkEvidence.Setting Setting);

    public static void Run(string data, string output, bool listPairs = false)
    {
        List<Topic> topics = Read(data);
        Console.WriteLine($"{topics.Count} topics, {topics.Sum(t => t.Mentions.Count)} mentions");
        foreach (IGrouping<string, Topic> set in topics.GroupBy(t => t.Set))
        {
            Report(set.Key + " same head", set.Select(t => (SameHead(t), t)));
        }

        foreach (double threshold in new[] { ChainBuilder.Threshold })
        {
            foreach (string set in topics.Select(t => t.Set).Distinct())
            {
                List<Topic> measured = [.. topics.Where(t => t.Set == set)];
                int folds = Math.Min(5, measured.Count);
                List<(int[] Found, Topic Topic)> results = [];
                object gate = new();
                Parallel.For(0, folds, new ParallelOptions { MaxDegreeOfParallelism = 2 }, fold =>
                {
                    List<Topic> left = [.. measured.Where((_, i) => i % folds == fold)];
                    LinkModel model = new(Train(topics.Except(left)));
                    LinkModel antecedents = new(TrainAntecedents(topics.Except(left)));
                    foreach (Topic topic in left)
                    {
                        int[] found = ChainBuilder.Build(topic.Mentions, model, topic.Setting, antecedents, threshold);
                        lock (gate)
                        {
                            results.Add((found, topic));
                        }
                    }
                });
                Report($"{set} left out, {threshold}", results.OrderBy(r => r.Topic.Name, StringComparer.Ordinal));
                if (listPairs)
                {
                    ReportPairs(results);
                }
            }
        }

        Write(Path.Combine(output, "link-weights.tsv"), "Evidence that two mentions mean the same, and its weight", Train(topics));
        Write(Path.Combine(output, "antecedent-weights.tsv"), "Evidence that an earlier mention is what a pronoun or a description means, and its weight", TrainAntecedents(topics));
    }

    private static void Write(string file, string what, Dictionary<string, float> weights) =>
        File.WriteAllLines(file, [$"# {what}; learned by tools/TrainEntities from ECB+ (CC BY 3.0) and MEANTIME (CC BY 4.0).",
            .. weights.Where(w => Math.Abs(w.Value) >= 0.03).OrderBy(w => w.Key, StringComparer.Ordinal).Select(w => string.Create(CultureInfo.InvariantCulture, $"{w.Key}\t{w.Value:F2}"))]);

    private static void Report(string name, IEnumerable<(int[] Found, Topic Topic)> results)
    {
        List<int> found = [], gold = [];
        int offset = 0;
        foreach ((int[] chains, Topic topic) in results)
        {
            found.AddRange(chains.Select(c => c + offset));
            gold.AddRange(topic.Chains.Select(c => c + offset));
            offset += topic.Mentions.Count + 1;
        }

        CoreferenceScores scores = CoreferenceScores.Of(found, gold);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: MUC {scores.Muc.F1:F3} (P {scores.Muc.Precision:F3} R {scores.Muc.Recall:F3}) B3 {scores.BCubed.F1:F3} (P {scores.BCubed.Precision:F3} R {scores.BCubed.Recall:F3}) CEAFe {scores.CeafE.F1:F3} CoNLL {scores.Conll:F4}"));
    }

    private static void ReportPairs(IEnumerable<(int[] Found, Topic Topic)> results)
    {
        Dictionary<string, int> listed = [];
        SortedDictionary<string, (int Gold, int Found, int Right)> counts = new(StringComparer.Ordinal);
        foreach ((int[] found, Topic topic) in results)
        {
            for (int i = 0; i < found.Length; i++)
            {
                for (int j = i + 1; j < found.Length; j++)
                {
                    bool gold = topic.Chains[i] == topic.Chains[j], put = found[i] == found[j];
                    if (!gold && !put)
                    {
                        continue;
                    }

                    MentionedThing a = topic.Mentions[i], b = topic.Mentions[j];
                    string key = $"{(a.Kind < b.Kind ? a.Kind : b.Kind)}-{(a.Kind < b.Kind ? b.Kind : a.Kind)} {(a.Document == b.Document ? "in" : "across")} {(a.Head == b.Head ? "same head" : "other head")}";
                    if (gold != put && a.Kind != MentionKind.Pronoun && b.Kind != MentionKind.Pronoun)
                    {
                        string one = string.Join(' ', a.Forms), two = string.Join(' ', b.Forms);
                        string line = (gold ? "MISSED " : "WRONG ") + (a.Document == b.Document ? "in " : "across ") + (string.CompareOrdinal(one, two) < 0 ? one + " | " + two : two + " | " + one) + $" {a.Type} {b.Type}";
                        listed[line] = listed.GetValueOrDefault(line) + 1;
                    }

                    (int g, int f, int r) = counts.GetValueOrDefault(key);
                    counts[key] = (g + (gold ? 1 : 0), f + (put ? 1 : 0), r + (gold && put ? 1 : 0));
                }
            }
        }

        foreach ((string line, int count) in listed.OrderByDescending(l => l.Value).Take(110))
        {
            Console.WriteLine($"        {count,5} {line}");
        }

        foreach ((string key, (int gold, int found, int right)) in counts)
        {
            Console.WriteLine($"    {key,-45} gold {gold,6} found {found,6} right {right,6}");
        }
    }

    private static int[] SameHead(Topic topic)
    {
        Dictionary<ulong, int> heads = [];
        return [.. topic.Mentions.Select(m => heads.TryAdd(m.Head, heads.Count) ? heads[m.Head] : heads[m.Head])];
    }

    private static List<Topic> Read(string data)
    {
        List<AnnotatedNews> ecb = [];
        foreach (string file in Directory.GetFiles(Path.Combine(data, "ecbplus"), "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            using FileStream xml = File.OpenRead(file);
            ecb.Add(EcbPlusReader.Read(xml, Path.GetFileNameWithoutExtension(file), Path.GetFileName(Path.GetDirectoryName(file))!));
        }

        string meantime = Path.Combine(data, "meantime", "output_data", "en");
        using StreamReader tokens = File.OpenText(Path.Combine(meantime, "meantime.conll"));
        using FileStream mentions = File.OpenRead(Path.Combine(meantime, "entities_mentions.json"));
        SyntaxParser parser = new(SyntaxModel.English);
        return [.. Topics("ecbplus", ecb, parser), .. Topics("meantime", MeantimeReader.Read(tokens, mentions), parser)];
    }

    private static IEnumerable<Topic> Topics(string set, IEnumerable<AnnotatedNews> news, SyntaxParser parser)
    {
        foreach (IGrouping<string, AnnotatedNews> topic in news.GroupBy(n => n.Topic).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            List<GivenMentions> documents = [];
            List<List<string>> marked = [];
            foreach (AnnotatedNews report in topic)
            {
                (Document document, ImmutableArray<(TextSpan Span, string Chain)> entities) = report.Entities();
                documents.Add(new GivenMentions(parser.Parse(Tokenizer.Tokenize(document), static (_, _) => false), [.. entities.Select(e => e.Span)]));
                marked.Add([.. entities.Select(e => e.Chain)]);
            }

            (List<MentionedThing> things, List<(int Document, int Mention)> places, LinkEvidence.Setting setting) = MentionChains.Read(documents, MentionModel.English);
            Dictionary<string, int> numbers = [];
            List<int> chains = [.. places.Select(p => marked[p.Document][p.Mention]).Select(c => numbers.TryAdd(c, numbers.Count) ? numbers[c] : numbers[c])];
            if (things.Count > 0)
            {
                yield return new Topic(set, topic.Key, things, chains, setting);
            }
        }
    }

    private static Dictionary<string, float> TrainAntecedents(IEnumerable<Topic> topics)
    {
        Dictionary<string, int> index = [];
        List<(int[][] Candidates, bool[] Right)> cases = [];
        int[] Rows(List<string> features) => [.. features.Select(f => index.TryAdd(f, index.Count) ? index.Count - 1 : index[f])];
        foreach (Topic topic in topics)
        {
            foreach (IGrouping<int, int> document in Enumerable.Range(0, topic.Mentions.Count).GroupBy(i => topic.Mentions[i].Document))
            {
                int[] order = [.. document.OrderBy(i => topic.Mentions[i].Span)];
                MentionedThing[] things = [.. order.Select(i => topic.Mentions[i])];
                AntecedentFinder finder = new(things);
                for (int m = 0; m < order.Length; m++)
                {
                    if (things[m].Kind == MentionKind.Name || (things[m].Kind == MentionKind.Description && things.Take(m).Any(t => t.Head == things[m].Head)))
                    {
                        continue;
                    }

                    EvidenceList evidence = new(named: true);
                    List<int[]> candidates = [];
                    List<bool> right = [];
                    finder.ForEachCandidate(m, evidence, candidate =>
                    {
                        candidates.Add(Rows(evidence.Names));
                        right.Add(candidate >= 0 ? topic.Chains[order[candidate]] == topic.Chains[order[m]] : !right.Contains(true));
                    });
                    cases.Add(([.. candidates], [.. right]));
                }
            }
        }

        float[] weights = new float[index.Count], squares = new float[index.Count];
        int[] shuffled = [.. Enumerable.Range(0, cases.Count)];
        Shuffler shuffler = new(11);
        for (int epoch = 0; epoch < 10; epoch++)
        {
            shuffler.Shuffle(shuffled);
            foreach (int c in shuffled)
            {
                (int[][] candidates, bool[] right) = cases[c];
                double[] scores = [.. candidates.Select(rows => (double)rows.Sum(r => weights[r]))];
                double top = scores.Max();
                double all = 0, good = 0;
                for (int i = 0; i < scores.Length; i++)
                {
                    scores[i] = Math.Exp(scores[i] - top);
                    all += scores[i];
                    good += right[i] ? scores[i] : 0;
                }

                for (int i = 0; i < scores.Length; i++)
                {
                    float gradient = (float)((right[i] ? scores[i] / good : 0) - (scores[i] / all));
                    if (Math.Abs(gradient) < 1e-4)
                    {
                        continue;
                    }

                    foreach (int row in candidates[i])
                    {
                        float g = gradient - (1e-4f * weights[row]);
                        squares[row] += g * g;
                        weights[row] += 0.1f * g / (MathF.Sqrt(squares[row]) + 1e-2f);
                    }
                }
            }
        }

        return index.ToDictionary(i => i.Key, i => weights[i.Value]);
    }

    private static Dictionary<string, float> Train(IEnumerable<Topic> topics)
    {
        Dictionary<string, int> index = [];
        List<(int[] Features, bool Same, float Weight)> pairs = [];
        List<string> features = [];
        foreach (Topic topic in topics)
        {
            for (int i = 0; i < topic.Mentions.Count; i++)
            {
                for (int j = i + 1; j < topic.Mentions.Count; j++)
                {
                    MentionedThing a = topic.Mentions[i], b = topic.Mentions[j];
                    if (a.Kind == MentionKind.Pronoun || b.Kind == MentionKind.Pronoun)
                    {
                        continue;
                    }

                    bool same = topic.Chains[i] == topic.Chains[j];
                    // Most pairs have nothing in common and nothing to teach.
                    if (!same && a.Document != b.Document && a.Head != b.Head && ((i * 7919) + j) % 12 != 0)
                    {
                        continue;
                    }

                    features.Clear();
                    LinkEvidence.Write(a, b, topic.Setting, features);
                    int[] rows = new int[features.Count];
                    for (int f = 0; f < rows.Length; f++)
                    {
                        rows[f] = index.TryAdd(features[f], index.Count) ? index.Count - 1 : index[features[f]];
                    }

                    float weight = !same && a.Document != b.Document && a.Head != b.Head ? 12 : 1;
                    pairs.Add((rows, same, weight));
                }
            }
        }

        float[] weights = new float[index.Count];
        float[] squares = new float[index.Count];
        int[] order = [.. Enumerable.Range(0, pairs.Count)];
        Shuffler shuffler = new(7);
        for (int epoch = 0; epoch < 6; epoch++)
        {
            shuffler.Shuffle(order);
            foreach (int p in order)
            {
                (int[] rows, bool same, float weight) = pairs[p];
                float score = 0;
                foreach (int row in rows)
                {
                    score += weights[row];
                }

                float error = ((same ? 1 : 0) - (1 / (1 + MathF.Exp(-score)))) * Math.Min(weight, 3);
                foreach (int row in rows)
                {
                    float gradient = error - (1e-5f * weights[row]);
                    squares[row] += gradient * gradient;
                    weights[row] += 0.1f * gradient / (MathF.Sqrt(squares[row]) + 1e-2f);
                }
            }
        }

        return index.ToDictionary(i => i.Key, i => weights[i.Value]);
    }
}
