using System.Collections.Immutable;
using Entente.Analysis.Stories;
using Entente.Analysis.Text;

namespace Entente.Analysis.Briefings;

/// <summary>A place in a report as a briefing cites it: <c>[3 ¶2]</c>.</summary>
/// <param name="Report">Number in the report list.</param>
/// <param name="Place">Paragraph or part; null for the whole report.</param>
internal readonly record struct Citation(int Report, string? Place)
{
    // No-break spaces: a citation is one word.
    public string Text => Place is null ? $"[{Report}]" : $"[{Report}\u00A0{Place}]";
}

/// <summary>The numbered reports of a briefing: what every citation points to.</summary>
/// <remarks>Numbered story by story and, inside a story, by stated time, the undated last; then the reports of no story.</remarks>
internal sealed class ReportList
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <param name="inOrder">Numbered as they come.</param>
    public ReportList(IEnumerable<DocumentFindings> inOrder)
    {
        Reports = [.. inOrder.Where(r => _numbers.TryAdd(r.Document.Id, _numbers.Count + 1))];
    }

    public ReportList(Briefing briefing)
    {
        Dictionary<string, DocumentFindings> byId = new(StringComparer.Ordinal);
        foreach (DocumentFindings findings in briefing.Documents)
        {
            byId.TryAdd(findings.Document.Id, findings);
        }

        List<DocumentFindings> reports = [];
        IEnumerable<IEnumerable<string>> groups = briefing.Stories.Select(s => s.Story).OrderBy(s => s.Documents.Length < 2)
            .Select(s => s.Documents.AsEnumerable()).Append(briefing.Documents.Select(d => d.Document.Id));
        foreach (IEnumerable<string> group in groups)
        {
            foreach (DocumentFindings findings in InOrderOfTime(group.Where(byId.ContainsKey).Select(id => byId[id])))
            {
                if (_numbers.TryAdd(findings.Document.Id, reports.Count + 1))
                {
                    reports.Add(findings);
                }
            }
        }

        Reports = [.. reports];
    }

    /// <summary>In order of number; the first has number 1.</summary>
    public ImmutableArray<DocumentFindings> Reports { get; }

    /// <summary>Null when there is no such report in the pile.</summary>
    public Document? TryFind(string id) => _numbers.TryGetValue(id, out int number) ? Reports[number - 1].Document : null;

    /// <summary>Zero when there is no such report in the pile.</summary>
    public int NumberOf(string id) => _numbers.GetValueOrDefault(id);

    public ImmutableArray<Document> Of(Story story) => [.. story.Documents.Where(_numbers.ContainsKey).Distinct().OrderBy(NumberOf).Select(id => TryFind(id)!)];

    public static string NameOf(Document document) => ForeignText.OneLine(document.DisplayName);

    public string NameOf(string idOrOutlet) => TryFind(idOrOutlet) is { } document ? NameOf(document) : ForeignText.OneLine(idOrOutlet);

    public Citation Cite(string id) => new(NumberOf(id), null);

    public Citation Cite(string id, TextSpan span) => new(NumberOf(id), TryFind(id) is { } document ? PlaceOf(document, span) : null);

    /// <summary>The words at a place, on one line; empty when the place is not in the document.</summary>
    public string WordsAt(string id, TextSpan span) => TryFind(id) is { } document && span.Start >= 0 && span.Start <= span.End && span.End <= document.Text.Length
        ? ForeignText.OneLine(span.In(document.Text))
        : "";

    public static string DateOf(Document document) => document.Published is { } time ? Shown(ForeignText.OneLine(time.Value)) : "undated";

    /// <summary>As stated, without the seconds, which no reader needs.</summary>
    private static string Shown(string value) => (value.Length > "2015-12-09T18:30:00".Length - 1 && value[16] == ':' ? value.Remove(16, 3) : value).Replace('T', ' ');

    /// <summary>By stated time, the undated last.</summary>
    public static IEnumerable<DocumentFindings> InOrderOfTime(IEnumerable<DocumentFindings> reports) => reports
        .OrderBy(f => f.Document.Published is null)
        .ThenBy(f => f.Document.Published is { } time ? LastDayOf(time) : default)
        .ThenBy(f => f.Document.Published is { } time && IsVague(time))
        .ThenBy(f => f.Document.Published?.Value, StringComparer.Ordinal);

    /// <summary>Whether a time says less than the day.</summary>
    public static bool IsVague(StatedTime time) => time.Precision < TimePrecision.Day;

    // A report dated "March" stands after those of any day in March: put first it would look like the earliest.
    private static DateOnly LastDayOf(StatedTime time) => time.Precision switch
    {
        TimePrecision.Year => new DateOnly(time.Date.Year, 12, 31),
        TimePrecision.Month => new DateOnly(time.Date.Year, time.Date.Month, DateTime.DaysInMonth(time.Date.Year, time.Date.Month)),
        _ => time.Date,
    };

    private static string? PlaceOf(Document document, TextSpan span)
    {
        int paragraph = 0;
        foreach (Block block in document.Blocks)
        {
            bool isParagraph = block.Kind is BlockKind.Body or BlockKind.Quote && !block.IsHeading;
            if (isParagraph)
            {
                paragraph++;
            }

            if (span.Start < block.Span.End)
            {
                return block.Kind switch
                {
                    _ when isParagraph => $"¶{paragraph}",
                    BlockKind.Body or BlockKind.Quote => "subheading",
                    BlockKind.Rights => "rights\u00A0notice",
                    BlockKind.Furniture => "page\u00A0furniture",
                    _ => block.Kind.ToString().ToLowerInvariant(),
                };
            }
        }

        return null;
    }
}
