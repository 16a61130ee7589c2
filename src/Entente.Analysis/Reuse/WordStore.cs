namespace Entente.Analysis.Reuse;

/// <summary>The words of all texts of an index, each text in one piece.</summary>
/// <remarks>Four bytes a word, in large arrays that are never copied.</remarks>
internal sealed class WordStore
{
    private const int SmallestChunk = 1 << 10;
    private const int LargestChunk = 1 << 20;

    private readonly List<uint[]> _chunks = [];
    private readonly ChunkedList<Place> _places = new();
    private int _free;

    private readonly record struct Place(int Chunk, int Start, int Length);

    public int Count => _places.Count;

    public ReadOnlySpan<uint> this[int text]
    {
        get
        {
            Place place = _places[text];
            return place.Length == 0 ? [] : _chunks[place.Chunk].AsSpan(place.Start, place.Length);
        }
    }

    public int LengthOf(int text) => _places[text].Length;

    /// <summary>Room for the words of one more text, to be filled by the caller.</summary>
    public Span<uint> Add(int length)
    {
        if (_chunks.Count == 0 || _chunks[^1].Length - _free < length)
        {
            // What is left of the last chunk stays empty: at most one text in a million words.
            int size = _chunks.Count == 0 ? SmallestChunk : Math.Min(LargestChunk, 2 * _chunks[^1].Length);
            _chunks.Add(new uint[Math.Max(size, length)]);
            _free = 0;
        }

        _places.Add(new Place(_chunks.Count - 1, _free, length));
        Span<uint> room = _chunks[^1].AsSpan(_free, length);
        _free += length;
        return room;
    }
}
