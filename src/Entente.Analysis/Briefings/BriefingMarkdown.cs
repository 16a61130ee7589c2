using System.Collections.Immutable;
using Entente.Analysis.Lineage;
using Entente.Analysis.Text;

namespace Entente.Analysis.Briefings;

/// <summary>A briefing as Markdown, to paste into an issue, a wiki or a note.</summary>
public sealed class BriefingMarkdown
{
    private readonly BriefingOutline _outline;
    private readonly TextWriter _writer;

    private BriefingMarkdown(Briefing briefing, TextWriter writer)
    {
        _outline = new BriefingOutline(briefing);
        _writer = writer;
    }

    private ReportList List => _outline.List;

    public static void Write(Briefing briefing, TextWriter writer) => new BriefingMarkdown(briefing, writer).Write();

    private void Write()
    {
        Line("# Briefing");
        Line();
        foreach (Phrase line in BriefingWords.Summary(_outline))
        {
            Item(line);
        }

        foreach (StoryOutline story in _outline.Stories)
        {
            WriteStory(story);
        }

        if (!_outline.Alone.IsEmpty)
        {
            Heading(2, "Reports that share no story with another");
            WriteReports(_writer, _outline.Alone, List);
            if (!_outline.AloneRelations.IsEmpty)
            {
                Line();
                WriteRelations(_outline.AloneRelations);
            }
        }

        Section(2, "Credited and not in the pile", _outline.MissingSources.Select(m => BriefingWords.Missing(m, List)));
        Section(2, "Set apart", BriefingWords.SetApart(_outline), _outline.WithComments.IsEmpty ? null : BriefingWords.CommentsApart);
        Section(2, "Set aside", _outline.Unread.Concat(_outline.Notes).Select(d => Phrase.Of(BriefingWords.Trouble(d))));
        Section(2, "Read with trouble", BriefingWords.ReadWithTrouble(_outline));
        Section(2, "Looked at and not believed", _outline.Briefing.Rejected.Select(m => BriefingWords.NotBelieved(m, List)));
    }

    private void WriteStory(StoryOutline story)
    {
        Heading(2, MarkdownText.Escaped($"Story {story.Number}: {story.Title}"));
        Line(MarkdownText.Escaped(BriefingWords.Period(story.Reports)));
        Line();
        WriteReports(_writer, story.Reports, List);
        if (story.Relations.Length > 0 || story.Unlinked.Length > 0)
        {
            Heading(3, "Who relies on whom");
            WriteRelations(story.Relations);
            if (story.Unlinked.Length > 0)
            {
                Item(Phrase.Of(BriefingWords.NoLinkFound).CiteAll(story.Unlinked.Select(d => List.Cite(d.Id))));
            }
        }

        Section(3, "Followed back", story.Chains.Select(c => BriefingWords.Chain(c, List)).Concat(story.Chains.Take(1).Select(_ => Phrase.Of(BriefingWords.ChainsSay))));
        WriteQuotations(story.Quotations);
    }

    internal static void WriteReports(TextWriter writer, ImmutableArray<Document> reports, ReportList list)
    {
        writer.Write("| No. | Outlet | Date as stated | Headline | File |\n| --: | --- | --- | --- | --- |\n");
        foreach (Document report in reports)
        {
            string file = report.Path is null ? "standard input" : ForeignText.OneLine(report.Path);
            writer.Write($"| {list.NumberOf(report.Id)} | {MarkdownText.Escaped(ReportList.NameOf(report))} | {MarkdownText.Escaped(ReportList.DateOf(report))} "
                + $"| {MarkdownText.Link(BriefingWords.HeadlineOf(report), report.Url)} | {MarkdownText.Escaped(file)} |\n");
        }
    }

    private void WriteRelations(ImmutableArray<Dependence> relations)
    {
        foreach (Dependence relation in relations)
        {
            Item(BriefingWords.Relation(relation, List).Say(": " + BriefingWords.Grounds(relation)));
            foreach (Evidence evidence in relation.Evidence)
            {
                Item(BriefingWords.Grounds(evidence, List, 240), "  ");
            }
        }
    }

    private void WriteQuotations(ImmutableArray<WordingTable> quotations)
    {
        if (quotations.IsEmpty)
        {
            return;
        }

        Heading(3, "One quotation in several reports");
        if (quotations.Any(q => q.Edits.Length > 0))
        {
            Line(MarkdownText.Escaped(FamilyWords.Key) + ".");
            Line();
        }

        foreach (WordingTable quotation in quotations)
        {
            FamilyMarkdown.Write(_writer, quotation, List);
        }
    }

    private void Section(int level, string heading, IEnumerable<Phrase> lines, string? remark = null)
    {
        Phrase[] all = [.. lines];
        if (all.Length == 0)
        {
            return;
        }

        Heading(level, heading);
        foreach (Phrase line in all)
        {
            Item(line);
        }

        if (remark is not null)
        {
            Line();
            Line(remark);
        }
    }

    private void Heading(int level, string markdown)
    {
        Line();
        Line(new string('#', level) + " " + markdown);
        Line();
    }

    private void Item(Phrase phrase, string indent = "") => Line($"{indent}- {MarkdownText.Of(phrase)}");

    private void Line(string markdown = "")
    {
        _writer.Write(markdown);
        _writer.Write('\n');
    }
}
