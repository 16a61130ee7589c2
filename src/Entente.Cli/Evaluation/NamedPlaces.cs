using Entente.Analysis;
using Entente.Analysis.Briefings;
using Entente.Analysis.Entities;
using Entente.Analysis.Text;
using Entente.Analysis.Times;

namespace Entente.Cli.Evaluation;

/// <summary>The names and dates that an analysis prints of a document, for the evaluation: a name has the type of the entity it is put to.</summary>
internal sealed class NamedPlaces
{
    private readonly DocumentAnalyser _analyser = new();

    public IEnumerable<(TextSpan Span, string Type)> In(Document document)
    {
        DocumentFindings findings = _analyser.Analyse(document);
        return findings.Entities.SelectMany(e => e.Mentions.Where(m => m.Kind == MentionKind.Name).Select(m => (m.Span, e.Type.Word())))
            .Concat(DateMentions.Find(findings.Tokenized, findings.Times).Select(d => (d, "date")));
    }
}
