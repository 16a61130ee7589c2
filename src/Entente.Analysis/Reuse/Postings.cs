namespace Entente.Analysis.Reuse;

/// <summary>A place that two texts may share: the same fingerprint stands at both words.</summary>
internal readonly record struct Seed(int Text, int Word, int HereWord);

/// <summary>Which texts hold which fingerprints: the inverted index of a pile.</summary>
/// <remarks>
/// A fingerprint that more than <see cref="MostHolders"/> texts hold is compared with the first of them only: then what
/// everyone carries costs n × 100 comparisons rather than n².
/// </remarks>
internal sealed class Postings
{
    public const int MostHolders = 100;

    // A list or a refrain repeats the same words over and over; finding each of its lines once is enough.
    private const int MostPlaces = 16;

    private readonly Posting[] _postings;
    private readonly int[] _groups;
    private readonly int[] _ofText;
    private readonly int[] _starts;

    private Postings(Posting[] postings, int[] groups, int[] ofText, int[] starts)
    {
        _postings = postings;
        _groups = groups;
        _ofText = ofText;
        _starts = starts;
    }

    private readonly record struct Posting(ulong Hash, int Text, int Word) : IComparable<Posting>
    {
        public int CompareTo(Posting other)
        {
            int order = Hash.CompareTo(other.Hash);
            order = order != 0 ? order : Text.CompareTo(other.Text);
            return order != 0 ? order : Word.CompareTo(other.Word);
        }
    }

    public static Postings From(IReadOnlyList<FoldedText> texts)
    {
        List<Posting> postings = [];
        List<Fingerprint> chosen = [];
        for (int t = 0; t < texts.Count; t++)
        {
            chosen.Clear();
            Fingerprints.Select(texts[t].Words, chosen);
            foreach (Fingerprint fingerprint in chosen)
            {
                postings.Add(new Posting(fingerprint.Hash, t, fingerprint.Word));
            }
        }

        Posting[] sorted = [.. postings];
        Array.Sort(sorted);

        // The postings of each text, by index: a counting sort over texts.
        int[] starts = new int[texts.Count + 1];
        foreach (Posting posting in sorted)
        {
            starts[posting.Text + 1]++;
        }

        for (int t = 0; t < texts.Count; t++)
        {
            starts[t + 1] += starts[t];
        }

        int[] next = starts[..^1];
        int[] ofText = new int[sorted.Length];
        int[] groups = new int[sorted.Length];
        for (int p = 0; p < sorted.Length; p++)
        {
            groups[p] = p > 0 && sorted[p - 1].Hash == sorted[p].Hash ? groups[p - 1] : p;
            ofText[next[sorted[p].Text]++] = p;
        }

        return new Postings(sorted, groups, ofText, starts);
    }

    /// <summary>The places where earlier texts hold a fingerprint of <paramref name="text"/>, by text and then by word.</summary>
    public void FindEarlier(int text, List<Seed> seeds)
    {
        for (int i = _starts[text]; i < _starts[text + 1]; i++)
        {
            int own = _ofText[i];
            ulong hash = _postings[own].Hash;
            if (own >= MostPlaces && IsAlike(own - MostPlaces, hash, text))
            {
                continue;
            }

            int first = _groups[own];

            int holders = 0;
            int places = 0;
            for (int p = first; p < own && _postings[p].Text < text; p++)
            {
                if (p == first || _postings[p].Text != _postings[p - 1].Text)
                {
                    places = 0;
                    if (++holders > MostHolders)
                    {
                        break;
                    }
                }

                if (++places <= MostPlaces)
                {
                    seeds.Add(new Seed(_postings[p].Text, _postings[p].Word, _postings[own].Word));
                }
            }
        }

        seeds.Sort(static (a, b) =>
        {
            int order = a.Text.CompareTo(b.Text);
            order = order != 0 ? order : a.Word.CompareTo(b.Word);
            return order != 0 ? order : a.HereWord.CompareTo(b.HereWord);
        });
    }

    private bool IsAlike(int posting, ulong hash, int text) => _postings[posting].Hash == hash && _postings[posting].Text == text;
}
