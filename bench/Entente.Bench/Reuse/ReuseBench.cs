using System.Diagnostics;
using Entente.Analysis.Reuse;
using Entente.Analysis.Text;

namespace Entente.Bench.Reuse;

/// <summary>All pairs of generated articles that share text, one article more, saving and reopening; beside MinHash and a plain n-gram join.</summary>
internal static class ReuseBench
{
    private const ulong Seed = 20151204;
    private const int Threads = 2;
    private const int Batch = 8192;
    private const int Adds = 2500;

    // Where a baseline would take longer than all the rest.
    private const int LargestMinHash = 100_000;
    private const int LargestJoin = 10_000;

    public static int Run(int[] sizes)
    {
        ArticleGenerator generator = new(Seed);
        Measure(generator, 2000); // warm-up: the code is compiled for speed while it runs
        Console.WriteLine(ReuseMeasures.Header);
        ReuseMeasures? before = null;
        List<string> failures = [];
        foreach (int size in sizes.Order())
        {
            ReuseIndex index = new();
            ReuseMeasures measured = Measure(generator, size, index);
            Console.WriteLine(measured.Line(before));
            before = measured;
            Check(failures, measured);
            if (size == sizes.Max())
            {
                Console.WriteLine();
                MeasureAdding(generator, index, size, failures);
                MeasureSaving(ref index, failures);
            }
        }

        Console.WriteLine();
        Console.WriteLine(ReuseMeasures.Header);
        MeasureBaseline("MinHash-LSH 128", LargestMinHash, MinHashLsh.Run, generator, sizes);
        MeasureBaseline("5-gram join", LargestJoin, NgramJoin.Run, generator, sizes);
        failures.ForEach(f => Console.WriteLine($"MISSED: {f}"));
        return failures.Count == 0 ? 0 : 1;
    }

    private static ReuseMeasures Measure(ArticleGenerator generator, int size, ReuseIndex? into = null)
    {
        ReuseIndex index = into ?? new();
        Article[] articles = [.. Enumerable.Range(0, size).Select(generator.Describe)];
        Stopwatch build = new();
        double processor = 0;
        for (int start = 0; start < size; start += Batch)
        {
            string[] texts = Texts(generator, articles, start);
            build.Start();
            double before = ProcessorSeconds();
            NewDocument[] documents = new NewDocument[texts.Length];
            Parallel.For(0, texts.Length, new ParallelOptions { MaxDegreeOfParallelism = Threads }, i =>
                documents[i] = new NewDocument(Id(start + i), Fold(texts[i]), OutletOf(articles[start + i])));
            index.AddAll(documents, Threads);
            build.Stop();
            processor += ProcessorSeconds() - before;
        }

        Stopwatch pairs = Stopwatch.StartNew();
        double beforePairs = ProcessorSeconds();
        List<(int, int)> found = [];
        index.ForEachPair(pair => found.Add((pair.First, pair.Second)), Threads);
        pairs.Stop();
        processor += ProcessorSeconds() - beforePairs;

        // What is found of texts holds for all that are copies of them.
        int[][] documentsOf = [.. Enumerable.Range(0, index.Texts).Select(t => index.DocumentsOf(t).Select(Number).ToArray())];
        ReuseScore score = new(articles);
        foreach (int[] copies in documentsOf)
        {
            EachPair(copies, score.Found);
        }

        foreach ((int first, int second) in found)
        {
            foreach (int one in documentsOf[first])
            {
                foreach (int other in documentsOf[second])
                {
                    score.Found(one, other);
                }
            }
        }

        return new ReuseMeasures("entente", size, build.Elapsed.TotalSeconds, pairs.Elapsed.TotalSeconds, processor, PeakGiB(), score);
    }

