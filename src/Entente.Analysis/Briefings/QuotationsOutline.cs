using System.Collections.Immutable;
using Entente.Analysis.Attributions;
using Entente.Analysis.Text;
using Entente.Analysis.Tracing;

namespace Entente.Analysis.Briefings;

/// <summary>A quotation that several reports carry, with what there is to say of it besides the vote.</summary>
internal sealed record QuotedFamily(WordingTable Table, ImmutableArray<Phrase> More);

/// <summary>Words that one report alone gives, with speaker, recipient and place.</summary>
/// <param name="IsQuoted">Whether they stand between quotation marks there.</param>
internal sealed record QuotedOnce(Phrase Speaker, string Words, bool IsQuoted, Citation Place);

/// <summary>What one report alone quotes or reports.</summary>
internal sealed record QuotingReport(Document Document, ImmutableArray<QuotedOnce> Quotations);

/// <summary>The quotations of a pile in the order they are read: worded once for every form they are printed in.</summary>
internal sealed class QuotationsOutline
{
    public const string InSeveral = "Quotations in several reports";
    public const string InOne = "Quotations in one report";
    public const string WithoutMarks = "Reported without quotation marks";

    private readonly CollectedQuotations _found;

    public QuotationsOutline(CollectedQuotations found)
    {
        _found = found;
        List = new ReportList(ReportList.InOrderOfTime(found.All.Select(q => q.Document).DistinctBy(d => d.Id, StringComparer.Ordinal).OrderBy(d => d.Path, StringComparer.Ordinal).ThenBy(d => d.Id, StringComparer.Ordinal)
            .Select(d => new DocumentFindings(new TokenizedDocument(d, [], []), []))));
        Families =
        [
            .. found.Families.Select(f => new QuotedFamily(WordingTable.Of(f.Family, List), [.. More(f)]))
                .OrderByDescending(f => f.Table.IsAltered).ThenByDescending(f => f.Table.ReportCount),
        ];
        Alone = ByReport(found.Alone);
        Reported = ByReport(found.Reported);
        Summary = [.. Summarised()];
    }

    public ReportList List { get; }

    public ImmutableArray<Phrase> Summary { get; }

    /// <summary>Those with an edit that changes what was said first, then those that most reports carry.</summary>
    public ImmutableArray<QuotedFamily> Families { get; }

    public ImmutableArray<QuotingReport> Alone { get; }

    public ImmutableArray<QuotingReport> Reported { get; }

    public ImmutableArray<Document> Reports => [.. List.Reports.Select(r => r.Document)];

    /// <summary>What was asked for, as a title.</summary>
    public string Title
    {
        get
        {
            string title = "Quotations";
            title += _found.Filter.Speaker is { } speaker ? $" of “{Shown(speaker)}”" : "";
            return title + (_found.Filter.Said is { } said ? $" with “{Shown(said)}”" : "");

            static string Shown(string asked) => ForeignText.Shortened(ForeignText.OneLine(asked), 60);
        }
    }

    public bool IsMarked => Families.Any(f => f.Table.Edits.Length > 0);

    /// <summary>A report by its number, name, date and headline.</summary>
    public Phrase Name(Document report) => new Phrase().Cite(List.Cite(report.Id)).Say(" ").Name(ReportList.NameOf(report))
        .Say($", {ReportList.DateOf(report)}: {BriefingWords.HeadlineOf(report)}");

