using System.Collections.Immutable;
using Entente.Analysis.Attributions;
using Entente.Analysis.Lineage;
using Entente.Analysis.Text;
using Entente.Analysis.Tracing;

namespace Entente.Analysis.Briefings;

/// <summary>One finding of a trace: a line that says what it is, the words of a report if it has any, and what there is to say about them.</summary>
/// <param name="Words">The words as they stand in the report, with what is worded differently in the appearance they are measured from.</param>
internal sealed record TraceEntry(Phrase Head, ImmutableArray<WordingPiece> Words, bool InQuotation, ImmutableArray<TraceRemark> Remarks);

/// <param name="Bears">Whether it tells of an edit that changes what was said.</param>
internal readonly record struct TraceRemark(Phrase Phrase, bool Bears = false);

/// <summary>A part of a trace under one heading.</summary>
internal sealed record TraceSection(string Id, string Heading, string? Remark, ImmutableArray<TraceEntry> Entries);

/// <summary>A trace in the order it is read: worded once for every form it is printed in.</summary>
internal sealed class TraceOutline
{
    private const int MostWordsShown = 600;
    private readonly SentenceTrace _trace;

    public TraceOutline(SentenceTrace trace)
    {
        _trace = trace;
        List = new ReportList(trace.Appearances.Concat(trace.Apart).Select(a => a.Document).Concat(trace.Named).Concat(trace.Rejected.Select(r => r.Document))
            .Select(d => new DocumentFindings(new TokenizedDocument(d, [], []), [])));
        Sentence = ForeignText.Shortened(ForeignText.OneLine(trace.Sentence), MostWordsShown);
        Summary = [.. Summarised()];
        Sections = [.. Sectioned().Where(s => !s.Entries.IsEmpty)];
    }

    public ReportList List { get; }

    public string Sentence { get; }

    public ImmutableArray<Phrase> Summary { get; }

    public ImmutableArray<TraceSection> Sections { get; }

    /// <summary>Reports that are named, by number.</summary>
    public IEnumerable<Document> Reports => List.Reports.Select(r => r.Document);

    private IEnumerable<Phrase> Summarised()
    {
        int reports = _trace.Appearances.Select(a => a.Document.Id).Distinct(StringComparer.Ordinal).Count();
        if (reports == 0)
        {
            yield return Phrase.Of(_trace.Rejected.IsEmpty ? "No report holds it, and none comes near." : "No report holds it. The nearest places are listed below.");
        }
        else
        {
            int undated = _trace.Appearances.Where(a => a.Document.Published is null).Select(a => a.Document.Id).Distinct(StringComparer.Ordinal).Count();
            int places = _trace.Appearances.Length;
            int altered = _trace.Appearances.Count(a => a.Edits.Any(e => e.MeaningBearing));
            Phrase found = Phrase.Of(BriefingWords.Count(reports, "report holds it", "reports hold it") + (places > reports ? $", in {places} places" : "") + (undated > 0 ? $"; {undated} undated" : "") + ".");
            yield return altered == 0 ? found : found.Say(" In ").Alert($"{altered}").Say(altered == 1 ? " an edit changes what was said." : " edits change what was said.");
            yield return Concluded();
        }

        int comments = _trace.Apart.Count(a => a.Block == BlockKind.Comment);
        if (comments > 0)
        {
            yield return Phrase.Of($"It {(reports > 0 ? "also " : "")}stands in {BriefingWords.Count(comments, "reader comment")}, which {(comments == 1 ? "counts" : "count")} for nothing.");
        }
    }

    private Phrase Concluded()
    {
        Phrase phrase = Phrase.Of("Most likely origin: ");
        return _trace.Origin switch
        {
            { Kind: OriginKind.Document, Document: { } id } => phrase.Then(BriefingWords.Party(id, List)).Say("."),
            { Kind: OriginKind.MissingSource, Outlet: { } outlet } => phrase.Name(ForeignText.OneLine(outlet)).Faint(" (its report with these words is not in the pile)").Say("."),
            { Kind: OriginKind.Occasion } => phrase.Alert("an occasion open to many").Say("."),
            _ => phrase.Alert("unknown").Say("."),
        };
    }

