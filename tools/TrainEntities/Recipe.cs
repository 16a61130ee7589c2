using Entente.Analysis.Entities;
using Entente.Analysis.Syntax;
using Entente.Analysis.Text;

namespace Entente.Tools.TrainEntities;

/// <summary>From corpora to the shipped model.</summary>
/// <remarks>
/// A first model learns from the corpora that mark every name (Wikigold, Universal NER, GUM) and completes those that mark only some (ECB+, MEANTIME) or none (WCXB, WikiWars),
/// keeping the marks they have. The second learns from all, in two readings of each text: by itself, and with what models that have not seen the text make of its words elsewhere.
/// </remarks>
internal static class Recipe
{
    private const int Folds = 4;
    private const int Least = 3;
    private const int Copies = 1;
    private const int Epochs = 8;
    private const double Rate = 0.05;
    private const float Penalty = 0.3f;

    /// <summary>How much a text counts whose names a model has marked.</summary>
    private const float Completed = 0.4f;
    private const float Copied = 0.5f;

    private sealed record Text(TrainingText Ready, int Fold, float Weight, bool Marked);

    public static MentionModel Run(string data, string root)
    {
        List<AnnotatedText> texts = [.. Corpora.ReadAll(data), .. Corpora.Plain(data)];
        Console.WriteLine($"{texts.Count} texts, {texts.Sum(t => t.Names.Count)} names");
        Augmenter augmenter = new(new NameStore(root), 1);
        SyntaxParser parser = new(SyntaxModel.English);
        List<Text> all = [];
        List<AnnotatedText> open = [];
        for (int i = 0; i < texts.Count; i++)
        {
            if (texts[i].Unmarked != TypeSet.None)
            {
                open.Add(texts[i]);
                continue;
            }

            all.Add(new Text(new TrainingText(texts[i], parser, Gazetteer.Shipped, Hidden((ulong)i)), i % Folds, 1, true));
            for (int copy = 1; copy <= Copies; copy++)
            {
                all.Add(new Text(new TrainingText(augmenter.Rewrite(texts[i], copy), parser, Gazetteer.Shipped, Hidden((ulong)(i + (copy * texts.Count)))), i % Folds, Copied, true));
            }
        }

        MentionModel first = Train(all, "first");
        MentionTagger tagger = new(first);
        for (int i = 0; i < open.Count; i++)
        {
            TrainingText seen = new(open[i], parser, Gazetteer.Shipped);
            TrainingText ready = new(open[i], parser, Gazetteer.Shipped, Hidden((ulong)(i + (10 * texts.Count))));
            ready.Complete(tagger.Label(seen.Evidence, seen.Memory, seen.Allowed));
            all.Add(new Text(ready, i % Folds, Completed, false));
        }

        return Train(all, "second");
    }

    private static MentionModel Train(List<Text> all, string name)
    {
        Dictionary<uint, int> counts = ChainTrainer.Count(all.Where(t => t.Weight != Copied).Select(t => t.Ready));
        Console.WriteLine($"{name}: {counts.Count(c => c.Value >= Least)} features");

        // What the first pass would make of a text must come from a model that has not seen it.
        EarlierLabels[] earlier = new EarlierLabels[all.Count];
        string[] reports = new string[Folds];
        Parallel.For(0, Folds, new ParallelOptions { MaxDegreeOfParallelism = 2 }, fold =>
        {
            ChainTrainer trainer = new(Rate, Penalty);
            foreach (Text text in all.Where(t => t.Fold != fold))
            {
                trainer.Add(text.Ready, null, counts, Least, text.Weight);
            }

            MentionTagger tagger = new(trainer.Train(Epochs / 2, (ulong)fold));
            HeldOut heldOut = new();
            for (int i = 0; i < all.Count; i++)
            {
                if (all[i].Fold == fold)
                {
                    byte[] labels = tagger.Label(all[i].Ready.Evidence, all[i].Ready.Memory);
                    earlier[i] = EarlierLabels.Of(all[i].Ready.Evidence, labels);
                    if (all[i].Marked && all[i].Weight == 1)
                    {
                        heldOut.Add(all[i].Ready, labels);
                    }
                }
            }

            reports[fold] = heldOut.ToString();
        });

        foreach (string report in reports)
        {
            Console.WriteLine("  held out: " + report);
        }

        ChainTrainer last = new(Rate, Penalty);
        for (int i = 0; i < all.Count; i++)
        {
            last.Add(all[i].Ready, null, counts, Least, all[i].Weight * 0.5f);
            last.Add(all[i].Ready, earlier[i], counts, Least, all[i].Weight * 0.5f);
        }

        MentionModel trained = last.Train(Epochs, 99, static (epoch, loss) => Console.WriteLine($"  epoch {epoch}: {loss:F4}"));
        Console.WriteLine($"  {trained.Rows} rows");
        return trained;
    }

    /// <summary>Hides one word in six of a text from the gazetteers.</summary>
    private static Predicate<ulong> Hidden(ulong text) => key => (WordHash.Mix(key ^ (text * 0x9E37_79B9_7F4A_7C15)) & 63) < 10;
}
