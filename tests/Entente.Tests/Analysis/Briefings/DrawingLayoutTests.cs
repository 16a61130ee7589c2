using Entente.Analysis.Briefings;

namespace Entente.Tests.Analysis.Briefings;

public class DrawingLayoutTests
{
    public static TheoryData<int, int, int, int> Sizes()
    {
        TheoryData<int, int, int, int> sizes = [];
        foreach (int reports in new[] { 2, 3, 8, 20, 40, 60 })
        {
            sizes.Add(reports, 896, 92, 300);
            sizes.Add(reports, 340, 76, 160);
        }

        return sizes;
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void No_line_crosses_a_name(int reports, int width, int left, int nameRoom)
    {
        DrawingLayout layout = LaidOut(reports, width, left, nameRoom);

        Assert.NotEmpty(layout.Edges);
        foreach (DrawnEdge edge in layout.Edges)
        {
            int trunk = edge.Upper.X + edge.Trunk;
            Assert.All(layout.Nodes.Where(n => n.Y > edge.Upper.Y && n.Y <= edge.Lower.Y), n => Assert.True(trunk <= n.X + DrawingLayout.Radius, $"{edge} passes {n.Name}"));
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Every_line_runs_down_and_into_its_lower_node_from_the_left(int reports, int width, int left, int nameRoom) =>
        Assert.All(LaidOut(reports, width, left, nameRoom).Edges, e =>
        {
            Assert.True(e.Upper.Y < e.Lower.Y);
            Assert.True(e.Upper.X + e.Trunk + DrawingLayout.Radius < e.Lower.X);
        });

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Later_days_stand_further_right_and_further_down(int reports, int width, int left, int nameRoom)
    {
        DrawnNode[] nodes = [.. LaidOut(reports, width, left, nameRoom).Nodes];

        for (int i = 1; i < nodes.Length; i++)
        {
            if (nodes[i].Group != nodes[i - 1].Group)
            {
                Assert.True(nodes[i].X > nodes.Take(i).Max(n => n.X));
            }
        }

        string[] dates = [.. nodes.Select(n => n.Group).Where(g => g is not DrawingLayout.Missing and not DrawingLayout.Undated)];
        Assert.Equal(dates.Order(StringComparer.Ordinal), dates);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Every_name_has_room(int reports, int width, int left, int nameRoom)
    {
        DrawingLayout layout = LaidOut(reports, width, left, nameRoom);

        Assert.All(layout.Nodes, n => Assert.True(layout.Width - n.X >= nameRoom / 2));
        Assert.Equal(layout.Nodes.Count, layout.Nodes.Select(n => n.Y).Distinct().Count());
    }

    [Fact]
    public void Missing_sources_come_first_and_undated_reports_last()
    {
        string[] groups = [.. LaidOut(40, 896, 92, 300).Nodes.Select(n => n.Group).Distinct()];

        Assert.Equal(DrawingLayout.Missing, groups[0]);
        Assert.Equal(DrawingLayout.Undated, groups[^1]);
    }

    [Fact]
    public void Circle_of_reports_is_drawn_and_ends()
    {
        DrawingLayout layout = LaidOut(8, 896, 92, 300);

        // In the generated affair report 6 takes from 0 and 3 takes from 6: one line must run up or the rows reorder.
        Assert.Equal(layout.Nodes.Count, layout.Nodes.Distinct().Count());
        Assert.All(layout.Edges, e => Assert.NotSame(e.Upper, e.Lower));
    }

    private static DrawingLayout LaidOut(int reports, int width, int left, int nameRoom)
    {
        BriefingOutline outline = new(CrowdedAffair.Build(reports));
        return new DrawingLayout(outline.Stories[0], outline.List, width, left, nameRoom);
    }
}