    private IEnumerable<TraceSection> Sectioned()
    {
        Appearance[] dated = [.. _trace.Appearances.Where(a => a.Step is not null)];
        bool isSure = dated.GroupBy(a => a.Step).All(g => g.Select(a => a.Document.Id).Distinct().Count() == 1);
        yield return new TraceSection("dated", "Appearances, oldest first",
            isSure ? null : "Days last fifty hours around the world; reports marked ~ overlap in time with the one above them, and either may be the earlier.",
            [.. dated.Select((a, i) => Entry(a, i > 0 && dated[i - 1].Step == a.Step && dated[i - 1].Document.Id != a.Document.Id))]);
        yield return new TraceSection("undated", "Undated appearances", "These reports do not say when they were published; they may be older or newer than any other.",
            [.. _trace.Appearances.Where(a => a.Step is null).Select(a => Entry(a, false))]);
        yield return new TraceSection("apart", "In comments and outside the reporting", "No evidence: whoever writes there may have read it in any of the reports.",
            [.. _trace.Apart.Select(a => Entry(a, false))]);
        yield return new TraceSection("origin", "Where it comes from", null, _trace.Appearances.IsEmpty ? [] : [Plain(Phrase.Of(ForeignText.OneLine(_trace.Origin.Why))), .. Some(_trace.Origin.Evidence, Entry)]);
        yield return new TraceSection("chains", "Credits followed back", BriefingWords.ChainsSay, [.. _trace.Chains.Select(c => Plain(BriefingWords.Chain(c, List)))]);
        yield return new TraceSection("unjoined", "Joins looked at and not believed", null, [.. Some(_trace.NearMisses, m => Plain(BriefingWords.NotBelieved(m, List)))]);
        yield return new TraceSection("rejected", "Places looked at and too far", null, [.. _trace.Rejected.Select(Entry)]);
    }

    /// <summary>A quotation in fifty reports has more than a thousand pairs; no reader wants them all.</summary>
    private static IEnumerable<TraceEntry> Some<T>(ImmutableArray<T> all, Func<T, TraceEntry> entry)
    {
        const int Most = 20;
        IEnumerable<TraceEntry> shown = all.Take(Most).Select(entry);
        return all.Length <= Most ? shown : shown.Append(Plain(new Phrase().Faint($"and {all.Length - Most} more; the JSON has them all")));
    }

    private static TraceEntry Plain(Phrase phrase) => new(phrase, [], false, []);

    private TraceEntry Entry(Appearance appearance, bool overlaps)
    {
        Phrase head = (overlaps ? Phrase.Of("~ ") : new Phrase()).Cite(List.Cite(appearance.Document.Id, appearance.Span)).Say(" ").Name(ReportList.NameOf(appearance.Document))
            .Say($", {ReportList.DateOf(appearance.Document)}: {BriefingWords.HeadlineOf(appearance.Document)}");
        if (!appearance.IsReporting)
        {
            head.Say(" – ").Alert(appearance.Block == BlockKind.Comment ? "reader comment" : appearance.Block == BlockKind.Furniture ? "page furniture" : appearance.Block.ToString().ToLowerInvariant());
            head.Say(appearance.Author is { } author ? " by " + ForeignText.OneLine(author) : "");
        }

        ImmutableArray<WordingPiece> words = WordingTable.Pieces(appearance.Document.Text, appearance.Parts,
            appearance.Edits.Select(e => new WordingTable.Difference(appearance.Document.Id, e.ToSpan, e.From, e.MeaningBearing, WordingMark.Inserted)));
        return new TraceEntry(head, words, appearance.InQuotation, [.. Remarks(appearance)]);
    }

