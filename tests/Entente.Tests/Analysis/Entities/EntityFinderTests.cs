using System.Text;
using Entente.Analysis.Entities;
using Entente.Analysis.Syntax;
using Entente.Analysis.Text;
using Entente.Fuzz;

namespace Entente.Tests.Analysis.Entities;

public sealed class EntityFinderTests
{
    private static readonly string[] s_report =
    [
        "Anna Brandt, who runs the Harwick Lock Company (HLC), met Peter Brandt in Lisbon on Monday.",
        "She said that HLC would sue. Mr Varholm of the World Health Organization told the WHO that the company was late.",
        "The United Kingdom and Norway sent a Norwegian pilot; the UK paid. Brandt left his coat.",
    ];

    private static readonly string[] s_soup =
    [
        "Anna", "Peter", "Brandt", "Varholm", "Mr", "Dr.", "the", "The", "of", "and", "said", "he", "She", "their", "its", "company", "minister", "bridge", "that", "this", "HLC", "WHO", "US", "$", "U.S.", "UK", "Britain",
        "Lisbon", "Norwegian", "Kurds", "British", "Indians", "Harwick", "Lock", "Company", "Ltd", "Inc", "(", ")", ",", ".", "-", "–", "'s", "’s", "\"", "“", "”", "al", "al-Brandt", "bin", "O'Dowdal", "X", "I", "iPhone", "B-52", "G7", "12", "1,200", "%", "@ada",
        "www.courier.example", "\n", "\n\n", "\t", "\u00A0", "é", "\u0301", "\uD83D\uDE00", "北京", "عمر", "Москва", "ÉCOLE", "ß", "İ", "...", "&", "/", "#",
    ];

    [Fact]
    public void The_same_report_gives_the_same_entities_again_and_from_another_finder()
    {
        EntityFinder finder = new(MentionModel.English);
        string first = Render(finder.Find(NamesIn.Tagged(s_report)));

        finder.Find(NamesIn.Tagged("George Lund of Oslo wrote to Ilse Varholm."));

        Assert.Contains("Anna Brandt", first, StringComparison.Ordinal);
        Assert.Equal(first, Render(finder.Find(NamesIn.Tagged(s_report))));
        Assert.Equal(first, Render(new EntityFinder(MentionModel.English).Find(NamesIn.Tagged(s_report))));
    }

    [Fact]
    public void Finders_side_by_side_find_what_one_finds()
    {
        ParsedDocument report = NamesIn.Tagged(s_report);
        string alone = Render(new EntityFinder(MentionModel.English).Find(report));
        string[] found = new string[8];
        Parallel.For(0, found.Length, i => found[i] = Render(new EntityFinder(MentionModel.English).Find(report)));
        Assert.All(found, f => Assert.Equal(alone, f));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("it was shut at noon, and the gate fell.")]
    [InlineData("He said that she knew them.")]
    public void Where_nothing_is_named_there_is_no_entity(string text) => Assert.Empty(NamesIn.Report(text));

    [Fact]
    public void The_reporting_alone_is_read()
    {
        string text = "Anna Brandt left.\n\nPeter Lund, a reader, disagrees.";
        Document document = new() { Id = "a", Sha256 = "", Text = text, Language = "en", Blocks = [new Block(BlockKind.Body, new TextSpan(0, 17)), new Block(BlockKind.Comment, new TextSpan(19, text.Length))] };
        ParsedDocument parsed = new SyntaxParser(SyntaxModel.English).Parse(Tokenizer.Tokenize(document));
        Assert.Equal("Anna Brandt", Assert.Single(new EntityFinder(MentionModel.English).Find(parsed)).Name);
    }

    [Fact]
    public void A_cut_report_is_read_as_far_as_it_goes()
    {
        string text = string.Join("\n\n", s_report);
        int found = 0;
        for (int length = 0; length <= text.Length; length++)
        {
            found += Check(text[..length]);
        }

        Assert.True(found > text.Length, $"only {found}");
    }

    [Fact]
    public void Any_soup_of_words_is_read_without_failing_or_inventing()
    {
        Random random = new(4711);
        int found = 0;
        for (int round = 0; round < 800; round++)
        {
            string text = string.Join(random.Next(4) == 0 ? "" : " ", Enumerable.Range(0, random.Next(1, 80)).Select(_ => s_soup[random.Next(s_soup.Length)]));
            // Cut anywhere, even inside a pair of surrogates.
            found += Check(text[..random.Next(text.Length + 1)]);
        }

        Assert.True(found > 1500, $"only {found}");
    }

    private static int Check(string text)
    {
        Entity[] entities = NamesIn.Report(text);
        string? broken = FoundNames.Broken(text, [.. entities]);
        Assert.True(broken is null, $"{broken} in \"{text}\"");
        return entities.Length;
    }

    private static string Render(IEnumerable<Entity> entities)
    {
        StringBuilder lines = new();
        foreach (Entity entity in entities)
        {
            lines.Append(entity.Id).Append(' ').Append(entity.Type).Append(' ').Append(entity.Name).Append(" (").AppendJoin('|', entity.Aliases).Append(") ").AppendJoin(' ', entity.Mentions).Append('\n');
        }

        return lines.ToString();
    }
}
