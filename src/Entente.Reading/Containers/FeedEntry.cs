namespace Entente.Reading.Containers;

/// <summary>One entry of a feed: what it states, its text as markup or plain words, and the feed that carries it.</summary>
/// <param name="Content">May be empty: many feeds carry headlines only.</param>
internal sealed record FeedEntry(
    StatedFacts Facts, string Content, bool IsHtml, string? PublishedAsWritten, string? UpdatedAsWritten, string? FeedTitle, string? FeedLink)
{
    public long Weight => 2L * Content.Length;
}
