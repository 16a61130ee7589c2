using System.Collections.Immutable;
using Entente.Analysis.Attributions;
using Entente.Analysis.Lineage;
using Entente.Analysis.Text;

namespace Entente.Analysis.Briefings;

/// <summary>A briefing for a terminal: what <c>entente brief</c> prints.</summary>
public sealed class BriefingText
{
    private readonly BriefingOutline _outline;
    private readonly BriefingLength _length;
    private readonly TerminalPage _page;

    private BriefingText(Briefing briefing, TextWriter writer, BriefingTextOptions options)
    {
        _outline = new BriefingOutline(briefing);
        _length = options.Length;
        _page = new TerminalPage(writer, Math.Clamp(options.Width, 30, 500), options.Color);
    }

    private ReportList List => _outline.List;

    public static void Write(Briefing briefing, TextWriter writer, BriefingTextOptions options) => new BriefingText(briefing, writer, options).Write();

    private void Write()
    {
        foreach (Phrase line in BriefingWords.Summary(_outline))
        {
            _page.Line(0, 2, line);
        }

        foreach (StoryOutline story in _outline.Stories)
        {
            WriteStory(story);
        }

        WriteAlone();
        Section("Credited and not in the pile", _outline.MissingSources.Select(m => BriefingWords.Missing(m, List)));
        Section("Set apart", BriefingWords.SetApart(_outline), _outline.WithComments.IsEmpty ? null : BriefingWords.CommentsApart);
        Section("Set aside", _outline.Unread.Concat(_outline.Notes).Select(d => Phrase.Of(BriefingWords.Trouble(d))));
        Section("Read with trouble", BriefingWords.ReadWithTrouble(_outline));
        WriteNotBelieved();
    }

    private void WriteStory(StoryOutline story)
    {
        _page.Blank();
        _page.Line(0, 2, new Phrase().Name($"Story {story.Number}: {story.Title}"));
        _page.Line(0, 2, new Phrase().Faint(BriefingWords.Period(story.Reports)));
        _page.Blank();
        WriteReports(story.Reports);
        if (story.Relations.Length > 0 || story.Unlinked.Length > 0)
        {
            _page.Blank();
            _page.Heading("Who relies on whom", 2);
            WriteRelations(story.Relations);
            if (story.Unlinked.Length > 0)
            {
                _page.Line(4, 6, Phrase.Of(BriefingWords.NoLinkFound).CiteAll(story.Unlinked.Select(d => List.Cite(d.Id))));
            }
        }

        if (story.Chains.Length > 0 && _length != BriefingLength.Short)
        {
            _page.Blank();
            _page.Heading("Followed back", 2);
            foreach (CreditChain chain in story.Chains)
            {
                _page.Line(4, 6, BriefingWords.Chain(chain, List));
            }

            _page.Line(4, 6, new Phrase().Faint(BriefingWords.ChainsSay));
        }

        WriteQuotations(story.Quotations);
    }

    private void WriteReports(ImmutableArray<Document> reports) => ReportLines.Write(_page, reports, List, withWhereabouts: _length == BriefingLength.Full);

    private void WriteRelations(ImmutableArray<Dependence> relations)
    {
        foreach (Dependence relation in relations)
        {
            Phrase head = BriefingWords.Relation(relation, List);
            if (_length == BriefingLength.Short || relation.Evidence.IsEmpty)
            {
                _page.Line(4, 6, head.Say(": " + BriefingWords.Grounds(relation)));
                continue;
            }

            _page.Line(4, 6, head);
            Phrase line = Phrase.Of(BriefingWords.Grounds(relation) + ": ");
            foreach (Evidence evidence in relation.Evidence.Where((e, i) => i < 2 || e.Kind == "edit" || _length == BriefingLength.Full))
            {
                _page.Line(6, 8, line.Then(BriefingWords.Grounds(evidence, List, _length == BriefingLength.Full ? 400 : 120)));
                line = Phrase.Of("also: ");
            }
        }
    }

    private void WriteQuotations(ImmutableArray<WordingTable> quotations)
    {
        ImmutableArray<WordingTable> shown = _length == BriefingLength.Short ? [.. quotations.Where(q => q.IsAltered)] : quotations;
        if (shown.IsEmpty)
        {
            return;
        }

        _page.Blank();
        _page.Heading("One quotation in several reports", 2);
        foreach (WordingTable quotation in shown)
        {
            string words = string.Concat(quotation.Wordings[0].Pieces.Select(p => p.Text));
            _page.Line(4, 6, new Phrase().Speech(ForeignText.Shortened(words, _length == BriefingLength.Full ? 2_000 : 240))
                .Say(" – ").Then(FamilyWords.Speaker(quotation)).CiteAll(quotation.Wordings.SelectMany(w => w.Citations).Distinct()));
            if (FamilyWords.Vote(quotation, List) is { } vote)
            {
                _page.Line(6, 8, Phrase.Of("· speaker: ").Then(vote));
            }

            if (_length == BriefingLength.Full && quotation.Wordings.Length > 1)
            {
                foreach (Wording wording in quotation.Wordings)
                {
                    _page.Line(6, 8, Phrase.Of("· ").Then(FamilyWords.Marked(wording)));
                }
            }

            foreach (SharedEdit edit in quotation.Edits.Where(e => e.MeaningBearing || _length == BriefingLength.Full || (e.Kind == EditKind.Alias && _length == BriefingLength.Normal)))
            {
                _page.Line(6, 8, (edit.MeaningBearing ? new Phrase().Alert("!").Say(" ") : Phrase.Of("· ")).Then(BriefingWords.Edit(edit)));
            }

            int small = quotation.Edits.Count(e => !e.MeaningBearing && e.Kind != EditKind.Alias);
            if (small > 0 && _length == BriefingLength.Normal)
            {
                _page.Line(6, 8, new Phrase().Faint($"· {BriefingWords.Count(small, "edit")} of spelling or form"));
            }
        }
    }

    private void WriteAlone()
    {
        if (_outline.Alone.IsEmpty)
        {
            return;
        }

        _page.Blank();
        _page.Heading("Reports that share no story with another");
        WriteReports(_outline.Alone);
        WriteRelations(_outline.AloneRelations);
    }

    private void WriteNotBelieved()
    {
        ImmutableArray<NearMiss> misses = _outline.Briefing.Rejected;
        if (misses.IsEmpty)
        {
            return;
        }

        if (_length == BriefingLength.Full)
        {
            Section("Looked at and not believed", misses.Select(m => BriefingWords.NotBelieved(m, List)));
            return;
        }

        _page.Blank();
        _page.Line(0, 2, new Phrase().Faint($"{BriefingWords.Count(misses.Length, "near miss", "near misses")} looked at and not believed: listed at full length."));
    }

    private void Section(string heading, IEnumerable<Phrase> lines, string? remark = null)
    {
        Phrase[] all = [.. lines];
        if (all.Length == 0)
        {
            return;
        }

        _page.Blank();
        _page.Heading(heading);
        foreach (Phrase line in all)
        {
            _page.Line(2, 4, line);
        }

        if (remark is not null)
        {
            _page.Line(2, 4, new Phrase().Faint(remark));
        }
    }
}
