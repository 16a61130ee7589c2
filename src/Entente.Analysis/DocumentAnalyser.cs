using Entente.Analysis.Attributions;
using Entente.Analysis.Briefings;
using Entente.Analysis.Syntax;
using Entente.Analysis.Text;
using Entente.Analysis.Times;

namespace Entente.Analysis;

/// <summary>Finds what one report says by itself. Holds a parser's working memory: one for each thread.</summary>
public sealed class DocumentAnalyser
{
    /// <summary>The language whose documents are analysed; others are carried along without findings.</summary>
    internal const string Language = "en";

    private readonly SyntaxParser _parser = new(SyntaxModel.English);

    public DocumentFindings Analyse(Document document)
    {
        if (document.Language != Language)
        {
            return new DocumentFindings(new TokenizedDocument(document, [], []), []);
        }

        TokenizedDocument tokenized = Tokenizer.Tokenize(document);
        return new DocumentFindings(tokenized, AttributionFinder.Find(tokenized, _parser)) { Times = TimeFinder.Find(tokenized) };
    }
}