    private IEnumerable<TraceRemark> Remarks(Appearance appearance)
    {
        Phrase how = Phrase.Of($"{(appearance.IsPart ? "a part of it: " : "")}{appearance.Words} {(appearance.Words == 1 ? "word" : "words")} alike ({appearance.Share:P0})".Replace(" %", "\u00A0%", StringComparison.Ordinal));
        if (appearance.IsReporting)
        {
            how.Say(appearance.InQuotation ? "" : appearance.IsPartlyQuoted ? $"; {appearance.QuotedWords} of them inside quotation marks" : "; not inside quotation marks");
            string told = appearance.Attribution is { Recipient.IsEmpty: false } said
                ? " to " + ForeignText.OneLine(string.Join(' ', said.Recipient.Select(r => r.Of(appearance.Document.Text))))
                : "";
            if (appearance.Speaker is { } speaker)
            {
                how.Say($"; said by {ForeignText.OneLine(speaker)}{told}");
            }
            else if (appearance.Pronoun is { } pronoun)
            {
                how.Say($"; said by “{ForeignText.OneLine(pronoun)}”{told}").Faint("; who that is was not resolved");
            }
            else if (appearance.InQuotation)
            {
                how.Say(told.Length > 0 ? "; said" + told : "").Faint("; speaker not stated");
            }
        }

        yield return new TraceRemark(how);
        if (appearance.EditsFrom is not { } from)
        {
            yield break;
        }

        if (appearance.Edits.IsEmpty)
        {
            yield return new TraceRemark(Phrase.Of("worded as in ").Cite(List.Cite(from.Document.Id, from.Span)));
        }

        foreach (WordEdit edit in appearance.Edits.OrderByDescending(e => e.MeaningBearing))
        {
            SharedEdit shared = new(edit.Kind, edit.MeaningBearing, ForeignText.OneLine(edit.From), ForeignText.OneLine(edit.To),
                List.Cite(from.Document.Id, edit.FromSpan), [List.Cite(appearance.Document.Id, edit.ToSpan)]);
            yield return new TraceRemark(BriefingWords.Edit(shared), edit.MeaningBearing);
        }
    }

    /// <summary>A relation with the first of what it rests on.</summary>
    internal static TraceEntry Entry(Dependence relation, IEnumerable<Evidence> evidence, ReportList list) => new(
        BriefingWords.Relation(relation, list).Say(": " + BriefingWords.Grounds(relation)), [], false,
        [.. evidence.Take(2).Select(e => new TraceRemark(BriefingWords.Grounds(e, list, 120)))]);

    private TraceEntry Entry(OriginEvidence evidence)
    {
        if (evidence.Relation is { } relation)
        {
            return Entry(relation, About(relation), List);
        }

        Phrase said = BriefingWords.Party(evidence.Document, List).Say(" " + ForeignText.OneLine(evidence.Detail));
        return Plain(evidence.Spans.IsEmpty ? said : said.Say(" ").Cite(List.Cite(evidence.Document, evidence.Spans[0])));
    }

    /// <summary>What of a relation's evidence has to do with the sentence: the words themselves, and what is stated.</summary>
    private IEnumerable<Evidence> About(Dependence relation)
    {
        Evidence[] about = [.. relation.Evidence.Select(e => e.Kind == "passage" ? Narrowed(e) : e).OfType<Evidence>()];
        return about.Length > 0 ? about : relation.Evidence;
    }

    private Evidence? Narrowed(Evidence evidence)
    {
        ImmutableSortedDictionary<string, ImmutableArray<TextSpan>> spans = evidence.Spans
            .Select(s => KeyValuePair.Create(s.Key, s.Value.Where(span => _trace.Appearances.Any(a => a.Document.Id == s.Key && a.Parts.Any(p => p.Overlaps(span)))).ToImmutableArray()))
            .Where(s => !s.Value.IsEmpty)
            .ToImmutableSortedDictionary(StringComparer.Ordinal);
        return spans.IsEmpty ? null : evidence with { Spans = spans };
    }

    private TraceEntry Entry(RejectedPlace place) => new(
        new Phrase().Cite(List.Cite(place.Document.Id, place.Span)).Say(" ").Name(ReportList.NameOf(place.Document)).Say(place.Block == BlockKind.Comment ? ", reader comment" : "").Say($": {place.Reason}"),
        [new WordingPiece(WordingMark.Same, false, ForeignText.Shortened(ForeignText.OneLine(place.Text), 240))], false, []);
}
