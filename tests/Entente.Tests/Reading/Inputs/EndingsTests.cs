using Entente.Reading.Inputs;

namespace Entente.Tests.Reading.Inputs;

public sealed class EndingsTests
{
    [Theory]
    [InlineData("pile/strike.html", "strike")]
    [InlineData("strike.html.gz", "strike")]
    [InlineData("strike.v2.txt", "strike.v2")]
    [InlineData("2015.12.09", "2015.12.09")]
    [InlineData("No. 4 talks", "No. 4 talks")]
    [InlineData("pages.warc.gz", "pages")]
    [InlineData(".html", ".html")]
    public void The_stem_is_the_name_without_folder_and_endings(string name, string stem) => Assert.Equal(stem, Endings.Stem(name));

    [Fact]
    public void A_readme_of_any_case_is_known_but_a_report_about_one_is_not()
    {
        Assert.True(Endings.IsAboutItsFolder("pile/ReadMe.MD"));
        Assert.False(Endings.IsAboutItsFolder("readme.html"));
        Assert.False(Endings.IsAboutItsFolder("readme-first.txt"));
    }

    [Theory]
    [InlineData("NOTES.md", true)]
    [InlineData("CODE_OF_CONDUCT.md", true)]
    [InlineData("Licence.txt", true)]
    [InlineData("REPORT.TXT", false)]
    [InlineData("UN.md", false)]
    [InlineData("Notes.md", false)]
    [InlineData("2015-12.md", false)]
    public void A_markdown_file_named_in_capitals_is_about_its_folder(string name, bool isAbout) => Assert.Equal(isAbout, Endings.IsAboutItsFolder(name));
}
