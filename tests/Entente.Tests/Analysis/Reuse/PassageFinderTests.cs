using Entente.Analysis.Reuse;
using Entente.Analysis.Text;
using static Entente.Tests.Analysis.Reuse.Reports;

namespace Entente.Tests.Analysis.Reuse;

public class PassageFinderTests
{
    private const string Twelve = "divers found the second pontoon lying upside down under nine metres of";

    [Fact]
    public void Finds_twelve_words_wherever_they_stand()
    {
        Passage passage = Assert.Single(PassageFinder.Find(Tokenized(
            Report("a", $"Late on Monday {Twelve} water."),
            Report("b", $"A long report about other things.\n\nIn it stands that {Twelve} mud, nothing more."))).Passages);
        Assert.Equal(12, passage.Words);
        Assert.Equal(("a", "b"), (passage.First, passage.Second));
    }

    [Fact]
    public void Leaves_eleven_words_to_the_near_misses()
    {
        SharedText shared = PassageFinder.Find(Tokenized(
            Report("a", "Late on Monday divers found the second pontoon lying upside down under nine metres."),
            Report("b", "In it stands that divers found the second pontoon lying upside down under nine feet of water.")));
        Assert.Empty(shared.Passages);
        Assert.Equal(10, Assert.Single(shared.TooShort).Words);
    }

    [Fact]
    public void Spells_the_place_in_both_reports()
    {
        Document a = Report("a", "Yesterday the U.S. harbour board said that co-operation with the pilots' organisation had ended on Tuesday night.");
        Document b = Report("b", "# Board\n\nThe US harbor board said that cooperation with the pilots’ organization had ended, it emerged.");
        Passage passage = Assert.Single(PassageFinder.Find(Tokenized(b, a)).Passages);
        Assert.Equal("the U.S. harbour board said that co-operation with the pilots' organisation had ended", passage.FirstSpan.Of(a.Text));
        Assert.Equal("The US harbor board said that cooperation with the pilots’ organization had ended", passage.SecondSpan.Of(b.Text));
    }

    [Fact]
    public void Joins_runs_that_an_edit_parts()
    {
        Document a = Report("a", $"The ferry company says that {Twelve} water near the old quay.");
        Document b = Report("b", $"The ferry company now says (wrongly) that {Twelve} muddy water near the old jetty.");
        Passage passage = Assert.Single(PassageFinder.Find(Tokenized(a, b)).Passages);
        Assert.Equal([3, 13, 4], passage.Runs.Select(r => r.Words));
        Assert.Equal(20, passage.Words);
    }

    [Fact]
    public void Reads_comments_as_no_evidence()
        => Assert.Empty(PassageFinder.Find(Tokenized(Report("a", $"Here {Twelve} water."), Report("b", $"Nothing of it.\n\n~ Here {Twelve} water."))).Passages);

    [Fact]
    public void A_block_set_off_as_a_quotation_is_quoted_as_a_whole()
    {
        const string speech = "we were told at noon that the gates would hold until the morning";
        Document a = Report("a", $"“{speech},” the engineer said.");
        Document b = Report("b", $"The engineer wrote:\n\n{speech}");
        Document setOff = b with { Blocks = [b.Blocks[0], b.Blocks[1] with { Kind = BlockKind.Quote }] };
        Assert.False(Assert.Single(PassageFinder.Find(Tokenized(a, b)).Passages).InQuotation);
        Assert.True(Assert.Single(PassageFinder.Find(Tokenized(a, setOff)).Passages).InQuotation);
    }

    [Fact]
    public void Tells_whether_all_that_is_shared_is_quoted_in_both()
    {
        const string speech = "we were told at noon that the gates would hold until the morning";
        Document a = Report("a", $"“{speech},” the engineer said.");
        Document b = Report("b", $"The engineer: \"{speech}\".");
        Document c = Report("c", $"By their own account {speech} at least.");
        IReadOnlyList<Passage> passages = PassageFinder.Find(Tokenized(a, b, c)).Passages;
        Assert.Equal([true, false, false], passages.Select(p => p.InQuotation));
        Assert.Equal(13, passages[1].WordsOutsideQuotation);
    }

    [Fact]
    public void Reports_copies_of_one_text_pair_by_pair()
    {
        string text = $"Late on Monday {Twelve} water near the old quay.";
        IReadOnlyList<Passage> passages = PassageFinder.Find(Tokenized(Report("a", text), Report("c", text.ToUpperInvariant()), Report("b", text), Report("d", $"Then {Twelve} sand."))).Passages;
        Assert.Equal(["a-b", "a-c", "a-d", "b-c", "b-d", "c-d"], passages.Select(p => $"{p.First}-{p.Second}"));
        Assert.Equal(20, passages[0].Words);
        Assert.Equal(12, passages[2].Words);
    }

    [Fact]
    public void A_text_that_repeats_itself_is_reported_once_for_each_of_its_places()
    {
        Document a = Report("a", $"Here {Twelve} water.");
        Document b = Report("b", $"First {Twelve} water. And then again {Twelve} water.");
        IReadOnlyList<Passage> passages = PassageFinder.Find(Tokenized(a, b)).Passages;
        Assert.Equal(2, passages.Count);
        Assert.All(passages, p => Assert.Equal(13, p.Words));
    }

    [Fact]
    public void Nothing_and_a_lone_word_share_nothing()
    {
        Assert.Empty(PassageFinder.Find([]).Passages);
        Assert.Empty(PassageFinder.Find(Tokenized(Report("a", ""), Report("b", "x"), Report("c", "x"))).Passages);
    }

    [Fact]
    public void A_word_said_a_thousand_times_is_still_one_passage_at_most_a_place()
    {
        string drone = string.Join(' ', Enumerable.Repeat("never", 3000));
        SharedText shared = PassageFinder.Find(Tokenized(Report("a", drone + " again"), Report("b", "and " + drone)));
        Assert.NotEmpty(shared.Passages);
        Assert.True(shared.Passages.Length < 50, $"{shared.Passages.Length} passages");
    }
}
