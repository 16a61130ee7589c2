using System.Buffers;
using System.Collections.Immutable;
using System.Numerics;
using Entente.Analysis.Attributions;
using Entente.Analysis.Text;

namespace Entente.Analysis.Tracing;

/// <summary>Finds where a sentence stands in the reports of a pile, also where it is worded a little differently, cut or broken up.</summary>
/// <remarks>
/// The words of every report are looked up among those of the sentence (linear, nothing allocated for the words); only reports that hold a quarter of
/// the weight of its rare words are read closely. There a window somewhat longer than the sentence is moved over the words; where it holds as much
/// of that weight, sentence and window are aligned word by word (<see cref="WordAlignment"/>, O(n²) of the sentence's length).
/// It is an appearance where at least six in ten words stand alike in order (eight in ten of a sentence under eight words) with half the weight of
/// its rare words; a part of the sentence where a quotation of five words or more stands in it for eight in ten of its words, or where eight words in a row
/// do, three of them of weight. Where three tenths of the words or of the weight stand and it is neither, the place is kept as rejected.
/// The measures are those of <see cref="QuotationFamilies"/>, so that a family of quotations is found by any of its wordings.
/// </remarks>
internal sealed class AppearanceFinder
{
    public const double LeastShare = 0.6;
    public const double LeastShareWhenShort = 0.8;
    public const int ShortWords = 8;
    private const double LeastWeight = 0.5;

    /// <summary>A quotation this long that stands in the sentence for <see cref="LeastOfQuotation"/> of its words is a part of it.</summary>
    private const int FewestQuoted = 5;
    private const double LeastOfQuotation = 0.8;
    private const int LongRun = 8;
    private const int FewestTellingInRun = 3;

    private const double WorthALook = 0.25;
    private const double NearMiss = 0.3;

    /// <summary>How many words beyond the sentence's own the window holds: "…," the deputy chair of the committee told the paper on Friday, "…".</summary>
    private const int Slack = 16;

    private const int MostRejectedOfReport = 3;

    private static readonly SearchValues<char> s_marks = SearchValues.Create("\"“”„«»");

    private readonly SoughtSentence _sentence;
    private readonly List<Appearance> _found = [];
    private readonly List<RejectedPlace> _rejected = [];

    private AppearanceFinder(SoughtSentence sentence) => _sentence = sentence;

    /// <summary>In order of id and place, with the closest of the places that are too far, the closest first.</summary>
    public static (ImmutableArray<Appearance> Found, ImmutableArray<RejectedPlace> Rejected) Find(
        IReadOnlyList<Document> documents, SoughtSentence sentence, int mostRejected, int threads = 1, CancellationToken cancellation = default)
    {
        if (!sentence.CanBeSought)
        {
            return ([], []);
        }

        Document[] sorted = [.. documents.OrderBy(d => d.Id, StringComparer.Ordinal)];
        ParallelOptions options = new() { MaxDegreeOfParallelism = Math.Max(1, threads), CancellationToken = cancellation };
        Document[] candidates = Candidates(sorted, sentence, options);
        AppearanceFinder[] finders = new AppearanceFinder[candidates.Length];
        Parallel.For(0, candidates.Length, options, i =>
        {
            finders[i] = new AppearanceFinder(sentence);
            finders[i].Read(candidates[i]);
        });

        return (
            [.. finders.SelectMany(f => f._found.OrderBy(a => a.Span))],
            [.. finders.SelectMany(f => f._rejected.OrderBy(r => r.Span)).OrderByDescending(r => r.Share).Take(mostRejected)]);
    }

    /// <summary>The reports that hold enough of the sentence's rare words, wherever in them.</summary>
    private static Document[] Candidates(Document[] documents, SoughtSentence sentence, ParallelOptions options)
    {
        Dictionary<ulong, int> telling = [];
        for (int t = 0; t < sentence.Telling.Length; t++)
        {
            telling[WordHash.Of(sentence.Telling[t])] = t;
        }

        BigInteger[] holds = new BigInteger[documents.Length];
        Parallel.For(0, documents.Length, options, () => (Words: new List<ulong>(), Places: new List<TextSpan>()), (d, _, work) =>
        {
            holds[d] = TellingIn(documents[d], telling, work.Words, work.Places);
            return work;
        }, static _ => { });

        int[] reportsWith = [.. Enumerable.Range(0, sentence.Telling.Length).Select(t => holds.Count(h => !(h >> t).IsEven))];
        sentence.Weigh(documents.Length, reportsWith);
        double all = sentence.Telling.Sum(sentence.WeightOf);
        return [.. documents.Where((_, d) => Enumerable.Range(0, sentence.Telling.Length).Sum(t => (holds[d] >> t).IsEven ? 0 : sentence.WeightOf(sentence.Telling[t])) >= WorthALook * all)];
    }

