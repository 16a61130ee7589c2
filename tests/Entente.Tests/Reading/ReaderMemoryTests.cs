using System.Text;
using Entente.Reading;

namespace Entente.Tests.Reading;

/// <summary>Runs alone, for it measures what the whole process holds.</summary>
[CollectionDefinition("memory", DisableParallelization = true)]
[Collection("memory")]
public sealed class ReaderMemoryTests
{
    [Fact]
    public void Ten_thousand_records_pass_through_a_bounded_window()
    {
        // Each record is 5 kB, all together 50 MB; the file is never written: standard input is made as it is read.
        string line = $"{{\"text\":\"{new string('x', 100)} the strike of the union was said to be over. {new string('y', 5_000)}\"}}\n";
        Reader reader = new(ReadingOptions.Default);
        int count = 0;
        long before = GC.GetTotalMemory(forceFullCollection: true);
        long most = 0;
        foreach (ReadResult result in reader.Read(["-"], () => new RepeatedStream(Encoding.UTF8.GetBytes(line), 10_000), 2, CancellationToken.None))
        {
            Assert.NotNull(result.Document);
            if (++count % 2000 == 0)
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
            }
        }

        Assert.Equal(10_000, count);
        Assert.True(most < 40 << 20, $"{most >> 20} MiB were held");
    }
}
