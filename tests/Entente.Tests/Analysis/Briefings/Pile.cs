using System.Collections.Immutable;
using Entente.Analysis.Attributions;
using Entente.Analysis.Briefings;
using Entente.Analysis.Lineage;
using Entente.Analysis.Text;

namespace Entente.Tests.Analysis.Briefings;

/// <summary>Finds words in the reports of a test and says where they stand.</summary>
internal sealed class Pile(ImmutableArray<DocumentFindings> documents)
{
    public TextSpan Span(string document, string words) => ReportSketch.SpanOf(Text(document), words);

    public Evidence Evidence(string kind, string detail, params (string Document, string Words)[] places) => new(
        kind, detail, places.ToImmutableSortedDictionary(p => p.Document, p => ImmutableArray.Create(Span(p.Document, p.Words)), StringComparer.Ordinal));

    public QuotationVariant Variant(string document, int attribution, string words) => new(document, attribution, [Span(document, words)], words);

    /// <param name="toBefore">Words before which something was dropped, where <paramref name="to"/> is empty.</param>
    public QuotationEdit Edit(string fromDocument, string toDocument, EditKind kind, bool meaningBearing, string from, string to, string? toBefore = null)
    {
        TextSpan toSpan = InQuotation(toDocument, toBefore ?? to);
        if (toBefore is not null)
        {
            toSpan = new TextSpan(toSpan.Start, toSpan.Start);
        }

        return new QuotationEdit(fromDocument, toDocument, kind, meaningBearing, from, to, InQuotation(fromDocument, from), toSpan);
    }

    private TextSpan InQuotation(string document, string words)
    {
        string text = Text(document);
        int opening = text.IndexOf('“', StringComparison.Ordinal);
        TextSpan span = ReportSketch.SpanOf(text[opening..], words);
        return new TextSpan(opening + span.Start, opening + span.End);
    }

    private string Text(string document) => documents.Single(d => d.Document.Id == document).Document.Text;
}
