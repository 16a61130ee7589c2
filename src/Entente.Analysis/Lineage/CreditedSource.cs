using System.Collections.Immutable;
using Entente.Analysis.Text;

namespace Entente.Analysis.Lineage;

/// <summary>An outlet that one report credits, with all the places where it does.</summary>
/// <param name="Key">Of the outlet, as <see cref="OutletKey"/> spells it.</param>
/// <param name="Name">As the first of the credits spells it.</param>
internal sealed record CreditedSource(StoryReport Report, string Key, string Name, ImmutableArray<Credit> Credits)
{
    /// <summary>Whether a credit says that the whole report is the outlet's, not only something in it.</summary>
    public bool IsWhole => Credits.Any(c => c.Kind is CreditKind.Byline or CreditKind.OriginalSource or CreditKind.Syndicated or CreditKind.Dateline);

    /// <summary>Whether the credit accounts for a passage: it is for the whole report, or stands in the same paragraph or beside it.</summary>
    public bool Accounts(TextSpan passage)
    {
        if (IsWhole)
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

    public Evidence ToEvidence() => new(
        "credit",
        string.Join("; ", Credits.Select(c => $"{Words(c.Kind)}: \"{c.Span.Of(Report.Document.Text)}\"").Distinct()),
        ImmutableSortedDictionary<string, ImmutableArray<TextSpan>>.Empty
            .WithComparers(StringComparer.Ordinal)
            .Add(Report.Id, [.. Credits.Select(c => c.Span).Distinct()]));

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
