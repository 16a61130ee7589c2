namespace Entente.Bench.Reuse;

/// <summary>One line of the table. Processor time is that of building and of the pairs, over all threads; unlike the seconds before it, it is not that of a busy machine.</summary>
internal sealed record ReuseMeasures(string Method, int Articles, double BuildSeconds, double PairsSeconds, double ProcessorSeconds, double PeakGiB, ReuseScore Score)
{
    public const string Header = """
        method            articles build s pairs s total s   cpu s growth peak GiB recall precis. rewrites
        """;

    public double TotalSeconds => BuildSeconds + PairsSeconds;

    /// <param name="smaller">The same method on the size before: growth is that of processor time over that of n log n.</param>
    public string Line(ReuseMeasures? smaller)
    {
        string growth = smaller is null ? "" : $"{ProcessorSeconds / smaller.ProcessorSeconds / (NLogN(Articles) / NLogN(smaller.Articles)):F2}";
        return $"{Method,-15} {Articles,10:N0} {BuildSeconds,7:F1} {PairsSeconds,7:F1} {TotalSeconds,7:F1} {ProcessorSeconds,7:F1} {growth,6} {PeakGiB,8:F2} {Score.Recall,6:F4} {Score.Precision,7:F4} {Score.RewriteRecall,8:F3}";
    }

    private static double NLogN(int n) => n * Math.Log(n);
}
