using Entente.Analysis.Reuse;
using Entente.Analysis.Text;

namespace Entente.Tests.Analysis.Reuse;

public class ReuseIndexTests
{
    [Fact]
    public void Finds_where_words_stand_in_documents_added_before()
    {
        ReuseIndex index = new();
        index.Add("a", Words("before it", Twelve("x"), "after it"));
        index.Add("b", Words("other words"));
        TextMatch match = Assert.Single(index.Find(Words("it says", "now", Twelve("x"))));
        Assert.Equal(["a"], match.Documents);
        Assert.Equal([new Run(2, 3, 12)], Assert.Single(match.Chains).Runs);
    }

    [Fact]
    public void Eleven_words_are_not_enough()
    {
        ReuseIndex index = new();
        index.Add("a", Words("one", Twelve("x")));
        Assert.Empty(index.Find(Words("two", string.Join(' ', Twelve("x").Split(' ')[1..]), "three")));
    }

    [Fact]
    public void Copies_are_one_text_and_all_named()
    {
        ReuseIndex index = new();
        index.Add("a", Words(Twelve("x")));
        index.Add("b", Words(Twelve("y")));
        index.Add("c", Words(Twelve("x")));
        Assert.Equal((3, 2), (index.Documents, index.Texts));
        Assert.Equal(["a", "c"], Assert.Single(index.Find(Words(Twelve("x")))).Documents);
        Assert.Empty(Pairs(index));
    }

    [Fact]
    public void An_id_is_given_once()
    {
        ReuseIndex index = new();
        index.Add("a", Words("x"));
        Assert.Throws<ArgumentException>(() => index.Add("a", Words("y")));
    }

    [Fact]
    public void Words_that_all_texts_carry_hide_no_pair_that_shares_others()
    {
        // Nearly three times as many texts as nothing is left out for; each carries one sentence of all and shares one with its neighbour.
        const int Texts = 6000;
        ReuseIndex index = new();
        index.AddAll([.. Enumerable.Range(0, Texts).Select(t => new NewDocument($"d{t}", Words(Twelve("all"), Twelve($"p{t / 2}"), $"own{t}")))], threads: 2);
        List<TextPair> pairs = Pairs(index);
        Assert.Equal(Texts / 2, pairs.Count(p => p.First / 2 == p.Second / 2));

        // And of such a pair all is told, also what many hold.
        TextPair last = pairs.Single(p => p.First == Texts - 2 && p.Second == Texts - 1);
        Assert.Equal(24, last.Chains.Sum(c => c.Words));

        // What all carry is compared with some only.
        int most = Postings.MostHolders(Texts);
        Assert.All(pairs.CountBy(p => p.Second), p => Assert.InRange(p.Value, 1, (3 * most) + 1));
        Assert.True(most < Texts / 8);
    }

    [Fact]
    public void Twelve_words_around_a_stock_phrase_are_found_wherever_they_stand_in_a_text()
    {
        const string Stock = "at the end of the";
        List<NewDocument> documents = [.. Enumerable.Range(0, Postings.Unlimited + 500).Select(t => new NewDocument($"d{t}", Words(Own($"a{t}", 10), Stock, Own($"b{t}", 10))))];
        List<string> runs = [];
        for (int p = 0; p < 400; p++)
        {
            // The phrase at each place of the run, the run at the beginning, in the middle and at the end of both texts.
            string run = $"{Own($"l{p}", p % 8)} {Stock} {Own($"r{p}", 7 - (p % 8))}";
            runs.Add(run);
            documents.Add(new NewDocument($"p{p}", Words(Own($"c{p}", p / 8 % 3 * 5), run, Own($"e{p}", p / 24 % 3 * 5))));
        }

        ReuseIndex index = new();
        index.AddAll(documents);
        for (int p = 0; p < runs.Count; p++)
        {
            IReadOnlyList<TextMatch> matches = index.Find(Words(Own($"f{p}", p / 72 % 3 * 5), runs[p], Own($"g{p}", p % 3 * 5)));
            Assert.Equal([$"p{p}"], matches.SelectMany(m => m.Documents));
        }
    }

