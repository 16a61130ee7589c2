using System.Buffers.Binary;
using Entente.Analysis.Entities;

namespace Entente.Tests.Analysis.Entities;

public sealed class MentionModelTests
{
    private const int Head = 16 + (2 * MentionLabels.Count * MentionLabels.Count);

    [Fact]
    public void What_is_written_is_read_and_written_the_same()
    {
        byte[] bytes = Small();

        Assert.Equal(3, MentionModel.Read(new MemoryStream(bytes)).Rows);
        Assert.Equal(bytes, Written(MentionModel.Read(new MemoryStream(bytes))));
    }

    [Fact]
    public void Weights_survive_writing()
    {
        MentionModel model = MentionModel.Read(new MemoryStream(Small()));
        short[] scores = new short[MentionModel.Width];

        model.Add([7UL << 32, 9UL << 32, 8UL << 32], scores);

        Assert.Equal((short)(1.5 * MentionModel.Unit), scores[1]);
        Assert.Equal((short)(-2 * MentionModel.Unit), scores[32]);
        Assert.All(scores.Where((_, l) => l is not (1 or 32)), s => Assert.Equal(0, s));
        Assert.Equal((int)(-3 * MentionModel.Unit), model.Transition(2, 5));
        Assert.Equal(0, model.Transition(5, 2));
    }

    [Fact]
    public void A_model_cut_anywhere_is_refused()
    {
        byte[] bytes = Small();
        for (int length = 0; length < bytes.Length; length++)
        {
            int to = length;
            Assert.Throws<InvalidDataException>(() => MentionModel.Read(new MemoryStream(bytes, 0, to)));
        }
    }

    [Fact]
    public void A_model_with_anything_behind_it_is_refused() => Assert.Throws<InvalidDataException>(() => MentionModel.Read(new MemoryStream([.. Small(), 0])));

    [Fact]
    public void Any_changed_byte_is_refused_or_another_model_that_is_written_as_it_was_read()
    {
        byte[] bytes = Small();
        int refused = 0, read = 0;
        for (int at = 0; at < bytes.Length; at++)
        {
            for (int bit = 0; bit < 8; bit++)
            {
                byte[] changed = [.. bytes];
                changed[at] ^= (byte)(1 << bit);
                try
                {
                    Assert.Equal(changed, Written(MentionModel.Read(new MemoryStream(changed))));
                    read++;
                }
                catch (InvalidDataException)
                {
                    refused++;
                }

                bool inHead = at < 16;
                Assert.True(!inHead || refused == (at * 8) + bit + 1, $"byte {at} of the head, bit {bit}");
            }
        }

        Assert.True(refused > 16 * 8 && read > 1000);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(4_000_000)]
    [InlineData(int.MaxValue)]
    public void A_wrong_number_of_rows_is_refused_without_taking_room_for_them(int rows)
    {
        byte[] bytes = Small();
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(12), rows);
        long before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Throws<InvalidDataException>(() => MentionModel.Read(new MemoryStream(bytes)));

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1 << 20);
    }

    [Fact]
    public void Rows_out_of_order_are_refused()
    {
        byte[] bytes = Small();
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(Head), 8);
        Assert.Throws<InvalidDataException>(() => MentionModel.Read(new MemoryStream(bytes)));
    }

    [Fact]
    public void The_shipped_model_is_written_as_it_was_read()
    {
        using MemoryStream shipped = new();
        using (Stream stream = typeof(MentionModel).Assembly.GetManifestResourceStream("english-names.model")!)
        {
            stream.CopyTo(shipped);
        }

        Assert.True(MentionModel.English.Rows > 10_000);
        Assert.Equal(shipped.ToArray(), Written(MentionModel.English));
    }

    [Fact]
    public void A_model_that_knows_nothing_finds_nothing_in_plain_words() =>
        Assert.Empty(new EntityFinder(MentionModel.Read(new MemoryStream(Small()))).Find(NamesIn.Tagged("The gate was shut at noon.")));

    private static byte[] Small()
    {
        float[] pairs = new float[MentionLabels.Count * MentionLabels.Count];
        pairs[(2 * MentionLabels.Count) + 5] = -3;
        return Written(MentionModel.From([(9, Weights(32, -2)), (7, Weights(1, 1)), (8, Weights(1, 0.5f)), (6, new float[MentionLabels.Count])], pairs));
    }

    private static float[] Weights(int label, float weight)
    {
        float[] weights = new float[MentionLabels.Count];
        weights[label] = weight;
        return weights;
    }

    private static byte[] Written(MentionModel model)
    {
        using MemoryStream stream = new();
        model.Write(stream);
        return stream.ToArray();
    }
}
