using System.Text;
using Entente.Analysis.Lineage;

namespace Entente.Analysis.Briefings;

/// <summary>Who relies on whom over time, as SVG.</summary>
/// <remarks>Looks come from the page's style sheet. Nothing foreign gets into an attribute; names are escaped text.</remarks>
internal static class DependenceDrawing
{
    private const int CornerRadius = 7;
    private const int HeadLength = 8;
    private const int HeadHalfWidth = 4;

    // Columns of the broadest of the usual fonts, for the sizes in the style sheet; names are cut to fit by it.
    private const double PlainColumn = 7.1;

    /// <summary>For pages of a tablet's width and up.</summary>
    public static string Wide(StoryOutline story, ReportList list) =>
        Draw(story, list, LaidOut(story, list), "wide", 8.0, withRelations: true);

    /// <summary>For a telephone held upright.</summary>
    public static string Narrow(StoryOutline story, ReportList list) =>
        Draw(story, list, new DrawingLayout(story, list, 340, 76, 160), "narrow", 7.4, withRelations: false);

    public static DrawingLayout LaidOut(StoryOutline story, ReportList list) => new(story, list, 896, 92, 300);

    private static string Draw(StoryOutline story, ReportList list, DrawingLayout layout, string form, double boldColumn, bool withRelations)
    {
        StringBuilder svg = new();
        string id = $"s{story.Number}-{form}";
        svg.Append($"<svg class=\"drawing {form}\" role=\"group\" aria-labelledby=\"{id}-t {id}-d\" viewBox=\"0 0 {layout.Width} {layout.Height}\" width=\"{layout.Width}\" height=\"{layout.Height}\">\n");
        svg.Append($"<title id=\"{id}-t\">Who relies on whom in story {story.Number}</title>\n");
        svg.Append($"<desc id=\"{id}-d\">");
        foreach (Dependence relation in story.Relations)
        {
            svg.Append(HtmlText.Escaped(Described(relation, list)));
        }

        svg.Append("</desc>\n");
        DrawGroups(layout, svg);
        // Longest first: where lines cross, the short one stays whole.
        foreach (DrawnEdge edge in layout.Edges.OrderByDescending(e => e.Lower.Y - e.Upper.Y).ThenBy(e => e.Relation))
        {
            DrawEdge(edge, story, list, svg);
        }

        foreach (DrawnNode node in layout.Nodes)
        {
            DrawNode(node, layout, boldColumn, withRelations, svg);
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static void DrawGroups(DrawingLayout layout, StringBuilder svg)
    {
        for (int i = 0; i < layout.Nodes.Count; i++)
        {
            DrawnNode node = layout.Nodes[i];
            if (i > 0 && layout.Nodes[i - 1].Group == node.Group)
            {
                continue;
            }

            int rows = layout.Nodes.Skip(i).TakeWhile(n => n.Group == node.Group).Count();
            int top = node.Y - DrawingLayout.RowHeight / 2;
            string kind = node.Group is DrawingLayout.Missing or DrawingLayout.Undated ? "apart" : "dated";
            svg.Append($"<rect class=\"band {kind}\" x=\"0\" y=\"{top}\" width=\"{layout.Width}\" height=\"{rows * DrawingLayout.RowHeight}\"/>\n");
            svg.Append($"<text class=\"when\" x=\"4\" y=\"{node.Y + 4}\">{HtmlText.Escaped(node.Group)}</text>\n");
        }
    }

    private static void DrawEdge(DrawnEdge edge, StoryOutline story, ReportList list, StringBuilder svg)
    {
        int x = edge.Upper.X + edge.Trunk;
        int from = edge.Upper.Y + DrawingLayout.Radius + 1;
        int end = edge.Lower.X - DrawingLayout.Radius - 1;
        string head = "";
        switch (edge.Heading)
        {
            case Heading.Down:
                head = $"<path class=\"head\" d=\"M{end} {edge.Lower.Y}l-{HeadLength} -{HeadHalfWidth}v{2 * HeadHalfWidth}z\"/>";
                end -= HeadLength - 2;
                break;
            case Heading.Up:
                head = $"<path class=\"head\" d=\"M{x} {from}l-{HeadHalfWidth} {HeadLength}h{2 * HeadHalfWidth}z\"/>";
                from += HeadLength - 2;
                break;
        }

        int corner = Math.Min(CornerRadius, Math.Max(end - x, 0));
        string kind = edge.Strength == Strength.Proven ? "proven" : "probable";
        string line = $"M{x} {from}V{edge.Lower.Y - corner}Q{x} {edge.Lower.Y} {x + corner} {edge.Lower.Y}H{end}";
        Dependence relation = story.Relations[edge.Relation];
        // The unseen broad line makes the thin one easy to point at.
        svg.Append($"<a href=\"#s{story.Number}-e{edge.Relation + 1}\" class=\"edge {kind}\"><title>{HtmlText.Escaped(Described(relation, list))}</title>")
            .Append($"<path class=\"reach\" d=\"{line}\"/><path class=\"line\" d=\"{line}\"/>{head}</a>\n");
    }

    private static void DrawNode(DrawnNode node, DrawingLayout layout, double boldColumn, bool withRelations, StringBuilder svg)
    {
        bool isMissing = node.Report == 0;
        string number = isMissing ? "" : $"[{node.Report}] ";
        int at = node.X + DrawingLayout.Radius + 6;
        int room = layout.Width - at - 4;
        string name = ForeignText.Shortened(number + node.Name, Math.Max((int)(room / boldColumn), 6));
        int rest = (int)((room - DisplayColumns.Of(name) * boldColumn) / PlainColumn) - 3;
        string relations = withRelations && node.Relations.Length > 0 && rest >= 8
            ? $"<tspan class=\"note\"> · {HtmlText.Escaped(ForeignText.Shortened(node.Relations, rest))}</tspan>"
            : "";
        svg.Append(isMissing ? "<g class=\"node ghost\">" : $"<a class=\"node\" href=\"#r{node.Report}\">")
            .Append($"<title>{HtmlText.Escaped(number + node.Name)}{(isMissing ? " (not in the pile)" : "")}</title>")
            .Append($"<circle cx=\"{node.X}\" cy=\"{node.Y}\" r=\"{DrawingLayout.Radius}\"/>")
            .Append($"<text x=\"{at}\" y=\"{node.Y + 4}\"><tspan class=\"name\">{HtmlText.Escaped(name)}</tspan>{relations}</text>")
            .Append(isMissing ? "</g>\n" : "</a>\n");
    }

    private static string Described(Dependence relation, ReportList list) =>
        string.Concat(BriefingWords.Relation(relation, list).Pieces.Select(p => p.Text)).Replace(" ← ", " relies on ") + ": " + BriefingWords.Grounds(relation) + ". ";
}
