using System.Collections.Immutable;
using Entente.Analysis.Attributions;

namespace Entente.Analysis.Tracing;

/// <summary>Puts appearances in a sequence in time, says how far that order is known, and measures each against an earlier one.</summary>
internal static class AppearanceOrder
{
    /// <summary>Each appearance is compared with so many different wordings before it at the most.</summary>
    private const int MostWordings = 40;

    /// <summary>Dated ones first, the oldest first; then undated ones, by id.</summary>
    /// <remarks>By the end of what the stated time can mean: then whatever is certainly before another also stands before it.</remarks>
    public static ImmutableArray<Appearance> InSequence(IEnumerable<Appearance> appearances) => WithSteps([.. appearances
        .OrderBy(a => a.Document.Published is null)
        .ThenBy(a => a.Document.Published?.Latest)
        .ThenBy(a => a.Document.Published?.Earliest)
        .ThenBy(a => a.Document.Id, StringComparer.Ordinal)
        .ThenBy(a => a.Span)]);

    private static ImmutableArray<Appearance> WithSteps(Appearance[] sequence)
    {
        int dated = sequence.TakeWhile(a => a.Document.Published is not null).Count();
        int step = 0;
        for (int i = 0; i < dated; i++)
        {
            // All before are certainly before all from here on: in order of their ends it is enough to look at the last of them.
            bool isNext = i == 0 || sequence[i..dated].All(later => sequence[i - 1].Document.Published!.IsBefore(later.Document.Published!));
            step += isNext ? 1 : 0;
            sequence[i] = sequence[i] with { Step = step };
        }

        return [.. sequence];
    }

    /// <param name="sources">From a report to those that it is known to have its text from: its wording is measured against theirs first.</param>
    public static ImmutableArray<Appearance> Compared(ImmutableArray<Appearance> sequence, IEnumerable<Appearance> against, ILookup<string, string> sources)
    {
        List<Appearance> before = [.. against.DistinctBy(a => a.Text).Take(MostWordings)];
        List<Appearance> compared = [];
        foreach (Appearance appearance in sequence)
        {
            Appearance next = Compared(appearance, before, sources);
            compared.Add(next);
            if (before.Count < MostWordings && !before.Exists(b => b.Text == next.Text && !sources[appearance.Document.Id].Contains(b.Document.Id, StringComparer.Ordinal)))
            {
                before.Add(next);
            }
        }

        return [.. compared];
    }

    private static Appearance Compared(Appearance appearance, List<Appearance> before, ILookup<string, string> sources)
    {
        Appearance? nearest = null;
        ImmutableArray<WordEdit> edits = [];
        (bool IsSource, int Distance) best = (false, int.MaxValue);
        foreach (Appearance other in before)
        {
            if (Between(other, appearance) is not { } found)
            {
                continue;
            }

            (bool IsSource, int Distance) rank = (sources[appearance.Document.Id].Contains(other.Document.Id, StringComparer.Ordinal), Distance(found));
            if (nearest is null || (rank.IsSource && !best.IsSource) || (rank.IsSource == best.IsSource && rank.Distance < best.Distance))
            {
                (nearest, edits, best) = (other, found, rank);
            }
        }

        return appearance with { EditsFrom = nearest, Edits = edits };
    }

    private static int Distance(ImmutableArray<WordEdit> edits) => edits.Sum(e => e.MeaningBearing ? 4 : e.Kind is EditKind.Spelling or EditKind.Punctuation ? 1 : 2);

    /// <summary>The edits between two wordings; null where they share nothing. What one of them has beyond the other is no edit: it holds more of the sentence.</summary>
    public static ImmutableArray<WordEdit>? Between(Appearance from, Appearance to)
    {
        (string a, string b) = (from.Document.Text, to.Document.Text);
        List<QuotedWord> left = QuotedWord.Of(a, from.Parts), right = QuotedWord.Of(b, to.Parts);
        QuotationComparison comparison = QuotationComparison.Compare(a, left, b, right);
        if (comparison.SharedWords == 0)
        {
            return null;
        }

        // The comparison begins and ends with words that are alike; what stands on both sides beyond them is a change of wording too.
        ImmutableArray<WordEdit>.Builder edits = ImmutableArray.CreateBuilder<WordEdit>();
        int headA = left.FindIndex(w => w.Span.Start == comparison.FirstSpan.Start), headB = right.FindIndex(w => w.Span.Start == comparison.SecondSpan.Start);
        if (headA > 0 && headB > 0)
        {
            edits.Add(EditRules.Classify(a, left, 0, headA, b, right, 0, headB));
        }

        // What stands between two parts is not of the sentence, and so no change of its punctuation.
        edits.AddRange(comparison.Edits.Where(e => from.Parts.Any(p => p.Contains(e.FromSpan)) && to.Parts.Any(p => p.Contains(e.ToSpan))));
        int tailA = left.FindIndex(w => w.Span.End == comparison.FirstSpan.End) + 1, tailB = right.FindIndex(w => w.Span.End == comparison.SecondSpan.End) + 1;
        if (tailA < left.Count && tailB < right.Count)
        {
            edits.Add(EditRules.Classify(a, left, tailA, left.Count, b, right, tailB, right.Count));
        }

        // A headline or a report in its own words shortens and rewords; only what it puts in quotation marks can be misquoted.
        return to.QuotedWords > 0
            ? edits.ToImmutable()
            : [.. edits.Select(e => e.Kind is EditKind.Dropped or EditKind.Added or EditKind.Changed ? e with { MeaningBearing = false } : e)];
    }
}
