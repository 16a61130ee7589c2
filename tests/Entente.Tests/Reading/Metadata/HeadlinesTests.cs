using Entente.Reading.Metadata;

namespace Entente.Tests.Reading.Metadata;

public sealed class HeadlinesTests
{
    [Theory]
    [InlineData("Pier to close - The Northaven Courier", "northavencourier.example", "Pier to close", "The Northaven Courier")]
    [InlineData("Pier to close | Town | Courier", "courier.example", "Pier to close", "Courier")]
    [InlineData("Courier: what we know", "courier.example", "Courier: what we know", null)]
    [InlineData("Ferry against bridge - who wins", "courier.example", "Ferry against bridge - who wins", null)]
    public void Parts_a_title_from_the_name_of_its_site(string title, string domain, string headline, string? suffix) =>
        Assert.Equal((headline, suffix), Headlines.Part(title, null, domain, []));

    [Fact]
    public void Trusts_a_heading_of_the_page_to_say_where_the_headline_ends() =>
        Assert.Equal(("Ferry against bridge", "who wins"), Headlines.Part("Ferry against bridge - who wins", null, null, ["Ferry against bridge"]));
}
