using System.Runtime.InteropServices;
using Entente.Analysis.Text;

namespace Entente.Analysis.Reuse;

/// <summary>The folded words and fingerprints of a corpus: finds what texts share, takes one more document at any time, can be saved and reopened.</summary>
/// <remarks>
/// Every run of at least twelve folded words that two texts share is found, unless nine of them in a row are held by more
/// than <see cref="Postings.MostHolders"/> texts. Shorter runs a few words apart are found too, among many texts if one has nine words. Documents alike word for word are one text. A document of n words is added in
/// O(n) and takes about 4n bytes for its words and 5n for its fingerprints. Of two texts of one series (an outlet, say) nothing is
/// found that <see cref="Postings.MostOfSeries"/> or more of that series hold. Many threads may seek at once, but not while one adds.
/// </remarks>
internal sealed partial class ReuseIndex
{
    private const int PairsBatch = 4096;

    private readonly List<string> _ids = [];
    private readonly Dictionary<string, int> _byId = new(StringComparer.Ordinal);
    private readonly ChunkedList<int> _textOf = new();

    private readonly ChunkedList<ulong> _contents = new();
    private readonly ChunkedList<int> _seriesOf = new();
    private readonly Dictionary<ulong, int> _byContent = [];
    private readonly Dictionary<int, List<int>> _copies = [];
    private readonly ChunkedList<int> _firstDocuments = new();

    private readonly List<string> _seriesKeys = [];
    private readonly Dictionary<string, int> _series = new(StringComparer.Ordinal);

    private readonly Postings _postings = new();
    private readonly List<Fingerprint> _fingerprints = [];

    public int Documents => _ids.Count;

    /// <summary>How many different texts the documents have.</summary>
    public int Texts => Words.Count;

    internal WordStore Words { get; } = new();

    internal WordNumbers WordNumbers { get; } = new();

    public bool Contains(string id) => _byId.ContainsKey(id);

    /// <summary>The number of a document's text: texts are numbered in the order they were first added.</summary>
    public int TextOf(string id) => _textOf[_byId[id]];

    /// <summary>The ids of the documents that have a text, as they were added.</summary>
    public IReadOnlyList<string> DocumentsOf(int text)
        => _copies.TryGetValue(text, out List<int>? copies) ? [.. copies.Prepend(_firstDocuments[text]).Select(d => _ids[d])] : [_ids[_firstDocuments[text]]];

    /// <param name="words">As <see cref="WordFolding"/> folds them.</param>
    /// <param name="series">What repeats its own words from document to document, such as an outlet.</param>
    public void Add(string id, ReadOnlySpan<ulong> words, string? series = null)
    {
        Fingerprints.SelectInOrder(words, _fingerprints);
        Add(id, words, ContentOf(words), CollectionsMarshal.AsSpan(_fingerprints), series);
    }

    /// <summary>Adds many, in the order given. Fingerprints are chosen on all threads, and put in on one.</summary>
    public void AddAll(IReadOnlyList<NewDocument> documents, int threads = 1, CancellationToken cancellation = default)
    {
        if (threads <= 1)
        {
            foreach (NewDocument document in documents)
            {
                cancellation.ThrowIfCancellationRequested();
                Add(document.Id, document.Words, document.Series);
            }

            return;
        }

        (ulong Content, Fingerprint[] Fingerprints)[] prepared = new (ulong, Fingerprint[])[documents.Count];
        ParallelOptions options = new() { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        Parallel.For(0, documents.Count, options, static () => new List<Fingerprint>(), (d, _, fingerprints) =>
        {
            Fingerprints.SelectInOrder(documents[d].Words, fingerprints);
            prepared[d] = (ContentOf(documents[d].Words), [.. fingerprints]);
            return fingerprints;
        }, static _ => { });

        for (int d = 0; d < prepared.Length; d++)
        {
            Add(documents[d].Id, documents[d].Words, prepared[d].Content, prepared[d].Fingerprints, documents[d].Series);
        }
    }

    /// <summary>The texts that share at least <paramref name="fewestWords"/> words with these, in the order they were added.</summary>
    public IReadOnlyList<TextMatch> Find(ReadOnlySpan<ulong> words, string? series = null, int fewestWords = Fingerprints.Guaranteed)
    {
        uint[] numbers = new uint[words.Length];
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = WordNumbers.Find(words[i]);
        }

        Matcher matcher = new(this, fewestWords);
        int number = series is not null && _series.TryGetValue(series, out int known) ? known : -1;
        return [.. matcher.Find(numbers, words, ContentOf(words), Texts, number).Select(f => new TextMatch(DocumentsOf(f.Text), f.Chains))];
    }

