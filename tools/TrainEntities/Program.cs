using Entente.Analysis.Entities;
using Entente.Tools.TrainEntities;

if (args is ["links", string corpora, string weights, ..])
{
    LinkTraining.Run(corpora, weights, args.Contains("--pairs"));
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
