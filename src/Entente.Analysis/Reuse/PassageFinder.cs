using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Entente.Analysis.Text;

namespace Entente.Analysis.Reuse;

/// <summary>Finds the text that the reports of a pile share.</summary>
/// <remarks>
/// Fold the words → choose fingerprints → look them up → grow what is found. Every run of at least twelve equal folded words
/// is found, unless nine of them are in more than <see cref="Postings.MostHolders"/> different texts. Reports that are alike word for word are compared once and reported each.
/// </remarks>
public static class PassageFinder
{
    /// <summary>The fewest shared words that make a passage.</summary>
    public const int FewestWords = Fingerprints.Guaranteed;

    public static SharedText Find(IReadOnlyList<TokenizedDocument> documents, int threads = 1, CancellationToken cancellation = default)
    {
        FoldedText[] texts = Fold(documents, threads, cancellation);
        List<int[]> copies = GroupCopies(texts);

        // In an order that content alone decides, so that a pair is aligned the same way whatever its documents are called and
        // whatever else is in the pile. No series: the furniture of an outlet is learnt from the passages (see OutletSeries).
        ReuseIndex index = new();
        index.AddAll([.. copies.Select(c => new NewDocument(texts[c[0]].Document.Id, texts[c[0]].Words))], threads, cancellation);
        List<TextPair> found = [];
        index.ForEachPair(found.Add, threads, fewestWords: 1, cancellation);
        return Spell(texts, copies, found);
    }

    private static FoldedText[] Fold(IReadOnlyList<TokenizedDocument> documents, int threads, CancellationToken cancellation)
    {
        TokenizedDocument[] sorted = [.. documents.OrderBy(d => d.Document.Id, StringComparer.Ordinal)];
        FoldedText[] texts = new FoldedText[sorted.Length];
        ParallelOptions options = new() { MaxDegreeOfParallelism = Math.Max(1, threads), CancellationToken = cancellation };
        Parallel.For(0, sorted.Length, options, i => texts[i] = FoldedText.From(sorted[i]));
        return texts;
    }

    /// <summary>The texts by content: each group's members in order of id, the groups in an order that content alone decides.</summary>
    private static List<int[]> GroupCopies(FoldedText[] texts)
    {
        Dictionary<ulong, List<List<int>>> byContent = [];
        List<List<int>> groups = [];
        for (int t = 0; t < texts.Length; t++)
        {
            ref List<List<int>>? alike = ref CollectionsMarshal.GetValueRefOrAddDefault(byContent, texts[t].Content, out _);
            alike ??= [];
            List<int>? group = alike.Find(g => texts[g[0]].Words.AsSpan().SequenceEqual(texts[t].Words));
            if (group is null)
            {
                group = [];
                alike.Add(group);
                groups.Add(group);
            }

            group.Add(t);
        }

        return [.. groups.OrderBy(g => texts[g[0]].Content).ThenBy(g => g[0]).Select(g => g.ToArray())];
    }

    /// <summary>Turns word numbers into places, and what was found for one copy into what holds for all.</summary>
    private static SharedText Spell(FoldedText[] texts, List<int[]> copies, List<TextPair> found)
    {
        int most = Postings.MostHolders(texts.Length);
        List<Passage> passages = [];
        Dictionary<(string, string), Passage> tooShort = [];
        foreach (int[] group in copies)
        {
            int words = texts[group[0]].Length;
            if (words < FewestWords)
            {
                continue;
            }

            Chain whole = new([new Run(0, 0, words)], words);
            for (int second = 1; second < group.Length; second++)
            {
                for (int first = 0; first < Math.Min(second, most); first++)
                {
                    passages.Add(ToPassage(whole, texts[group[first]], texts[group[second]]));
                }
            }
        }

        foreach ((Chain chain, int firstGroup, int secondGroup) in found.SelectMany(p => p.Chains.Select(c => (c, p.First, p.Second))))
        {
            foreach (int first in copies[firstGroup].Take(most))
            {
                foreach (int second in copies[secondGroup].Take(most))
                {
                    Passage passage = ToPassage(chain, texts[first], texts[second]);
                    if (chain.Words >= FewestWords)
                    {
                        passages.Add(passage);
                    }
                    else if (!tooShort.TryGetValue((passage.First, passage.Second), out Passage? other) || other.Words < passage.Words)
                    {
                        tooShort[(passage.First, passage.Second)] = passage;
                    }
                }
            }
        }

        passages.Sort(InOrder);
        HashSet<(string, string)> joined = [.. passages.Select(p => (p.First, p.Second))];
        List<Passage> kept = [.. tooShort.Where(t => !joined.Contains(t.Key)).Select(t => t.Value)];
        kept.Sort(InOrder);
        return new SharedText([.. passages], [.. kept]);
    }

    private static int InOrder(Passage x, Passage y)
    {
        int order = string.CompareOrdinal(x.First, y.First);
        order = order != 0 ? order : string.CompareOrdinal(x.Second, y.Second);
        order = order != 0 ? order : x.FirstSpan.CompareTo(y.FirstSpan);
        return order != 0 ? order : x.SecondSpan.CompareTo(y.SecondSpan);
    }

    private static Passage ToPassage(Chain chain, FoldedText one, FoldedText other)
    {
        bool turned = string.CompareOrdinal(one.Document.Id, other.Document.Id) > 0;
        (FoldedText first, FoldedText second) = turned ? (other, one) : (one, other);
        int outside = 0;
        ImmutableArray<SharedRun>.Builder runs = ImmutableArray.CreateBuilder<SharedRun>(chain.Runs.Length);
        foreach (Run run in chain.Runs)
        {
            (int a, int b) = turned ? (run.Second, run.First) : (run.First, run.Second);
            runs.Add(new SharedRun(first.Span(a, run.Words), second.Span(b, run.Words), run.Words));
            for (int w = 0; w < run.Words; w++)
            {
                outside += first.Quoted[a + w] && second.Quoted[b + w] ? 0 : 1;
            }
        }

        return new Passage(
            first.Document.Id,
            second.Document.Id,
            new TextSpan(runs[0].First.Start, runs[^1].First.End),
            new TextSpan(runs[0].Second.Start, runs[^1].Second.End),
            chain.Words,
            InQuotation: outside == 0)
        {
            Runs = runs.MoveToImmutable(),
            WordsOutsideQuotation = outside,
        };
    }
}
