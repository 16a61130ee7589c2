using System.Collections.Immutable;
using Entente.Analysis.Attributions;
using Entente.Analysis.Entities;
using Entente.Analysis.Lineage;
using Entente.Analysis.Quantities;
using Entente.Analysis.Reuse;
using Entente.Analysis.Stories;
using Entente.Analysis.Text;
using Entente.Analysis.Times;

namespace Entente.Analysis.Briefings;

/// <summary>All that the stages found in one document.</summary>
public sealed record DocumentFindings(TokenizedDocument Tokenized, ImmutableArray<Attribution> Attributions)
{
    /// <summary>In the order of the text.</summary>
    public ImmutableArray<TimeExpression> Times { get; init; } = [];

    public ImmutableArray<Entity> Entities { get; init; } = [];

    public Document Document => Tokenized.Document;

    public ImmutableArray<Quantity> Quantities { get; init; } = [];
}

/// <summary>What the stages found about one story.</summary>
public sealed record StoryFindings(
    Story Story,
    ImmutableArray<Dependence> Dependences,
    ImmutableArray<CreditChain> Chains,
    ImmutableArray<QuotationFamily> Quotations);

/// <summary>What a reader gets: every finding over a pile, in a fixed order.</summary>
/// <param name="Documents">In canonical order: by path, then by place in the file.</param>
/// <param name="SetAside">Diagnostics of inputs that yielded no document.</param>
public sealed record Briefing(
    ImmutableArray<DocumentFindings> Documents,
    ImmutableArray<StoryFindings> Stories,
    ImmutableArray<Passage> Passages,
    ImmutableArray<MissingSource> MissingSources,
    ImmutableArray<NearMiss> Rejected,
    ImmutableArray<Diagnostic> SetAside)
{
    public DocumentFindings? Find(string id) => Documents.FirstOrDefault(d => d.Document.Id == id);
}