    private static BigInteger TellingIn(Document document, Dictionary<ulong, int> telling, List<ulong> words, List<TextSpan> places)
    {
        words.Clear();
        places.Clear();
        foreach (Block block in document.Blocks)
        {
            WordFolding.Fold(document.Text, block.Span, words, places);
        }

        BigInteger holds = BigInteger.Zero;
        for (int w = 0; w < words.Count; w++)
        {
            if (telling.TryGetValue(words[w], out int t))
            {
                holds |= BigInteger.One << t;
            }

            // Running text is folded with its apostrophes dropped; the tokenizer, and so the sentence, parts "Harrow" from "'s".
            ReadOnlySpan<char> raw = places[w].In(document.Text);
            int apostrophe = raw.IndexOfAny('\'', '’');
            if (apostrophe > 0 && telling.TryGetValue(WordHash.Of(WordFolding.Fold(raw[..apostrophe])), out t))
            {
                holds |= BigInteger.One << t;
            }
        }

        return holds;
    }

    private void Read(Document document)
    {
        TokenizedDocument tokenized = Tokenizer.Tokenize(document);
        foreach (TextRegion region in TextRegion.Of(tokenized))
        {
            Search(region);
        }

        // Windows overlap: of the places that were looked at twice the closest stays, and none that turned out to be an appearance.
        List<RejectedPlace> kept = [];
        foreach (RejectedPlace place in _rejected.OrderByDescending(r => r.Share).ThenBy(r => r.Span))
        {
            if (!kept.Exists(k => k.Span.Overlaps(place.Span)) && !_found.Exists(a => a.Parts.Any(p => p.Overlaps(place.Span))))
            {
                kept.Add(place);
            }

            if (kept.Count == MostRejectedOfReport)
            {
                break;
            }
        }

        _rejected.Clear();
        _rejected.AddRange(kept);
    }

    private void Search(TextRegion region)
    {
        double[] weights = [.. region.Words.Select(w => _sentence.WeightOf(w.Folded))];
        // Windows begin at From; words from Floor on may belong to what is found in them.
        Stack<(int Floor, int From, int To)> ranges = new([(0, 0, region.Words.Count)]);
        while (ranges.TryPop(out (int Floor, int From, int To) range))
        {
            if (!TryFindWindow(weights, range.From, range.To, out int start))
            {
                continue;
            }

            if (Judge(region, start, range.Floor, range.To) is { } taken)
            {
                // What stands before it was passed over for a better match; it may be another appearance.
                int next = Math.Max(taken.To, range.From + 1);
                ranges.Push((next, next, range.To));
                ranges.Push((range.Floor, range.From, taken.From));
            }
            else
            {
                ranges.Push((range.Floor, start + Math.Max(1, _sentence.Words.Count / 2), range.To));
            }
        }
    }

    /// <summary>The first place from which on the words of a window hold enough weight, or a better one that begins inside it.</summary>
    private bool TryFindWindow(double[] weights, int from, int to, out int start)
    {
        int length = _sentence.Words.Count + Slack;
        double sum = 0;
        int end = from;
        (double Best, int Start, int Until) window = (0, -1, to);
        for (int i = from; i < window.Until; i++)
        {
            while (end < Math.Min(to, i + length))
            {
                sum += weights[end++];
            }

            if (weights[i] > 0 && sum >= WorthALook * _sentence.Weight && sum > window.Best * 1.0000001)
            {
                window = (sum, i, window.Start < 0 ? Math.Min(to, i + length) : window.Until);
            }

            sum -= weights[i];
        }

        start = window.Start;
        return start >= 0;
    }

