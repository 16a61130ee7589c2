using System.Text;
using Entente.Reading;
using Entente.Tests.Budgets;

namespace Entente.Tests.Reading;

/// <summary>Counts what the whole process allocates, so nothing else may run meanwhile.</summary>
[Collection(AllocationBudgetTests.Alone)]
public class LongLineTests
{
    [Fact]
    public void A_line_of_200_megabytes_is_not_held_and_the_next_one_is_read()
    {
        byte[] head = Encoding.UTF8.GetBytes("{\"text\":\"The strike is on, it said.\"}\n{\"text\":\"");
        byte[] tail = Encoding.UTF8.GetBytes("\"}\n{\"text\":\"The strike is over, it said.\"}\n");
        using ChainedStream stream = new(new MemoryStream(head), new RepeatedStream(Filled(), 200), new MemoryStream(tail));
        long before = GC.GetTotalAllocatedBytes();

        List<ReadResult> results = [.. new Reader(ReadingOptions.Default with { MaxBytes = 8 << 20 }).Read(["-"], () => stream, 1, CancellationToken.None)];

        Assert.Equal(["E1203"], results.SelectMany(Piles.Codes));
        Assert.Equal(["stdin#1", "stdin#3"], results.Where(static one => one.Document is not null).Select(static one => one.Document!.Id));
        Assert.True(GC.GetTotalAllocatedBytes() - before < 100 << 20);
    }

    private static byte[] Filled()
    {
        byte[] bytes = new byte[1 << 20];
        Array.Fill(bytes, (byte)'a');
        return bytes;
    }
}
