using Entente.Analysis.Briefings;
using Entente.Analysis.Entities;
using Entente.Analysis.Text;

namespace Entente.Analysis;

/// <summary>Collects the places that a pile of documents names, and locates them.</summary>
/// <remarks>The order of the documents and the number of threads have no bearing on the result. Documents in a language that is not analysed are passed over.</remarks>
public static class PlaceCollector
{
    /// <param name="progress">Told how many documents have been read through so far, from any thread.</param>
    /// <param name="register">The outlets known besides those of the pile; the shipped ones when null.</param>
    public static PlaceSurvey Collect(IReadOnlyList<Document> documents, int threads = 1, IProgress<int>? progress = null, OutletRegister? register = null, CancellationToken cancellation = default)
    {
        DocumentFindings[] reports = PileAnalyser.ReadThrough(documents, threads, progress, register, cancellation);
        return PlaceSurvey.Of([.. reports.Where(r => r.Document.Language == DocumentAnalyser.Language).Select(r => (r.Document, r.Entities))]);
    }
}
