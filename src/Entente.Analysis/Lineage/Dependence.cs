using System.Collections.Immutable;
using Entente.Analysis.Text;

namespace Entente.Analysis.Lineage;

public enum DependenceType
{
    Reprint,
    Abridgement,
    Expansion,
    Excerpt,
    Rewrite,
    Cites,
    QuotationOnly,
    CommonSource,
}

public enum Strength
{
    Probable,
    Proven,
}

public enum Direction
{
    Unknown,
    Inferred,
    Stated,
}

/// <summary>One piece of evidence for an edge: what kind, where it stands in which document, in words.</summary>
/// <remarks>Kinds: credit, link; passage, quotation, edit, details, order; told, time, asymmetry (which came first); common-source, occasion, accounted-for.</remarks>
public sealed record Evidence(string Kind, string Detail, ImmutableSortedDictionary<string, ImmutableArray<TextSpan>> Spans)
{
    /// <summary>A piece of evidence with where it stands, report by report.</summary>
    internal static Evidence At(string kind, string detail, params (StoryReport Report, IEnumerable<TextSpan> Spans)[] places) =>
        new(kind, detail, places.ToImmutableSortedDictionary(p => p.Report.Id, p => p.Spans.ToImmutableArray(), StringComparer.Ordinal));

    /// <summary>Whether a report says it of itself.</summary>
    public bool IsStated => Kind is "credit" or "link";

    /// <summary>Whether its spans are words or details that both reports hold.</summary>
    public bool IsShared => Kind is "passage" or "quotation" or "details" or "order";
}

/// <summary>An edge from a source to the document that derives from it.</summary>
/// <param name="From">Id of a document in the pile, or the name of an outlet that is not in it (then <paramref name="FromIsOutlet"/>).</param>
/// <param name="To">Id of the derived document.</param>
/// <remarks>With <see cref="Direction.Unknown"/> the two ends are in order of id and say nothing about who came first.</remarks>
public sealed record Dependence(
    string From,
    bool FromIsOutlet,
    string To,
    DependenceType Type,
    Strength Strength,
    Direction Direction,
    bool Credited,
    ImmutableArray<Evidence> Evidence,
    string Rule);

public enum ChainEnd
{
    /// <summary>The chain ends at a report in the pile that credits nobody.</summary>
    Origin,
    /// <summary>It ends at a credited source that is not in the pile.</summary>
    Missing,
    Circle,
}

/// <summary>From a report back to where its matter comes from, as far as the pile shows.</summary>
public sealed record CreditChain(string Document, ImmutableArray<string> Path, ChainEnd End);

/// <summary>An outlet that reports credit and whose own report is not in the pile.</summary>
public sealed record MissingSource(string Outlet, ImmutableArray<string> CreditedBy);

/// <summary>Something looked at and not believed: what, between whom, how close, why not.</summary>
public sealed record NearMiss(string Kind, ImmutableArray<string> Between, string Reason);
