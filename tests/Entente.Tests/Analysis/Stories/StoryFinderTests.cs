using System.Collections.Immutable;
using Entente.Analysis.Reuse;
using Entente.Analysis.Stories;
using Entente.Analysis.Text;
using static Entente.Tests.Analysis.Reuse.Reports;

namespace Entente.Tests.Analysis.Stories;

public class StoryFinderTests
{
    private static readonly Document s_bridge = Report("bridge-1",
        "# Harrow bridge shut after inspection\n\nThe iron bridge at Harrow Ferry was shut on Monday after divers found cracks in two piers. Mayor Lena Ostrow said the inspection had been ordered in March.",
        "Harrow Courier", "2026-03-09");

    private static readonly Document s_bridgeAgain = Report("bridge-2",
        "# Cracked piers close crossing\n\nLorries must go round by Stoke since the bridge at Harrow Ferry closed. Cracks in the piers had been seen by divers, Lena Ostrow told the council. An inspection report is due on Friday.",
        "Stoke Herald", "2026-03-10");

    private static readonly Document s_strike = Report("strike",
        "# Bakers walk out\n\nBakers at the Pellow works stopped their ovens at dawn over unpaid night shifts. Their union asks for nine per cent.",
        "Stoke Herald", "2026-03-10");

    [Fact]
    public void Puts_reports_of_one_event_together_and_leaves_another_alone()
    {
        ImmutableArray<Story> stories = Find(s_strike, s_bridgeAgain, s_bridge);
        Assert.Equal(["bridge-1 bridge-2", "strike"], stories.Select(s => string.Join(' ', s.Documents)));
        Assert.Equal(["s1", "s2"], stories.Select(s => s.Id));
    }

    [Fact]
    public void Gives_a_reason_for_every_report_but_the_first()
    {
        Story story = Find(s_bridge, s_bridgeAgain, s_strike)[0];
        Assert.Equal(["bridge-2"], story.Reasons.Keys);
        Assert.Matches("^terms: .*(pier|Harrow|Ostrow|diver)", story.Reasons["bridge-2"]);
    }

    [Fact]
    public void Names_the_shared_words_among_the_reasons()
    {
        Document copy = Report("copy", "# Crossing shut\n\nWe hear that the iron bridge at Harrow Ferry was shut on Monday after divers found cracks in two piers.", "Weald News");
        Assert.StartsWith("shares 17 words with bridge-1; terms: ", Find(s_bridge, copy)[0].Reasons["copy"], StringComparison.Ordinal);
    }

    [Fact]
    public void Takes_the_headline_of_the_earliest_dated_report()
    {
        Document undated = s_bridgeAgain with { Id = "bridge-0", Path = "bridge-0.txt", Published = null };
        Assert.Equal("Harrow bridge shut after inspection", Find(undated, s_bridgeAgain, s_bridge)[0].Title);
        Assert.Equal("Cracked piers close crossing", Find(undated, s_bridge with { Published = null })[0].Title);
        Assert.Equal("x", Find(Report("x", "No headline stands here."))[0].Title);
    }

    [Fact]
    public void The_same_place_and_people_months_later_are_another_event()
    {
        Document later = Report("later",
            "# Harrow market floods\n\nMayor Lena Ostrow opened a shelter at Harrow on Sunday after the river rose into the market and the lower school.",
            "Harrow Courier", "2026-11-15");
        Assert.Equal(2, Find(s_bridge, s_bridgeAgain, later).Length);
    }

    [Fact]
    public void Naming_the_same_countries_joins_nothing()
    {
        Document one = Report("a", "France and Germany quarrel with Poland over timber quotas set in Warsaw and Paris by the French and the Germans.");
        Document other = Report("b", "In France, Germany and Poland, French and German football clubs play Polish sides; Paris hosts the draw, Germans complain.");
        Assert.Equal(2, Find(one, other).Length);
    }

    [Fact]
    public void An_outlets_own_footer_joins_nothing()
    {
        const string footer = "\n\nSend your news and pictures of the valley to our desk at any hour of day or night, we answer all.";
        Document[] pile = [
            Report("a", "Bakers at the Pellow works stopped their ovens at dawn." + footer, "Stoke Herald"),
            Report("b", "Cracks were seen in both piers under an iron bridge." + footer, "Stoke Herald"),
            Report("c", "A choir of ninety sang in the rain without a conductor." + footer, "Stoke Herald")];
        Assert.Equal(3, Find(pile).Length);
    }

    [Fact]
    public void Order_of_reports_changes_nothing()
    {
        Document[] pile = [s_bridge, s_strike, s_bridgeAgain, Report("z", "Cracks in the piers of the Harrow Ferry bridge cost the bakers of Pellow their morning trade, says Lena Ostrow.")];
        string expected = Print(Find(pile));
        for (int seed = 0; seed < 20; seed++)
        {
            new Random(seed).Shuffle(pile);
            Assert.Equal(expected, Print(Find(pile)));
        }
    }

    [Fact]
    public void No_reports_make_no_stories_and_an_empty_one_stands_alone()
    {
        Assert.Empty(Find());
        Assert.Equal(2, Find(Report("a", ""), Report("b", "")).Length);
    }

    private static ImmutableArray<Story> Find(params Document[] pile)
        => StoryFinder.Find([.. pile.Select(Tokenizer.Tokenize)], PassageFinder.Find([.. pile.Select(Tokenizer.Tokenize)]).Passages);

    private static string Print(ImmutableArray<Story> stories)
        => string.Join('\n', stories.Select(s => $"{s.Id} {s.Title}: {string.Join(' ', s.Documents)} | {string.Join(" | ", s.Reasons)}"));
}
