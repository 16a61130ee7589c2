using System.Runtime.InteropServices;

namespace Entente.Analysis.Text;

/// <summary>Folded words on their way into a caller's lists, without a call for each.</summary>
internal ref struct FoldedWords
{
    private readonly List<ulong> _words;
    private readonly List<TextSpan>? _places;
    private Span<ulong> _wordRoom;
    private Span<TextSpan> _placeRoom;
    private int _count;

    /// <param name="letters">Of how many letters the words will be made; there will be about a sixth as many words.</param>
    public FoldedWords(List<ulong> words, List<TextSpan>? places, int letters)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(places?.Count ?? words.Count, words.Count, nameof(places));
        _words = words;
        _places = places;
        _count = words.Count;
        MakeRoom(Math.Max(words.Capacity, _count + (letters / 6)));
    }

    public void Add(ulong word, TextSpan place)
    {
        if (_count == _wordRoom.Length)
        {
            MakeRoom((2 * _count) + 16);
        }

        _wordRoom[_count] = word;
        if (_placeRoom.Length > 0)
        {
            _placeRoom[_count] = place;
        }

        _count++;
    }

    /// <summary>Lends the room that is there to a loop that keeps it in registers.</summary>
    public readonly Room TakeRoom() => new(_wordRoom, _placeRoom, _count);

    public void GiveBack(Room room) => _count = room.Count;

    /// <summary>Gives the lists the length that they have come to.</summary>
    public readonly void Complete()
    {
        CollectionsMarshal.SetCount(_words, _count);
        if (_places is not null)
        {
            CollectionsMarshal.SetCount(_places, _count);
        }
    }

    private void MakeRoom(int count)
    {
        CollectionsMarshal.SetCount(_words, count);
        _wordRoom = CollectionsMarshal.AsSpan(_words);
        if (_places is not null)
        {
            CollectionsMarshal.SetCount(_places, count);
            _placeRoom = CollectionsMarshal.AsSpan(_places);
        }
    }

    /// <summary>Room that does not grow.</summary>
    internal ref struct Room(Span<ulong> words, Span<TextSpan> places, int count)
    {
        private readonly Span<ulong> _words = words;
        private readonly Span<TextSpan> _places = places;

        public int Count { get; private set; } = count;

        public bool TryAdd(ulong word, int start, int end)
        {
            int at = Count;
            if ((uint)at >= (uint)_words.Length)
            {
                return false;
            }

            _words[at] = word;
            if ((uint)at < (uint)_places.Length)
            {
                _places[at] = new TextSpan(start, end);
            }

            Count = at + 1;
            return true;
        }
    }
}
