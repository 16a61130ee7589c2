using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Entente.Analysis.Reuse;
using Entente.Analysis.Text;
using Entente.Reading;

namespace Entente.Bench.Reuse;

/// <summary>Folding and winnowing English text on one thread beside a plain C++ loop, in turns over the same text.</summary>
/// <remarks>
/// The text is sentences of the reports in a folder in random order, 400 words an article. Ours reads UTF-16 and folds spellings, diacritics,
/// hyphens and abbreviations besides; both are charged the megabytes of UTF-8. Processor time, so that a busy machine does not decide.
/// </remarks>
internal static class FingerprintSpeed
{
    private const int Articles = 20_000;
    private const int Turns = 7;
    private const double MostTimes = 1.5;

    public static int Run(string folder)
    {
        string[] articles = Compose(folder);
        double megabytes = articles.Sum(a => (long)Encoding.UTF8.GetByteCount(a)) / 1e6;
        string temporary = Directory.CreateTempSubdirectory("entente-bench-").FullName;
        try
        {
            string? peer = Compile(temporary);
            string file = Path.Combine(temporary, "text");
            File.WriteAllText(file, string.Concat(articles.Select(a => a + '\0')));
            Console.WriteLine($"{Articles:N0} articles, {megabytes:F0} MB of UTF-8, {Turns} turns");
            Ours(articles);
            List<double> ours = [];
            List<double> theirs = [];
            List<double> ratios = [];
            for (int turn = 0; turn < Turns; turn++)
            {
                ours.Add(megabytes / Ours(articles));
                if (peer is not null)
                {
                    theirs.Add(Theirs(peer, file));
                    ratios.Add(theirs[^1] / ours[^1]);
                }
            }

            Console.WriteLine($"entente (fold + winnow)    {Median(ours),6:F0} MB/s");
            if (peer is null)
            {
                Console.WriteLine("C++: skipped, there is no g++");
                return 0;
            }

            double ratio = Median(ratios);
            Console.WriteLine($"C++ -O3 (bench/shingles)   {Median(theirs),6:F0} MB/s");
            Console.WriteLine($"median ratio {ratio:F2} (limit {MostTimes})");
            return ratio <= MostTimes ? 0 : 1;
        }
        finally
        {
            Directory.Delete(temporary, recursive: true);
        }
    }

    private static double Ours(string[] articles)
    {
        List<ulong> words = [];
        List<Fingerprint> fingerprints = [];
        long kept = 0;
        TimeSpan start = ProcessorTime();
        foreach (string article in articles)
        {
            words.Clear();
            fingerprints.Clear();
            WordFolding.Fold(article, new TextSpan(0, article.Length), words);
            Fingerprints.Select(CollectionsMarshal.AsSpan(words), fingerprints);
            kept += fingerprints.Count;
        }

        double seconds = (ProcessorTime() - start).TotalSeconds;
        return kept > 0 ? seconds : throw new InvalidOperationException("nothing was fingerprinted");
    }

    private static TimeSpan ProcessorTime()
    {
        using Process self = Process.GetCurrentProcess();
        return self.TotalProcessorTime;
    }

    private static double Theirs(string peer, string file)
    {
        using Process process = Process.Start(new ProcessStartInfo(peer) { ArgumentList = { file, "1" }, RedirectStandardOutput = true })!;
        string line = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return double.Parse(line.Split(' ')[0], CultureInfo.InvariantCulture);
    }

    private static string? Compile(string folder)
    {
        string source = SourceFile("bench", "shingles", "shingles.cpp");
        string program = Path.Combine(folder, "shingles");
        try
        {
            using Process compiler = Process.Start(new ProcessStartInfo("g++") { ArgumentList = { "-O3", "-o", program, source } })!;
            compiler.WaitForExit();
            return compiler.ExitCode == 0 ? program : throw new InvalidOperationException("g++ failed");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static string[] Compose(string folder)
    {
        string[] sentences = [.. new Reader(ReadingOptions.Default).Read([folder])
            .Select(r => r.Document)
            .OfType<Document>()
            .SelectMany(d => d.Blocks.Where(b => b.IsReporting).SelectMany(b => b.Span.Of(d.Text).Split(". ")))
            .Distinct()];
        SplitMix random = new(20151204);
        string[] articles = new string[Articles];
        for (int a = 0; a < Articles; a++)
        {
            StringBuilder text = new();
            for (int words = 0; words < 400;)
            {
                string sentence = sentences[random.Next(sentences.Length)];
                words += 1 + sentence.Count(c => c == ' ');
                text.Append(sentence).Append(random.Next(4) == 0 ? ".\n\n" : ". ");
            }

            articles[a] = text.ToString();
        }

        return articles;
    }

    internal static string SourceFile(params string[] path)
    {
        DirectoryInfo? above = new(AppContext.BaseDirectory);
        while (above is not null && !File.Exists(Path.Combine([above.FullName, .. path])))
        {
            above = above.Parent;
        }

        return above is null ? throw new FileNotFoundException(Path.Combine(path)) : Path.Combine([above.FullName, .. path]);
    }

    private static double Median(List<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
