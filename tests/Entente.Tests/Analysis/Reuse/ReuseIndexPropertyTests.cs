using Entente.Analysis.Reuse;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using static Entente.Tests.Analysis.Reuse.ReuseIndexTests;

namespace Entente.Tests.Analysis.Reuse;

/// <summary>Corpora of few different words and sentences, so that runs meet, overlap and repeat in every way.</summary>
public class ReuseIndexPropertyTests
{
    public static class Corpora
    {
        public static Arbitrary<string[]> Corpus()
        {
            Gen<string> word = Gen.Elements("pier", "gate", "the", "harbour", "said", "night");
            Gen<string> phrase = Gen.ArrayOf(word).Select(w => string.Join(' ', w));
            Gen<string> sentence = Gen.Choose(0, 30).Select(Sentence);
            Gen<string> text = Gen.ListOf(Gen.OneOf(phrase, sentence, sentence)).Select(p => string.Join(' ', p));
            return Gen.Choose(0, 8).SelectMany(n => Gen.ArrayOf(text, n)).ToArbitrary();
        }
    }

    [Property(Arbitrary = [typeof(Corpora)], MaxTest = 200)]
    public void Every_run_holds_the_same_words_in_both_texts(string[] texts)
    {
        ulong[][] words = [.. texts.Select(t => Words(t))];
        ReuseIndex index = Built(texts);
        foreach (TextPair pair in Pairs(index))
        {
            ulong[] first = words[Number(index, pair.First)];
            ulong[] second = words[Number(index, pair.Second)];
            Assert.All(pair.Chains, c => Assert.Equal(c.Words, c.Runs.Sum(r => r.Words)));
            foreach (Run run in pair.Chains.SelectMany(c => c.Runs))
            {
                Assert.Equal(first.AsSpan(run.First, run.Words), second.AsSpan(run.Second, run.Words));
            }
        }
    }

    [Property(Arbitrary = [typeof(Corpora)], MaxTest = 150)]
    public void Every_shared_run_of_twelve_words_is_found_and_no_pair_without_twelve_words(string[] texts)
    {
        ReuseIndex index = Built(texts);
        ILookup<(int, int), Chain> found = Pairs(index).SelectMany(p => p.Chains.Select(c => (Key: (p.First, p.Second), c))).ToLookup(p => p.Key, p => p.c);
        Assert.All(found.SelectMany(f => f), c => Assert.True(c.Words >= 12));
        ulong[][] words = [.. Enumerable.Range(0, index.Texts).Select(t => Words(texts[Number(index, t)]))];
        for (int i = 0; i < words.Length; i++)
        {
            for (int j = i + 1; j < words.Length; j++)
            {
                for (int x = 0; x + 12 <= words[i].Length; x++)
                {
                    for (int y = 0; y + 12 <= words[j].Length; y++)
                    {
                        if (words[i].AsSpan(x, 12).SequenceEqual(words[j].AsSpan(y, 12)))
                        {
                            // From the first run of a chain to its last: where two runs meet, one is cut by a word or two.
                            Assert.All(Enumerable.Range(x, 12), w => Assert.Contains(found[(i, j)], c => c.Runs[0].First <= w && w < c.Runs[^1].First + c.Runs[^1].Words));
                            Assert.All(Enumerable.Range(y, 12), w => Assert.Contains(found[(i, j)], c => c.Runs[0].Second <= w && w < c.Runs[^1].Second + c.Runs[^1].Words));
                        }
                    }
                }
            }
        }
    }

    [Property(Arbitrary = [typeof(Corpora)], MaxTest = 150)]
    public void Neither_order_nor_threads_nor_the_way_of_adding_change_what_is_found(string[] texts, int seed)
    {
        int[] order = [.. Enumerable.Range(0, texts.Length)];
        new Random(seed).Shuffle(order);
        ReuseIndex shuffled = new();
        shuffled.AddAll([.. order.Select(d => new NewDocument($"d{d}", Words(texts[d])))], threads: 3);
        Assert.Equal(Lines(Built(texts)).Order(StringComparer.Ordinal), Lines(shuffled, threads: 3).Order(StringComparer.Ordinal));
    }

    [Property(Arbitrary = [typeof(Corpora)], MaxTest = 100)]
    public void Adding_one_by_one_makes_the_same_index_as_adding_at_once(string[] texts)
    {
        ReuseIndex atOnce = new();
        atOnce.AddAll([.. texts.Select((t, d) => new NewDocument($"d{d}", Words(t)))], threads: 2);
        Assert.Equal(Saved(atOnce), Saved(Built(texts)));
    }

