using Entente.Analysis.Entities;
using Entente.Analysis.Syntax;
using Entente.Analysis.Text;
using Entente.Analysis.Times;

namespace Entente.Cli.Evaluation;

/// <summary>The names an analysis finds in a document, for the evaluation.</summary>
internal sealed class NamedPlaces
{
    private readonly SyntaxParser _parser = new(SyntaxModel.English);
    private readonly MentionFinder _finder = new(MentionModel.English);

    public IEnumerable<(TextSpan Span, string Type)> In(Document document)
    {
        ParsedDocument parsed = _parser.Parse(Tokenizer.Tokenize(document), static (_, _) => false);
        return _finder.Find(parsed).Select(m => (m.Span, m.Type.Word())).Concat(DateMentions.Find(parsed.Document, TimeFinder.Find(parsed.Document)).Select(d => (d, "date")));
    }
}
