namespace Entente.Analysis.Lineage;

/// <summary>Which of two reports has it from the other, where neither credits the other.</summary>
internal static class Precedence
{
    /// <summary>The direction of an edge from <paramref name="source"/> to <paramref name="derived"/>, and what it rests on.</summary>
    /// <remarks>
    /// In this order: words that the one says were told to it and the other carries too; times, where they are certain; and what the text says of itself: a report
    /// that names where it has all of its text from does not have it from one that names nothing. Else the direction is unknown.
    /// </remarks>
    public static (Direction Direction, Evidence? Because) Of(StoryReport source, StoryReport derived)
    {
        if (source.IsBefore(derived))
        {
            return (Direction.Inferred, Told(source, derived) ?? Times(source, derived));
        }

        if (derived.IsBefore(source))
        {
            return (Direction.Unknown, null);
        }

        Evidence? because = Told(source, derived) is { } told && Told(derived, source) is null ? told : Attributed(source, derived);
        return (because is null ? Direction.Unknown : Direction.Inferred, because);
    }

    private static Evidence? Told(StoryReport source, StoryReport derived) => source.ToldHere(derived) is { } places
        ? Evidence.At("told", $"words that {source.Id} says were told to it stand in {derived.Id} too", (source, places))
        : null;

    private static Evidence? Attributed(StoryReport source, StoryReport derived)
    {
        CreditedSource? whole = CreditedSource.Of(source).FirstOrDefault(c => c.IsWhole);
        return whole is not null && !CreditedSource.Of(derived).Any(c => c.IsWhole)
            ? new Evidence("asymmetry", $"{source.Id} says that its text is {whole.Name}'s; {derived.Id} names nobody for it", whole.ToEvidence().Spans)
            : null;
    }

    private static Evidence Times(StoryReport source, StoryReport derived) => Evidence.At(
        "time",
        $"published {source.Document.Published!.Value}, before {derived.Document.Published!.Value}; a still earlier text may stand behind both",
        [.. new[] { source, derived }.Where(r => r.Document.Published!.Span is not null).Select(r => (r, new[] { r.Document.Published!.Span!.Value }.AsEnumerable()))]);
}
