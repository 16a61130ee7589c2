using System.Collections.Immutable;
using Entente.Analysis.Reuse;
using Entente.Analysis.Text;

namespace Entente.Analysis.Stories;

/// <summary>Sorts the reports of a pile into stories, one for each event.</summary>
public static class StoryFinder
{
    /// <summary>Average likeness from which two groups of reports are one story. On two collections anything from 0.06 to 0.12 does
    /// about as well; lower joins different events, higher parts one.</summary>
    private const double Enough = 0.1;

    private const int TermsShown = 3;

    /// <param name="reports">Tokenized reports; the order does not matter.</param>
    /// <param name="passages">What they share. An outlet's own furniture among it is told apart here.</param>
    /// <returns>Every report in one story, alone if need be; stories and their reports in order of path and id.</returns>
    public static ImmutableArray<Story> Find(IReadOnlyList<TokenizedDocument> reports, IReadOnlyList<Passage> passages)
    {
        TokenizedDocument[] sorted = [.. reports.OrderBy(r => r.Document.Path, StringComparer.Ordinal).ThenBy(r => r.Document.Id, StringComparer.Ordinal)];
        OutletSeries series = OutletSeries.Find([.. sorted.Select(r => r.Document)], passages);
        Passage[] evidence = [.. passages.Where(p => !series.IsFurniture(p))];
        TermIndex index = TermIndex.From(sorted, series);
        Likeness likeness = Likeness.From(sorted, index, evidence);

        ImmutableArray<Story>.Builder stories = ImmutableArray.CreateBuilder<Story>();
        foreach (int[] group in AverageLink.Group(sorted.Length, likeness, Enough))
        {
            Document[] documents = [.. group.Select(g => sorted[g].Document)];
            stories.Add(new Story(
                $"s{stories.Count + 1}",
                Title(documents),
                [.. documents.Select(d => d.Id)],
                group.Skip(1).ToImmutableSortedDictionary(g => sorted[g].Document.Id, g => Reason(g, group, sorted, index, likeness, evidence), StringComparer.Ordinal)));
        }

        return stories.ToImmutable();
    }

    private static string Title(Document[] documents)
    {
        Document[] headed = [.. documents.Where(d => !string.IsNullOrWhiteSpace(d.Title)).OrderBy(d => d.Id, StringComparer.Ordinal)];
        Document? chosen = headed.Where(d => d.Published is not null).MinBy(d => d.Published!.Latest) ?? headed.FirstOrDefault();
        return chosen?.Title ?? documents.MinBy(d => d.Id, StringComparer.Ordinal)!.Id;
    }

    private static string Reason(int report, int[] group, TokenizedDocument[] sorted, TermIndex index, Likeness likeness, Passage[] evidence)
    {
        string id = sorted[report].Document.Id;
        HashSet<string> inStory = [.. group.Select(g => sorted[g].Document.Id)];
        List<string> reasons = [];
        (string Other, int Words) longest = evidence
            .Where(p => p.Joins(id) && inStory.Contains(p.Other(id)))
            .GroupBy(p => p.Other(id))
            .Select(g => (Other: g.Key, Words: g.Sum(p => p.Words)))
            .OrderByDescending(g => g.Words).ThenBy(g => g.Other, StringComparer.Ordinal)
            .FirstOrDefault();
        if (longest.Words > 0)
        {
            reasons.Add($"shares {longest.Words} words with {longest.Other}");
        }

        int nearest = group.Where(g => g != report).MaxBy(g => (likeness.Of(report).GetValueOrDefault(g), -g));
        string[] terms = TermsInCommon(index, report, nearest);
        if (terms.Length > 0)
        {
            reasons.Add($"terms: {string.Join(", ", terms)}");
        }

        return string.Join("; ", reasons);
    }

    private static string[] TermsInCommon(TermIndex index, int one, int other)
    {
        TermVector a = index.Vectors[one];
        TermVector b = index.Vectors[other];
        List<(int Term, double Weight)> common = [];
        for (int i = 0, j = 0; i < a.Terms.Length && j < b.Terms.Length;)
        {
            int order = a.Terms[i].CompareTo(b.Terms[j]);
            if (order == 0)
            {
                common.Add((a.Terms[i], a.Weights[i] * b.Weights[j]));
            }

            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return [.. common.OrderByDescending(c => c.Weight).ThenBy(c => c.Term).Take(TermsShown).Select(c => index.Show(c.Term))];
    }
}
