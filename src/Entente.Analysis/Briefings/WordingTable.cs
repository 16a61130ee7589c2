using System.Collections.Immutable;
using Entente.Analysis.Attributions;
using Entente.Analysis.Text;

namespace Entente.Analysis.Briefings;

internal enum WordingMark
{
    /// <summary>As in the wording compared with.</summary>
    Same,
    /// <summary>Only here.</summary>
    Inserted,
    /// <summary>Only in the wording compared with.</summary>
    Deleted,
    /// <summary>In the wording compared with: what another wording changes.</summary>
    ChangedElsewhere,
}

internal readonly record struct WordingPiece(WordingMark Mark, bool MeaningBearing, string Text);

/// <summary>One wording of a quotation, the reports that print it, and how it differs from the first.</summary>
internal sealed record Wording(ImmutableArray<Citation> Citations, ImmutableArray<WordingPiece> Pieces);

/// <summary>A difference between two wordings and all the reports that share it.</summary>
internal sealed record SharedEdit(EditKind Kind, bool MeaningBearing, string From, string To, Citation FromReport, ImmutableArray<Citation> ToReports);

/// <summary>A quotation as several reports print it, side by side: equal wordings in one row, each compared with the first.</summary>
internal sealed record WordingTable(QuotationFamily Family, string? Speaker, ImmutableArray<Wording> Wordings, ImmutableArray<SharedEdit> Edits)
{
    /// <summary>Whether an edit changes what was said.</summary>
    public bool IsAltered => Edits.Any(e => e.MeaningBearing);

    public int ReportCount => Wordings.Sum(w => w.Citations.Length);

    public static WordingTable Of(QuotationFamily family, ReportList list)
    {
        List<(string Text, List<QuotationVariant> Variants)> wordings = [];
        foreach (QuotationVariant variant in family.Variants)
        {
            string text = ForeignText.OneLine(variant.Text);
            List<QuotationVariant>? same = wordings.Find(w => w.Text == text).Variants;
            if (same is null)
            {
                wordings.Add((text, [variant]));
            }
            else
            {
                same.Add(variant);
            }
        }

        string first = family.Variants[0].Document;
        ImmutableArray<Wording>.Builder compared = ImmutableArray.CreateBuilder<Wording>();
        foreach ((string text, List<QuotationVariant> variants) in wordings)
        {
            bool isFirst = compared.Count == 0;
            List<Difference> differences = isFirst ? InFirst(first, family.Edits) : FromFirst(first, variants, family.Edits);
            compared.Add(new Wording(
                [.. variants.Select(v => v.Spans.IsEmpty ? list.Cite(v.Document) : list.Cite(v.Document, v.Spans[0]))],
                Pieces(variants.Find(v => differences.Count == 0 || v.Document == differences[0].Document) ?? variants[0], text, differences, list)));
        }

        return new WordingTable(family, family.Speaker is null ? null : ForeignText.OneLine(family.Speaker), compared.DrainToImmutable(), Shared(family, list));
    }

    /// <summary>A place in one wording and the words that another has there.</summary>
    internal readonly record struct Difference(string Document, TextSpan Here, string There, bool MeaningBearing, WordingMark Mark);

    private static List<Difference> InFirst(string first, ImmutableArray<QuotationEdit> edits) =>
    [
        .. edits.Where(e => e.FromDocument == first && !e.FromSpan.IsEmpty && e.Kind != EditKind.Joined)
            .GroupBy(e => e.FromSpan)
            .Select(g => new Difference(first, g.Key, "", g.Any(e => e.MeaningBearing), WordingMark.ChangedElsewhere)),
    ];