    private static void MeasureAdding(ArticleGenerator generator, ReuseIndex index, int size, List<string> failures)
    {
        double[] milliseconds = new double[Adds];
        for (int i = 0; i < Adds; i++)
        {
            Article article = generator.Describe(size + i);
            string text = generator.Write(size + i, article);
            long start = Stopwatch.GetTimestamp();
            ulong[] words = Fold(text);
            index.Find(words, OutletOf(article));
            index.Add(Id(size + i), words, OutletOf(article));
            milliseconds[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(milliseconds);
        double p99 = milliseconds[Adds * 99 / 100];
        Console.WriteLine($"adding one article to {size:N0} (fold, find what it shares, append; {Adds:N0} times): p50 {milliseconds[Adds / 2]:F2} ms, p99 {p99:F2} ms, longest {milliseconds[^1]:F1} ms");
        if (p99 > 20)
        {
            failures.Add($"adding takes {p99:F1} ms at p99, more than 20");
        }
    }

    private static void MeasureSaving(ref ReuseIndex index, List<string> failures)
    {
        string file = Path.Combine(Path.GetTempPath(), $"entente-bench-{Environment.ProcessId}.reuse");
        try
        {
            int documents = index.Documents;
            Stopwatch save = Stopwatch.StartNew();
            using (FileStream output = new(file, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20))
            {
                index.Save(output);
            }

            save.Stop();
            index = new(); // two at once would not fit
            GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            Stopwatch open = Stopwatch.StartNew();
            using FileStream input = new(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20);
            OpenedIndex opened = ReuseIndex.Open(input, "index");
            Console.WriteLine($"saving {save.Elapsed.TotalSeconds:F1} s, {new FileInfo(file).Length / (double)(1 << 30):F2} GiB; reopening {open.Elapsed.TotalSeconds:F1} s; peak working set of it all {PeakGiB():F2} GiB");
            if (opened.Index?.Documents != documents)
            {
                failures.Add($"the saved index does not open: {opened.Problem?.Message}");
            }

            index = opened.Index ?? new();
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static void MeasureBaseline(string name, int largest, Baseline method, ArticleGenerator generator, int[] sizes)
    {
        ReuseMeasures? before = null;
        foreach (int size in sizes.Order())
        {
            if (size > largest)
            {
                Console.WriteLine($"{name,-15} {size,10:N0}   left out: more than {largest:N0} articles take it too long");
                continue;
            }

            Article[] articles = [.. Enumerable.Range(0, size).Select(generator.Describe)];
            ulong[][] words = new ulong[size][];
            for (int start = 0; start < size; start += Batch)
            {
                string[] texts = Texts(generator, articles, start);
                Parallel.For(0, texts.Length, new ParallelOptions { MaxDegreeOfParallelism = Threads }, i => words[start + i] = Fold(texts[i]));
            }

            ReuseScore score = new(articles);
            double processor = ProcessorSeconds();
            (double build, double pairs) = method(words, Threads, score.FoundAcrossOutlets);
            ReuseMeasures measured = new(name, size, build, pairs, ProcessorSeconds() - processor, PeakGiB(), score);
            Console.WriteLine(measured.Line(before));
            before = measured;
        }
    }

    private static string[] Texts(ArticleGenerator generator, Article[] articles, int start)
    {
        string[] texts = new string[Math.Min(Batch, articles.Length - start)];
        Parallel.For(0, texts.Length, new ParallelOptions { MaxDegreeOfParallelism = Threads }, i => texts[i] = generator.Write(start + i, articles[start + i]));
        return texts;
    }

    private static ulong[] Fold(string text)
    {
        List<ulong> words = new(text.Length / 6);
        WordFolding.Fold(text, new TextSpan(0, text.Length), words);
        return [.. words];
    }

    private static void Check(List<string> failures, ReuseMeasures measured)
    {
        if (measured.Score.Recall < 0.99 || measured.Score.Precision < 0.99)
        {
            failures.Add($"{measured.Articles:N0} articles: recall or precision below 0.99");
        }

        if (measured.Articles == 1_000_000 && (measured.TotalSeconds > 300 || measured.PeakGiB > 8))
        {
            failures.Add("a million articles take more than 300 s or 8 GiB");
        }
    }

    private static void EachPair(int[] members, Action<int, int> tell)
    {
        for (int i = 0; i < members.Length; i++)
        {
            for (int j = i + 1; j < members.Length; j++)
            {
                tell(members[i], members[j]);
            }
        }
    }

    private static string Id(int number) => $"a{number}";

    private static int Number(string id) => int.Parse(id.AsSpan(1));

    private static string OutletOf(Article article) => $"outlet {article.Outlet}";

    private static double ProcessorSeconds()
    {
        using Process self = Process.GetCurrentProcess();
        return self.TotalProcessorTime.TotalSeconds;
    }

    private static double PeakGiB()
    {
        using Process self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64 / (double)(1 << 30);
    }
}
