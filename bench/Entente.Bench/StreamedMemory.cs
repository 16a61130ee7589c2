using System.Text;
using System.Text.Json;
using Entente.Reading;

namespace Entente.Bench;

/// <summary>Live memory after a full collection, sampled while a generated JSON Lines pile streams through the reader.</summary>
internal static class StreamedMemory
{
    private const int MostBytesPerReport = 256;

    private static readonly string[] s_words = "harbour council bridge engineer report grain minister barge inspection statement Monday river closed repair county letter review member said after before under with from that this have been will over".Split(' ');

    public static int Run(int documents)
    {
        string file = Path.Combine(Path.GetTempPath(), $"entente-bench-{Environment.ProcessId}.jsonl");
        try
        {
            Generate(file, documents);
            Console.WriteLine($"{documents:N0} reports, {new FileInfo(file).Length / 1e6:F0} MB");
            Console.WriteLine("   read   live MB");
            Reader reader = new(ReadingOptions.Default);
            int read = 0;
            double first = 0, last = 0;
            int step = Math.Max(1, documents / 10);
            foreach (ReadResult result in reader.Read([file], threads: 2))
            {
                if (result.Document is null)
                {
                    throw new InvalidOperationException($"{result.Input} was not read");
                }

                if (++read % step == 0)
                {
                    last = GC.GetTotalMemory(forceFullCollection: true) / 1e6;
                    first = first == 0 ? last : first;
                    Console.WriteLine($"{read,7:N0}   {last,7:F1}");
                }
            }

            // What may grow is the set of ids already given out; a report's text may not stay.
            double bytesPerReport = (last - first) * 1e6 / (documents - step);
            Console.WriteLine($"growth {bytesPerReport:F0} bytes a report (limit {MostBytesPerReport})");
            return bytesPerReport <= MostBytesPerReport ? 0 : 1;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static void Generate(string file, int documents)
    {
        Random random = new(20180131);
        using FileStream output = File.Create(file);
        using Utf8JsonWriter writer = new(output);
        for (int d = 0; d < documents; d++)
        {
            StringBuilder text = new();
            for (int w = 0; w < 400; w++)
            {
                text.Append(s_words[random.Next(s_words.Length)]).Append(w % 17 == 16 ? ". " : " ").Append(w % 80 == 79 ? "\n\n" : "");
            }

            writer.WriteStartObject();
            writer.WriteString("id", $"r{d:D7}");
            writer.WriteString("outlet", $"Outlet {d % 50}");
            writer.WriteString("published", $"2020-01-{1 + d % 28:D2}T10:00:00Z");
            writer.WriteString("title", $"Report {d} on the harbour bridge");
            writer.WriteString("text", text.ToString());
            writer.WriteEndObject();
            writer.Flush();
            writer.Reset();
            output.WriteByte((byte)'\n');
        }
    }
}
