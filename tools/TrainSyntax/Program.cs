using Entente.Tools.TrainSyntax;

// dotnet run -c Release --project tools/TrainSyntax -- DATA models/english-syntax.model TEACHERS
// About an hour on two cores. Figures: ./entente eval syntax DATA/ewt
if (args is [string data, string model, string teachers])
{
    Recipe.Save(Recipe.Run(data, teachers), model);
    return 0;
}

Console.Error.WriteLine("usage: DATA MODEL TEACHERS (a folder that keeps the large networks between runs)");
return 64;
