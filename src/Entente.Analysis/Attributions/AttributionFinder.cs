using System.Collections.Immutable;
using Entente.Analysis.Syntax;
using Entente.Analysis.Text;
using Entente.Analysis.Times;

namespace Entente.Analysis.Attributions;

/// <summary>Finds who is said to have said what in one document.</summary>
/// <remarks>A speaker is read from the sentence itself, never carried over from another paragraph. Rules and examples: <c>docs/specs/quotes.md</c>.</remarks>
public sealed class AttributionFinder
{
    private readonly TokenizedDocument _document;
    private readonly ImmutableArray<Quotation> _quotations;
    private readonly bool[] _inMarks;

    private AttributionFinder(TokenizedDocument document)
    {
        _document = document;
        _quotations = QuotationScanner.Scan(document);
        _inMarks = InMarks(document, _quotations);
    }

    /// <summary>The quotations in marks alone: what can be found without a syntax tree.</summary>
    /// <returns>In order of their content; a nested one comes after the one it stands inside.</returns>
    public static ImmutableArray<Attribution> Find(TokenizedDocument document) => new AttributionFinder(document).Quoted();

    /// <summary>Quotations and what is reported without marks.</summary>
    /// <inheritdoc cref="Find(TokenizedDocument)"/>
    public static ImmutableArray<Attribution> Find(ParsedDocument parsed) => new AttributionFinder(parsed.Document).Read(parsed, TimeFinder.Find(parsed.Document));

    /// <summary>The same, with trees built only for the sentences whose words, as they are tagged, may report.</summary>
    /// <inheritdoc cref="Find(TokenizedDocument)"/>
    public static ImmutableArray<Attribution> Find(TokenizedDocument document, SyntaxParser parser)
    {
        AttributionFinder finder = new(document);
        return finder.Read(parser.Parse(document, finder.NeedsTree), TimeFinder.Find(document));
    }

    /// <summary>A finder whose <see cref="NeedsTree"/> and <see cref="Read"/> a caller joins with those of other stages.</summary>
    internal static AttributionFinder Of(TokenizedDocument document) => new(document);

    private ImmutableArray<Attribution> Quoted() => _quotations.IsEmpty ? [] : new AttributionSearch(_document, _quotations).Run();

    /// <param name="times">The expressions of time of the document, in order.</param>
    internal ImmutableArray<Attribution> Read(ParsedDocument parsed, ImmutableArray<TimeExpression> times) =>
        SourceResolver.Resolve(parsed, ReportMerger.Merge(parsed, Quoted(), new ReportFinder(parsed, _inMarks, new SaidWhen(parsed.Document, times))));

    /// <summary>Whether a tree can show anything to be reported in a sentence: none can where no word outside quotation marks reports as what it is tagged.</summary>
    internal bool NeedsTree(Sentence sentence, ReadOnlySpan<PartOfSpeech> tags)
    {
        string text = _document.Document.Text;
        for (int i = 0; i < tags.Length; i++)
        {
            int t = sentence.FirstToken + i;
            if (!_inMarks[t] && ReportFinder.MayReport(_document.Tokens[t].Span.In(text), tags[i]))
            {
                return true;
            }
        }

        return false;
    }

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
