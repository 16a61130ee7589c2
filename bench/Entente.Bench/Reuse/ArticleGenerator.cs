using System.Text;

namespace Entente.Bench.Reuse;

/// <summary>Writes articles of 400 words in a made-up language, any of them at any time, the same each time.</summary>
/// <remarks>
/// 60,000 words whose frequency falls with their rank as in natural text (Zipf), sentences of 8 to 28 words, one in three of the longer ones opened by
/// one of 200 stock phrases, six paragraphs of 60 words, and 40 words of footer that the outlet prints under everything. One in five articles
/// has its text from an earlier original: 6 % verbatim, 6 % in part, 6 % lightly rewritten, 2 % are printed twice.
/// </remarks>
internal sealed class ArticleGenerator
{
    public const int Outlets = 200;

    private const int Words = 60_000;
    private const int Paragraphs = 6;
    private const int ParagraphWords = 60;
    private const int FooterWords = 40;
    private const int StockPhrases = 200;

    // So that two phrases do not meet: the twelve words would be shared indeed, but count as found in error.
    private const int ShortestWithStock = 16;

    private const int ZipfSteps = 1 << 20;

    private static readonly string[] s_syllables = [.. from onset in "b d f g k l m n p r s t v z st tr br pl gr ch".Split(' ') from vowel in "a e i o u ai ea".Split(' ') select onset + vowel];

    private readonly string[] _words = new string[Words];
    private readonly ushort[] _zipf = new ushort[ZipfSteps];
    private readonly string[][] _stock = new string[StockPhrases][];
    private readonly string[] _footers = new string[Outlets];
    private readonly ulong _seed;

    public ArticleGenerator(ulong seed)
    {
        _seed = seed;
        for (int w = 0; w < Words; w++)
        {
            _words[w] = Spell(w);
        }

        double total = 0;
        for (int rank = 0; rank < Words; rank++)
        {
            total += 1 / (rank + 2.7);
        }

        int step = 0;
        double sum = 0;
        for (int rank = 0; rank < Words; rank++)
        {
            sum += 1 / (rank + 2.7) / total;
            for (; step < sum * ZipfSteps && step < ZipfSteps; step++)
            {
                _zipf[step] = (ushort)rank;
            }
        }

        SplitMix random = new(seed ^ 0xF00D);
        for (int p = 0; p < StockPhrases; p++)
        {
            _stock[p] = [.. Enumerable.Range(0, 4 + random.Next(4)).Select(_ => Word(ref random))];
        }

        for (int o = 0; o < Outlets; o++)
        {
            StringBuilder footer = new();
            AppendSentences(footer, ref random, FooterWords, hasStock: false);
            _footers[o] = footer.ToString();
        }
    }

    /// <summary>What article <paramref name="number"/> is, without writing it.</summary>
    public Article Describe(int number)
    {
        SplitMix random = new(_seed + (ulong)number * 2 + 1);
        int outlet = random.Next(Outlets);
        int kind = number < 100 ? 100 : random.Next(100);
        if (kind >= 20)
        {
            return new Article(ArticleKind.Original, number, (1 << Paragraphs) - 1, outlet);
        }

        Article root;
        do
        {
            root = Describe(random.Next(number));
        }
        while (root.Kind != ArticleKind.Original);

        if (kind >= 18)
        {
            return root with { Kind = ArticleKind.Duplicate };
        }

        outlet = outlet == root.Outlet ? (outlet + 1) % Outlets : outlet;
        int first = random.Next(Paragraphs - 1);
        return kind switch
        {
            < 6 => root with { Kind = ArticleKind.Verbatim, Outlet = outlet },
            < 12 => root with { Kind = ArticleKind.Partial, Paragraphs = (ushort)((1 << first) | (1 << (first + 1 + random.Next(Paragraphs - first - 1)))), Outlet = outlet },
            _ => root with { Kind = ArticleKind.LightRewrite, Outlet = outlet, Paragraphs = 0 },
        };
    }

    public string Write(int number, Article article)
    {
        StringBuilder text = new(3200);
        for (int p = 0; p < Paragraphs; p++)
        {
            bool isShared = (article.Paragraphs & (1 << p)) != 0;
            AppendParagraph(text, isShared || article.Kind == ArticleKind.LightRewrite ? article.Root : number, p);
        }

        if (article.Kind == ArticleKind.LightRewrite)
        {
            Rewrite(text, number);
        }

        return text.Append(_footers[article.Outlet]).ToString();
    }

    private void AppendParagraph(StringBuilder text, int author, int paragraph)
    {
        SplitMix random = new(_seed ^ ((ulong)author * Paragraphs + (ulong)paragraph) * 0x9E3779B97F4A7C15);
        AppendSentences(text, ref random, ParagraphWords, hasStock: true);
        text.Append('\n').Append('\n');
    }

    private void AppendSentences(StringBuilder text, ref SplitMix random, int words, bool hasStock)
    {
        while (words > 0)
        {
            int left = Math.Min(words, 8 + random.Next(21));
            words -= left;
            int start = text.Length;
            if (hasStock && left >= ShortestWithStock && random.Next(3) == 0)
            {
                foreach (string word in _stock[random.Next(StockPhrases)].Take(left))
                {
                    text.Append(word).Append(' ');
                    left--;
                }
            }

            for (; left > 0; left--)
            {
                text.Append(Word(ref random)).Append(left > 1 && random.Next(12) == 0 ? ", " : " ");
            }

            text[start] = char.ToUpperInvariant(text[start]);
            text[^1] = '.';
            text.Append(' ');
        }
    }

    private void Rewrite(StringBuilder text, int number)
    {
        SplitMix random = new(_seed ^ (ulong)number * 0xD1B54A32D192ED03);
        string[] sentences = text.ToString().Split(". ", StringSplitOptions.RemoveEmptyEntries);
        text.Clear();
        foreach (string sentence in sentences)
        {
            if (random.Next(10) == 0)
            {
                continue;
            }

            foreach (string word in sentence.Split(' '))
            {
                text.Append(random.Next(8) == 0 ? Word(ref random) : word).Append(' ');
            }

            text[^1] = '.';
            text.Append(' ');
        }
    }

    private string Word(ref SplitMix random) => _words[_zipf[random.Next(ZipfSteps)]];

    /// <summary>Frequent words are short, as everywhere.</summary>
    private static string Spell(int rank)
    {
        StringBuilder word = new();
        for (int left = rank + 1; left > 0; left /= s_syllables.Length)
        {
            word.Append(s_syllables[left % s_syllables.Length]);
        }

        return word.Append("nrstl"[rank % 5]).ToString();
    }
}
