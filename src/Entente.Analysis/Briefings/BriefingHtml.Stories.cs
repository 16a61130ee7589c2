using System.Collections.Immutable;
using Entente.Analysis.Lineage;
using Entente.Analysis.Text;

namespace Entente.Analysis.Briefings;

/// <content>One story: its reports, who relies on whom, its quotations side by side.</content>
public sealed partial class BriefingHtml
{
    private void WriteStory(StoryOutline story)
    {
        string id = $"s{story.Number}";
        Line($"<section class=\"story\" id=\"{id}\" aria-labelledby=\"{id}-h\">");
        // A single story is already the page's title.
        string heading = _outline.Stories.Length == 1 ? "The story" : $"Story {story.Number}: {HtmlText.Foreign(story.Title)}";
        Line($"<h2 id=\"{id}-h\">{heading}</h2>");
        Line($"<p class=\"faint\">{HtmlText.Escaped(BriefingWords.Period(story.Reports))}</p>");
        // A long list would hide what the reader came for.
        if (story.Reports.Length <= MostReportsAtTheTop)
        {
            Line("<h3>The reports</h3>");
            WriteReports(story.Reports);
        }

        WriteDependences(story);
        WriteQuotations(story);
        if (story.Reports.Length > MostReportsAtTheTop)
        {
            Line("<h3>The reports</h3>");
            WriteReports(story.Reports);
        }

        Close();
    }

    private void WriteDependences(StoryOutline story)
    {
        Line("<h3>Who relies on whom</h3>");
        if (story.Relations.IsEmpty)
        {
            Line($"<p>{HtmlText.Escaped(BriefingWords.NoLinkFound)}</p>");
            return;
        }

        Line("<figure class=\"lineage\">");
        _writer.Write(DependenceDrawing.Wide(story, List));
        _writer.Write(DependenceDrawing.Narrow(story, List));
        Line("<figcaption>");
        Line("<ul class=\"legend\">");
        Line($"<li>{Sample("proven", withHead: true)} proven; the arrow runs from the source to the report that derives from it</li>");
        if (story.Relations.Any(r => r.Strength == Strength.Probable))
        {
            Line($"<li>{Sample("probable", withHead: true)} probable</li>");
        }

        if (story.Relations.Any(r => r.Direction == Direction.Unknown || r.Type == DependenceType.CommonSource))
        {
            Line($"<li>{Sample("proven", withHead: false)} no arrow head: which came first is unknown</li>");
        }

        if (story.Relations.Any(r => r.FromIsOutlet))
        {
            Line("<li><svg class=\"sample\" viewBox=\"0 0 34 12\" width=\"34\" height=\"12\" aria-hidden=\"true\"><g class=\"node ghost\"><circle cx=\"17\" cy=\"6\" r=\"5\"/></g></svg> credited, and not in the pile</li>");
        }

        Line("</ul>");
        int notDrawn = DependenceDrawing.LaidOut(story, List).NotDrawn;
        if (notDrawn > 0)
        {
            Line($"<p class=\"faint\">{BriefingWords.Count(notDrawn, "report")} with no relation found not drawn.</p>");
        }

        Line("</figcaption>");
        Line("</figure>");
        Line("<h4>On what each rests</h4>");
        WriteRelations($"s{story.Number}", story.Relations);
        if (!story.Unlinked.IsEmpty)
        {
            Line($"<p>{HtmlText.Of(Phrase.Of(BriefingWords.NoLinkFound).CiteAll(story.Unlinked.Select(d => List.Cite(d.Id))))}</p>");
        }

        if (!story.Chains.IsEmpty)
        {
            Line("<h4>Followed back</h4>");
            WriteList("plain", story.Chains.Select(c => BriefingWords.Chain(c, List)));
            Line($"<p class=\"faint\">{HtmlText.Escaped(BriefingWords.ChainsSay)}</p>");
        }
    }

    private void WriteRelations(string prefix, ImmutableArray<Dependence> relations)
    {
        for (int i = 0; i < relations.Length; i++)
        {
            Dependence relation = relations[i];
            string strength = relation.Strength == Strength.Proven ? "proven" : "probable";
            Line($"<details class=\"relation {strength}\" id=\"{prefix}-e{i + 1}\">");
            Line($"<summary>{HtmlText.Of(BriefingWords.Relation(relation, List))}<span class=\"grounds\">{HtmlText.Escaped(BriefingWords.Grounds(relation))}</span></summary>");
            foreach (Evidence evidence in relation.Evidence)
            {
                WriteEvidence(evidence);
            }

            Line($"<p class=\"faint\">Found by the rule “{HtmlText.Escaped(ForeignText.OneLine(relation.Rule))}”.</p>");
            Line("</details>");
        }
    }

    private void WriteEvidence(Evidence evidence)
    {
        string detail = ForeignText.OneLine(evidence.Detail);
        string kind = ForeignText.OneLine(evidence.Kind).Replace('-', ' ');
        Line($"<p class=\"ground\">{HtmlText.Escaped(detail.Length > 0 ? detail : kind)}</p>");
        Line("<div class=\"sides\">");
        foreach ((string id, ImmutableArray<TextSpan> spans) in evidence.Spans.Where(s => List.NumberOf(s.Key) > 0).OrderBy(s => List.NumberOf(s.Key)))
        {
            Document document = List.TryFind(id)!;
            const int Shown = 3;
            foreach (TextSpan span in spans.Take(Shown))
            {
                if (Excerpt.TryAt(document, span) is { } excerpt)
                {
                    Line($"<figure><blockquote><bdi>{HtmlText.Escaped(excerpt.Before)}<mark>{HtmlText.Escaped(excerpt.Words)}</mark>{HtmlText.Escaped(excerpt.After)}</bdi></blockquote>"
                        + $"<figcaption>{HtmlText.Foreign(ReportList.NameOf(document))} {HtmlText.Cite(List.Cite(id, span))}</figcaption></figure>");
                }
            }

            if (spans.Length > Shown)
            {
                Line($"<p class=\"faint\">and {BriefingWords.Count(spans.Length - Shown, "more place")} in {HtmlText.Cite(List.Cite(id))}</p>");
            }
        }

        Line("</div>");
    }

    private void WriteQuotations(StoryOutline story)
    {
        if (story.Quotations.IsEmpty)
        {
            return;
        }

        Line("<h3>One quotation in several reports</h3>");
        if (story.Quotations.Any(q => q.Edits.Length > 0))
        {
            Line(FamilyHtml.Key);
        }

        foreach (WordingTable quotation in story.Quotations)
        {
            FamilyHtml.Write(_writer, quotation, List, level: 4);
        }
    }

    private static string Sample(string kind, bool withHead) =>
        $"<svg class=\"sample\" viewBox=\"0 0 34 12\" width=\"34\" height=\"12\" aria-hidden=\"true\"><g class=\"edge {kind}\"><path class=\"line\" d=\"M1 6H{(withHead ? 26 : 33)}\"/>"
        + (withHead ? "<path class=\"head\" d=\"M33 6l-8 -4v8z\"/>" : "") + "</g></svg>";
}
