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
    private static List<TextSpan> Repeated(string document, List<(TextSpan Span, string Other)> shared, IReadOnlyDictionary<string, string>? storyOf)
    {
        int[] cuts = [.. shared.SelectMany(s => new[] { s.Span.Start, s.Span.End }).Distinct().Order()];
        List<TextSpan> repeated = [];
        for (int i = 0; i + 1 < cuts.Length; i++)
        {
            TextSpan piece = new(cuts[i], cuts[i + 1]);
            string[] holders = [.. shared.Where(s => s.Span.Contains(piece)).Select(s => s.Other).Append(document).Distinct(StringComparer.Ordinal)];
            if (holders.Length < FewestReports || (storyOf is not null && holders.Select(h => storyOf.GetValueOrDefault(h)).Distinct().Count() < 2))
            {
                continue;
            }

            if (repeated.Count > 0 && repeated[^1].End == piece.Start)
            {
                repeated[^1] = new TextSpan(repeated[^1].Start, piece.End);
            }
            else
            {
                repeated.Add(piece);
            }
        }

        return repeated;
    }
}
