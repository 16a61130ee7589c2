using System.IO.Compression;
using System.Text;
using Entente.Reading.Containers;

namespace Entente.Tests.Reading.Containers;

public sealed class GzipUnpackerTests
{
    private static readonly byte[] s_header = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3];

    [Theory]
    [InlineData(CompressionLevel.NoCompression)]
    [InlineData(CompressionLevel.Fastest)]
    [InlineData(CompressionLevel.Optimal)]
    [InlineData(CompressionLevel.SmallestSize)]
    public void Unpacks_what_the_framework_packs_at_every_level(CompressionLevel level)
    {
        Random random = new(5);
        foreach (int size in (int[])[0, 1, 2, 100, 65_535, 65_536, 400_000])
        {
            byte[] plain = new byte[size];
            for (int i = 0; i < size; i++)
            {
                // Text-like, then noise, then long repeats.
                plain[i] = i % 3000 < 1000 ? (byte)('a' + (random.Next(100) % 7)) : i % 3000 < 2000 ? (byte)random.Next(256) : (byte)'=';
            }

            using MemoryStream packed = new();
            using (GZipStream packing = new(packed, level, leaveOpen: true))
            {
                packing.Write(plain);
            }

            (byte[] unpacked, GzipEnding ending) = Unpack(packed.ToArray());
            Assert.Equal(plain, unpacked);
            Assert.Equal(size == 0 && packed.Length == 0 ? GzipEnding.Damaged : GzipEnding.Whole, ending);
        }
    }

    [Fact]
    public void Reads_members_one_after_another_and_ignores_padding()
    {
        byte[] two = [.. TempFolder.Gzip("first "), .. TempFolder.Gzip("second"), 0, 0, 0];

        (byte[] unpacked, GzipEnding ending) = Unpack(two);

        Assert.Equal("first second", Encoding.UTF8.GetString(unpacked));
        Assert.Equal(GzipEnding.Whole, ending);
    }

    [Fact]
    public void Says_truncated_wherever_the_data_is_cut()
    {
        byte[] packed = [.. TempFolder.Gzip(Piles.Harbour), .. TempFolder.Gzip(Piles.Harbour)];
        int first = TempFolder.Gzip(Piles.Harbour).Length;
        for (int length = 3; length < packed.Length; length++)
        {
            // A cut between the members leaves a whole file; one byte of a header could be padding.
            if (length != first && length != first + 1)
            {
                Assert.Equal(GzipEnding.Truncated, Unpack(packed[..length]).Ending);
            }
        }
    }

    [Fact]
    public void Reads_header_fields_of_every_kind()
    {
        byte[] plain = TempFolder.Gzip("strike");
        byte[] header = [0x1F, 0x8B, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 3, 3, 0, 1, 2, 3, .. "name\0"u8, .. "a comment\0"u8, 9, 9];

        (byte[] unpacked, GzipEnding ending) = Unpack([.. header, .. plain[10..]]);

        Assert.Equal("strike", Encoding.UTF8.GetString(unpacked));
        Assert.Equal(GzipEnding.Whole, ending);
    }

    [Fact]
    public void Any_flipped_byte_in_the_data_is_noticed()
    {
        byte[] packed = TempFolder.Gzip(Piles.Harbour);
        for (int i = 10; i < packed.Length; i++)
        {
            byte[] damaged = [.. packed];
            damaged[i] ^= 0x10;
            Assert.NotEqual(GzipEnding.Whole, Unpack(damaged).Ending);
        }
    }

    [Fact]
    public void Keeps_the_whole_blocks_before_the_damage()
    {
        byte[] plain = new byte[40_000];
        new Random(7).NextBytes(plain);
        // A block of bytes as they are, then one of the kind that does not exist.
        byte[] packed = [.. s_header, 0, 0x40, 0x9C, 0xBF, 0x63, .. plain, 7, .. new byte[300]];

        (byte[] unpacked, GzipEnding ending) = Unpack(packed);

        Assert.Equal(GzipEnding.Damaged, ending);
        Assert.Equal(plain, unpacked);
    }

    [Fact]
    public void Keeps_what_was_unpacked_just_before_the_damage()
    {
        // A block in the fixed code: five thousand times "a", then a length that does not exist.
        byte[] packed = [.. s_header, 0x4B, .. Enumerable.Repeat((byte)0x4C, 4999), 0x1C, 0x03, .. new byte[300]];

        (byte[] unpacked, GzipEnding ending) = Unpack(packed);

        Assert.Equal(GzipEnding.Damaged, ending);
        Assert.InRange(unpacked.Length, 5000 - 256, 5000);
        Assert.All(unpacked, static one => Assert.Equal((byte)'a', one));
    }

    [Fact]
    public void Code_lengths_that_no_code_can_have_are_damage()
    {
        // Nineteen code lengths of 1.
        byte[] packed = [.. s_header, 0x05, 0xE0, 0x93, 0x24, 0x49, 0x92, 0x24, 0x49, 0x92, .. new byte[300]];

        Assert.Equal(GzipEnding.Damaged, Unpack(packed).Ending);
    }

    [Fact]
    public void Damage_that_would_unpack_for_ever_is_noticed()
    {
        // One block with the codes 00 and 01, then the end within 11.
        byte[] packed = [.. s_header, 0x05, 0xC0, 0x81, 0, 0, 0, 0, 0x80, 0x20, 0xD6, 0xFD, 0x25, 0x0E, 0xF8];

        (byte[] unpacked, GzipEnding ending) = Unpack(packed, 1 << 20);

        Assert.Equal(GzipEnding.Damaged, ending);
        Assert.InRange(unpacked.Length, 0, 128 << 10);
    }

    private static (byte[] Bytes, GzipEnding Ending) Unpack(byte[] packed, long softLimit = 1 << 30)
    {
        using GzipUnpacker unpacker = new(new MemoryStream(packed), softLimit);
        using MemoryStream unpacked = new();
        unpacker.CopyTo(unpacked);
        return (unpacked.ToArray(), unpacker.Ending);
    }
}
