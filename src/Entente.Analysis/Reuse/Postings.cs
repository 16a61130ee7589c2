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

    private const int FewestMostHolders = 100;
    private const int FirstBuckets = 8;

    private readonly ChunkedList<Posting> _postings = new();
    private readonly ChunkedList<int> _heads = new();

    // Buckets below _buckets − _level have been split already.
    private int _level = FirstBuckets;

    public Postings() => AddBuckets(FirstBuckets);

    public int Count => _postings.Count;

    public ref Posting this[int index] => ref _postings[index];

    public IEnumerable<ReadOnlyMemory<Posting>> Pieces() => _postings.Pieces();

    /// <summary>With how many of the texts that hold one fingerprint a text is compared, in an index of <paramref name="texts"/>.</summary>
    /// <remarks>
    /// What everyone carries would cost n² comparisons. With 2048²/n a fingerprint costs the same however many there are, and from
    /// 100 down a text costs the same however large the index is. A pair is missed only if all that it shares is so widely held.
    /// </remarks>
    public static int MostHolders(int texts) => texts <= Unlimited ? Unlimited : Math.Max(FewestMostHolders, Unlimited * Unlimited / texts);

    /// <param name="fingerprints">Of one text, by hash and then by word.</param>
    /// <param name="seriesOf">The series of each text so far; −1 for none.</param>
    public void Add(int text, ReadOnlySpan<Fingerprint> fingerprints, ChunkedList<int> seriesOf)
    {
        int most = MostHolders(text + 1);
        for (int start = 0; start < fingerprints.Length;)
        {
            int end = Fingerprints.EndOfAlike(fingerprints, start);
            if (IsWanted(fingerprints[start].Hash, seriesOf[text], seriesOf, most, out bool isRepeated))
            {
                for (int i = start; i < end; i++)
                {
                    Link(new Posting { Hash = fingerprints[i].Hash, Text = text, Place = (uint)fingerprints[i].Word, IsRepeated = isRepeated });
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
            ref int head = ref _heads[BucketOf(posting.Hash)];
            posting.Next = head;
            head = p;
        }
    }

    /// <summary>Collects the places where texts below <paramref name="before"/> hold a fingerprint.</summary>
    /// <param name="alike">The places of one fingerprint in the text that is sought for.</param>
    /// <returns>Whether texts that hold it may have been left out.</returns>
    public bool Find(ReadOnlySpan<Fingerprint> alike, int before, int series, ChunkedList<int> seriesOf, int most, List<Seed> seeds)
    {
        ulong hash = alike[0].Hash;
        int first = seeds.Count;
        int last = -1;
        int holders = 0;
        int repeated = 0;
        int ofSeries = 0;
        for (int p = _heads[BucketOf(hash)]; p >= 0;)
        {
            ref Posting posting = ref _postings[p];
            p = posting.Next;
            if (posting.Hash != hash)
            {
                continue;
            }

            if (posting.Text != last)
            {
                last = posting.Text;
                ofSeries += series >= 0 && seriesOf[last] == series ? 1 : 0;
                repeated += posting.IsRepeated ? 1 : 0;
                if (last < before && !posting.IsRepeated && ++holders > most)
                {
                    break;
                }
            }

            if (last < before)
            {
                foreach (Fingerprint own in alike)
                {
                    seeds.Add(new Seed(last, posting.Word, own.Word));
                }
            }
        }

        if (ofSeries >= MostOfSeries)
        {
            LeaveOut(seeds, first, series, seriesOf);
        }

        return holders >= most || repeated >= MostOfSeries - 1;
    }

    private static void LeaveOut(List<Seed> seeds, int first, int series, ChunkedList<int> seriesOf)
    {
        int kept = first;
        for (int i = first; i < seeds.Count; i++)
        {
            if (seriesOf[seeds[i].Text] != series)
            {
                seeds[kept++] = seeds[i];
            }
        }

        seeds.RemoveRange(kept, seeds.Count - kept);
    }

    private bool IsWanted(ulong hash, int series, ChunkedList<int> seriesOf, int most, out bool isRepeated)
    {
        int newest = -1;
        int last = -1;
        int holders = 0;
        int ofSeries = 0;
        isRepeated = false;
        for (int p = _heads[BucketOf(hash)]; p >= 0;)
        {
            ref Posting posting = ref _postings[p];
            if (posting.Hash == hash && posting.Text != last)
            {
                if (posting.IsLast)
                {
                    return false;
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
            _postings[newest].IsLast = true;
            return false;
        }

        isRepeated = ofSeries > 0;
        return ofSeries < MostOfSeries;
    }

    private void Link(Posting posting)
    {
        ref int head = ref _heads[BucketOf(posting.Hash)];
        posting.Next = head;
        head = _postings.Count;
        _postings.Add(posting);
        if (_postings.Count > _heads.Count)
        {
            Split();
        }
    }

    /// <summary>Parts the next bucket in two by one more bit of the hashes; the order in both stays.</summary>
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
            if (((int)posting.Hash & _level) == 0)
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

    private int BucketOf(ulong hash)
    {
        int bucket = (int)hash & ((2 * _level) - 1);
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
