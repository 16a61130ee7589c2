using Entente.Analysis.Text;
using Entente.Reading;
using Entente.Reading.PlainText;

namespace Entente.Tests.Reading.PlainText;

public sealed class CommentThreadTests
{
    private const string Report = "Bridge over the Vale closed\n\nThe bridge over the Vale was closed on Monday after two cables broke, the ministry of transport said.\n\nNobody was hurt, and the ferry will run every hour until the cables have been replaced.\n\n";

    [Theory]
    [InlineData("•")]
    [InlineData("*")]
    [InlineData("-")]
    [InlineData("‣")]
    public void Bullets_with_a_name_above_the_words_are_comments(string bullet)
    {
        List<Block> comments = Comments(Report + $"  {bullet} rivermouse7\n    They knew it for years.\n\n    Everybody did.\n  {bullet} Žofie\n    Not everybody.\n  {bullet} Just fix it already !!\n  {bullet} ødegård_9in reply torivermouse7(Show commentHide comment)\n    rivermouse7, you say so.\n  {bullet} in reply toŽofie (Show commentHide comment)\n    Quite.");
        Assert.Equal(["rivermouse7", "Žofie", null, "ødegård_9", null], comments.Select(c => c.Author));
        Assert.Equal([null, null, null, "rivermouse7", "Žofie"], comments.Select(c => c.ReplyTo));
    }

    [Fact]
    public void A_comment_of_many_paragraphs_is_one()
    {
        string text = Report + "  • rivermouse7\n    They knew it for years.\n\n    Everybody did.\n\n\n    All of it is true.\n    MORE lines here\n\n  • kelp_12\n    No.";
        List<Block> comments = Comments(text);
        Assert.Equal(2, comments.Count);
        Assert.EndsWith("MORE lines here", comments[0].Span.Of(text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rivermouse • 3 hours ago", "kelp • 2 hours ago")]
    [InlineData("rivermouse says:", "kelp says:\nDecember 9, 2015 at 3:04 pm")]
    [InlineData("rivermouse wrote on 9 December 2015:", "kelp wrote on 10 December 2015:")]
    [InlineData("rivermouse, 2 days ago", "kelp, a day ago")]
    [InlineData("@rivermouse | Dec 9, 2015 at 14:05", "@kelp | Dec 9, 2015 at 15:00")]
    public void Lines_that_head_comments_are_told_by_their_time_or_verb(string first, string second)
    {
        List<Block> comments = Comments(Report + $"Comments (2)\n\n{first}\nThey knew it for years.\n\n{second}\nNot everybody did.");
        Assert.Equal(["rivermouse", "kelp"], comments.Select(c => c.Author));
    }

    [Fact]
    public void Dated_heads_need_no_heading_above_them()
    {
        List<Block> comments = Comments(Report + "rivermouse • 3 hours ago\nThey knew it for years.\n\nkelp > rivermouse • 2 hours ago\nNot everybody did.");
        Assert.Equal([("rivermouse", null), ("kelp", "rivermouse")], comments.Select(c => (c.Author, c.ReplyTo)));
    }

    [Fact]
    public void A_markdown_list_under_a_heading_is_a_thread_and_its_nesting_is_replying()
    {
        List<Block> comments = Comments("# Bridge closed\n\n" + Report + "## Comments (3)\n\n- **rivermouse**: They knew it for years.\n  - **kelp**: Not everybody did.\n- **Žofie**: @kelp how so?");
        Assert.Equal([("rivermouse", null), ("kelp", "rivermouse"), ("Žofie", "kelp")], comments.Select(c => (c.Author, c.ReplyTo)));
    }

    [Fact]
    public void Numbered_comments_are_comments()
    {
        List<Block> comments = Comments(Report + "2 comments\n\n1. rivermouse: They knew it for years.\n2. kelp: @rivermouse not everybody did.");
        Assert.Equal([("rivermouse", null), ("kelp", "rivermouse")], comments.Select(c => (c.Author, c.ReplyTo)));
    }

    [Fact]
    public void A_bulleted_list_in_a_report_is_no_thread()
    {
        DocumentDraft draft = PlainTextReader.Read(Report + "• The ferry runs every hour.\n• The road over the hill is open.\n• Trains are not affected.\n\nThe ministry will report again on Friday, it said in a statement.", ReadingOptions.Default);
        Assert.DoesNotContain(draft.Blocks, b => b.Kind == BlockKind.Comment);
    }

    [Fact]
    public void A_list_of_headed_points_is_no_thread() =>
        Assert.Empty(Comments(Report + "• Who is affected\n    About 300 people a day.\n• What comes next\n    A ferry every hour."));

    [Fact]
    public void A_number_sign_counts_comments_too()
    {
        List<Block> comments = Comments(Report + "Reader comments (2)\n\n#1 Jean-Luc\nNonsense.\n\nAll of it.\n\n#2 Ольга\n@Jean-Luc why?");
        Assert.Equal([("Jean-Luc", null), ("Ольга", "Jean-Luc")], comments.Select(c => (c.Author, c.ReplyTo)));
    }

    [Fact]
    public void A_form_under_the_comments_is_the_pages()
    {
        string text = Report + "2 Responses to \"Bridge closed\"\n\nMaria says:\nDecember 9, 2015 at 3:30 pm\n\nFinally.\n\nJohn D. says:\nDecember 9, 2015 at 4:10 pm\n\n@Maria: agreed!\n\nLeave a Reply\n\nYour email address will not be published.";
        List<Block> comments = Comments(text);
        Assert.Equal([("Maria", null), ("John D.", "Maria")], comments.Select(c => (c.Author, c.ReplyTo)));
        Assert.EndsWith("agreed!", comments[1].Span.Of(text), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_below_the_name_may_say_whom_it_answers()
    {
        List<Block> comments = Comments(Report + "* rivermouse\n  15 March 2019, 10:02\n  Nonsense.\n* kelp\n  in reply to rivermouse\n  15 March 2019, 10:20\n  How so?");
        Assert.Equal([("rivermouse", null), ("kelp", "rivermouse")], comments.Select(c => (c.Author, c.ReplyTo)));
    }

    [Fact]
    public void Subheadings_between_dashes_are_no_thread() =>
        Assert.Empty(Comments(Report + "- 'Costs' -\n\nThe ministry did not say what it will cost.\n\n- Ferry -\n\nThe ferry runs every hour until the cables have been replaced."));

    [Fact]
    public void A_verb_and_colon_before_quotations_is_no_thread() =>
        Assert.Empty(Comments(Report + "The minister says:\n\n\"We did not know.\"\n\nThe mayor says:\n\n\"They did.\"\n\nThe engineer says:\n\n\"All of us did.\""));

    [Fact]
    public void Page_lines_under_a_thread_are_no_comment()
    {
        DocumentDraft draft = PlainTextReader.Read(Report + "Comments (1)\n\nrivermouse • 3 hours ago\nThey knew it for years.\n\n© 2016 Harbour Gazette. All rights reserved.", ReadingOptions.Default);
        Assert.Equal([BlockKind.Comment, BlockKind.Rights], draft.Blocks.TakeLast(2).Select(b => b.Kind));
    }

    private static List<Block> Comments(string text) => [.. PlainTextReader.Read(text, ReadingOptions.Default).Blocks.Where(b => b.Kind == BlockKind.Comment)];
}
