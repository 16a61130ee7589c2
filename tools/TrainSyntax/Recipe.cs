using Entente.Analysis.Syntax;

namespace Entente.Tools.TrainSyntax;

/// <summary>How the shipped model is made: several large networks learn from the treebanks; a small one learns from the treebanks and from what the large ones
/// make of plain text.</summary>
/// <remarks>Everything is seeded and summed in fixed order, so the same data gives the same bytes.</remarks>
internal static class Recipe
{
    private const int TeacherCount = 5;

    private static readonly NetworkShape s_teacherShape = new(WordRows: 0, HashRows: 1 << 16, Embedding: 128, Hidden: 160, Layers: 3, Arc: 128, Label: 64);
    private static readonly NetworkShape s_shape = new(WordRows: 0, HashRows: 1 << 14, Embedding: 96, Hidden: 64, Layers: 2, Arc: 64, Label: 48);

    private static Plan TeacherPlan(int seed) => new(Epochs: 20, Rate: 3e-3f, BatchTokens: 1200, Least: 2, Seed: (ulong)seed,
        new Dropout(Word: 0.25f, Embedding: 0.2f, Output: 0.33f, Recurrent: 0.2f, Role: 0.33f));

    private static readonly Plan s_plan = new(Epochs: 32, Rate: 3e-3f, BatchTokens: 1200, Least: 3, Seed: 7,
        new Dropout(Word: 0.25f, Embedding: 0.1f, Output: 0.1f, Recurrent: 0.1f, Role: 0.1f));

    /// <param name="data">The folder that holds <c>ewt</c>, <c>gum</c>, <c>wcxb</c>, <c>wikiwars</c> and <c>ecbplus</c>.</param>
    /// <param name="teachers">Keeps the large networks between runs; one that is there is not trained again.</param>
    public static SyntaxModel Run(string data, string teachers)
    {
        List<Tree> gold = Tree.ReadAll(
        [
            Path.Combine(data, "ewt", "train.conllu.gz"),
            .. Directory.GetFiles(Path.Combine(data, "gum", "dep"), "*.conllu").Order(StringComparer.Ordinal),
        ]);
        Say($"{gold.Count} sentences, {gold.Sum(tree => tree.Length)} words with trees");
        Directory.CreateDirectory(teachers);
        List<SyntaxModel> large = [];
        for (int seed = 1; seed <= TeacherCount; seed++)
        {
            string file = Path.Combine(teachers, $"teacher{seed}.model");
            if (!File.Exists(file))
            {
                Say($"teacher {seed} of {TeacherCount}");
                Save(new Trainer(gold, s_teacherShape, TeacherPlan(seed)).Train(), file);
            }

            large.Add(Open(file));
        }

        Teachers judges = new(large);
        List<Tree> trees = judges.Judge(gold, gold: true);
        foreach (string name in (string[])["wcxb", "wikiwars", "ecbplus"])
        {
            List<Tree> plain = PlainTexts.ReadAll(Path.Combine(data, name));
            Say($"{name}: {plain.Count} sentences, {plain.Sum(tree => tree.Length)} words without trees");
            trees.AddRange(judges.Judge(plain, gold: false));
        }

        return new Trainer(trees, s_shape, s_plan).Train();
    }

    public static SyntaxModel Open(string file)
    {
        using FileStream stream = File.OpenRead(file);
        return SyntaxModel.Read(stream);
    }

    public static void Save(SyntaxModel model, string file)
    {
        using FileStream stream = File.Create(file);
        model.Write(stream);
    }

    private static void Say(string line) => Console.Error.WriteLine(line);
}