    // Equal wordings have equal edits, so those of the first report that was compared with the first wording stand for all.
    private static List<Difference> FromFirst(string first, List<QuotationVariant> variants, ImmutableArray<QuotationEdit> all)
    {
        // That two are printed as one is said beside the wordings: drawn, it would strike out both.
        QuotationEdit[] edits = [.. all.Where(e => e.Kind != EditKind.Joined)];
        foreach (QuotationVariant variant in variants)
        {
            List<Difference> differences =
            [
                .. edits.Where(e => e.FromDocument == first && e.ToDocument == variant.Document)
                    .Select(e => new Difference(variant.Document, e.ToSpan, e.From, e.MeaningBearing, WordingMark.Inserted)),
                .. edits.Where(e => e.ToDocument == first && e.FromDocument == variant.Document && e.FromDocument != first)
                    .Select(e => new Difference(variant.Document, e.FromSpan, e.To, e.MeaningBearing, WordingMark.Inserted)),
            ];
            if (differences.Count > 0)
            {
                return differences;
            }
        }

        return [];
    }

    private static ImmutableArray<WordingPiece> Pieces(QuotationVariant variant, string text, List<Difference> differences, ReportList list)
    {
        string? whole = list.TryFind(variant.Document)?.Text;
        if (whole is null || variant.Spans.IsEmpty || variant.Spans.Any(s => s.Start < 0 || s.IsEmpty || s.End > whole.Length))
        {
            return [new WordingPiece(WordingMark.Same, false, text)];
        }

        return Pieces(whole, variant.Spans, differences);
    }

    /// <summary>The words of some stretches of a text, with what another wording has in their place.</summary>
    internal static ImmutableArray<WordingPiece> Pieces(string whole, ImmutableArray<TextSpan> spans, IEnumerable<Difference> differences)
    {
        ImmutableArray<WordingPiece>.Builder pieces = ImmutableArray.CreateBuilder<WordingPiece>();
        Queue<Difference> ahead = new(differences.OrderBy(d => d.Here));
        int end = -1;
        foreach (TextSpan span in spans)
        {
            if (end >= 0)
            {
                // A paragraph's end parts a quotation too, and leaves nothing out.
                Append(WordingMark.Same, false, HoldsWord(whole.AsSpan(end, Math.Max(0, span.Start - end))) ? " […] " : " ");
            }

            end = span.End;
            int at = span.Start;
            while (ahead.TryPeek(out Difference next) && next.Here.Start <= span.End)
            {
                ahead.Dequeue();
                // Edits that overlap or leave the quotation cannot be drawn in place; the list of edits still names them.
                if (next.Here.Start < at || next.Here.End > span.End)
                {
                    continue;
                }

                Append(WordingMark.Same, false, whole.AsSpan(at, next.Here.Start - at));
                if (next.There.Length > 0)
                {
                    Append(WordingMark.Deleted, next.MeaningBearing, next.There);
                }

                Append(next.Mark, next.MeaningBearing, next.Here.In(whole));
                at = next.Here.End;
            }

            Append(WordingMark.Same, false, whole.AsSpan(at, span.End - at));
        }

        return pieces.DrainToImmutable();

        void Append(WordingMark mark, bool meaningBearing, ReadOnlySpan<char> words)
        {
            string cleaned = ForeignText.Cleaned(words);
            if (cleaned.Length == 0)
            {
                return;
            }

            // Words struck out stand beside those that replace them; both need room.
            bool touches = pieces.Count > 0 && (mark == WordingMark.Deleted || pieces[^1].Mark == WordingMark.Deleted)
                && char.IsLetterOrDigit(cleaned[0]) && pieces[^1].Text[^1] != ' ';
            if (touches)
            {
                pieces.Add(new WordingPiece(WordingMark.Same, false, " "));
            }

            pieces.Add(new WordingPiece(mark, meaningBearing, cleaned));
        }
    }

    private static bool HoldsWord(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                return true;
            }
        }

        return false;
    }

    private static ImmutableArray<SharedEdit> Shared(QuotationFamily family, ReportList list) =>
    [
        .. family.Edits.GroupBy(e => (e.FromDocument, e.Kind, e.MeaningBearing, e.From, e.To))
            .Select(g => new SharedEdit(
                g.Key.Kind, g.Key.MeaningBearing, ForeignText.OneLine(g.Key.From), ForeignText.OneLine(g.Key.To),
                list.Cite(g.Key.FromDocument, g.First().FromSpan),
                [.. g.Select(e => list.Cite(e.ToDocument, e.ToSpan)).Distinct()]))
            .OrderByDescending(e => e.MeaningBearing),
    ];
}
