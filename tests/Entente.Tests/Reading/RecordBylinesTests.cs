using Entente.Reading;

namespace Entente.Tests.Reading;

public sealed class RecordBylinesTests
{
    [Theory]
    [InlineData("By Ada Writer", "Ada Writer")]
    [InlineData("by Ada Writer and Bo Author", "Ada Writer|Bo Author")]
    [InlineData("Ada Writer, Bo Author and Cy Penn", "Ada Writer|Bo Author|Cy Penn")]
    [InlineData("Ada Writer, Bo Author, and Cy Penn", "Ada Writer|Bo Author|Cy Penn")]
    [InlineData("Ada Writer; Bo Author", "Ada Writer|Bo Author")]
    [InlineData("Ministry of Foreign Affairs and Trade", "Ministry of Foreign Affairs and Trade")]
    [InlineData("Ada Writer, Example", "Ada Writer, Example")]
    [InlineData("Staff", "Staff")]
    [InlineData("  ", "")]
    public void Names_are_cut_only_where_each_piece_is_a_full_name(string written, string expected) =>
        Assert.Equal(expected.Split('|', StringSplitOptions.RemoveEmptyEntries), RecordBylines.Split([written]));
}
