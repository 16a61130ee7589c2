using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;
using Entente.Reading;

namespace Entente.Bench;

/// <summary>HTML reading on one thread beside Mozilla's Readability on jsdom: the same pages, rounds taken in turn, the median ratio.</summary>
/// <remarks>Unpacking is left out on both sides. Ours does more in its time: charset, metadata, comments, credits and language besides the main text.</remarks>
internal static class ReadingSpeed
{
    public static int Run(string folder, int rounds)
    {
        string unpacked = Directory.CreateTempSubdirectory("entente-bench-").FullName;
        try
        {
            foreach (string file in Directory.EnumerateFiles(folder, "*.html.gz").Order(StringComparer.Ordinal))
            {
                using GZipStream packed = new(File.OpenRead(file), CompressionMode.Decompress);
                using FileStream plain = File.Create(Path.Combine(unpacked, Path.GetFileNameWithoutExtension(file)));
                packed.CopyTo(plain);
            }

            Reader reader = new(ReadingOptions.Default);
            ReadAll(reader, unpacked); // warm-up: the peer's engine compiles during its first pages too, but is not charged less for it
            List<double> ratios = [];
            Console.WriteLine("round   entente      readability  ratio");
            for (int round = 1; round <= rounds; round++)
            {
                Stopwatch watch = Stopwatch.StartNew();
                int pages = ReadAll(reader, unpacked);
                double ours = pages / watch.Elapsed.TotalSeconds;
                double theirs = Peer(folder);
                ratios.Add(ours / theirs);
                Console.WriteLine($"{round,5}   {ours,7:F1} p/s  {theirs,8:F2} p/s  {ours / theirs,5:F1}");
            }

            ratios.Sort();
            Console.WriteLine($"median ratio {ratios[ratios.Count / 2]:F1}");
            return 0;
        }
        finally
        {
            Directory.Delete(unpacked, recursive: true);
        }
    }

    private static int ReadAll(Reader reader, string folder) => reader.Read([folder], threads: 1).Count(result => result.Document is not null);

    private static double Peer(string folder)
    {
        string line = NodePeer.Run("readability", folder, "1");
        using JsonDocument measured = JsonDocument.Parse(line);
        return measured.RootElement.GetProperty("pages").GetInt32() / measured.RootElement.GetProperty("seconds").GetDouble();
    }
}
