using Entente.Analysis.Reuse;
using Entente.Analysis.Text;
using FsCheck.Xunit;
using static Entente.Tests.Analysis.Reuse.Reports;

namespace Entente.Tests.Analysis.Reuse;

public class OutletSeriesTests
{
    private const string Footer = " Send your news and pictures of the valley to our desk at any hour of day or night.";

    private static readonly Document[] s_pile = [
        Report("a", "Bakers stopped their ovens." + Footer, "Stoke Herald"),
        Report("b", "Cracks were seen in a bridge." + Footer, "Stoke Herald"),
        Report("c", "A choir sang in the rain." + Footer, "Stoke Herald"),
        Report("d", "We reprint this from Stoke, footer and all." + Footer, "Weald News")];

    [Fact]
    public void What_three_reports_of_an_outlet_carry_is_its_furniture_also_where_another_outlet_copies_it()
    {
        IReadOnlyList<Passage> passages = PassageFinder.Find(Tokenized(s_pile)).Passages;
        OutletSeries series = OutletSeries.Find(s_pile, passages);
        Assert.Equal(6, passages.Count);
        Assert.All(passages, p => Assert.True(series.IsFurniture(p)));
    }

    [Fact]
    public void What_two_reports_of_an_outlet_carry_is_not()
    {
        Document[] pile = [s_pile[0], s_pile[1], s_pile[3]];
        IReadOnlyList<Passage> passages = PassageFinder.Find(Tokenized(pile)).Passages;
        Assert.All(passages, p => Assert.False(OutletSeries.Find(pile, passages).IsFurniture(p)));
    }

    [Fact]
    public void What_an_outlet_repeats_within_one_story_is_not()
    {
        IReadOnlyList<Passage> passages = PassageFinder.Find(Tokenized(s_pile)).Passages;
        Dictionary<string, string> one = s_pile.ToDictionary(d => d.Id, _ => "s1");
        Assert.All(passages, p => Assert.False(OutletSeries.Find(s_pile, passages, one).IsFurniture(p)));
        one["b"] = "s2";
        Assert.All(passages, p => Assert.True(OutletSeries.Find(s_pile, passages, one).IsFurniture(p)));
    }

    [Property(MaxTest = 200)]
    public void A_letter_is_furniture_exactly_where_two_more_reports_of_the_outlet_share_it(byte[] numbers)
    {
        const int Length = 40;
        Document[] pile = [.. Enumerable.Range(0, 6).Select(d => Report($"d{d}", new string('x', Length), d < 5 ? "Stoke Herald" : "Weald News"))];
        List<Passage> passages = [];
        for (int i = 0; i + 4 <= numbers.Length; i += 4)
        {
            (int one, int other) = (numbers[i] % 6, numbers[i + 1] % 6);
            TextSpan span = new(numbers[i + 2] % Length, (numbers[i + 2] % Length) + 1 + (numbers[i + 3] % (Length - (numbers[i + 2] % Length))));
            if (one != other)
            {
                passages.Add(new Passage($"d{one}", $"d{other}", span, span, 12, false));
            }
        }

        OutletSeries series = OutletSeries.Find(pile, passages);
        foreach (Document document in pile)
        {
            for (int c = 0; c < Length; c++)
            {
                int others = passages.Where(p => p.Joins(document.Id) && p.SpanIn(document.Id).Contains(new TextSpan(c, c + 1)))
                    .Select(p => p.Other(document.Id))
                    .Where(o => o != "d5" && document.Id != "d5")
                    .Distinct()
                    .Count();
                Assert.Equal(others >= 2, series.FurnitureOf(document.Id).Any(f => f.Contains(new TextSpan(c, c + 1))));
            }
        }
    }
}