    [Property(Arbitrary = [typeof(Corpora)], MaxTest = 150)]
    public void A_reopened_index_answers_and_grows_like_the_one_saved(string[] texts, byte cut)
    {
        int first = texts.Length == 0 ? 0 : cut % (texts.Length + 1);
        ReuseIndex kept = Built(texts[..first]);
        ReuseIndex reopened = ReuseIndex.Open(new MemoryStream(Saved(kept)), "x").Index!;
        Assert.Equal(Lines(kept), Lines(reopened));
        for (int d = first; d < texts.Length; d++)
        {
            Assert.Equal(Answers(kept, texts[d]), Answers(reopened, texts[d]));
            kept.Add($"d{d}", Words(texts[d]));
            reopened.Add($"d{d}", Words(texts[d]));
        }

        Assert.Equal(Lines(Built(texts)), Lines(reopened));
        Assert.Equal(Saved(kept), Saved(reopened));
    }

    [Property(Arbitrary = [typeof(Corpora)], MaxTest = 100)]
    public void What_is_found_of_a_pair_is_the_same_from_either_side(string[] texts)
    {
        for (int i = 0; i < texts.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                Assert.Equal(
                    Answers(Built([texts[i]]), texts[j]).Select(a => a.Run with { First = a.Run.Second, Second = a.Run.First }).OrderBy(r => r.First).ThenBy(r => r.Second).ThenBy(r => r.Words),
                    Answers(Built([texts[j]]), texts[i]).Select(a => a.Run).OrderBy(r => r.First).ThenBy(r => r.Second).ThenBy(r => r.Words));
            }
        }
    }

    [Property(Arbitrary = [typeof(Corpora)], MaxTest = 100)]
    public void One_more_document_takes_nothing_from_the_others(string[] texts, string more)
    {
        string added = string.Join(' ', texts) + more;
        ReuseIndex grown = new();
        grown.Add("more", Words(added));
        grown.AddAll([.. texts.Select((t, d) => new NewDocument($"d{d}", Words(t)))]);
        Assert.Subset(Lines(grown).ToHashSet(), Lines(Built(texts)).ToHashSet());
    }

    [Property(MaxTest = 60)]
    public void A_planted_run_of_twelve_words_is_found_in_a_crowd(byte place, byte other, int seed)
    {
        Random random = new(seed);
        string[] Noise(int words) => [.. Enumerable.Range(0, words).Select(_ => $"n{random.Next(400)}")];
        string[] planted = Noise(12);
        ReuseIndex index = new();
        for (int d = 0; d < 50; d++)
        {
            index.Add($"d{d}", Words([.. Noise(place), .. d == 25 ? planted : [], .. Noise(40)]));
        }

        Assert.Contains(index.Find(Words([.. Noise(other), .. planted, .. Noise(20)])), m => m.Documents.Contains("d25") && m.Chains.Any(c => c.Runs.Any(r => r.First <= place && r.Second <= other && r.First + r.Words >= place + 12)));
    }

    private static ReuseIndex Built(string[] texts)
    {
        ReuseIndex index = new();
        for (int d = 0; d < texts.Length; d++)
        {
            index.Add($"d{d}", Words(texts[d]));
        }

        return index;
    }

    /// <summary>The number in the array of the first document that has a text.</summary>
    private static int Number(ReuseIndex index, int text) => int.Parse(index.DocumentsOf(text)[0][1..], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Pairs by what their texts say and not by who is called first, so that they can be compared over indexes.</summary>
    private static List<string> Lines(ReuseIndex index, int threads = 1) => [.. Pairs(index, threads).Select(p =>
    {
        string first = string.Join('+', index.DocumentsOf(p.First).Order(StringComparer.Ordinal).Where(d => d != "more"));
        string second = string.Join('+', index.DocumentsOf(p.Second).Order(StringComparer.Ordinal).Where(d => d != "more"));
        bool turned = string.CompareOrdinal(first, second) > 0;
        IEnumerable<string> chains = p.Chains.Select(c => string.Join(',', (turned ? c.Turned() : c).Runs.Select(r => $"{r.First}:{r.Second}:{r.Words}"))).Order(StringComparer.Ordinal);
        return $"{(turned ? second : first)} {(turned ? first : second)} {string.Join(' ', chains)}";
    })];

    private static List<(string Documents, Run Run)> Answers(ReuseIndex index, string text)
        => [.. index.Find(Words(text)).SelectMany(m => m.Chains.SelectMany(c => c.Runs.Select(r => (string.Join('+', m.Documents), r))))];

    private static string Sentence(int number) => string.Join(' ', Enumerable.Range(0, 10 + (number % 8)).Select(i => $"w{number % 15}x{i}"));
}
