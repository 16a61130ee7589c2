using Entente.Analysis.Text;
using Entente.Reading;
using Entente.Reading.Html;

namespace Entente.Tests.Reading.Html;

public class CommentBlockTests
{
    private const string Page = """
        <!doctype html><html><body><main><article><h1>Ferry pier shut for the winter</h1>
        <p>The harbour board voted on Tuesday to close the old ferry pier for the winter, after two inspections found that several of its piles had been hollowed out by shipworm.</p>
        <p>Ferries will call at the fish quay instead, which lies 900 metres to the east and has no shelter for passengers, the board said after the vote.</p></article></main>
        <section id="comments" class="comments"><h2>2 comments</h2><ol class="comment-list">
        <li class="comment"><header><span class="comment-author">Old Rope</span> <time>3 May 2021 at 7.12am</time></header>
          <div class="comment-body"><p>About time.</p><p>I said so in 2015 and was laughed at.</p></div><a class="reply" href="#r">Reply</a> <span>14</span>
          <ol class="children"><li class="comment"><header><span class="comment-author">pierwatcher7</span> <span>in reply to <a href="#c1">Old Rope</a></span> <time>3 May 2021 at 8.40am</time></header>
          <div class="comment-body"><p>Nobody laughed, you shouted.</p></div></li></ol></li>
        </ol></section></body></html>
        """;

    [Fact]
    public void A_comment_of_two_paragraphs_is_one_block_and_its_head_and_buttons_are_none()
    {
        DocumentDraft draft = HtmlPageReader.Read(Page, null, ReadingOptions.Default);
        Block[] comments = [.. draft.Blocks.Where(b => b.Kind == BlockKind.Comment)];

        Assert.Equal(["About time.\nI said so in 2015 and was laughed at.", "Nobody laughed, you shouted."], comments.Select(c => c.Span.Of(draft.Text)));
        Assert.Equal(["Old Rope", "pierwatcher7"], comments.Select(c => c.Author));
        Assert.Equal([null, "Old Rope"], comments.Select(c => c.ReplyTo));
        Assert.DoesNotContain(draft.Blocks, b => b.Kind == BlockKind.Furniture && b.Span.Of(draft.Text).Contains("2021", StringComparison.Ordinal));
    }
}
