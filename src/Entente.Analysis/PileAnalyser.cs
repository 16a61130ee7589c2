using System.Collections.Concurrent;
using System.Collections.Immutable;
using Entente.Analysis.Attributions;
using Entente.Analysis.Briefings;
using Entente.Analysis.Lineage;
using Entente.Analysis.Reuse;
using Entente.Analysis.Stories;
using Entente.Analysis.Text;

namespace Entente.Analysis;

/// <summary>Runs every stage over a pile of documents: from frozen text to all that a briefing says.</summary>
/// <remarks>The order of the documents and the number of threads have no bearing on the result. Documents in a language that
/// is not analysed are carried along without findings.</remarks>
public static class PileAnalyser
{
    /// <param name="setAside">Diagnostics of inputs that yielded no document, as the reader gave them.</param>
    /// <param name="register">The outlets known besides those of the pile; the shipped ones when null.</param>
    /// <param name="progress">Told how many documents have been read through so far, from any thread.</param>
    public static Briefing Analyse(
        IReadOnlyList<Document> documents,
        IReadOnlyList<Diagnostic> setAside,
        int threads = 1,
        IProgress<int>? progress = null,
        OutletRegister? register = null,
        CancellationToken cancellation = default)
    {
        DocumentFindings[] findings = ReadThrough(documents, threads, progress, register, cancellation);
        DocumentFindings[] analysed = [.. findings.Where(f => f.Document.Language == DocumentAnalyser.Language)];

        SharedText shared = PassageFinder.Find([.. analysed.Select(f => f.Tokenized)], threads, cancellation);
        ImmutableArray<Story> stories = StoryFinder.Find([.. analysed.Select(f => f.Tokenized)], shared.Passages);
        Dictionary<string, string> storyOf = stories
            .SelectMany(s => s.Documents.Select(d => (Document: d, s.Id)))
            .ToDictionary(s => s.Document, s => s.Id, StringComparer.Ordinal);
        OutletSeries series = OutletSeries.Find([.. analysed.Select(f => f.Document)], shared.Passages, storyOf);

        Dictionary<string, DocumentFindings> byId = analysed.ToDictionary(f => f.Document.Id, StringComparer.Ordinal);
        IReadOnlyDictionary<string, SharedText> sharedIn = shared.ByGroup(storyOf);
        List<StoryFindings> told = [];
        List<NearMiss> rejected = [];
        foreach (Story story in stories)
        {
            cancellation.ThrowIfCancellationRequested();
            DocumentFindings[] reports = [.. story.Documents.Select(d => byId[d])];
            told.Add(Tell(story, reports, sharedIn.GetValueOrDefault(story.Id, SharedText.Nothing), series, rejected));
        }

        rejected.AddRange(AcrossStories(shared.Passages, storyOf, series));
        return new Briefing(
            [.. findings],
            [.. told],
            [.. shared.Passages.Where(p => !series.IsFurniture(p))],
            MissingSources.From(told.SelectMany(t => t.Dependences)),
            [.. rejected],
            [.. setAside]);
    }

    /// <summary>A name that neither the register lists nor its form gives away is known to be an outlet's once a report of that outlet is in the pile.</summary>
    private static Document[] WithCreditsToThePile(Document[] documents, OutletRegister register)
    {
        OutletRegister known = register.With(documents.Select(d => d.Outlet).OfType<Outlet>().Distinct());
        return [.. documents.Select(document =>
        {
            HashSet<(CreditKind, TextSpan)> found = [.. document.Credits.Select(c => (c.Kind, c.Span))];
            ImmutableArray<Credit> more = [.. CreditFinder.Find(document, known).Where(c => !found.Contains((c.Kind, c.Span)))];
            return more.IsEmpty ? document : document with { Credits = [.. document.Credits.Concat(more).OrderBy(c => c.Span)] };
        })];
    }

    /// <summary>What each report says by itself, in canonical order: by path, then by id.</summary>
    internal static DocumentFindings[] ReadThrough(IReadOnlyList<Document> pile, int threads, IProgress<int>? progress, OutletRegister? register, CancellationToken cancellation)
    {
        Document[] documents = WithCreditsToThePile([.. pile.OrderBy(d => d.Path, StringComparer.Ordinal).ThenBy(d => d.Id, StringComparer.Ordinal)], register ?? OutletRegister.Shipped);
        DocumentFindings[] findings = new DocumentFindings[documents.Length];
        int done = 0;
        ParallelOptions options = new() { MaxDegreeOfParallelism = Math.Max(1, threads), CancellationToken = cancellation };
        // The loop changes its tasks now and then; the analysers, with the words they remember, outlast them.
        ConcurrentBag<DocumentAnalyser> idle = [];
        Parallel.For(0, documents.Length, options, i =>
        {
            DocumentAnalyser analyser = idle.TryTake(out DocumentAnalyser? free) ? free : new DocumentAnalyser();
            findings[i] = analyser.Analyse(documents[i]);
            idle.Add(analyser);
            progress?.Report(Interlocked.Increment(ref done));
        });
        return findings;
    }

    private static StoryFindings Tell(Story story, DocumentFindings[] reports, SharedText shared, OutletSeries series, List<NearMiss> rejected)
    {
        Document[] documents = [.. reports.Select(r => r.Document)];
        ImmutableArray<QuotationFamily> quotations = QuotationFamilies.Build([.. reports.Select(r => (r.Document, r.Attributions))]);
        DependenceFindings lineage = DependenceFinder.Find([.. reports.Select(r => new AttributedReport(r.Tokenized, r.Attributions))], shared, series, quotations);
        rejected.AddRange(lineage.Rejected);
        return new StoryFindings(story, lineage.Dependences, ChainFinder.Find(documents, lineage.Dependences), quotations);
    }

    /// <summary>Pairs that share text and were yet put into different stories.</summary>
    private static IEnumerable<NearMiss> AcrossStories(ImmutableArray<Passage> passages, Dictionary<string, string> storyOf, OutletSeries series) => passages
        .Where(p => storyOf[p.First] != storyOf[p.Second] && !series.IsFurniture(p))
        .GroupBy(p => (p.First, p.Second))
        .Select(g => new NearMiss("story", [g.Key.First, g.Key.Second], $"share {g.Sum(p => p.Words)} words, but too little else to be about one event"));
}
