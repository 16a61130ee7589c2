using System.Runtime.InteropServices;

namespace Entente.Analysis.Reuse;

/// <summary>Compares one text after another with those of an index. For one thread; what it needs is allocated once.</summary>
internal sealed class Matcher(ReuseIndex index, int fewestWords)
{
    private readonly List<Fingerprint> _own = [];
    private readonly List<Fingerprint> _others = [];
    private readonly SeedFinder _finder = index.NewSeedFinder();
    private readonly List<Seed> _pairSeeds = [];
    private readonly Alignment _alignment = new();
    private ulong[] _hashes = [];

    /// <summary>The texts below <paramref name="before"/> that share enough with <paramref name="words"/>, in the order they were added.</summary>
    /// <param name="hashes">The same words as they were folded.</param>
    public List<(int Text, IReadOnlyList<Chain> Chains)> Find(ReadOnlySpan<uint> words, ReadOnlySpan<ulong> hashes, ulong content, int before, int series)
    {
        List<(int, IReadOnlyList<Chain>)> found = [];
        Fingerprints.SelectInOrder(hashes, _own);
        _finder.Find(words, hashes, CollectionsMarshal.AsSpan(_own), before, series, isStrict: fewestWords >= Fingerprints.Guaranteed);
        Span<Seed> all = CollectionsMarshal.AsSpan(_finder.Seeds);
        all.Sort();
        for (int start = 0; start < all.Length;)
        {
            int text = all[start].Text;
            int end = start + 1;
            while (end < all.Length && all[end].Text == text)
            {
                end++;
            }

            IReadOnlyList<Chain> chains = Align(text, words, content, all[start..end]);
            if (chains.Count > 0 && _finder.IsPartial)
            {
                chains = Align(text, words, content, AllSeeds(text));
            }

            if (_finder.Furniture.Count > 0 && chains.Count > 0 && index.SeriesOf(text) == series)
            {
                chains = [.. chains.Where(c => !IsFurniture(c))];
            }

            if (chains.Count > 0)
            {
                found.Add((text, chains));
            }

            start = end;
        }

        return found;
    }

    /// <summary>The words of a text of the index as they were folded; good until the next call.</summary>
    public ReadOnlySpan<ulong> Unfold(ReadOnlySpan<uint> words)
    {
        if (_hashes.Length < words.Length)
        {
            _hashes = new ulong[Math.Max(words.Length, 2 * _hashes.Length)];
        }

        for (int i = 0; i < words.Length; i++)
        {
            _hashes[i] = index.WordNumbers.HashOf(words[i]);
        }

        return _hashes.AsSpan(0, words.Length);
    }

    /// <summary>Whether at least half of the words are furniture of the series: those from one fingerprint of it to the next.</summary>
    /// <remarks>Fingerprints are dense enough for that, but where the furniture begins and ends they vary with the words beside it.</remarks>
    private bool IsFurniture(Chain chain)
    {
        int words = 0;
        foreach (Run run in chain.Runs)
        {
            int counted = run.Second;
            foreach (int start in _finder.Furniture)
            {
                int from = start <= counted + Fingerprints.Guaranteed ? counted : start;
                int to = Math.Min(start + Fingerprints.RunLength, run.Second + run.Words);
                words += Math.Max(0, to - from);
                counted = Math.Max(counted, to);
            }
        }

        return 2 * words >= chain.Words;
    }

    /// <summary>Content decides which of the two texts is aligned as the first, so that the order of adding does not.</summary>
    private IReadOnlyList<Chain> Align(int text, ReadOnlySpan<uint> words, ulong content, Span<Seed> seeds)
    {
        ReadOnlySpan<uint> other = index.Words[text];
        if (index.ContentOf(text) <= content)
        {
            return _alignment.Align(other, words, seeds, fewestWords);
        }

        foreach (ref Seed seed in seeds)
        {
            seed = new Seed(seed.Text, seed.HereWord, seed.Word);
        }

        seeds.Sort();
        IReadOnlyList<Chain> chains = _alignment.Align(words, other, seeds, fewestWords);
        return chains.Count == 0 ? chains : [.. chains.Select(c => c.Turned())];
    }

    /// <summary>What both hold, also of the fingerprints that the index leaves out because many hold them.</summary>
    private Span<Seed> AllSeeds(int text)
    {
        Fingerprints.SelectInOrder(Unfold(index.Words[text]), _others);
        _pairSeeds.Clear();
        ReadOnlySpan<Fingerprint> own = CollectionsMarshal.AsSpan(_own);
        ReadOnlySpan<Fingerprint> others = CollectionsMarshal.AsSpan(_others);
        for (int i = 0, j = 0; i < own.Length && j < others.Length;)
        {
            if (own[i].Hash != others[j].Hash)
            {
                (i, j) = own[i].Hash < others[j].Hash ? (i + 1, j) : (i, j + 1);
                continue;
            }

            int endOfOwn = Fingerprints.EndOfAlike(own, i);
            int endOfOthers = Fingerprints.EndOfAlike(others, j);
            foreach (Fingerprint other in others[j..endOfOthers])
            {
                foreach (Fingerprint one in own[i..endOfOwn])
                {
                    _pairSeeds.Add(new Seed(text, other.Word, one.Word));
                }
            }

            (i, j) = (endOfOwn, endOfOthers);
        }

        Span<Seed> seeds = CollectionsMarshal.AsSpan(_pairSeeds);
        seeds.Sort();
        return seeds;
    }
}
