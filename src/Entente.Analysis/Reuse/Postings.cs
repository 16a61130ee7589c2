using System.Runtime.CompilerServices;

namespace Entente.Analysis.Reuse;

/// <summary>Which texts hold which fingerprints: an inverted index that takes one text at a time.</summary>
/// <remarks>
/// A hash table with chains that splits one bucket for each posting added (linear hashing, Litwin 1980), so that no addition ever pays for a
/// rebuilding of the whole: adding and looking up a text of n words cost O(n) steps plus the postings looked at. The chain of a
/// bucket runs from the newest posting to the oldest. What is looked at is bounded: see <see cref="MostHolders"/> and <see cref="MostOfSeries"/>.
/// </remarks>
internal sealed class Postings
{
    /// <summary>Up to this many texts nothing is left out.</summary>
    public const int Unlimited = 2048;

    /// <summary>So many texts of one series that hold a fingerprint make it that series' own furniture.</summary>
    public const int MostOfSeries = 8;

    /// <summary>What stands in more places than this is a stock phrase (see <see cref="SeedFinder"/>).</summary>
    public const int MostOfRare = 16;

    private const int FewestMostHolders = 100;
    private const int FirstBuckets = 8;

    private enum Verdict
    {
        Wanted,
        Full,
        Furniture,
    }

    private readonly ChunkedList<Posting> _postings = new();
    private readonly ChunkedList<int> _heads = new();

    // What reached the limit is looked up most and never changes again: it is kept in one piece besides.
    private readonly Dictionary<ulong, Posting[]> _full = [];

    // Buckets below _heads.Count − _level have been split already.
    private int _level = FirstBuckets;

    public Postings() => AddBuckets(FirstBuckets);

    public int Count => _postings.Count;

    public IEnumerable<ReadOnlyMemory<Posting>> Pieces() => _postings.Pieces();

    /// <summary>With how many of the texts that hold one fingerprint a text is compared, in an index of <paramref name="texts"/>.</summary>
    /// <remarks>
    /// What everyone carries would cost n² comparisons. With 2048²/n a fingerprint costs the same however many there are, and from
    /// 100 down a text costs the same however large the index is. What comes after so many is held with the four words before it and with
    /// the four behind it instead, so a shared run of twelve words is missed only if nine of them in a row are so widely held too.
    /// </remarks>
    public static int MostHolders(int texts) => texts <= Unlimited ? Unlimited : Math.Max(FewestMostHolders, Unlimited * Unlimited / texts);

    /// <param name="fingerprints">Of one text, by hash and then by word.</param>
    /// <param name="seriesOf">The series of each text so far; −1 for none.</param>
    public void Add(int text, ReadOnlySpan<ulong> words, ReadOnlySpan<Fingerprint> fingerprints, ChunkedList<int> seriesOf)
    {
        int most = MostHolders(text + 1);
        Touch(fingerprints);
        TouchNextSplits(fingerprints.Length);
        for (int start = 0; start < fingerprints.Length;)
        {
            int end = Fingerprints.EndOfAlike(fingerprints, start);
            ReadOnlySpan<Fingerprint> alike = fingerprints[start..end];
            if (Add(text, alike, seriesOf, most) == Verdict.Full)
            {
                foreach (Fingerprint phrase in alike)
                {
                    AddExtended(text, words, phrase, forward: false, seriesOf, most);
                    AddExtended(text, words, phrase, forward: true, seriesOf, most);
                }
            }

            start = end;
        }
    }

    /// <summary>Takes a posting as it was saved; to be followed by <see cref="Relink"/>.</summary>
    public void Restore(Posting posting) => _postings.Add(posting);

    /// <summary>Makes the buckets anew, the same as adding posting by posting made them.</summary>
    public void Relink()
    {
        AddBuckets(Math.Max(FirstBuckets, _postings.Count) - _heads.Count);
        while (_level <= _heads.Count / 2)
        {
            _level *= 2;
        }

        for (int p = 0; p < _postings.Count; p++)
        {
            ref Posting posting = ref _postings[p];
            ref int head = ref _heads[BucketOf(posting.Key)];
            posting.Next = head;
            head = p;
            if (posting.IsLast)
            {
                KeepInOnePiece(posting.Key);
            }
        }
    }

    /// <summary>Fetches what looking these up will need first: far faster together than one waiting for another.</summary>
    /// <returns>Nothing of use; without it the reading could be left out.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Touch(ReadOnlySpan<Fingerprint> fingerprints)
    {
        int touched = 0;
        foreach (Fingerprint fingerprint in fingerprints)
        {
            touched ^= _heads[BucketOf(KeyOf(fingerprint))];
        }

        // The second of a chain is fetched once the first is there, and again all together.
        for (int depth = 1; depth <= 2; depth++)
        {
            foreach (Fingerprint fingerprint in fingerprints)
            {
                int p = _heads[BucketOf(KeyOf(fingerprint))];
                for (int step = 1; step < depth && p >= 0; step++)
                {
                    p = _postings[p].Next;
                }

                touched ^= p < 0 ? 0 : _postings[p].Text;
            }
        }

        return touched;
    }

