using System.Collections.Immutable;
using Entente.Analysis.Attributions;
using Entente.Analysis.Reuse;
using Entente.Analysis.Text;

namespace Entente.Analysis.Tracing;

/// <summary>Lays what two reports share out so that every word of either belongs to one passage at the most, and says which passages were moved.</summary>
/// <remarks>The longest passages first; a shorter one keeps what of it no longer one holds. In order are the passages that make the heaviest sequence ascending in
/// both reports (O(k²) for k passages); the others are moved.</remarks>
internal sealed class PassageAlignment(FoldedText first, FoldedText second)
{
    /// <summary>What is left of a passage after longer ones took their part must have this many words.</summary>
    private const int FewestWordsLeft = 5;

    private readonly List<AlignedPassage> _taken = [];

    /// <param name="passages">In any order; <see cref="Passage.First"/> may be either report.</param>
    /// <param name="quotations">Short quotations that both hold, by their place in the first and in the second report.</param>
    public ImmutableArray<AlignedPassage> Align(IEnumerable<Passage> passages, IEnumerable<(ImmutableArray<TextSpan> First, ImmutableArray<TextSpan> Second)> quotations)
    {
        // By the places in the report of the lower id, so that it does not matter which of the two is called the first.
        foreach (Passage passage in passages.OrderByDescending(p => p.Words).ThenBy(p => p.FirstSpan).ThenBy(p => p.SecondSpan))
        {
            bool isTurned = passage.First != first.Document.Id;
            Take([.. passage.Runs.Select(r => isTurned ? new SharedRun(r.Second, r.First, r.Words) : r)]);
        }

        foreach ((ImmutableArray<TextSpan> here, ImmutableArray<TextSpan> there) in quotations)
        {
            TakeQuotation(here, there);
        }

        AlignedPassage[] inOrder = [.. _taken.OrderBy(p => p.FirstSpan)];
        bool[] stays = HeaviestAscending(inOrder);
        return [.. inOrder.Select((p, i) => p with { Number = i + 1, IsMoved = !stays[i] })];
    }

    private bool IsFree(TextSpan here, TextSpan there) => !_taken.Exists(t => t.FirstSpan.Overlaps(here) || t.SecondSpan.Overlaps(there));

    private void Take(List<SharedRun> runs)
    {
        List<SharedRun> best = [], group = [];
        foreach (SharedRun run in runs)
        {
            List<SharedRun> grown = [.. group, run];
            if (!IsFree(HullOf(grown, r => r.First), HullOf(grown, r => r.Second)))
            {
                grown = IsFree(run.First, run.Second) ? [run] : [];
            }

            group = grown;
            best = group.Sum(r => r.Words) > best.Sum(r => r.Words) ? group : best;
        }

        int words = best.Sum(r => r.Words);
        if (words < FewestWordsLeft)
        {
            return;
        }

        int outside = best.Sum(OutsideQuotation);
        _taken.Add(new AlignedPassage(0, HullOf(best, r => r.First), HullOf(best, r => r.Second), [.. best], words, outside, false, PassageEdits.Between(first, second, best)));
    }

    private void TakeQuotation(ImmutableArray<TextSpan> here, ImmutableArray<TextSpan> there)
    {
        QuotationComparison comparison = QuotationComparison.Compare(first.Document.Text, here, second.Document.Text, there);
        if (comparison.SharedWords > 0 && IsFree(comparison.FirstSpan, comparison.SecondSpan))
        {
            _taken.Add(new AlignedPassage(0, comparison.FirstSpan, comparison.SecondSpan, [], comparison.SharedWords, 0, false, comparison.Edits));
        }
    }

    private int OutsideQuotation(SharedRun run)
    {
        int a = first.FirstAtOrAfter(run.First.Start), b = second.FirstAtOrAfter(run.Second.Start);
        return Enumerable.Range(0, run.Words).Count(w => !first.Quoted[a + w] || !second.Quoted[b + w]);
    }

    private static TextSpan HullOf(List<SharedRun> runs, Func<SharedRun, TextSpan> side) => new(side(runs[0]).Start, side(runs[^1]).End);

    private static bool[] HeaviestAscending(AlignedPassage[] inOrder)
    {
        int[] weight = new int[inOrder.Length], before = new int[inOrder.Length];
        for (int i = 0; i < inOrder.Length; i++)
        {
            (weight[i], before[i]) = (inOrder[i].Words, -1);
            for (int j = 0; j < i; j++)
            {
                if (inOrder[j].SecondSpan.End <= inOrder[i].SecondSpan.Start && weight[j] + inOrder[i].Words > weight[i])
                {
                    (weight[i], before[i]) = (weight[j] + inOrder[i].Words, j);
                }
            }
        }

        bool[] stays = new bool[inOrder.Length];
        for (int i = Array.IndexOf(weight, weight.DefaultIfEmpty().Max()); i >= 0; i = before[i])
        {
            stays[i] = true;
        }

        return stays;
    }
}
