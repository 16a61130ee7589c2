using Entente.Reading.Metadata;

namespace Entente.Tests.Reading.Metadata;

public sealed class JsonLdTests
{
    [Fact]
    public void Prefers_the_article_to_the_page_around_it()
    {
        JsonLd read = JsonLd.Read(["""[{"@type":"WebPage","datePublished":"2001-01-01"},{"@type":["NewsArticle"],"headline":"Pier to close","datePublished":"2021-05-03","author":["Ann Lee",{"@type":"Person","name":"Bo Ray"}]}]"""]);
        Assert.Equal(("Pier to close", "2021-05-03"), (read.Headline, read.Published));
        Assert.Equal(["Ann Lee", "Bo Ray"], read.Authors);
    }

    [Fact]
    public void Reads_on_where_a_string_holds_a_raw_line_break() =>
        Assert.Equal("Pier to close", JsonLd.Read(["{\"@type\":\"Article\",\"headline\":\"Pier\nto close\"}"]).Headline?.Replace("  ", " ", StringComparison.Ordinal));

    [Fact]
    public void Keeps_organisations_apart_from_people()
    {
        JsonLd read = JsonLd.Read(["""{"@type":"Article","author":{"@type":"Organization","name":"Sound Press"}}"""]);
        Assert.Empty(read.Authors);
        Assert.Equal(["Sound Press"], read.Bodies);
    }

    [Theory]
    [InlineData("{\"@type\":\"Article\",")]
    [InlineData("null")]
    [InlineData("")]
    public void Says_nothing_of_broken_scripts(string script) => Assert.False(JsonLd.Read([script]).IsArticle);
}
