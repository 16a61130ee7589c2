namespace Entente.Fuzz;

/// <summary>Changes bytes at random, but the same way for the same seed.</summary>
/// <param name="dictionary">Pieces that mean something in the format, which random bytes would hardly ever hit on.</param>
internal sealed class Mutator(Random random, byte[][] dictionary)
{
    private const int MostBytes = 256 << 10;

    private static readonly byte[] s_telling = [0, 1, 0x0A, 0x0D, 0x1F, 0x20, 0x22, 0x26, 0x2D, 0x3C, 0x3E, 0x5B, 0x5C, 0x7B, 0x7F, 0x80, 0xBF, 0xC0, 0xE2, 0xF0, 0xFE, 0xFF];

    public byte[] Mutate(byte[] sample)
    {
        List<byte> bytes = [.. sample];
        for (int edits = 1 + random.Next(6); edits > 0; edits--)
        {
            Edit(bytes, sample);
        }

        return bytes.Count > MostBytes ? bytes.GetRange(0, MostBytes).ToArray() : [.. bytes];
    }

    private void Edit(List<byte> bytes, byte[] sample)
    {
        int at = random.Next(bytes.Count + 1);
        int left = bytes.Count - at;
        switch (random.Next(9))
        {
            case 0 when left > 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1 when left > 0:
                bytes[at] = s_telling[random.Next(s_telling.Length)];
                break;
            case 2 when left > 0:
                bytes.RemoveRange(at, 1 + random.Next(Math.Min(left, 64)));
                break;
            case 3:
                bytes.InsertRange(at, Enumerable.Repeat(s_telling[random.Next(s_telling.Length)], 1 + random.Next(40)));
                break;
            case 4 when left > 0:
                // A piece again, once or very often.
                List<byte> piece = bytes.GetRange(at, 1 + random.Next(Math.Min(left, 80)));
                for (int times = random.Next(10) == 0 ? random.Next(400) : 1; times > 0; times--)
                {
                    bytes.InsertRange(at, piece);
                }

                break;
            case 5 when left > 0:
                bytes.RemoveRange(at, left);
                break;
            case 6 when sample.Length > 0:
                int from = random.Next(sample.Length);
                bytes.InsertRange(at, sample.AsSpan(from, 1 + random.Next(sample.Length - from)).ToArray());
                break;
            default:
                bytes.InsertRange(at, dictionary[random.Next(dictionary.Length)]);
                break;
        }
    }
}
