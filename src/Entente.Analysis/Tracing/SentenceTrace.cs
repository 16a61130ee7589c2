using System.Collections.Immutable;
using Entente.Analysis.Lineage;
using Entente.Analysis.Text;

namespace Entente.Analysis.Tracing;

/// <summary>A sentence followed through a pile of reports.</summary>
/// <param name="Appearances">Where reports hold it, the oldest first, then the undated.</param>
/// <param name="Apart">Where it stands in reader comments and outside the reporting: no evidence.</param>
/// <param name="Chains">The credits for it, followed back where they lead on.</param>
/// <param name="NearMisses">Joins between the reports that hold it which were looked at and not believed.</param>
/// <param name="Rejected">The closest of the places that are too far from the sentence.</param>
/// <param name="Named">Reports of the pile that the findings name besides those that hold it.</param>
public sealed record SentenceTrace(
    string Sentence,
    ImmutableArray<Appearance> Appearances,
    ImmutableArray<Appearance> Apart,
    Origin Origin,
    ImmutableArray<CreditChain> Chains,
    ImmutableArray<NearMiss> NearMisses,
    ImmutableArray<RejectedPlace> Rejected,
    ImmutableArray<Document> Named);
