using System.Runtime.InteropServices;
using Entente.Analysis.Text;

namespace Entente.Analysis.Reuse;

/// <summary>Words that an outlet prints in report after report: footers, licences, "follow us". They are no evidence of anything.</summary>
/// <remarks>
/// A word is furniture where it stands in a passage shared with at least two more reports of the same outlet; once stories are
/// known, only if those reports belong to at least two stories, since an outlet repeats its own background from report to
/// report of one story too.
/// </remarks>
internal sealed class OutletSeries
{
    private const int FewestReports = 3;

    private readonly Dictionary<string, List<TextSpan>> _furniture;

    private OutletSeries(Dictionary<string, List<TextSpan>> furniture) => _furniture = furniture;

    /// <param name="storyOf">The story of each report; null while stories are not known yet.</param>
    public static OutletSeries Find(IReadOnlyList<Document> documents, IReadOnlyList<Passage> passages, IReadOnlyDictionary<string, string>? storyOf = null)
    {
        Dictionary<string, string> outlets = [];
        foreach (Document document in documents)
        {
            if ((document.Outlet?.Name ?? document.Outlet?.Domain) is { } outlet)
            {
                outlets[document.Id] = outlet.ToLowerInvariant();
            }
        }

        Dictionary<string, List<(TextSpan Span, string Other)>> own = [];
        foreach (Passage passage in passages)
        {
            if (outlets.TryGetValue(passage.First, out string? first) && outlets.TryGetValue(passage.Second, out string? second) && first == second)
            {
                Add(own, passage.First, passage.FirstSpan, passage.Second);
                Add(own, passage.Second, passage.SecondSpan, passage.First);
            }
        }

        Dictionary<string, List<TextSpan>> furniture = [];
        foreach ((string document, List<(TextSpan Span, string Other)> shared) in own)
        {
            List<TextSpan> repeated = Repeated(document, shared, storyOf);
            if (repeated.Count > 0)
            {
                furniture[document] = repeated;
            }
        }

        return new OutletSeries(furniture);
    }

    /// <summary>Whether, in either of its reports, less than half of a passage is anything but furniture.</summary>
    public bool IsFurniture(Passage passage) => IsMostly(passage.First, passage.FirstSpan) || IsMostly(passage.Second, passage.SecondSpan);

    /// <summary>In order, not overlapping.</summary>
    public IReadOnlyList<TextSpan> FurnitureOf(string document) => _furniture.TryGetValue(document, out List<TextSpan>? spans) ? spans : [];

    private bool IsMostly(string document, TextSpan span)
        => _furniture.TryGetValue(document, out List<TextSpan>? furniture)
        && 2 * furniture.Sum(f => Math.Max(0, Math.Min(f.End, span.End) - Math.Max(f.Start, span.Start))) >= span.Length;

    private static void Add(Dictionary<string, List<(TextSpan, string)>> own, string document, TextSpan span, string other)
    {
        if (!own.TryGetValue(document, out List<(TextSpan, string)>? shared))
        {
            own[document] = shared = [];
        }

        shared.Add((span, other));
    }

    /// <summary>The stretches between the ends of passages that enough other reports share.</summary>
    /// <remarks>A sweep over the ends: O(n log n) for n passages of the report.</remarks>
    private static List<TextSpan> Repeated(string document, List<(TextSpan Span, string Other)> shared, IReadOnlyDictionary<string, string>? storyOf)
    {
        List<(int Place, int Change, string Other)> ends = new(2 * shared.Count);
        foreach ((TextSpan span, string other) in shared)
        {
            ends.Add((span.Start, 1, other));
            ends.Add((span.End, -1, other));
        }

        ends.Sort(static (x, y) => x.Place.CompareTo(y.Place));
        Holders holders = new(storyOf);
        holders.Change(document, 1);
        List<TextSpan> repeated = [];
        for (int i = 0; i < ends.Count;)
        {
            int place = ends[i].Place;
            for (; i < ends.Count && ends[i].Place == place; i++)
            {
                holders.Change(ends[i].Other, ends[i].Change);
            }

            if (i == ends.Count || !holders.AreEnough)
            {
                continue;
            }

            if (repeated.Count > 0 && repeated[^1].End == place)
            {
                repeated[^1] = new TextSpan(repeated[^1].Start, ends[i].Place);
            }
            else
            {
                repeated.Add(new TextSpan(place, ends[i].Place));
            }
        }

        return repeated;
    }

    /// <summary>The reports that share the stretch the sweep is at, and their stories, each counted as often as it has a passage there.</summary>
    private sealed class Holders(IReadOnlyDictionary<string, string>? storyOf)
    {
        private readonly Dictionary<string, int> _reports = new(StringComparer.Ordinal);
        private readonly Dictionary<string, int> _stories = new(StringComparer.Ordinal);

        public bool AreEnough => _reports.Count >= FewestReports && (storyOf is null || _stories.Count >= 2);

        public void Change(string report, int change)
        {
            // A report without a story counts as one of a story of its own kind, as those all do together.
            Change(_reports, report, change);
            Change(_stories, storyOf?.GetValueOrDefault(report) ?? "", change);
        }

        private static void Change(Dictionary<string, int> counts, string key, int change)
        {
            ref int count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _);
            count += change;
            if (count == 0)
            {
                counts.Remove(key);
            }
        }
    }
}