    /// <summary>Aligns the sentence with the words of a window and says which of them make an appearance; null where none does.</summary>
    private (int From, int To)? Judge(TextRegion region, int start, int floor, int end)
    {
        int reach = _sentence.Words.Count + Slack;
        int[] looked = Looked(start - reach, start + (2 * reach));
        if (Match.Of(_sentence, region, looked) is not { } match)
        {
            return null;
        }

        // Where the window cut through the sentence, the one around what was found of it does not.
        looked = Looked(match.Stretch[0] - reach, match.Stretch[^1] + reach);
        match = Match.Of(_sentence, region, looked)!;

        // What stands between the parts of a quotation is not of it.
        bool quoted = match.Quoted >= LeastOfQuotation * match.Words;
        if (quoted && Match.Of(_sentence, region, [.. looked.Where(w => region.Quoted[w])]) is { } inside)
        {
            match = inside;
        }

        double share = (double)match.Words / _sentence.Words.Count;
        double weight = match.Weight / _sentence.Weight;
        bool isWhole = share >= (_sentence.Words.Count < ShortWords ? LeastShareWhenShort : LeastShare) && weight >= LeastWeight;
        bool isPart = !isWhole && ((quoted && IsMostOfQuotation(match)) || (match.LongestRun >= LongRun && match.TellingInRun >= FewestTellingInRun));
        if (!isWhole && !isPart)
        {
            Reject(match, share, weight);
            return null;
        }

        List<int> words = isWhole ? match.Extended(floor, end) : match.Stretch;
        Block block = region.Document.Blocks[region.Blocks[words[0]]];
        _found.Add(new Appearance(region.Document, block.Kind, Parts(region, words), match.Words, share, isPart, quoted, match.Quoted) { Author = block.Author });
        return (words[0], words[^1] + 1);

        int[] Looked(int from, int to) => [.. Enumerable.Range(Math.Max(floor, from), Math.Min(end, to) - Math.Max(floor, from))];
    }

    private void Reject(Match match, double share, double weight)
    {
        if ((weight < NearMiss && share < NearMiss) || match.Words < SoughtSentence.FewestWords)
        {
            return;
        }

        TextRegion region = match.Region;
        TextSpan span = new(region.Words[match.Stretch[0]].Span.Start, region.Words[match.Stretch[^1]].Span.End);
        double needed = _sentence.Words.Count < ShortWords ? LeastShareWhenShort : LeastShare;
        string reason = share < needed
            ? $"{match.Words} of {_sentence.Words.Count} words alike, fewer than {needed * 10:0} in ten"
            : $"{match.Words} of {_sentence.Words.Count} words alike, but too few of the rare ones";
        _rejected.Add(new RejectedPlace(region.Document, region.Document.Blocks[region.Blocks[match.Stretch[0]]].Kind, span, match.Words, share, reason));
    }

    /// <summary>Whether the quotation that the words stand in is, nearly whole, in the sentence.</summary>
    private static bool IsMostOfQuotation(Match match)
    {
        TextRegion region = match.Region;
        int first = match.Stretch[0], last = match.Stretch[^1];
        while (first > 0 && region.Quoted[first - 1] && region.Blocks[first - 1] == region.Blocks[first] && !HasMark(region, first))
        {
            first--;
        }

        while (last + 1 < region.Words.Count && region.Quoted[last + 1] && region.Blocks[last + 1] == region.Blocks[last] && !HasMark(region, last + 1))
        {
            last++;
        }

        int quoted = Enumerable.Range(first, last - first + 1).Count(w => region.Quoted[w]);
        return quoted >= FewestQuoted && match.Telling >= 2 && match.Words >= LeastOfQuotation * quoted;
    }

    /// <summary>Whether a quotation mark stands right before a word: there another quotation begins.</summary>
    private static bool HasMark(TextRegion region, int w) =>
        region.Document.Text.AsSpan(region.Words[w - 1].Span.End, region.Words[w].Span.Start - region.Words[w - 1].Span.End).IndexOfAny(s_marks) >= 0;

    private static ImmutableArray<TextSpan> Parts(TextRegion region, List<int> words)
    {
        ImmutableArray<TextSpan>.Builder parts = ImmutableArray.CreateBuilder<TextSpan>();
        int first = words[0];
        for (int i = 1; i <= words.Count; i++)
        {
            if (i == words.Count || words[i] != words[i - 1] + 1 || region.Blocks[words[i]] != region.Blocks[words[i - 1]])
            {
                parts.Add(new TextSpan(region.Words[first].Span.Start, region.Words[words[i - 1]].Span.End));
                first = i < words.Count ? words[i] : first;
            }
        }

        return parts.ToImmutable();
    }
}
