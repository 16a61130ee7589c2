using System.Collections.Immutable;
using Entente.Analysis.Attributions;
using Entente.Analysis.Briefings;
using Entente.Analysis.Entities;
using Entente.Analysis.Quantities;
using Entente.Analysis.Syntax;
using Entente.Analysis.Text;
using Entente.Analysis.Times;

namespace Entente.Analysis;

/// <summary>Finds what one report says by itself. Holds a parser's working memory: one for each thread.</summary>
public sealed class DocumentAnalyser
{
    /// <summary>The language whose documents are analysed; others are carried along without findings.</summary>
    internal const string Language = "en";

    private readonly EntityFinder _entities = new(MentionModel.English);
    private readonly SyntaxParser _parser = new(SyntaxModel.English);

    /// <summary>Begins to load the models and lists that analysing needs, so that they are there when the first reports have been read.</summary>
    /// <remarks>What fails here fails again where it is needed, and is said there.</remarks>
    public static void Prepare()
    {
        _ = Task.Run(static () => _ = SyntaxModel.English.Fixed);
        _ = Task.Run(static () =>
        {
            _ = Gazetteer.Shipped;
            _ = MentionModel.English;
            _ = LinkModel.Antecedents;
            _ = SexWords.OfName(0);
        });
    }

    public DocumentFindings Analyse(Document document)
    {
        if (document.Language != Language)
        {
            return new DocumentFindings(new TokenizedDocument(document, [], []), []);
        }

        TokenizedDocument tokenized = Tokenizer.Tokenize(document);
        AttributionFinder attributions = AttributionFinder.Of(tokenized);
        TreeChoice counting = QuantityFinder.NeedsTree(tokenized);
        // One parse for both: the trees are what reading costs.
        ParsedDocument parsed = _parser.Parse(tokenized, (sentence, tags) => attributions.NeedsTree(sentence, tags) || counting(sentence, tags));
        ImmutableArray<TimeExpression> times = TimeFinder.Find(tokenized);
        ImmutableArray<Entity> entities = _entities.Find(parsed);
        ImmutableArray<Attribution> said = SpeakingEntities.Name(parsed, attributions.Read(parsed, times), entities);
        ImmutableArray<Quantity> quantities = QuantitySources.Tie(QuantityFinder.Find(parsed, times, entities), said);
        return new DocumentFindings(tokenized, said) { Times = times, Quantities = quantities, Entities = entities };
    }
}
