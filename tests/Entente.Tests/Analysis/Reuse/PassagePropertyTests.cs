using Entente.Analysis.Reuse;
using Entente.Analysis.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using static Entente.Tests.Analysis.Reuse.Reports;

namespace Entente.Tests.Analysis.Reuse;

/// <summary>Piles are made of few different sentences and words, so that much is shared, in odd ways.</summary>
public class PassagePropertyTests
{
    private static readonly string[] s_words = ["pier", "gate", "Harbour", "co-operation", "U.S.", "the", "“said", "night”", "9,000", "organise"];

    public static class Piles
    {
        public static Arbitrary<string[]> Pile()
        {
            Gen<string> word = Gen.Elements(s_words);
            Gen<string> phrase = Gen.ArrayOf(word).Select(w => string.Join(' ', w));
            Gen<string> shared = Gen.Choose(0, 40).Select(n => string.Join(' ', Enumerable.Range(0, 25).Select(i => $"w{n}x{i}")));
            Gen<string> text = Gen.ListOf(Gen.OneOf(phrase, shared, shared)).Select(p => string.Join(". ", p));
            return Gen.Choose(0, 6).SelectMany(n => Gen.ArrayOf(text, n)).ToArbitrary();
        }
    }

    [Property(Arbitrary = [typeof(Piles)], MaxTest = 200)]
    public void Every_run_holds_the_same_words_on_both_sides(string[] texts)
    {
        Document[] pile = Pile(texts);
        foreach (Passage passage in PassageFinder.Find(Tokenized(pile)).Passages)
        {
            Document first = pile.Single(d => d.Id == passage.First);
            Document second = pile.Single(d => d.Id == passage.Second);
            Assert.Equal(passage.Words, passage.Runs.Sum(r => r.Words));
            foreach (SharedRun run in passage.Runs)
            {
                Assert.True(passage.FirstSpan.Contains(run.First) && passage.SecondSpan.Contains(run.Second));
                Assert.Equal(Fold(first.Text, run.First), Fold(second.Text, run.Second));
                Assert.Equal(run.Words, Fold(first.Text, run.First).Count);
            }
        }
    }

    [Property(Arbitrary = [typeof(Piles)], MaxTest = 100)]
    public void Every_shared_run_of_twelve_words_is_covered_on_both_sides(string[] texts)
    {
        Document[] pile = Pile(texts);
        IReadOnlyList<Passage> passages = PassageFinder.Find(Tokenized(pile)).Passages;
        for (int i = 0; i < pile.Length; i++)
        {
            for (int j = i + 1; j < pile.Length; j++)
            {
                FoldedText a = FoldedText.From(Tokenizer.Tokenize(pile[i]));
                FoldedText b = FoldedText.From(Tokenizer.Tokenize(pile[j]));
                Passage[] between = [.. passages.Where(p => p.First == pile[i].Id && p.Second == pile[j].Id)];
                for (int x = 0; x + 12 <= a.Length; x++)
                {
                    for (int y = 0; y + 12 <= b.Length; y++)
                    {
                        if (a.Words.AsSpan(x, 12).SequenceEqual(b.Words.AsSpan(y, 12)))
                        {
                            Assert.Contains(between, p => p.FirstSpan.Contains(a.Places[x]));
                            Assert.Contains(between, p => p.SecondSpan.Contains(b.Places[y]));
                        }
                    }
                }
            }
        }
    }

    [Property(Arbitrary = [typeof(Piles)], MaxTest = 100)]
    public void Order_of_documents_and_number_of_threads_change_nothing(string[] texts, int seed)
    {
        Document[] pile = Pile(texts);
        Document[] shuffled = [.. pile];
        new Random(seed).Shuffle(shuffled);
        Assert.Equal(Lines(PassageFinder.Find(Tokenized(pile))), Lines(PassageFinder.Find(Tokenized(shuffled), threads: 3)));
    }

    [Property(Arbitrary = [typeof(Piles)], MaxTest = 100)]
    public void Names_of_documents_change_nothing_but_the_names(string[] texts)
    {
        Document[] pile = Pile(texts);
        Document[] renamed = [.. pile.Select((d, i) => d with { Id = $"z{pile.Length - i:00}" })];
        Dictionary<string, string> was = renamed.Zip(pile).ToDictionary(p => p.First.Id, p => p.Second.Id);
        Assert.Equal(
            PassageFinder.Find(Tokenized(pile)).Passages.Select(p => $"{p.First} {p.FirstSpan} {p.Second} {p.SecondSpan} {p.Words}").Order(StringComparer.Ordinal),
            PassageFinder.Find(Tokenized(renamed)).Passages.Select(p => $"{was[p.Second]} {p.SecondSpan} {was[p.First]} {p.FirstSpan} {p.Words}").Order(StringComparer.Ordinal));
    }

    [Property(Arbitrary = [typeof(Piles)], MaxTest = 100)]
    public void One_more_document_takes_no_passage_from_the_others(string[] texts)
    {
        Document[] pile = Pile(texts);
        if (pile.Length > 0)
        {
            Assert.Subset(Lines(PassageFinder.Find(Tokenized(pile))).ToHashSet(), Lines(PassageFinder.Find(Tokenized(pile[1..]))).ToHashSet());
        }
    }

    private static Document[] Pile(string[] texts) => [.. texts.Select((t, i) => Report($"d{i:00}", t))];

    private static List<string> Lines(SharedText shared)
        => [.. shared.Passages.Select(p => $"{p.First} {p.FirstSpan} {p.Second} {p.SecondSpan} {p.Words} {p.InQuotation} {string.Join(',', p.Runs)}")];

    private static List<ulong> Fold(string text, TextSpan span)
    {
        List<ulong> words = [];
        WordFolding.Fold(text, span, words, []);
        return words;
    }
}
