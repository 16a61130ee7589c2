using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Entente.Analysis.Tracing;

namespace Entente.Analysis.Briefings;

/// <summary>Two reports in two columns for a terminal: what <c>entente diff</c> prints.</summary>
/// <remarks>Nothing is said by colour alone: a sign between the columns says what a row is, and ‹ › mark words that the other report has differently.</remarks>
public sealed partial class ComparisonText
{
    /// <summary>On a narrower page one report stands below the other.</summary>
    private const int NarrowestForColumns = 60;
    private const int Gutter = 3;

    /// <summary>Words alike, or in one report alone, beyond which the middle is left out at normal length.</summary>
    private const int LongStretch = 60;
    private const int WordsBefore = 25;
    private const int WordsBehind = 15;

    private readonly ComparisonOutline _outline;
    private readonly BriefingTextOptions _options;
    private readonly TextWriter _writer;
    private readonly TerminalPage _page;
    private readonly int _width;

    private ComparisonText(ReportComparison comparison, TextWriter writer, BriefingTextOptions options)
    {
        _outline = new ComparisonOutline(comparison);
        _options = options;
        _writer = writer;
        _width = Math.Clamp(options.Width, 30, 500);
        _page = new TerminalPage(writer, _width, options.Color);
    }

    private bool InColumns => _width >= NarrowestForColumns;

    private int ColumnWidth => InColumns ? (_width - Gutter) / 2 : _width - Gutter;

    public static void Write(ReportComparison comparison, TextWriter writer, BriefingTextOptions options) => new ComparisonText(comparison, writer, options).Write();

    private void Write()
    {
        _page.Line(0, 4, _outline.Name(_outline.Comparison.First));
        _page.Line(0, 4, _outline.Name(_outline.Comparison.Second));
        _page.Blank();
        foreach (Phrase line in _outline.Shared)
        {
            _page.Line(0, 2, line);
        }

        _page.Blank();
        _page.Heading("What joins them");
        foreach (TraceEntry entry in _outline.Joins)
        {
            _page.Line(2, 4, entry.Head);
            foreach (TraceRemark remark in entry.Remarks)
            {
                _page.Line(4, 6, Phrase.Of("· ").Then(remark.Phrase));
            }
        }

        ComparisonRow[] rows = [.. _outline.Rows.Where(r => _options.Length != BriefingLength.Short || (r is { Passage: { } p, First: not null } && p.Edits.Any(e => e.MeaningBearing)))];
        if (rows.Length == 0)
        {
            return;
        }

        _page.Blank();
        _page.Heading(_options.Length == BriefingLength.Short ? "Passages with an edit that bears on the meaning" : "Side by side");
        _page.Line(2, 2, new Phrase().Faint("= in both, < only in [1], > only in [2], ~ in both but in another order; ‹words› differ, ‹!words› bear on the meaning"));
        foreach (ComparisonRow row in rows)
        {
            _page.Blank();
            WriteRow(row);
        }
    }

    private void WriteRow(ComparisonRow row)
    {
        if (row is { Passage: { } titled, First: not null })
        {
            _page.Line(0, 2, new Phrase().Faint(ComparisonOutline.Title(titled)));
        }

        List<string> left = row.First is { } first ? Column(first, isFirst: true) : Elsewhere(row);
        List<string> right = row.Second is { } second ? Column(second, isFirst: false) : Elsewhere(row);
        char sign = row switch
        {
            { Passage: null, First: not null } => '<',
            { Passage: null } => '>',
            { Passage.IsMoved: true } => '~',
            _ => '=',
        };
        if (InColumns)
        {
            for (int i = 0; i < Math.Max(left.Count, right.Count); i++)
            {
                string here = i < left.Count ? left[i] : "";
                string there = i < right.Count ? right[i] : "";
                _writer.Write($"{here}{new string(' ', Math.Max(0, ColumnWidth - DisplayColumns.Of(Sequences().Replace(here, ""))))} {sign} {there}".TrimEnd() + "\n");
            }
        }
        else
        {
            Below(left, row.First is null ? sign : row.Second is null ? sign : '1');
            Below(right, row.Second is null ? sign : row.First is null ? sign : '2');
        }

        if (row is { Passage: { } passage, First: not null })
        {
            foreach (TraceRemark remark in _outline.Edits(passage, withForm: _options.Length == BriefingLength.Full))
            {
                _page.Line(2, 4, (remark.Bears ? new Phrase().Alert("!").Say(" ") : Phrase.Of("· ")).Then(remark.Phrase));
            }

            int form = passage.Edits.Count(ComparisonOutline.IsForm);
            if (form > 0 && _options.Length != BriefingLength.Full)
            {
                _page.Line(2, 4, new Phrase().Faint($"· {BriefingWords.Count(form, "edit")} of spelling or punctuation"));
            }
        }
    }

    private void Below(List<string> lines, char sign)
    {
        foreach (string line in lines)
        {
            _writer.Write($"{sign}  {line}".TrimEnd() + "\n");
        }
    }

    /// <summary>In the column where a moved passage does not stand: where it does.</summary>
    private List<string> Elsewhere(ComparisonRow row) => row.Passage is { } passage
        ? Lines([new Phrase().Faint(row.First is null ? $"(passage {passage.Number} of [1])" : $"(passage {passage.Number} stands elsewhere in [2])")])
        : [];

    private List<string> Column(TextPiece piece, bool isFirst)
    {
        List<Phrase> paragraphs = [];
        foreach (ImmutableArray<WordingPiece> words in _outline.Words(piece, isFirst, withForm: false))
        {
            Phrase paragraph = new();
            foreach (WordingPiece word in words)
            {
                _ = word.Mark == WordingMark.Same ? AddShortened(paragraph, word.Text)
                    : word.MeaningBearing ? paragraph.Alert($"‹!{word.Text.Trim()}›").Say(word.Text.EndsWith(' ') ? " " : "")
                    : paragraph.Say($"‹{word.Text.Trim()}›").Say(word.Text.EndsWith(' ') ? " " : "");
            }

            paragraphs.Add(paragraph);
        }

        return Lines(paragraphs);
    }

    private Phrase AddShortened(Phrase paragraph, string words)
    {
        if (_options.Length == BriefingLength.Full)
        {
            return paragraph.Say(words);
        }

        string[] all = words.Split(' ');
        return all.Length <= LongStretch
            ? paragraph.Say(words)
            : paragraph.Say(string.Join(' ', all[..WordsBefore])).Faint($" [… {all.Length - WordsBefore - WordsBehind} words …] ").Say(string.Join(' ', all[^WordsBehind..]));
    }

    private List<string> Lines(IReadOnlyList<Phrase> paragraphs)
    {
        using StringWriter column = new() { NewLine = "\n" };
        TerminalPage page = new(column, ColumnWidth, _options.Color);
        foreach (Phrase paragraph in paragraphs)
        {
            page.Line(0, 0, paragraph);
        }

        return [.. column.ToString().TrimEnd('\n').Split('\n')];
    }

    [GeneratedRegex("\e\\[[0-9;]*m")]
    private static partial Regex Sequences();
}
