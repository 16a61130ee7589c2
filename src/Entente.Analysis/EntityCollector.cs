using System.Collections.Immutable;
using Entente.Analysis.Briefings;
using Entente.Analysis.Text;

namespace Entente.Analysis;

/// <summary>Collects all that a pile of documents says of a person, body, place or other thing.</summary>
public static class EntityCollector
{
    /// <returns>A sheet for each thing that goes by <paramref name="name"/>, and how many documents were looked through.</returns>
    /// <param name="name">A surname, or any words of a name.</param>
    /// <param name="progress">Told how many documents have been read through so far, from any thread.</param>
    /// <param name="register">The outlets known besides those of the pile; the shipped ones when null.</param>
    /// <remarks>The order of the documents and the number of threads have no bearing on the result.</remarks>
    public static (ImmutableArray<EntitySheet> Sheets, int Searched) Collect(
        IReadOnlyList<Document> documents,
        string name,
        int threads = 1,
        IProgress<int>? progress = null,
        OutletRegister? register = null,
        CancellationToken cancellation = default)
    {
        DocumentFindings[] analysed = [.. PileAnalyser.ReadThrough(documents, threads, progress, register, cancellation).Where(r => r.Document.Language == DocumentAnalyser.Language)];
        return (EntitySheet.Find(name, analysed), analysed.Length);
    }
}
