using System.Collections.Immutable;
using Entente.Analysis.Attributions;
using Entente.Analysis.Lineage;
using Entente.Analysis.Text;

namespace Entente.Analysis.Briefings;

/// <summary>What a briefing says of each finding, in words; every line cites the reports it rests on.</summary>
/// <remarks>Only what a stage established is worded. Nothing here counts origins or calls anything confirmed.</remarks>
internal static class BriefingWords
{
    public const string NotInPile = "(not in the pile)";
    public const string NoLinkFound = "No credit or copied text found that joins these reports to another. That does not make them independent.";
    public const string ChainsSay = "A chain says who credits whom, not that the same matter came all the way.";
    public const string CommentsApart = "Reader comments are kept and never counted as evidence.";

    public static string Count(int count, string one, string? many = null) => count == 1 ? $"1 {one}" : $"{count} {many ?? one + "s"}";

    public static ImmutableArray<Phrase> Summary(BriefingOutline outline)
    {
        ImmutableArray<Phrase>.Builder lines = ImmutableArray.CreateBuilder<Phrase>();
        int reports = outline.List.Reports.Length;
        string count = Count(reports, "report");
        if (outline.Stories.Length > 0)
        {
            count += $": {reports - outline.Alone.Length} in {Count(outline.Stories.Length, "story", "stories")}";
            count += outline.Alone.Length > 0 ? $", {outline.Alone.Length} standing alone." : ".";
        }
        else
        {
            count += reports > 1 ? ", no two of them about one story." : ".";
        }

        lines.Add(Phrase.Of(count));
        if (outline.Unread.Length > 0)
        {
            lines.Add(new Phrase().Alert(Count(outline.Unread.Length, "input")).Say(" could not be read; the reasons are under “Set aside”."));
        }

        if (outline.OtherLanguages.Length > 0)
        {
            lines.Add(Phrase.Of($"{Count(outline.OtherLanguages.Length, "report")} not known to be in English: read, not analysed."));
        }

        if (outline.MissingSources.Length > 0)
        {
            Phrase missing = new Phrase().Alert(Count(outline.MissingSources.Length, "credited source")).Say(outline.MissingSources.Length == 1 ? " is not in the pile: " : " are not in the pile: ");
            const int Shown = 4;
            for (int i = 0; i < Math.Min(Shown, outline.MissingSources.Length); i++)
            {
                MissingSource source = outline.MissingSources[i];
                missing.Say(i == 0 ? "" : ", ").Name(ForeignText.OneLine(source.Outlet)).Say($" (by {Count(source.CreditedBy.Length, "report")})");
            }

            lines.Add(missing.Say(outline.MissingSources.Length > Shown ? $" and {outline.MissingSources.Length - Shown} more." : "."));
        }

        int repeated = outline.Stories.Sum(s => s.Quotations.Length);
        if (repeated > 0)
        {
            int altered = outline.Stories.Sum(s => s.Quotations.Count(q => q.IsAltered));
            Phrase quotations = Phrase.Of($"{Count(repeated, "quotation stands", "quotations stand")} in several reports; ");
            lines.Add(altered == 0 ? quotations.Say("no edit found that changes what was said.") : quotations.Say("in ").Alert(altered.ToString()).Say(" an edit changes what was said."));
        }

        return lines.DrainToImmutable();
    }

    /// <summary>When a story's reports were published, as far as they say.</summary>
    public static string Period(ImmutableArray<Document> reports)
    {
        string[] days = [.. reports.Where(r => r.Published is { } time && !ReportList.IsVague(time)).Select(DayOf).Distinct()];
        int undated = reports.Count(r => r.Published is null);
        int vague = reports.Count(r => r.Published is { } time && ReportList.IsVague(time));
        List<string> parts = [Count(reports.Length, "report")];
        if (days.Length > 0)
        {
            parts.Add(days.Length == 1 ? days[0] : $"{days[0]} to {days[^1]}");
        }

        if (vague > 0)
        {
            parts.Add($"{vague} dated to the month or year only");
        }

        if (undated > 0)
        {
            parts.Add(undated == reports.Length ? "undated" : $"{undated} undated");
        }

        return string.Join(", ", parts);
    }

    /// <summary>Who relies on whom: the derived report first, the arrow from its source.</summary>
    public static Phrase Relation(Dependence dependence, ReportList list)
    {
        string arrow = dependence switch
        {
            { Direction: Direction.Unknown } => " — ",
            { Type: DependenceType.CommonSource } => " — ",
            _ => " ← ",
        };
        Phrase phrase = Party(dependence.To, list).Say(arrow);
        return phrase.Then(dependence.FromIsOutlet ? Party(dependence.From, isOutlet: true, list) : Party(dependence.From, list));
    }

