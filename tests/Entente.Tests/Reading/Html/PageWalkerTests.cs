using Entente.Reading.Html;

namespace Entente.Tests.Reading.Html;

public sealed class PageWalkerTests
{
    private static List<string> Blocks(string body)
    {
        using var document = HtmlPageReader.Parse("<body>" + body);
        return [.. PageWalker.Walk(document, readNoScript: false).Blocks.Select(block => block.Text)];
    }

    [Fact]
    public void Two_line_breaks_part_paragraphs() => Assert.Equal(["One\ntwo", "three"], Blocks("<div>One<br>two<br> <br>three</div>"));

    [Fact]
    public void The_cells_of_a_row_stay_together() => Assert.Equal(["Town\tPeople", "Northaven\t4,100"],
        Blocks("<table><tr><th>Town<th>People<tr><td>Northaven<td>4,100</table>"));

    [Fact]
    public void A_cell_that_holds_a_column_of_text_is_a_block_of_its_own()
    {
        string column = string.Join(' ', Enumerable.Repeat("A sentence of the report.", 14));
        Assert.Equal(["Home\tSport", column], Blocks($"<table><tr><td>Home<td>Sport<td>{column}</table>"));
    }

    [Fact]
    public void Scripts_styles_and_templates_are_no_text() => Assert.Equal(["Kept"], Blocks("<script>a()</script><style>b{}</style><template><p>c</p></template><p>Kept</p>"));

    [Fact]
    public void Preformatted_text_keeps_its_lines() => Assert.Equal(["if a:\n    b()"], Blocks("<pre>\nif a:\n    b()\n</pre>"));

    [Fact]
    public void A_link_stands_where_its_words_do()
    {
        using var document = HtmlPageReader.Parse("<p>See <a href=/x>the  report</a> of May.");
        PageBlock block = Assert.Single(PageWalker.Walk(document, readNoScript: false).Blocks);
        Assert.Equal("the report", Assert.Single(block.Links).Span.Of(block.Text));
        Assert.Equal((5, 2), (block.Words, block.LinkWords));
    }

    [Theory]
    [InlineData("comments", true)]
    [InlineData("post-comments", true)]
    [InlineData("depth-1 comment even", true)]
    [InlineData("commentBody", true)]
    [InlineData("comments-open", false)]
    [InlineData("no-comments", false)]
    [InlineData("comment-count", false)]
    [InlineData("commentary", false)]
    public void Tells_comments_by_the_whole_of_a_class_name(string name, bool expected) => Assert.Equal(expected, CommentMarks.IsIn(name));
}
