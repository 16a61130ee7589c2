namespace Entente.Bench.Reuse;

/// <summary>One line of the table.</summary>
internal sealed record ReuseMeasures(string Method, int Articles, double BuildSeconds, double PairsSeconds, double PeakGiB, ReuseScore Score)
{
    public const string Header = """
        method             articles  build s  pairs s  total s  / n log n  peak GiB  recall  precision  rewrites
        """;

    public double TotalSeconds => BuildSeconds + PairsSeconds;

    /// <param name="smaller">The same method on the size before, to tell growth.</param>
    public string Line(ReuseMeasures? smaller)
    {
        string growth = smaller is null ? "" : $"{TotalSeconds / smaller.TotalSeconds / (NLogN(Articles) / NLogN(smaller.Articles)):F2}";
        return $"{Method,-17} {Articles,9:N0} {BuildSeconds,8:F1} {PairsSeconds,8:F1} {TotalSeconds,8:F1} {growth,10} {PeakGiB,9:F2} {Score.Recall,7:F4} {Score.Precision,10:F4} {Score.RewriteRecall,9:F3}";
    }

    private static double NLogN(int n) => n * Math.Log(n);
}
