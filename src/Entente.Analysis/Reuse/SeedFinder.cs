namespace Entente.Analysis.Reuse;

/// <summary>Looks up the fingerprints of one text after another and says which places of other texts to look at. For one thread.</summary>
internal sealed class SeedFinder(Postings postings, WordStore words, ChunkedList<int> seriesOf)
{
    private readonly List<Posting> _holders = [];
    private bool _isStrict;

    /// <summary>The places to look at, as they are found.</summary>
    public List<Seed> Seeds { get; } = [];

    /// <summary>The words at which a fingerprint starts that is furniture of the text's series, in order.</summary>
    public List<int> Furniture { get; } = [];

    /// <summary>Whether places of a fingerprint were left out because many texts hold it.</summary>
    public bool IsPartial { get; private set; }

    /// <param name="fingerprints">By hash and then by word.</param>
    /// <param name="before">The number of the first text that is not looked at.</param>
    /// <param name="isStrict">
    /// Whether, where texts are many, five words alike are not enough: nine must be, or, round a stock phrase, as many as are always found. Else
    /// two phrases that happen to stand side by side would be a passage.
    /// </param>
    public void Find(ReadOnlySpan<uint> own, ReadOnlySpan<ulong> hashes, ReadOnlySpan<Fingerprint> fingerprints, int before, int series, bool isStrict)
    {
        Seeds.Clear();
        Furniture.Clear();
        IsPartial = false;
        int texts = seriesOf.Count;
        int most = Postings.MostHolders(texts);
        _isStrict = isStrict && texts > Postings.Unlimited;
        postings.Touch(fingerprints);
        for (int start = 0; start < fingerprints.Length;)
        {
            int end = Fingerprints.EndOfAlike(fingerprints, start);
            ReadOnlySpan<Fingerprint> alike = fingerprints[start..end];
            if (FindAlike(own, alike, before, series, most))
            {
                foreach (Fingerprint phrase in alike)
                {
                    FindExtended(own, hashes, phrase, forward: false, before, series, most);
                    FindExtended(own, hashes, phrase, forward: true, before, series, most);
                }
            }

            start = end;
        }

        Furniture.Sort();
    }

    private void FindExtended(ReadOnlySpan<uint> own, ReadOnlySpan<ulong> hashes, Fingerprint phrase, bool forward, int before, int series, int most)
    {
        if (Fingerprints.TryExtend(hashes, phrase, forward, out Fingerprint extended))
        {
            FindAlike(own, [extended], before, series, most);
        }
    }

    /// <returns>Whether more texts hold the fingerprint with the words beside it.</returns>
    private bool FindAlike(ReadOnlySpan<uint> own, ReadOnlySpan<Fingerprint> alike, int before, int series, int most)
    {
        bool isFull = postings.Gather(alike[0], _holders);
        int least = _holders.Count > Postings.MostOfRare ? Fingerprints.Guaranteed : Fingerprints.Extended;
        bool isFurniture = IsFurniture(series, out int repeated);
        int last = -1;
        int holders = 0;
        int longHolders = 0;
        foreach (Posting posting in _holders)
        {
            if (posting.Text >= before || (isFurniture && seriesOf[posting.Text] == series))
            {
                continue;
            }

            if (posting.Text != last)
            {
                last = posting.Text;
                holders += posting.IsRepeated ? 0 : 1;
            }

            // Of so many any are taken; of the rest those that go on for long, again so many.
            bool isFree = !_isStrict && holders <= most;
            foreach (Fingerprint here in alike)
            {
                if (isFree)
                {
                    Seeds.Add(new Seed(last, posting.Word, here.Word));
                }
                else if (longHolders < most && Fingerprint.MayGoOn(posting.Context, here.Context) && LengthOfRun(own, here.Word, words[last], posting.Word) >= least)
                {
                    longHolders++;
                    Seeds.Add(new Seed(last, posting.Word, here.Word));
                }
            }
        }

        IsPartial |= isFull || _isStrict || holders >= most || repeated >= Postings.MostOfSeries - 1;
        for (int i = 0; isFurniture && i < alike.Length; i++)
        {
            Furniture.Add(alike[i].Word);
        }

        return isFull;
    }

    private static int LengthOfRun(ReadOnlySpan<uint> own, int here, ReadOnlySpan<uint> other, int there)
    {
        int before = 0;
        while (before < Math.Min(here, there) && before < Fingerprints.Guaranteed && own[here - before - 1] == other[there - before - 1])
        {
            before++;
        }

        return before + own[here..].CommonPrefixLength(other[there..]);
    }

    /// <param name="repeated">How many texts hold the fingerprint that an earlier text of their series holds too.</param>
    private bool IsFurniture(int series, out int repeated)
    {
        int last = -1;
        repeated = 0;
        foreach (Posting posting in _holders)
        {
            repeated += posting.Text != last && posting.IsRepeated ? 1 : 0;
            last = posting.Text;
        }

        // All but the first text of a series are marked; where too few are, no series need be looked up.
        if (series < 0 || repeated < Postings.MostOfSeries - 1)
        {
            return false;
        }

        int ofSeries = 0;
        last = -1;
        foreach (Posting posting in _holders)
        {
            ofSeries += posting.Text != last && seriesOf[posting.Text] == series ? 1 : 0;
            last = posting.Text;
        }

        return ofSeries >= Postings.MostOfSeries;
    }
}
