using Entente.Reading.Metadata;

namespace Entente.Tests.Reading.Metadata;

public sealed class BylinesTests
{
    [Theory]
    [InlineData("By Ann Lee", "Ann Lee")]
    [InlineData("By ANN LEE and Bo Ray | 3 May 2021", "ANN LEE; Bo Ray")]
    [InlineData("Written by: Ann Lee, Ph.D.", "Ann Lee, Ph.D.")]
    [InlineData("Ann Lee, Bo Ray & Cy Dow", "Ann Lee; Bo Ray; Cy Dow")]
    [InlineData("Ann Lee - 9 December 2015", "Ann Lee")]
    [InlineData("Posted by Ann Lee on December 9, 2015", "Ann Lee")]
    public void Cleans_a_shown_byline_to_names(string raw, string names) => Assert.Equal(names, string.Join("; ", Bylines.Clean(raw)));

    [Theory]
    [InlineData("https://social.example/annlee")]
    [InlineData("desk@courier.example")]
    [InlineData("admin")]
    [InlineData("3 May 2021")]
    [InlineData("Reviewed by Ann Lee")]
    [InlineData("")]
    public void Finds_no_name_where_there_is_none(string raw) => Assert.Empty(Bylines.Clean(raw));
}
