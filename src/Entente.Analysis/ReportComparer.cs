using System.Collections.Immutable;
using Entente.Analysis.Attributions;
using Entente.Analysis.Briefings;
using Entente.Analysis.Lineage;
using Entente.Analysis.Reuse;
using Entente.Analysis.Text;
using Entente.Analysis.Tracing;

namespace Entente.Analysis;

/// <summary>Lays two reports side by side: what they share word for word, what each has alone, and what joins them.</summary>
public static class ReportComparer
{
    /// <summary>The two must have different ids.</summary>
    public static ReportComparison Compare(Document first, Document second, OutletRegister? register = null)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first.Id == second.Id)
        {
            throw new ArgumentException($"Both reports are called {first.Id}.", nameof(second));
        }

        Briefing briefing = PileAnalyser.Analyse([first, second], [], register: register);
        Document here = briefing.Find(first.Id)!.Document, there = briefing.Find(second.Id)!.Document;
        TokenizedDocument[] tokenized = [Tokenizer.Tokenize(here), Tokenizer.Tokenize(there)];
        FoldedText a = FoldedText.From(tokenized[0]), b = FoldedText.From(tokenized[1]);
        ImmutableArray<AlignedPassage> passages = new PassageAlignment(a, b).Align(
            PassageFinder.Find(tokenized).Passages,
            QuotationsOfBoth(briefing.Find(first.Id)!, briefing.Find(second.Id)!));

        Dependence[] all = [.. briefing.Stories.SelectMany(s => s.Dependences)];
        return new ReportComparison(
            Side(a, passages, isFirst: true, there),
            Side(b, passages, isFirst: false, here),
            passages,
            [.. all.Where(d => !d.FromIsOutlet), .. all.Where(d => d.FromIsOutlet)],
            [.. briefing.Rejected.Where(r => r.Between.Contains(first.Id) && r.Between.Contains(second.Id))]);
    }

    private static IEnumerable<(ImmutableArray<TextSpan>, ImmutableArray<TextSpan>)> QuotationsOfBoth(DocumentFindings first, DocumentFindings second)
    {
        string[] ids = [first.Document.Id, second.Document.Id];
        bool isTurned = string.CompareOrdinal(ids[0], ids[1]) > 0;
        Array.Sort(ids, StringComparer.Ordinal);
        foreach (QuotationFamily family in QuotationFamilies.Build([(first.Document, first.Attributions), (second.Document, second.Attributions)]))
        {
            foreach (QuotationVariant lower in family.Variants.Where(v => v.Document == ids[0]))
            {
                foreach (QuotationVariant higher in family.Variants.Where(v => v.Document == ids[1]))
                {
                    yield return isTurned ? (higher.Spans, lower.Spans) : (lower.Spans, higher.Spans);
                }
            }
        }
    }

    private static ComparedReport Side(FoldedText text, ImmutableArray<AlignedPassage> passages, bool isFirst, Document other)
    {
        Document document = text.Document;
        int shared = text.CountIn(passages.SelectMany(p => p.Runs).Select(r => isFirst ? r.First : r.Second)) + passages.Where(p => p.Runs.IsEmpty).Sum(p => p.Words);
        Credit[] credits = [.. document.Credits.Where(c => !OutletKey.IsSelf(c.Outlet, document.Outlet))];
        return new ComparedReport(
            document, text.Length, shared,
            TextPieces.Of(text, passages, isFirst),
            [.. credits.Where(c => OutletKey.IsSelf(c.Outlet, other.Outlet))],
            [.. credits.Where(c => !OutletKey.IsSelf(c.Outlet, other.Outlet)).GroupBy(c => OutletKey.Of(c.Outlet), StringComparer.Ordinal).Select(g => g.First().Outlet)]);
    }
}
