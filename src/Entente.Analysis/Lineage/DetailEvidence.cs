using System.Collections.Immutable;
using Entente.Analysis.Text;

namespace Entente.Analysis.Lineage;

/// <summary>The details by which a rewrite is known, as evidence to look at: the most telling ones with their places, and the sentences that rest on one another.</summary>
internal static class DetailEvidence
{
    private const int Shown = 6;

    /// <summary>A sentence rests on another if it shares this many details with it: one may be chance.</summary>
    private const int FewestOfSentence = 3;

    private const int FewestSentences = 2;

    /// <param name="part">Of the derived report's matter, by weight, what the source tells too.</param>
    /// <param name="isDirected">Whether it is known which of the two is the source.</param>
    public static IEnumerable<Evidence> Of(StoryReport source, StoryReport derived, StoryMatter matter, double part, bool isDirected)
    {
        HashSet<int> shared = [.. matter.DetailsOf(source)];
        shared.IntersectWith(matter.DetailsOf(derived));
        string[] telling = [.. Telling(derived, matter, shared)];
        yield return Evidence.At(
            "details",
            $"{(int)Math.Round(100 * part)} % of the details of {(isDirected ? "the later" : "one")}, by weight, stand in the other too: {string.Join(", ", telling.Select(t => $"\"{t}\""))}",
            (source, Places(source, matter, shared)),
            (derived, Places(derived, matter, shared)));
        if (Order(source, derived, matter, shared, isDirected) is { } order)
        {
            yield return order;
        }
    }

    /// <summary>Which sentences rest on which, and how many of them come in the same order: two reporters rarely set out the same facts alike.</summary>
    /// <remarks>Each sentence of the derived report goes to the one of the source with which it shares the most by weight. Those in order are the longest
    /// increasing subsequence, found in n log n.</remarks>
    private static Evidence? Order(StoryReport source, StoryReport derived, StoryMatter matter, HashSet<int> shared, bool isDirected)
    {
        HashSet<int>[] there = Sentences(source, matter, shared);
        HashSet<int>[] here = Sentences(derived, matter, shared);
        List<(int Here, int There)> pairs = [];
        for (int h = 0; h < here.Length; h++)
        {
            int best = -1;
            double most = 0;
            for (int t = 0; t < there.Length; t++)
            {
                int[] both = [.. here[h].Where(there[t].Contains)];
                double weight = both.Length < FewestOfSentence ? 0 : both.Sum(matter.Weight);
                if (weight > most)
                {
                    (best, most) = (t, weight);
                }
            }

            if (best >= 0)
            {
                pairs.Add((h, best));
            }
        }

        if (pairs.Count < FewestSentences)
        {
            return null;
        }

        return Evidence.At(
            "order",
            $"{pairs.Count} of {here.Length} sentences{(isDirected ? "" : " of one")} rest on sentences there, {LongestInOrder(pairs)} of them in the same order",
            (source, pairs.Select(p => source.Tokenized.Sentences[p.There].Span).Distinct().Order()),
            (derived, pairs.Select(p => derived.Tokenized.Sentences[p.Here].Span)));
    }

    /// <summary>By sentence: the shared details that stand in it.</summary>
    private static HashSet<int>[] Sentences(StoryReport report, StoryMatter matter, HashSet<int> shared)
    {
        ImmutableArray<Sentence> sentences = report.Tokenized.Sentences;
        HashSet<int>[] details = [.. sentences.Select(_ => new HashSet<int>())];
        int s = 0;
        foreach (StoryMatter.Place place in matter.Places(report).OrderBy(p => p.Word))
        {
            int start = report.PlaceOf(place.Word).Start;
            while (s < sentences.Length && sentences[s].Span.End <= start)
            {
                s++;
            }

            if (s < sentences.Length && sentences[s].Span.Start <= start && shared.Contains(place.Detail))
            {
                details[s].Add(place.Detail);
            }
        }

        return details;
    }

    private static int LongestInOrder(List<(int Here, int There)> pairs)
    {
        // By length less one: the least place at which an ordered run of that length can end.
        List<int> ends = [];
        foreach ((_, int there) in pairs)
        {
            int at = ends.FindIndex(e => e > there);
            if (at < 0)
            {
                ends.Add(there);
            }
            else
            {
                ends[at] = there;
            }
        }

        return ends.Count;
    }

    /// <summary>Where shared details stand, each stretch of neighbouring ones as one span.</summary>
    private static List<TextSpan> Places(StoryReport report, StoryMatter matter, HashSet<int> shared)
    {
        List<TextSpan> spans = [];
        int last = -2;
        foreach (StoryMatter.Place place in matter.Places(report).Where(p => shared.Contains(p.Detail)).OrderBy(p => p.Word))
        {
            TextSpan span = report.Span(place.Word, place.Words);
            if (spans.Count > 0 && place.Word <= last + 1)
            {
                spans[^1] = new TextSpan(spans[^1].Start, Math.Max(spans[^1].End, span.End));
            }
            else
            {
                spans.Add(span);
            }

            last = Math.Max(last, place.Word + place.Words - 1);
        }

        return spans;
    }

    /// <summary>The heaviest shared details as the derived report words them, no word shown twice.</summary>
    private static IEnumerable<string> Telling(StoryReport derived, StoryMatter matter, HashSet<int> shared)
    {
        HashSet<int> words = [];
        return matter.Places(derived)
            .Where(p => shared.Contains(p.Detail))
            .OrderByDescending(p => matter.Weight(p.Detail)).ThenBy(p => p.Word)
            .Where(p => Enumerable.Range(p.Word, p.Words).All(words.Add))
            .Take(Shown)
            .OrderBy(p => p.Word)
            .Select(p => derived.Span(p.Word, p.Words).Of(derived.Document.Text))
            .Distinct(StringComparer.OrdinalIgnoreCase);
    }
}