    /// <summary>Tells <paramref name="tell"/> all pairs of texts that share enough, by the later text and then by the earlier; on the caller's thread.</summary>
    /// <remarks>The order and the pairs do not depend on the number of threads. What is in memory at once are the pairs of a few thousand texts.</remarks>
    public void ForEachPair(Action<TextPair> tell, int threads = 1, int fewestWords = Fingerprints.Guaranteed, CancellationToken cancellation = default)
    {
        ParallelOptions options = new() { MaxDegreeOfParallelism = Math.Max(1, threads), CancellationToken = cancellation };
        List<(int Text, IReadOnlyList<Chain> Chains)>[] found = new List<(int, IReadOnlyList<Chain>)>[Math.Min(PairsBatch, Texts)];
        for (int start = 0; start < Texts; start += PairsBatch)
        {
            int end = Math.Min(Texts, start + PairsBatch);
            Parallel.For(start, end, options, () => new Matcher(this, fewestWords), (text, _, matcher) =>
            {
                ReadOnlySpan<uint> words = Words[text];
                found[text - start] = matcher.Find(words, matcher.Unfold(words), _contents[text], text, _seriesOf[text]);
                return matcher;
            }, static _ => { });

            for (int text = start; text < end; text++)
            {
                foreach ((int first, IReadOnlyList<Chain> chains) in found[text - start])
                {
                    tell(new TextPair(first, text, chains));
                }
            }
        }
    }

    internal ulong ContentOf(int text) => _contents[text];

    internal int SeriesOf(int text) => _seriesOf[text];

    internal SeedFinder NewSeedFinder() => new(_postings, Words, _seriesOf);

    private static ulong ContentOf(ReadOnlySpan<ulong> words)
    {
        ulong content = 0;
        foreach (ulong word in words)
        {
            content = WordHash.Mix(content + word);
        }

        return content;
    }

    private void Add(string id, ReadOnlySpan<ulong> words, ulong content, ReadOnlySpan<Fingerprint> fingerprints, string? series)
    {
        if (!_byId.TryAdd(id, _ids.Count))
        {
            throw new ArgumentException($"The index has a document \"{id}\" already.", nameof(id));
        }

        if (_byContent.TryGetValue(content, out int alike) && HasWords(alike, words))
        {
            AddDocument(id, alike);
            return;
        }

        int text = Texts;
        Span<uint> numbers = Words.Add(words.Length);
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = WordNumbers.Add(words[i]);
        }

        AddText(content, NumberOf(series));
        AddDocument(id, text);
        _postings.Add(text, words, fingerprints, _seriesOf);
    }

    private void AddText(ulong content, int series)
    {
        // Of two texts with one hash, which is not to be expected, only the first is known for its copies.
        _byContent.TryAdd(content, _contents.Count);
        _contents.Add(content);
        _seriesOf.Add(series);
    }

    private void AddDocument(string id, int text)
    {
        if (text == _firstDocuments.Count)
        {
            _firstDocuments.Add(_ids.Count);
        }
        else
        {
            ref List<int>? copies = ref CollectionsMarshal.GetValueRefOrAddDefault(_copies, text, out _);
            (copies ??= []).Add(_ids.Count);
        }

        _ids.Add(id);
        _textOf.Add(text);
    }

    private int NumberOf(string? series)
    {
        if (series is null)
        {
            return -1;
        }

        ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(_series, series, out bool isKnown);
        if (!isKnown)
        {
            number = _seriesKeys.Count;
            _seriesKeys.Add(series);
        }

        return number;
    }

    private bool HasWords(int text, ReadOnlySpan<ulong> words)
    {
        ReadOnlySpan<uint> numbers = Words[text];
        if (numbers.Length != words.Length)
        {
            return false;
        }

        for (int i = 0; i < numbers.Length; i++)
        {
            if (WordNumbers.HashOf(numbers[i]) != words[i])
            {
                return false;
            }
        }

        return true;
    }
}
