namespace Entente.Cli.Evaluation;

/// <summary>The figures of a whole set of pages.</summary>
internal sealed class ReadingScores(IReadOnlyList<PageScore> pages)
{
    public int Pages => pages.Count;

    public double Precision => Mean(static page => page.Words.Precision);

    public double Recall => Mean(static page => page.Words.Recall);

    /// <summary>The mean of the pages' F1, as published figures are, not the F1 of the means.</summary>
    public double WordF1 => Mean(static page => page.Words.F1);

    public (int Right, int Of) Titles => Count(static page => page.Title);

    public (int Right, int Of) Authors => Count(static page => page.Author);

    public (int Right, int Of) Dates => Count(static page => page.Date);

    /// <summary>What must not fall.</summary>
    public IReadOnlyDictionary<string, double> Figures => new Dictionary<string, double>
    {
        ["wordF1"] = WordF1,
        ["authorExact"] = Share(Authors),
        ["dateExact"] = Share(Dates),
    };

    public int FalseAuthors => pages.Count(static page => page.FalseAuthor);

    public int FalseDates => pages.Count(static page => page.FalseDate);

    public (int Right, int Of) Kept => (pages.Sum(static page => page.Kept), pages.Sum(static page => page.ToKeep));

    public (int Right, int Of) LeftOut => (pages.Sum(static page => page.LeftOut), pages.Sum(static page => page.ToLeaveOut));

    public IEnumerable<PageScore> Worst(int count) =>
        pages.OrderBy(static page => page.Words.F1).ThenBy(static page => page.Id, StringComparer.Ordinal).Take(count);

    public static double Share((int Right, int Of) counts) => counts.Of == 0 ? 0 : (double)counts.Right / counts.Of;

    private double Mean(Func<PageScore, double> figure) => pages.Count == 0 ? 0 : pages.Average(figure);

    private (int Right, int Of) Count(Func<PageScore, bool?> outcome) =>
        (pages.Count(page => outcome(page) == true), pages.Count(page => outcome(page) is not null));
}
