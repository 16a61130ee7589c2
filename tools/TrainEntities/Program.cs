using Entente.Analysis.Entities;
using Entente.Tools.TrainEntities;

if (args is ["dump", string from])
{
    foreach (var group in Corpora.ReadAll(from).SelectMany(t => t.Names.Select(n => (Corpus: t.Id.Split('-', '_')[0], n.Types, Text: n.Span.Of(t.Text)))).GroupBy(n => (n.Corpus, n.Types)).OrderBy(g => g.Key.Corpus + g.Key.Types))
    {
        Console.WriteLine($"{group.Key.Corpus} {group.Key.Types} {group.Count()}: " + string.Join(" | ", group.Where((_, i) => i % Math.Max(1, group.Count() / 40) == 0).Select(n => n.Text)));
    }

    return 0;
}

if (args is ["word", string source, string word])
{
    Entente.Analysis.Syntax.SyntaxParser parser = new(Entente.Analysis.Syntax.SyntaxModel.English);
    Dictionary<string, int> counts = [];
    foreach (AnnotatedText text in Corpora.ReadAll(source).Where(t => t.Text.Contains(word)))
    {
        TrainingText ready = new(text, parser, Gazetteer.Shipped);
        for (int t = 0; t < ready.Allowed.Length; t++)
        {
            if (ready.Evidence.Form(t).SequenceEqual(word))
            {
                string key = text.Id.Split('-', '_')[0] + " " + (System.Numerics.BitOperations.IsPow2(ready.Allowed[t]) ? System.Numerics.BitOperations.TrailingZeroCount(ready.Allowed[t]).ToString() : "many");
                counts[key] = counts.GetValueOrDefault(key) + 1;
            }
        }
    }

    Console.WriteLine(string.Join('\n', counts.OrderBy(c => c.Key)));
    return 0;
}

if (args is ["links", string corpora, string weights])
{
    LinkTraining.Run(corpora, weights);
    return 0;
}

// dotnet run -c Release --project tools/TrainEntities -- DATA models/english-names.model
if (args is [string data, string model, ..])
{
    MentionModel trained = Recipe.Run(data, Environment.CurrentDirectory);
    using FileStream file = File.Create(model);
    trained.Write(file);
    return 0;
}

Console.Error.WriteLine("usage: DATA MODEL (from the project's root)");
return 64;