    public static Phrase Party(string idOrOutlet, ReportList list) => Party(idOrOutlet, list.NumberOf(idOrOutlet) == 0, list);

    /// <summary>How a relation is made and how sure it is: "reprint, proven, credited".</summary>
    public static string Grounds(Dependence dependence)
    {
        string grounds = $"{Type(dependence.Type)}, {(dependence.Strength == Strength.Proven ? "proven" : "probable")}, {(dependence.Credited ? "credited" : "not credited")}";
        return dependence switch
        {
            { Type: DependenceType.CommonSource } => grounds,
            { Direction: Direction.Unknown } => grounds + "; which came first is unknown",
            { Direction: Direction.Inferred } => grounds + "; direction inferred, not stated",
            _ => grounds,
        };
    }

    public static string Type(DependenceType type) => type switch
    {
        DependenceType.Reprint => "reprint",
        DependenceType.Abridgement => "abridgement",
        DependenceType.Expansion => "expansion",
        DependenceType.Excerpt => "excerpt",
        DependenceType.Rewrite => "rewrite",
        DependenceType.Cites => "citation",
        DependenceType.QuotationOnly => "quotation only",
        DependenceType.CommonSource => "both from a third text",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    // Its detail names the telling words already.
    private const string DetailKind = "details";

    /// <summary>What an edge rests on, with the words themselves, each cited.</summary>
    public static Phrase Grounds(Evidence evidence, ReportList list, int columns)
    {
        string detail = ForeignText.OneLine(evidence.Detail);
        Phrase phrase = Phrase.Of(detail.Length > 0 ? detail : evidence.Kind.Replace('-', ' '));
        string before = "";
        string separator = ": ";
        int shown = Longest(evidence);
        foreach ((string document, ImmutableArray<TextSpan> spans) in evidence.Spans.OrderBy(s => list.NumberOf(s.Key)))
        {
            if (spans.IsEmpty || list.NumberOf(document) == 0)
            {
                continue;
            }

            TextSpan span = spans[Math.Min(shown, spans.Length - 1)];
            string words = ForeignText.Shortened(list.WordsAt(document, span), columns);
            bool isNew = evidence.Kind != DetailKind && words.Length > 0 && words != before && !detail.Contains(words, StringComparison.Ordinal);
            phrase = isNew ? phrase.Say(separator).Quote(words).Say(" ") : phrase.Say(" ");
            phrase.Cite(list.Cite(document, span));
            before = words;
            separator = "; ";
        }

        int more = evidence.Kind == "passage" ? evidence.Spans.Values.Max(s => s.Length) - 1 : 0;
        return more > 0 ? phrase.Say($" and {more} more {(more == 1 ? "stretch" : "stretches")}") : phrase;
    }

    /// <summary>The longest stretch says most. The stretches of a passage stand in the same order in both reports.</summary>
    private static int Longest(Evidence evidence)
    {
        ImmutableArray<TextSpan> spans = evidence.Spans.Values.FirstOrDefault(ImmutableArray<TextSpan>.Empty);
        return evidence.Kind != "passage" || spans.IsEmpty ? 0 : spans.IndexOf(spans.MaxBy(s => s.Length));
    }

    public static Phrase Chain(CreditChain chain, ReportList list)
    {
        IEnumerable<string> steps = chain.Path.IsEmpty || chain.Path[0] != chain.Document ? chain.Path.Prepend(chain.Document) : chain.Path;
        Phrase phrase = new();
        string separator = "";
        foreach (string step in steps)
        {
            phrase = phrase.Say(separator).Then(Party(step, list));
            separator = " ← ";
        }

        return chain.End switch
        {
            ChainEnd.Origin => phrase.Say(", which credits nobody"),
            ChainEnd.Circle => phrase.Say(": ").Alert("a circle"),
            _ => phrase,
        };
    }

    public static Phrase Edit(SharedEdit edit)
    {
        if (edit.Kind == EditKind.Joined)
        {
            return Phrase.Of("two quotations of").CiteAll([edit.FromReport]).Say(" printed as one in").CiteAll(edit.ToReports)
                .Say(edit.MeaningBearing ? ", without words that stood between them" : "");
        }

        Phrase phrase = new();
        _ = edit switch
        {
            { Kind: EditKind.Dropped } when edit.To.Length == 0 => Cited(phrase.Speech(edit.From), [edit.FromReport]).Say(" dropped in"),
            { Kind: EditKind.Added } when edit.From.Length == 0 => phrase.Speech(edit.To).Say(" added in"),
            { To.Length: 0 } => Cited(phrase.Speech(edit.From), [edit.FromReport]).Say(", not in"),
            { From.Length: 0 } => Cited(phrase.Say("not in"), [edit.FromReport]).Say(": ").Speech(edit.To).Say(" in"),
            _ => Cited(phrase.Speech(edit.From), [edit.FromReport]).Say(", ").Speech(edit.To).Say(" in"),
        };
        phrase.CiteAll(edit.ToReports);
        if (edit is { Kind: EditKind.Added, From.Length: 0 })
        {
            phrase.Say(", not in").CiteAll([edit.FromReport]);
        }

        return edit.Kind is EditKind.Dropped or EditKind.Added ? phrase : phrase.Faint($" ({Kind(edit.Kind)})");

        static Phrase Cited(Phrase phrase, ImmutableArray<Citation> citations) => phrase.CiteAll(citations);
    }

    public static Phrase Missing(MissingSource source, ReportList list) => new Phrase()
        .Name(ForeignText.OneLine(source.Outlet)).Say($": credited by {Count(source.CreditedBy.Length, "report")}")
        .CiteAll(source.CreditedBy.Where(d => list.NumberOf(d) > 0).OrderBy(list.NumberOf).Select(list.Cite));

    public static Phrase NotBelieved(NearMiss miss, ReportList list)
    {
        Phrase phrase = Phrase.Of(ForeignText.OneLine(miss.Kind) + ": ");
        string separator = "";
        foreach (string party in miss.Between)
        {
            phrase = phrase.Say(separator).Then(Party(party, list));
            separator = " and ";
        }

        return phrase.Say($": {ForeignText.OneLine(miss.Reason)}");
    }

    private static Phrase Comments(Document document, ReportList list) => new Phrase().Name(ReportList.NameOf(document)).Say(" ").Cite(list.Cite(document.Id))
        .Say($": {Count(BriefingOutline.Count(document, BlockKind.Comment), "comment")}");

    /// <summary>What was read and takes no part: other languages, comments, rights notices.</summary>
    public static IEnumerable<Phrase> SetApart(BriefingOutline outline)
    {
        foreach (Document report in outline.OtherLanguages)
        {
            yield return new Phrase().Name(ReportList.NameOf(report)).Say(" ").Cite(outline.List.Cite(report.Id)).Say($": {LanguageName.Of(report.Language)}; read, not analysed");
        }

        foreach (Document report in outline.WithComments)
        {
            yield return Comments(report, outline.List);
        }

        if (!outline.WithRights.IsEmpty)
        {
            yield return Phrase.Of("Rights notices:").CiteAll(outline.WithRights.Select(d => outline.List.Cite(d.Id)));
        }
    }

    public static IEnumerable<Phrase> ReadWithTrouble(BriefingOutline outline) => outline.WithDiagnostics.SelectMany(d => d.Diagnostics
        .Where(g => g.Severity != Severity.Info).Select(g => new Phrase().Cite(outline.List.Cite(d.Id)).Say(" " + Trouble(g))));

    public static string Trouble(Diagnostic diagnostic) => $"{ForeignText.OneLine(diagnostic.Message)} ({diagnostic.Code})";

    /// <summary>The headline; the first words where there is none.</summary>
    public static string HeadlineOf(Document document)
    {
        if (document.Title is { } title && ForeignText.OneLine(title) is { Length: > 0 } headline)
        {
            return headline;
        }

        Block? body = document.Blocks.FirstOrDefault(b => b.IsReporting);
        return body is null ? "(no headline)" : "(no headline) " + ForeignText.Shortened(ForeignText.OneLine(body.Span.In(document.Text)), 60);
    }

    public static string Kind(EditKind kind) => kind switch
    {
        EditKind.Spelling => "spelling",
        EditKind.Punctuation => "punctuation",
        EditKind.Number => "number",
        EditKind.Negation => "negation",
        EditKind.Modal => "modal verb",
        EditKind.Name => "name",
        EditKind.Alias => "another name of the same",
        EditKind.Scope => "scope",
        EditKind.Dropped => "words dropped",
        EditKind.Added => "words added",
        EditKind.Changed => "wording",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static string DayOf(Document document)
    {
        string date = ReportList.DateOf(document);
        return date.Length > 10 ? date[..10] : date;
    }

    private static Phrase Party(string idOrOutlet, bool isOutlet, ReportList list)
    {
        Phrase phrase = new Phrase().Name(isOutlet ? ForeignText.OneLine(idOrOutlet) : list.NameOf(idOrOutlet)).Say(" ");
        return isOutlet ? phrase.Faint(NotInPile) : phrase.Cite(list.Cite(idOrOutlet));
    }
}
