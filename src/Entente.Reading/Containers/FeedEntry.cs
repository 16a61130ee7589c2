namespace Entente.Reading.Containers;

/// <summary>One entry of a feed: what it states, and its text as markup or plain words.</summary>
/// <param name="Content">May be empty: many feeds carry headlines only.</param>
internal sealed record FeedEntry(StatedFacts Facts, string Content, string? PublishedAsWritten, string? UpdatedAsWritten)
{
    public long Weight => 2L * Content.Length;
}
