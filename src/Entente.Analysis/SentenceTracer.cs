using System.Collections.Immutable;
using Entente.Analysis.Attributions;
using Entente.Analysis.Briefings;
using Entente.Analysis.Lineage;
using Entente.Analysis.Text;
using Entente.Analysis.Tracing;

namespace Entente.Analysis;

/// <summary>Follows a sentence through a pile of documents: where it stands, in which words, and where it most likely comes from.</summary>
/// <remarks>The order of the documents and the number of threads have no bearing on the result. The pile is analysed whole only where the sentence was found.</remarks>
public static class SentenceTracer
{
    public const int FewestWords = SoughtSentence.FewestWords;
    public const int MostWords = SoughtSentence.MostWords;
    private const int MostRejected = 5;

    /// <summary>Whether a sentence has enough words to be sought, one of them of weight, and not too many.</summary>
    public static bool CanTrace(string sentence) => new SoughtSentence(sentence).CanBeSought;

    /// <param name="progress">Told how many documents have been read through so far, from any thread.</param>
    /// <param name="register">The outlets known besides those of the pile; the shipped ones when null.</param>
    public static SentenceTrace Trace(string sentence, IReadOnlyList<Document> documents, int threads = 1, IProgress<int>? progress = null, OutletRegister? register = null, CancellationToken cancellation = default)
    {
        (ImmutableArray<Appearance> found, ImmutableArray<RejectedPlace> rejected) = AppearanceFinder.Find(documents, new SoughtSentence(sentence), MostRejected, threads, cancellation);
        ImmutableArray<Appearance> apart = AppearanceOrder.InSequence(found.Where(a => !a.IsReporting).Select(a => a with { InQuotation = false, QuotedWords = 0 }));
        apart = [.. apart.Select(a => a with { Step = null })];
        if (!found.Any(a => a.IsReporting))
        {
            return new SentenceTrace(sentence, [], AppearanceOrder.Compared(apart, [], Enumerable.Empty<string>().ToLookup(s => s)), OriginFinder.Find([], new Dictionary<string, AttributedReport>(), []), [], [], rejected, []);
        }

        Briefing briefing = PileAnalyser.Analyse(documents, [], threads, progress, register, cancellation);
        Dictionary<string, DocumentFindings> reports = briefing.Documents.ToDictionary(d => d.Document.Id, StringComparer.Ordinal);
        ImmutableArray<Appearance> sequence = AppearanceOrder.InSequence(found.Where(a => a.IsReporting).Select(a => WithSpeaker(a, reports[a.Document.Id])));

        HashSet<string> carriers = [.. sequence.Select(a => a.Document.Id)];
        ImmutableArray<Dependence> dependences = [.. briefing.Stories.SelectMany(s => s.Dependences).Where(d => carriers.Contains(d.To) || (!d.FromIsOutlet && carriers.Contains(d.From)))];
        Dictionary<string, AttributedReport> involved = carriers.Concat(dependences.SelectMany(d => d.FromIsOutlet ? [d.To] : new[] { d.From, d.To }))
            .Distinct(StringComparer.Ordinal).ToDictionary(id => id, id => new AttributedReport(reports[id].Tokenized, reports[id].Attributions), StringComparer.Ordinal);
        ILookup<string, string> sources = sequence
            .SelectMany(a => dependences.Where(d => d.To == a.Document.Id && !d.FromIsOutlet && d.Direction != Direction.Unknown && OriginFinder.Concerns(d, a, involved[a.Document.Id])))
            .ToLookup(d => d.To, d => d.From, StringComparer.Ordinal);

        sequence = AppearanceOrder.Compared(sequence, [], sources);
        Origin origin = OriginFinder.Find(sequence, involved, dependences);
        HashSet<(string, string)> steps = [.. origin.Evidence.Select(e => e.Relation).OfType<Dependence>().Select(d => (d.To, d.From))];
        return new SentenceTrace(
            sentence,
            sequence,
            AppearanceOrder.Compared(apart, sequence, sources),
            origin,
            [.. briefing.Stories.SelectMany(s => s.Chains).Where(c => c.Path.Length > 2 && steps.Contains((c.Path[0], c.Path[1])))],
            [.. briefing.Rejected.Where(r => r.Between.Length > 1 && r.Between.All(carriers.Contains))],
            rejected,
            [.. involved.Where(t => !carriers.Contains(t.Key)).Select(t => t.Value.Tokenized.Document).OrderBy(d => d.Id, StringComparer.Ordinal)]);
    }

    /// <summary>With the report as the analysis completed it, and the quotation that holds most of the words; of equal ones the innermost.</summary>
    private static Appearance WithSpeaker(Appearance appearance, DocumentFindings findings)
    {
        Attribution? best = null;
        int most = 0;
        foreach (Attribution attribution in findings.Attributions.Where(a => a.IsQuoted))
        {
            int held = appearance.Parts.Sum(p => attribution.Quoted.Sum(c => Math.Max(0, Math.Min(c.End, p.End) - Math.Max(c.Start, p.Start))));
            if (held > 0 && held >= most)
            {
                (best, most) = (attribution, held);
            }
        }

        return appearance with { Document = findings.Document, Attribution = 2 * appearance.QuotedWords >= appearance.Words ? best : null };
    }
}
