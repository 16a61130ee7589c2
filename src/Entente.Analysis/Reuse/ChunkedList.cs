namespace Entente.Analysis.Reuse;

/// <summary>A list that grows without being copied: appending to a gigabyte costs no more than to a kilobyte.</summary>
internal sealed class ChunkedList<T>
    where T : unmanaged
{
    private const int ChunkBits = 16;
    private const int ChunkSize = 1 << ChunkBits;
    private const int SmallestChunk = 16;

    private T[][] _chunks = [[]];

    public int Count { get; private set; }

    public ref T this[int index] => ref _chunks[index >> ChunkBits][index & (ChunkSize - 1)];

    public void Add(T item)
    {
        int chunk = Count >> ChunkBits;
        if (chunk == _chunks.Length)
        {
            Array.Resize(ref _chunks, chunk + 1);
            _chunks[chunk] = new T[ChunkSize];
        }
        else if ((Count & (ChunkSize - 1)) == _chunks[chunk].Length)
        {
            // Only the first chunk starts small, for a pile of a few reports.
            Array.Resize(ref _chunks[chunk], Math.Max(SmallestChunk, 2 * _chunks[chunk].Length));
        }

        _chunks[chunk][Count & (ChunkSize - 1)] = item;
        Count = checked(Count + 1);
    }

    /// <summary>All items in order, a piece at a time.</summary>
    public IEnumerable<ReadOnlyMemory<T>> Pieces()
    {
        for (int start = 0; start < Count; start += ChunkSize)
        {
            yield return _chunks[start >> ChunkBits].AsMemory(0, Math.Min(ChunkSize, Count - start));
        }
    }
}
