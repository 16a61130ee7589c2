using System.Collections.Immutable;
using Entente.Analysis.Syntax;
using Entente.Analysis.Text;

namespace Entente.Analysis.Attributions;

/// <summary>Finds who is said to have said what in one document.</summary>
/// <remarks>A speaker is read from the sentence itself, never carried over from another paragraph. Rules and examples: <c>docs/specs/quotes.md</c>.</remarks>
public static class AttributionFinder
{
    /// <summary>The quotations in marks alone: what can be found without a syntax tree.</summary>
    /// <returns>In order of their content; a nested one comes after the one it stands inside.</returns>
    public static ImmutableArray<Attribution> Find(TokenizedDocument document)
    {
        ImmutableArray<Quotation> quotations = QuotationScanner.Scan(document);
        return quotations.IsEmpty ? [] : new AttributionSearch(document, quotations).Run();
    }

    /// <summary>Quotations and what is reported without marks.</summary>
    /// <inheritdoc cref="Find(TokenizedDocument)"/>
    public static ImmutableArray<Attribution> Find(ParsedDocument parsed)
    {
        TokenizedDocument document = parsed.Document;
        ImmutableArray<Quotation> quotations = QuotationScanner.Scan(document);
        ImmutableArray<Attribution> quoted = quotations.IsEmpty ? [] : new AttributionSearch(document, quotations).Run();
        return SourceResolver.Resolve(parsed, ReportMerger.Merge(parsed, quoted, new ReportFinder(parsed, InMarks(document, quotations))));
    }

    /// <summary>Whether a tree can show anything to be reported in a sentence; one that holds no word of reporting, mark or colon need not be parsed.</summary>
    public static bool NeedsParse(TokenizedDocument document, Sentence sentence) => ReportFinder.MayReport(document, sentence);

    /// <summary>Tokens inside quotations. A word or two in marks are the reporter's own sentence still.</summary>
    private static bool[] InMarks(TokenizedDocument document, ImmutableArray<Quotation> quotations)
    {
        bool[] inside = new bool[document.Tokens.Length];
        foreach (Quotation quotation in quotations)
        {
            int t = quotation.FirstToken;
            foreach (TextSpan part in quotation.Content)
            {
                while (t < quotation.EndToken && document.Tokens[t].Start < part.Start)
                {
                    t++;
                }

                for (; t < quotation.EndToken && document.Tokens[t].Start < part.End; t++)
                {
                    inside[t] = true;
                }
            }
        }

        return inside;
    }
}