    [Fact]
    public void Furniture_of_a_series_makes_no_pair_of_the_series()
    {
        ReuseIndex index = new();
        index.AddAll([.. Enumerable.Range(0, 200).Select(t => new NewDocument($"d{t}", Words(Twelve($"own{t}"), Twelve("footer")), "Stoke Herald"))]);
        Assert.Empty(Pairs(index));
        Assert.Empty(index.Find(Words("new", Twelve("footer")), "Stoke Herald"));

        // Somebody else who prints it has it from the series; and within the series what is no furniture still counts.
        Assert.NotEmpty(index.Find(Words("new", Twelve("footer")), "Weald News"));
        index.Add("again", Words("new", Twelve("own7"), "between", "the two", "stand", "some more", Twelve("footer")), "Stoke Herald");
        Assert.Equal([(7, 200)], Pairs(index).Select(p => (p.First, p.Second)));
    }

    [Fact]
    public void Furniture_of_many_series_does_not_crowd_out_a_text_without_one()
    {
        ReuseIndex index = new();
        string footer = Twelve("footer");
        index.AddAll([.. Enumerable.Range(0, 5000).Select(t => new NewDocument($"d{t}", Words(footer, $"own{t}"), $"outlet {t % 20}"))]);
        index.Add("single", Words("here", footer));
        Assert.Contains(index.Find(Words("there", footer)), m => m.Documents.Contains("single"));
    }

    [Fact]
    public void A_damaged_file_is_refused_with_a_reason()
    {
        ReuseIndex index = new();
        index.Add("a", Words(Twelve("x")), "Stoke Herald");
        index.Add("b", Words(Twelve("x"), "more"));
        byte[] saved = Saved(index);
        for (int i = 0; i < saved.Length; i++)
        {
            byte[] flipped = [.. saved];
            flipped[i] ^= 4;
            Assert.Equal(DiagnosticCode.DamagedIndex.Code, ReuseIndex.Open(new MemoryStream(flipped), "x").Problem?.Code);
            Assert.Equal(DiagnosticCode.DamagedIndex.Code, ReuseIndex.Open(new MemoryStream(saved[..i]), "x").Problem?.Code);
        }

        Assert.Null(ReuseIndex.Open(new MemoryStream(saved), "x").Problem);
    }

    [Fact]
    public void A_file_that_promises_more_than_it_holds_costs_no_more_than_it_holds()
    {
        using MemoryStream file = new();
        SealedWriter writer = new(file);
        writer.Write(0x4553_5545_5254_4E45UL);
        writer.Write(1);
        writer.Write(0); // words
        writer.Write(0); // series
        writer.Write(1); // texts
        writer.Write(0UL);
        writer.Write(-1);
        writer.Write(int.MaxValue); // words of the first
        writer.Complete();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("ends early", ReuseIndex.Open(new MemoryStream(file.ToArray()), "x").Problem?.Message);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 4 << 20);
    }

    internal static byte[] Saved(ReuseIndex index)
    {
        using MemoryStream file = new();
        index.Save(file);
        return file.ToArray();
    }

    internal static List<TextPair> Pairs(ReuseIndex index, int threads = 1)
    {
        List<TextPair> pairs = [];
        index.ForEachPair(pairs.Add, threads);
        return pairs;
    }

    internal static ulong[] Words(params string[] texts)
    {
        string text = string.Join(' ', texts);
        List<ulong> words = [];
        WordFolding.Fold(text, new TextSpan(0, text.Length), words, []);
        return [.. words];
    }

    private static string Own(string name, int words) => string.Join(' ', Enumerable.Range(0, words).Select(i => $"{name}o{i}"));

    /// <summary>Twelve words in a row that stand nowhere else.</summary>
    private static string Twelve(string name) => string.Join(' ', Enumerable.Range(0, 12).Select(i => $"{name}w{i}"));
}
