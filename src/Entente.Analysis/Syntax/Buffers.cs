namespace Entente.Analysis.Syntax;

internal static class Buffers
{
    /// <summary>Makes room for <paramref name="length"/> entries; what was there is lost when it grows.</summary>
    public static void Grow<T>(ref T[] buffer, int length)
    {
        if (buffer.Length < length)
        {
            buffer = new T[Math.Max(length, 2 * buffer.Length)];
        }
    }
}
