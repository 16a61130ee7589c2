using System.Collections.Immutable;
using Entente.Analysis.Quantities;
using Entente.Analysis.Text;

namespace Entente.Analysis.Scoring;

/// <summary>A quantity as a reader marked it. Of the spans of a part any is right; none says that there is none to give.</summary>
public sealed record GoldQuantity(
    TextSpan Span,
    QuantityKind Kind,
    Qualifier Qualifier,
    decimal? Min,
    decimal? Max,
    decimal? Of,
    string? Unit,
    ImmutableArray<TextSpan> Noun,
    ImmutableArray<TextSpan> Predicate,
    ImmutableArray<TextSpan> Place,
    ImmutableArray<TextSpan> AsOf)
{
    /// <summary>Whether it says what it is a quantity of.</summary>
    public bool HasFrame => !Noun.IsEmpty || !Predicate.IsEmpty;
}
