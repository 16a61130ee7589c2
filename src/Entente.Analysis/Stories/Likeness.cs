using System.Runtime.InteropServices;
using Entente.Analysis.Reuse;
using Entente.Analysis.Text;

namespace Entente.Analysis.Stories;

/// <summary>How likely each pair of reports is to be about one event: shared terms, shared text, nearness in time.</summary>
internal sealed class Likeness
{
    private const double Least = 0.02;

    // Reports that are certainly this many days apart or less lose nothing; beyond it the likeness of their words falls off.
    private const double FreeDays = 4;
    private const double SpreadDays = 12;
    private const double LongAgo = 0.15;

    private readonly Dictionary<int, double>[] _pairs;

    private Likeness(Dictionary<int, double>[] pairs) => _pairs = pairs;

    /// <summary>By other report; only pairs that are at all alike.</summary>
    public IReadOnlyDictionary<int, double> Of(int report) => _pairs[report];

    /// <param name="evidence">Passages that are not some outlet's furniture.</param>
    public static Likeness From(IReadOnlyList<TokenizedDocument> reports, TermIndex index, IEnumerable<Passage> evidence)
    {
        Dictionary<int, double>[] pairs = new Dictionary<int, double>[reports.Count];
        for (int i = 0; i < pairs.Length; i++)
        {
            pairs[i] = [];
        }

        AddTerms(index, pairs);
        AddTime(reports, pairs);
        AddPassages(reports, evidence, pairs);
        return new Likeness(pairs);
    }

    /// <summary>Cosines, gathered term by term, so that reports with no telling term in common are never compared.</summary>
    private static void AddTerms(TermIndex index, Dictionary<int, double>[] pairs)
    {
        List<(int Report, double Weight)>[] holders = new List<(int, double)>[index.Count];
        int most = Math.Max(200, pairs.Length / 4);
        double[] sums = new double[pairs.Length];
        double[] countries = new double[pairs.Length];
        List<int> touched = [];
        for (int report = 0; report < pairs.Length; report++)
        {
            TermVector vector = index.Vectors[report];
            touched.Clear();
            for (int i = 0; i < vector.Terms.Length; i++)
            {
                int term = vector.Terms[i];
                if (index.ReportsWith(term) < 2 || index.ReportsWith(term) > most)
                {
                    continue;
                }

                foreach ((int other, double weight) in CollectionsMarshal.AsSpan(holders[term] ??= []))
                {
                    if (sums[other] == 0)
                    {
                        touched.Add(other);
                    }

                    sums[other] += weight * vector.Weights[i];
                    countries[other] += index.IsCountry(term) ? weight * vector.Weights[i] : 0;
                }

                holders[term].Add((report, vector.Weights[i]));
            }

            foreach (int other in touched)
            {
                // Countries speak only as loud as what else the two reports have in common.
                double others = sums[other] - countries[other];
                Set(pairs, report, other, others + Math.Min(others, countries[other]));
                sums[other] = 0;
                countries[other] = 0;
            }
        }
    }

    private static void AddTime(IReadOnlyList<TokenizedDocument> reports, Dictionary<int, double>[] pairs)
    {
        for (int report = 0; report < pairs.Length; report++)
        {
            foreach ((int other, double alike) in pairs[report].Where(p => p.Key < report).ToArray())
            {
                double near = Nearness(reports[report].Document.Published, reports[other].Document.Published);
                Set(pairs, report, other, alike * near);
            }
        }
    }

    private static double Nearness(StatedTime? one, StatedTime? other)
    {
        if (one is null || other is null)
        {
            return 1;
        }

        double days = Math.Max((other.Earliest - one.Latest).TotalDays, (one.Earliest - other.Latest).TotalDays);
        double beyond = Math.Max(0, days - FreeDays) / SpreadDays;
        return LongAgo + (1 - LongAgo) * Math.Exp(-beyond * beyond / 2);
    }

    /// <summary>Text in common outside quotation marks speaks for one event by how much of the shorter report it makes up.</summary>
    private static void AddPassages(IReadOnlyList<TokenizedDocument> reports, IEnumerable<Passage> evidence, Dictionary<int, double>[] pairs)
    {
        Dictionary<string, int> numbers = [];
        int[] words = new int[reports.Count];
        for (int i = 0; i < reports.Count; i++)
        {
            numbers[reports[i].Document.Id] = i;
            words[i] = Math.Max(1, reports[i].Tokens.Count(t => t.Kind is TokenKind.Word or TokenKind.Number));
        }

        foreach (IGrouping<(int, int), Passage> between in evidence
            .Where(p => numbers.ContainsKey(p.First) && numbers.ContainsKey(p.Second))
            .GroupBy(p => (numbers[p.First], numbers[p.Second])))
        {
            (int first, int second) = between.Key;
            double shared = between.Sum(p => p.WordsOutsideQuotation + p.Words) / 2.0;
            double part = Math.Min(0.9, 2 * shared / Math.Min(words[first], words[second]));
            double alike = pairs[first].GetValueOrDefault(second);
            Set(pairs, first, second, 1 - (1 - alike) * (1 - part));
        }
    }

    private static void Set(Dictionary<int, double>[] pairs, int one, int other, double alike)
    {
        if (alike < Least)
        {
            pairs[one].Remove(other);
            pairs[other].Remove(one);
        }
        else
        {
            pairs[one][other] = alike;
            pairs[other][one] = alike;
        }
    }
}
