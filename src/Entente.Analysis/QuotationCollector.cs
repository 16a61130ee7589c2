using System.Collections.Immutable;
using Entente.Analysis.Attributions;
using Entente.Analysis.Briefings;
using Entente.Analysis.Text;
using Entente.Analysis.Tracing;

namespace Entente.Analysis;

/// <summary>Collects what a pile of documents quotes: by family where several carry it, else by report.</summary>
/// <remarks>Families are sought over the whole pile, whatever story a report belongs to. The order of the documents and the number of threads have no bearing on the result.</remarks>
public static class QuotationCollector
{
    /// <param name="progress">Told how many documents have been read through so far, from any thread.</param>
    /// <param name="register">The outlets known besides those of the pile; the shipped ones when null.</param>
    public static CollectedQuotations Collect(IReadOnlyList<Document> documents, QuotationFilter filter, int threads = 1, IProgress<int>? progress = null, OutletRegister? register = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        DocumentFindings[] reports = PileAnalyser.ReadThrough(documents, threads, progress, register, cancellation);
        DocumentFindings[] analysed = [.. reports.Where(r => r.Document.Language == DocumentAnalyser.Language)];
        Dictionary<string, DocumentFindings> byId = analysed.ToDictionary(r => r.Document.Id, StringComparer.Ordinal);

        ImmutableArray<CollectedFamily> families =
        [
            .. QuotationFamilies.Build([.. analysed.Select(r => (r.Document, r.Attributions))])
                .Select(f => new CollectedFamily(f, [.. f.Variants.Select(v => Found(byId[v.Document], v.Attribution, v.Spans, f.Vote))])),
        ];
        HashSet<(string, int, TextSpan)> carried = [.. families.SelectMany(f => f.Members).Select(Place)];
        ImmutableArray<FoundQuotation> alone =
        [
            .. analysed.SelectMany(r => r.Attributions.SelectMany((a, i) => a.Quotations.Select(words => Found(r, i, words, null))))
                .Where(q => !carried.Contains(Place(q)) && Wants(filter, [q])),
        ];
        ImmutableArray<FoundQuotation> reported = filter.Reported
            ? [.. analysed.SelectMany(r => r.Attributions.Select((a, i) => Found(r, i, a.Content, null))).Where(q => q.Attribution.Mode == AttributionMode.Indirect && !q.Words.IsEmpty && Wants(filter, [q]))]
            : [];
        return new CollectedQuotations(filter, [.. families.Where(f => Wants(filter, f.Members))], alone, reported, analysed.Length, reports.Length - analysed.Length);
    }

    private static FoundQuotation Found(DocumentFindings report, int attribution, ImmutableArray<TextSpan> words, SpeakerVote? vote) =>
        new(report.Document, attribution, report.Attributions[attribution], words, vote);

    private static (string, int, TextSpan) Place(FoundQuotation quotation) => (quotation.Document.Id, quotation.Index, quotation.Words[0]);

    private static bool Wants(QuotationFilter filter, ImmutableArray<FoundQuotation> places) =>
        filter.WantsSpeaker(places.SelectMany(p => p.Names)) && places.Any(p => filter.WantsWords(p.Text));
}
