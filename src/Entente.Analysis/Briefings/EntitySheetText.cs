using System.Collections.Immutable;
using System.Globalization;
using Entente.Analysis.Attributions;
using Entente.Analysis.Entities;
using Entente.Analysis.Text;

namespace Entente.Analysis.Briefings;

/// <summary>Entity sheets for a terminal: what <c>entente who</c> prints.</summary>
public static class EntitySheetText
{
    /// <summary>Of what is said by and about each, so much is shown; the JSON has all.</summary>
    private const int Shown = 12;

    public static void Write(ImmutableArray<EntitySheet> sheets, string name, int searched, TextWriter writer, BriefingTextOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        TerminalPage page = new(writer, Math.Clamp(options.Width, 30, 500), options.Color);
        ReportList list = new(ReportList.InOrderOfTime(sheets.SelectMany(s => s.Reports).DistinctBy(d => d.Id, StringComparer.Ordinal).OrderBy(d => d.Path, StringComparer.Ordinal).ThenBy(d => d.Id, StringComparer.Ordinal)
            .Select(d => new DocumentFindings(new TokenizedDocument(d, [], []), []))));
        page.Line(0, 2, Phrase.Of(sheets.IsEmpty
            ? $"Nothing named \"{ForeignText.OneLine(name)}\" in {BriefingWords.Count(searched, "report")}."
            : $"{BriefingWords.Count(sheets.Length, "thing is", "things are")} named \"{ForeignText.OneLine(name)}\" in {BriefingWords.Count(searched, "report")}."));
        foreach (EntitySheet sheet in sheets)
        {
            page.Blank();
            Write(sheet, list, page);
        }

        if (!sheets.IsEmpty)
        {
            page.Blank();
            page.Heading("The reports");
            ReportLines.Write(page, [.. list.Reports.Select(r => r.Document)], list, withWhereabouts: false);
        }
    }

    private static void Write(EntitySheet sheet, ReportList list, TerminalPage page)
    {
        page.Line(0, 2, new Phrase().Name(ForeignText.OneLine(sheet.Entity.Name)).Say($", {sheet.Entity.Type.Word()}: {BriefingWords.Count(sheet.Entity.Members.Sum(m => m.Entity.Mentions.Length), "mention")} in {BriefingWords.Count(sheet.Reports.Length, "report")}{Seen(sheet)}."));
        Names("Called", sheet.Names, list, page);
        Names("Described as", sheet.Roles, list, page);
        Said("Said by", sheet.SaidBy, list, page);
        Said("Said about", sheet.SaidAbout, list, page);
        Joins("Taken for one", sheet.Entity.Joins, list, page);
        Joins("Kept apart", sheet.KeptApart, list, page);
    }

    private static string Seen(EntitySheet sheet) => (sheet.FirstSeen, sheet.LastSeen) switch
    {
        ({ } first, { } last) when first == last => $", on {ReportList.DateOf(first)}",
        ({ } first, { } last) => $", from {ReportList.DateOf(first)} to {ReportList.DateOf(last)}",
        _ => ", none of them dated",
    };

    private static void Names(string heading, ImmutableArray<UsedName> names, ReportList list, TerminalPage page)
    {
        if (names.IsEmpty)
        {
            return;
        }

        page.Heading(heading, 2);
        foreach (UsedName name in names.Take(Shown))
        {
            page.Line(4, 6, new Phrase().Quote(name.Name).Say($" {BriefingWords.Count(name.Times, "time")}").CiteAll(name.Places.Select(p => list.Cite(p.Document.Id, p.Span))));
        }

        More(names.Length, page);
    }

    private static void Said(string heading, ImmutableArray<SaidOf> said, ReportList list, TerminalPage page)
    {
        if (said.IsEmpty)
        {
            return;
        }

        page.Heading(heading, 2);
        foreach (SaidOf each in said.Take(Shown))
        {
            string text = each.Document.Text;
            ImmutableArray<TextSpan> words = each.Attribution.Content;
            string content = ForeignText.OneLine(string.Join(" … ", words.Select(w => w.Of(text))));
            string source = each.Attribution.Source.IsEmpty ? "" : ForeignText.OneLine(string.Join(" ", each.Attribution.Source.Select(s => s.Of(text)))) + ": ";
            Phrase line = new Phrase().Say(source);
            line = each.Attribution.Mode == AttributionMode.Direct ? line.Speech(content) : line.Quote(content);
            page.Line(4, 6, line.Say(" ").Cite(list.Cite(each.Document.Id, words.IsEmpty ? each.Attribution.Cue[0] : words[0])));
        }

        More(said.Length, page);
    }

    private static void Joins(string heading, ImmutableArray<EntityJoin> joins, ReportList list, TerminalPage page)
    {
        if (joins.IsEmpty)
        {
            return;
        }

        page.Heading(heading, 2);
        foreach (EntityJoin join in joins.Take(Shown))
        {
            page.Line(4, 6, Phrase.Of(ForeignText.OneLine(join.Why) + string.Create(CultureInfo.InvariantCulture, $" (doubt {join.Doubt:0.00}) ")).Cite(list.Cite(join.First.Document)).Say(" ").Cite(list.Cite(join.Second.Document)));
        }

        More(joins.Length, page);
    }

    private static void More(int count, TerminalPage page)
    {
        if (count > Shown)
        {
            page.Line(4, 6, new Phrase().Faint($"and {count - Shown} more; --format json has all"));
        }
    }
}
