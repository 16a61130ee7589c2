using Entente.Analysis.Entities;
using Entente.Analysis.Text;

namespace Entente.Tests.Analysis.Entities;

public sealed class WalksOfLifeTests
{
    [Theory]
    [InlineData("bishop", "goalkeeper")]
    [InlineData("robber", "judge")]
    [InlineData("detective", "violinist")]
    public void Callings_that_one_person_hardly_ever_has_both_of_conflict(string a, string b)
    {
        Assert.True(WalksOfLife.Shipped.Conflict(WalksOfLife.Shipped.Of(a), WalksOfLife.Shipped.Of(b)));
        Assert.True(WalksOfLife.Shipped.Conflict(WalksOfLife.Shipped.Of(b), WalksOfLife.Shipped.Of(a)));
    }

    [Theory]
    [InlineData("minister", "lawyer")]
    [InlineData("prime minister", "bishop")]
    [InlineData("sergeant", "policeman")]
    [InlineData("captain", "goalkeeper")]
    [InlineData("captain", "colonel")]
    [InlineData("surgeon", "professor")]
    [InlineData("spokesman", "goalkeeper")]
    public void Callings_of_one_walk_or_of_near_ones_do_not_nor_what_is_no_calling(string a, string b) =>
        Assert.False(WalksOfLife.Shipped.Conflict(WalksOfLife.Shipped.Of(a), WalksOfLife.Shipped.Of(b)));

    [Fact]
    public void Every_row_names_rows_that_there_are_and_nouns_in_small_letters()
    {
        string[][] rows = [.. DataFile.Rows("Entities/Gazetteers/walks.tsv")];

        Assert.True(rows.Length is > 10 and <= 32);
        Assert.All(rows, r => Assert.Equal(3, r.Length));
        Assert.All(rows.SelectMany(r => r[1].Split(' ')), near => Assert.Contains(near, rows.Select(r => r[0])));
        Assert.All(rows.SelectMany(r => r[2].Split(' ')), noun => Assert.Matches("^[a-z_-]+$", noun));
    }

    [Theory]
    [InlineData("Bishop Jonas Kellerman spoke.", "bishop")]
    [InlineData("Jonas Kellerman, a port engineer, spoke.", "engineer")]
    [InlineData("Jonas Kellerman, 52, a retired colonel, spoke.", "")]
    [InlineData("Jonas Kellerman, a poet and teacher from Harwick, spoke.", "poet teacher")]
    [InlineData("Jonas Kellerman is a surgeon in Harwick.", "surgeon")]
    [InlineData("The goalkeeper, Jonas Kellerman, spoke.", "goalkeeper")]
    [InlineData("Jonas Kellerman, the bishop's brother, spoke.", "")]
    [InlineData("Gen. Jonas Kellerman spoke.", "gen")]
    [InlineData("The bishop met Jonas Kellerman.", "")]
    [InlineData("Jonas Kellerman spoke, a bishop said.", "")]
    public void A_calling_is_read_beside_the_name_and_a_former_one_is_none_now(string text, string nouns)
    {
        Document document = Text.Documents.FromParagraphs(text);
        TextSpan name = new(text.IndexOf("Jonas", StringComparison.Ordinal), text.IndexOf("Kellerman", StringComparison.Ordinal) + "Kellerman".Length);
        Entity person = new("e1", EntityType.Person, "Jonas Kellerman", [], [new LinkedMention(name, MentionKind.Name, LinkReason.First, 0)]);

        Calling calling = Calling.Of(Tokenizer.Tokenize(document), person);

        uint expected = 0;
        foreach (string noun in nouns.Split(' '))
        {
            expected |= WalksOfLife.Shipped.Of(noun);
        }

        Assert.Equal(expected, calling.Walks);
    }
}