    /// <summary>The same for the buckets that adding so many postings will split: they come in order, what hangs on them does not.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int TouchNextSplits(int count)
    {
        int touched = 0;
        int first = _heads.Count - _level;
        for (int bucket = first; bucket < Math.Min(first + count, _level); bucket++)
        {
            int head = _heads[bucket];
            touched ^= head < 0 ? 0 : _postings[head].Next;
        }

        return touched;
    }

    /// <summary>All postings of a fingerprint, from the newest to the oldest.</summary>
    /// <returns>Whether there are as many as there may be, and others hold it with the words beside it.</returns>
    public bool Gather(Fingerprint fingerprint, List<Posting> holders)
    {
        holders.Clear();
        ulong key = KeyOf(fingerprint);
        for (int p = _heads[BucketOf(key)]; p >= 0;)
        {
            ref Posting posting = ref _postings[p];
            if (posting.Key == key)
            {
                if (posting.IsLast)
                {
                    holders.AddRange(_full[key]);
                    return true;
                }

                holders.Add(posting);
            }

            p = posting.Next;
        }

        return false;
    }

    private static ulong KeyOf(Fingerprint fingerprint) => fingerprint.Hash >> Posting.ContextBits;

    private void AddExtended(int text, ReadOnlySpan<ulong> words, Fingerprint phrase, bool forward, ChunkedList<int> seriesOf, int most)
    {
        if (Fingerprints.TryExtend(words, phrase, forward, out Fingerprint extended))
        {
            Add(text, [extended], seriesOf, most);
        }
    }

    private Verdict Add(int text, ReadOnlySpan<Fingerprint> alike, ChunkedList<int> seriesOf, int most)
    {
        Verdict verdict = Judge(KeyOf(alike[0]), seriesOf[text], seriesOf, most, out bool isRepeated);
        for (int i = 0; verdict == Verdict.Wanted && i < alike.Length; i++)
        {
            Link(Posting.From(alike[i], text, isRepeated));
        }

        return verdict;
    }

    private Verdict Judge(ulong key, int series, ChunkedList<int> seriesOf, int most, out bool isRepeated)
    {
        int newest = -1;
        int last = -1;
        int holders = 0;
        int ofSeries = 0;
        isRepeated = false;
        for (int p = _heads[BucketOf(key)]; p >= 0;)
        {
            ref Posting posting = ref _postings[p];
            if (posting.Key == key && posting.Text != last)
            {
                if (posting.IsLast)
                {
                    return Verdict.Full;
                }

                last = posting.Text;
                newest = newest < 0 ? p : newest;
                holders += posting.IsRepeated ? 0 : 1;
                ofSeries += series >= 0 && seriesOf[last] == series ? 1 : 0;
            }

            p = posting.Next;
        }

        if (holders >= most)
        {
            KeepInOnePiece(key);
            _postings[newest].IsLast = true;
            return Verdict.Full;
        }

        isRepeated = ofSeries > 0;
        return ofSeries < MostOfSeries ? Verdict.Wanted : Verdict.Furniture;
    }

    private void KeepInOnePiece(ulong key)
    {
        List<Posting> all = [];
        for (int p = _heads[BucketOf(key)]; p >= 0; p = _postings[p].Next)
        {
            if (_postings[p].Key == key)
            {
                all.Add(_postings[p]);
            }
        }

        _full[key] = [.. all];
    }

    private void Link(Posting posting)
    {
        ref int head = ref _heads[BucketOf(posting.Key)];
        posting.Next = head;
        head = _postings.Count;
        _postings.Add(posting);
        if (_postings.Count > _heads.Count)
        {
            Split();
        }
    }

    /// <summary>Parts the next bucket in two by one more bit of the keys; the order in both stays.</summary>
    private void Split()
    {
        int from = _heads.Count - _level;
        int p = _heads[from];
        _heads.Add(-1);
        ref int low = ref _heads[from];
        ref int high = ref _heads[_heads.Count - 1];
        while (p >= 0)
        {
            ref Posting posting = ref _postings[p];
            if (((int)posting.Key & _level) == 0)
            {
                low = p;
                low = ref posting.Next;
            }
            else
            {
                high = p;
                high = ref posting.Next;
            }

            p = posting.Next;
        }

        low = -1;
        high = -1;
        if (_heads.Count == 2 * _level)
        {
            _level *= 2;
        }
    }

    private int BucketOf(ulong key)
    {
        int bucket = (int)key & ((2 * _level) - 1);
        return bucket < _heads.Count ? bucket : bucket & (_level - 1);
    }

    private void AddBuckets(int count)
    {
        for (int i = 0; i < count; i++)
        {
            _heads.Add(-1);
        }
    }
}
