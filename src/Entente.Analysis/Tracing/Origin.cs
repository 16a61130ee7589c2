using System.Collections.Immutable;
using Entente.Analysis.Lineage;
using Entente.Analysis.Text;

namespace Entente.Analysis.Tracing;

public enum OriginKind
{
    /// <summary>Nothing in the pile says where the words come from first.</summary>
    Unknown,
    /// <summary>A report in the pile.</summary>
    Document,
    /// <summary>An outlet that reports credit for the words and whose report with them is not in the pile.</summary>
    MissingSource,
    /// <summary>A statement, a news conference or the like: each report may have them from there.</summary>
    Occasion,
}

/// <summary>One thing that speaks for an origin: where it stands and what it says.</summary>
/// <param name="Document">The report that says so.</param>
/// <param name="Kind"><c>own</c>: it says that the words were said to it; <c>credit</c>: it credits another for them; <c>dependence</c>: found between two reports;
/// <c>occasion</c>: it names one beside them.</param>
/// <param name="Relation">The dependence it rests on, if it is one.</param>
public sealed record OriginEvidence(string Document, string Kind, string Detail, ImmutableArray<TextSpan> Spans, Dependence? Relation = null);

/// <summary>Where a sentence most likely comes from, as far as the pile shows, and why.</summary>
/// <param name="Document">Id of the report, for <see cref="OriginKind.Document"/>.</param>
/// <param name="Outlet">Name of the outlet, for <see cref="OriginKind.MissingSource"/>.</param>
/// <param name="Unaccounted">Ids of reports that hold the words and that nothing joins to this origin: they may have them from elsewhere.</param>
/// <remarks>To be the earliest in the pile is no reason: an earlier report may not be in it.</remarks>
public sealed record Origin(OriginKind Kind, string? Document, string? Outlet, string Why, ImmutableArray<OriginEvidence> Evidence, ImmutableArray<string> Unaccounted);
