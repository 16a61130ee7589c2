using System.Collections.Immutable;
using Entente.Analysis.Attributions;
using Entente.Analysis.Lineage;
using Entente.Analysis.Text;
using Entente.Analysis.Tracing;

namespace Entente.Analysis.Briefings;

/// <summary>One row of two reports side by side: a passage in both columns, or a stretch in one of them.</summary>
/// <param name="Passage">Null for a stretch that one report has alone. With one side empty, the passage stands in another order there.</param>
internal sealed record ComparisonRow(AlignedPassage? Passage, TextPiece? First, TextPiece? Second);

/// <summary>Two reports side by side in the order they are read: worded once for every form they are printed in.</summary>
internal sealed class ComparisonOutline
{
    public const string NothingFound = "No credit or copied text found that joins the two. That does not make them independent.";

    public ComparisonOutline(ReportComparison comparison)
    {
        Comparison = comparison;
        List = new ReportList(new[] { comparison.First, comparison.Second }.Select(r => new DocumentFindings(new TokenizedDocument(r.Document, [], []), [])));
        Rows = [.. RowsOf(comparison)];
        Shared = [.. WordsShared()];
        Joins = [.. WordsOnJoins()];
    }

    public ReportComparison Comparison { get; }

    public ReportList List { get; }

    public ImmutableArray<ComparisonRow> Rows { get; }

    /// <summary>Who published when, and how much of each stands in the other.</summary>
    public ImmutableArray<Phrase> Shared { get; }

    /// <summary>What joins the two: credits, dependences with their evidence, near misses.</summary>
    public ImmutableArray<TraceEntry> Joins { get; }

    public Phrase Name(ComparedReport report) => new Phrase().Cite(List.Cite(report.Document.Id)).Say(" ").Name(ReportList.NameOf(report.Document))
        .Say($", {ReportList.DateOf(report.Document)}: {BriefingWords.HeadlineOf(report.Document)}");

    /// <summary>What a passage is, in a line.</summary>
    public static string Title(AlignedPassage passage) => $"Passage {passage.Number}: {Count(passage)}"
        + (passage.IsMoved ? "; in another order in [2]" : "");

    private static string Count(AlignedPassage passage) => BriefingWords.Count(passage.Words, "word") + " alike" + (passage.InQuotation ? ", all inside quotation marks"
        : passage.WordsOutsideQuotation == passage.Words ? "" : $", {passage.WordsOutsideQuotation} outside quotation marks");

    /// <summary>The edits of a passage, those that bear on the meaning first.</summary>
    /// <param name="withForm">Whether differences of spelling and punctuation are among them.</param>
    public IEnumerable<TraceRemark> Edits(AlignedPassage passage, bool withForm) => passage.Edits
        .Where(e => withForm || !IsForm(e))
        .OrderByDescending(e => e.MeaningBearing)
        .Select(e => new TraceRemark(BriefingWords.Edit(new SharedEdit(e.Kind, e.MeaningBearing, ForeignText.OneLine(e.From), ForeignText.OneLine(e.To),
            List.Cite(Comparison.First.Document.Id, e.FromSpan), [List.Cite(Comparison.Second.Document.Id, e.ToSpan)])), e.MeaningBearing));

    public static bool IsForm(WordEdit edit) => edit.Kind is EditKind.Spelling or EditKind.Punctuation;

    /// <summary>The words of a piece, paragraph by paragraph, with those that the other report words differently marked.</summary>
    /// <param name="withForm">Whether differences of spelling and punctuation are marked too.</param>
    public ImmutableArray<ImmutableArray<WordingPiece>> Words(TextPiece piece, bool isFirst, bool withForm)
    {
        Document document = (isFirst ? Comparison.First : Comparison.Second).Document;
        IEnumerable<WordEdit> edits = piece.Passage is { } number ? Comparison.Passages[number - 1].Edits.Where(e => withForm || !IsForm(e)) : [];
        WordingTable.Difference[] differences = [.. edits.Select(e => new WordingTable.Difference(document.Id, isFirst ? e.FromSpan : e.ToSpan, "", e.MeaningBearing, WordingMark.ChangedElsewhere))];
        return [.. piece.Spans.Select(s => WordingTable.Pieces(document.Text, [s], differences.Where(d => s.Contains(d.Here))))];
    }

