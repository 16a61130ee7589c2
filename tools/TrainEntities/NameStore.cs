namespace Entente.Tools.TrainEntities;

/// <summary>Names to put in the place of others.</summary>
internal sealed class NameStore
{
    public NameStore(string root)
    {
        string gazetteers = Path.Combine(root, "src", "Entente.Analysis", "Entities", "Gazetteers");
        Given = Column(Path.Combine(gazetteers, "given-names.tsv"));
        Surnames = Column(Path.Combine(gazetteers, "surnames.tsv"));
        Towns = [.. Column(Path.Combine(gazetteers, "cities.tsv")).Where(t => t.Length > 3)];
        string[][] byHand = [.. File.ReadLines(Path.Combine(root, "tools", "gazetteers", "names-by-hand.tsv")).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t'))];
        GivenByPeople = [.. byHand.Where(r => r[0] == "given").Select(r => (IReadOnlyList<string>)r[1].Split(' '))];
        SurnamesByPeople = [.. byHand.Where(r => r[0] == "surname").Select(r => (IReadOnlyList<string>)r[1].Split(' '))];
    }

    public IReadOnlyList<string> Given { get; }

    public IReadOnlyList<string> Surnames { get; }

    public IReadOnlyList<string> Towns { get; }

    public IReadOnlyList<IReadOnlyList<string>> GivenByPeople { get; }

    public IReadOnlyList<IReadOnlyList<string>> SurnamesByPeople { get; }

    /// <summary>A name that no list has: the beginning of one and the end of another.</summary>
    public static string Blend(string first, string second)
    {
        int cut = Math.Max(2, first.Length / 2);
        int from = Math.Min(Math.Max(1, second.Length / 2), second.Length - 1);
        return first.Length < 3 || second.Length < 3 ? first : first[..Math.Min(cut, first.Length)] + second[from..].ToLowerInvariant();
    }

    private static string[] Column(string file) => [.. File.ReadLines(file).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t')[0])];
}