    private IEnumerable<Phrase> Summarised()
    {
        string searched = BriefingWords.Count(_found.Searched, "report");
        bool isFiltered = _found.Filter is not { Speaker: null, Said: null };
        if (_found.IsEmpty)
        {
            yield return Phrase.Of($"{(isFiltered ? "No such quotation" : "No quotation")} in {searched}.");
        }
        else
        {
            int quotations = Families.Length + _found.Alone.Length;
            Phrase count = Phrase.Of($"{BriefingWords.Count(quotations, "quotation")} in {(Reports.Length < _found.Searched ? $"{Reports.Length} of {searched}" : searched)}");
            count.Say(Families.Length > 0 ? $"; {Families.Length} {(Families.Length == 1 ? "stands" : "stand")} in several reports." : ".");
            yield return _found.Reported.IsEmpty ? count : count.Say($" Without marks: {_found.Reported.Length}.");
            int altered = Families.Count(f => f.Table.IsAltered), contested = _found.Families.Count(f => f.Family.Vote.Standing == SpeakerStanding.Contested);
            if (altered > 0)
            {
                yield return Phrase.Of("In ").Alert($"{altered}").Say(" an edit changes what was said.");
            }

            if (contested > 0)
            {
                yield return Phrase.Of("Of ").Alert($"{contested}").Say(" the speaker is contested: reports name different ones, and none has the most votes.");
            }

            int elsewhere = _found.Families.SelectMany(f => f.Members).Count(m => m.Known == SpeakerKnown.NamedElsewhere);
            if (elsewhere > 0)
            {
                yield return Phrase.Of($"{BriefingWords.Count(elsewhere, "place names", "places name")} no speaker where another report of the same quotation does.");
            }
        }

        if (_found.NotAnalysed > 0)
        {
            yield return Phrase.Of($"{BriefingWords.Count(_found.NotAnalysed, "report")} not known to be in English: not looked through.");
        }
    }

    /// <summary>To whom it was said, and whom a report means by a pronoun or a role that it resolves.</summary>
    private IEnumerable<Phrase> More(CollectedFamily family)
    {
        Phrase? recipients = null;
        foreach (IGrouping<string, FoundQuotation> told in family.Members.Where(m => m.Recipient is not null).GroupBy(m => ForeignText.OneLine(m.Recipient), StringComparer.OrdinalIgnoreCase))
        {
            recipients = (recipients is null ? Phrase.Of("said to ") : recipients.Say("; to ")).Say(told.Key).CiteAll(told.Select(m => List.Cite(m.Document.Id, m.Attribution.Recipient[0])).Distinct());
        }

        if (recipients is not null)
        {
            yield return recipients;
        }

        foreach (FoundQuotation resolved in family.Members.Where(m => m.Known == SpeakerKnown.Resolved).DistinctBy(m => m.Document.Id))
        {
            yield return new Phrase().Speech(ForeignText.OneLine(resolved.Stated!.Words)).Say(" is ").Say(ForeignText.OneLine(resolved.Stated.Resolved)).Say(" in").CiteAll([List.Cite(resolved.Document.Id, resolved.Stated.Spans[0])]);
        }
    }

    private ImmutableArray<QuotingReport> ByReport(ImmutableArray<FoundQuotation> quotations) =>
    [
        .. quotations.GroupBy(q => q.Document.Id, StringComparer.Ordinal).OrderBy(g => List.NumberOf(g.Key))
            .Select(g => new QuotingReport(g.First().Document, [.. g.OrderBy(q => q.Words[0].Start).Select(Once)])),
    ];

    private QuotedOnce Once(FoundQuotation quotation)
    {
        Phrase speaker = quotation switch
        {
            { Stated: null } => new Phrase().Faint("speaker not stated"),
            { Stated: { Resolved: { } meant } stated } => Phrase.Of(ForeignText.OneLine(meant)).Faint($" (“{ForeignText.OneLine(stated.Words)}” there)"),
            { Stated: { Kind: SourceKind.Pronoun } stated } => Phrase.Of($"“{ForeignText.OneLine(stated.Words)}”").Faint("; who that is was not resolved"),
            { Stated: { } stated } => Phrase.Of(ForeignText.OneLine(stated.Words)),
        };
        speaker.Say(quotation.Recipient is { } recipient ? $", to {ForeignText.OneLine(recipient)}" : "");
        bool isQuoted = quotation.Attribution.Mode != AttributionMode.Indirect;
        string words = ForeignText.OneLine(string.Concat(WordingTable.Pieces(quotation.Document.Text, quotation.Words, []).Select(p => p.Text)));
        return new QuotedOnce(Certainty(quotation.Attribution.Certainty) is { } certainty ? speaker.Faint($" ({certainty})") : speaker, words, isQuoted, List.Cite(quotation.Document.Id, quotation.Words[0]));
    }

    /// <summary>Null for what is plainly attributed.</summary>
    private static string? Certainty(Certainty certainty) => certainty is Attributions.Certainty.Attributed or Attributions.Certainty.Asserted ? null : certainty.ToString().ToLowerInvariant();
}