    private static IEnumerable<ComparisonRow> RowsOf(ReportComparison comparison)
    {
        Queue<TextPiece> first = new(comparison.First.Pieces), second = new(comparison.Second.Pieces);
        while (first.Count + second.Count > 0)
        {
            while (first.TryPeek(out TextPiece? piece) && !IsAnchor(piece))
            {
                yield return new ComparisonRow(Of(first.Dequeue()), piece, null);
            }

            while (second.TryPeek(out TextPiece? piece) && !IsAnchor(piece))
            {
                yield return new ComparisonRow(Of(second.Dequeue()), null, piece);
            }

            // Passages that are not moved come in the same order on both sides.
            if (first.TryDequeue(out TextPiece? here))
            {
                yield return new ComparisonRow(Of(here), here, second.Dequeue());
            }
        }

        bool IsAnchor(TextPiece piece) => Of(piece) is { IsMoved: false };

        AlignedPassage? Of(TextPiece piece) => piece.Passage is { } number ? comparison.Passages[number - 1] : null;
    }

    private IEnumerable<Phrase> WordsShared()
    {
        yield return Phrase.Of(Comparison.FirstIsEarlier switch
        {
            true => "[1] was published before [2].",
            false => "[2] was published before [1].",
            _ => "Which was published first is not known: " + (Comparison.First.Document.Published is null || Comparison.Second.Document.Published is null
                ? "not both are dated." : "the stated times overlap."),
        });
        int moved = Comparison.Passages.Count(p => p.IsMoved);
        if (Comparison.Passages.IsEmpty)
        {
            yield return Phrase.Of("They share no twelve words in a row, and no quotation.");
        }
        else
        {
            yield return Phrase.Of($"{BriefingWords.Count(Comparison.Passages.Length, "shared passage")}"
                + (moved > 0 ? $", {moved} of them in another order in [2]" : "") + $": {Part(Comparison.First, 1)}, {Part(Comparison.Second, 2)}. "
                + $"{Comparison.WordsInQuotation} of the shared words stand inside quotation marks in both, {Comparison.WordsOutsideQuotation} do not.");
        }

        WordEdit[] edits = [.. Comparison.Passages.SelectMany(p => p.Edits)];
        if (edits.Length > 0)
        {
            int bearing = edits.Count(e => e.MeaningBearing), form = edits.Count(IsForm), wording = edits.Length - bearing - edits.Count(e => IsForm(e) && !e.MeaningBearing);
            Phrase found = Phrase.Of("Between the words that they share: ");
            found = bearing == 0 ? found.Say("no edit that bears on the meaning") : found.Alert(BriefingWords.Count(bearing, "edit")).Say(bearing == 1 ? " that bears on the meaning" : " that bear on the meaning");
            yield return found.Say(wording > 0 ? $", {wording} of wording" : "").Say(form > 0 ? $", {form} of spelling or punctuation." : ".");
        }

        static string Part(ComparedReport report, int number) => $"{report.SharedWords} of {BriefingWords.Count(report.Words, "word")} of [{number}] ({report.Share * 100:0}\u00A0%)";
    }

    private IEnumerable<TraceEntry> WordsOnJoins()
    {
        bool isJoined = Comparison.Dependences.Any(d => !d.FromIsOutlet);
        foreach (Dependence dependence in Comparison.Dependences)
        {
            yield return TraceOutline.Entry(dependence, dependence.Evidence, List);
        }

        foreach ((ComparedReport from, ComparedReport to) in new[] { (Comparison.First, Comparison.Second), (Comparison.Second, Comparison.First) })
        {
            if (!from.CreditsToOther.IsEmpty && !isJoined)
            {
                yield return Plain(new Phrase().Cite(List.Cite(from.Document.Id)).Say(" names the outlet of ").Cite(List.Cite(to.Document.Id)).Say(": ")
                    .Quote(List.WordsAt(from.Document.Id, from.CreditsToOther[0].Span)));
            }
        }

        if (Comparison.First.CreditsToOther.IsEmpty && Comparison.Second.CreditsToOther.IsEmpty)
        {
            yield return Plain(Phrase.Of("Neither names the other's outlet as a source."));
        }

        foreach (NearMiss miss in Comparison.NearMisses)
        {
            yield return Plain(Phrase.Of("Looked at and not believed: ").Then(BriefingWords.NotBelieved(miss, List)));
        }

        foreach (Document report in new[] { Comparison.First.Document, Comparison.Second.Document }.Where(d => d.Language != "en"))
        {
            yield return Plain(new Phrase().Cite(List.Cite(report.Id)).Say($" is not known to be in English ({LanguageName.Of(report.Language)}): its quotations and what it relies on were not analysed."));
        }

        if (!isJoined && Comparison.NearMisses.IsEmpty)
        {
            yield return Plain(Phrase.Of(NothingFound));
        }
    }

    private static TraceEntry Plain(Phrase phrase) => new(phrase, [], false, []);
}
