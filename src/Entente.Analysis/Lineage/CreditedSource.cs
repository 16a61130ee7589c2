using System.Collections.Immutable;
using Entente.Analysis.Text;

namespace Entente.Analysis.Lineage;

/// <summary>An outlet that one report credits, with all the places where it does.</summary>
/// <param name="Key">Of the outlet, as <see cref="OutletKey"/> spells it.</param>
/// <param name="Name">As the first of the credits spells it.</param>
internal sealed record CreditedSource(StoryReport Report, string Key, string Name, ImmutableArray<Credit> Credits)
{
    /// <summary>Whether a credit says that the whole report is the outlet's, not only something in it.</summary>
    public bool IsWhole => Credits.Any(c => c.Kind switch
    {
        CreditKind.Byline or CreditKind.OriginalSource or CreditKind.Dateline => true,
        // "X contributed to this report" is a part, "distributed by X" the whole.
        CreditKind.Syndicated => !c.Span.Of(Report.Document.Text).Contains("contribut", StringComparison.OrdinalIgnoreCase),
        _ => false,
    });

    /// <summary>Whether the credit accounts for a passage: it is for the whole report, or stands at its end, in the same paragraph or beside it.</summary>
    public bool Accounts(TextSpan passage)
    {
        if (IsWhole || Credits.Any(c => c.Kind == CreditKind.Trailing))
        {
            return true;
        }

        TextSpan near = Report.Around(passage, paragraphs: 1);
        return Credits.Any(c => near.Contains(c.Span));
    }

    /// <summary>The credited outlets of a report, its own name left out, by the place of their first credit.</summary>
    public static IEnumerable<CreditedSource> Of(StoryReport report) => report.Document.Credits
        .Where(c => !OutletKey.IsSelf(c.Outlet, report.Document.Outlet))
        .OrderBy(c => c.Span).ThenBy(c => c.Kind)
        .GroupBy(c => OutletKey.Of(c.Outlet), StringComparer.Ordinal)
        .Select(g => new CreditedSource(report, g.Key, g.First().Outlet, [.. g]));

    public Evidence ToEvidence() => Evidence.At(
        "credit",
        string.Join("; ", Credits.Select(c => c.Span.IsEmpty ? Words(c.Kind) : $"{Words(c.Kind)}: \"{c.Span.Of(Report.Document.Text)}\"").Distinct()),
        (Report, Credits.Select(c => c.Span).Where(s => !s.IsEmpty).Distinct()));

    private static string Words(CreditKind kind) => kind switch
    {
        CreditKind.Byline => "byline",
        CreditKind.Dateline => "dateline",
        CreditKind.Trailing => "at the end",
        CreditKind.Via => "via",
        CreditKind.OriginalSource => "original source",
        CreditKind.Told => "told",
        CreditKind.AccordingTo => "according to",
        CreditKind.ReportedBy => "reported by",
        CreditKind.Link => "link",
        CreditKind.Syndicated => "syndicated",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
