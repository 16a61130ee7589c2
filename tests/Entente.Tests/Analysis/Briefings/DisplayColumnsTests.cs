using Entente.Analysis.Briefings;

namespace Entente.Tests.Analysis.Briefings;

public class DisplayColumnsTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("naïve – “é”", 11)]
    [InlineData("e\u0301", 1)]
    [InlineData("橋は", 4)]
    [InlineData("ﾊｼ", 2)]
    [InlineData("Ｈ", 2)]
    [InlineData("한", 2)]
    [InlineData("👍", 2)]
    [InlineData("\u200d", 0)]
    [InlineData("⌚︎", 2)]
    [InlineData("العربية", 7)]
    public void Combining_marks_take_no_column_and_wide_letters_two(string text, int columns) => Assert.Equal(columns, DisplayColumns.Of(text));

    [Theory]
    [InlineData("short", 10, "short")]
    [InlineData("one two three", 9, "one two…")]
    [InlineData("橋が閉鎖", 5, "橋が…")]
    [InlineData("unbroken", 5, "unbr…")]
    public void Shortening_counts_columns_and_says_that_words_are_missing(string line, int columns, string shortened) =>
        Assert.Equal(shortened, ForeignText.Shortened(line, columns));

    [Fact]
    public void One_line_drops_what_steers_and_keeps_what_is_read() =>
        Assert.Equal("a b c é‍x �", ForeignText.OneLine(" a\r\n\tb\u202e\e c\u00AD é\u200dx \ud800"));
}
