using System.Collections.Immutable;
using Entente.Analysis.Entities;
using Entente.Analysis.Text;

namespace Entente.Analysis.Briefings;

/// <summary>The places of a pile as one HTML file to read, print and forward: the map and the list, no scripts, nothing fetched.</summary>
public static class PlaceMapHtml
{
    private static readonly string s_css = DataFile.Text("Briefings/briefing.css");
    private static readonly string s_ownCss = DataFile.Text("Briefings/map.css");

    public static void Write(PlaceSurvey survey, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        PlaceMapOutline outline = new(survey);
        HtmlPage.Open(writer, PlaceMapOutline.Title, s_css, s_ownCss);
        writer.Write($"<a class=\"skip\" href=\"#main\">Skip to the list</a>\n<header>\n<p class=\"kind\">Where</p>\n<h1>{PlaceMapOutline.Title}</h1>\n<p>{HtmlText.Escaped(outline.Summary)}</p>\n</header>\n");
        if (!outline.Located.IsEmpty)
        {
            writer.Write("<figure>\n");
            PlaceMapDrawing.WriteFigure(outline, "wide", 900, 0.72, writer);
            PlaceMapDrawing.WriteFigure(outline, "narrow", 360, 1.3, writer);
            writer.Write($"<figcaption class=\"faint\">{PlaceMapOutline.Sources}</figcaption>\n</figure>\n");
        }

        writer.Write("<main id=\"main\">\n");
        WriteList("located", PlaceMapOutline.LocatedHeading, outline.Located, "ol", writer);
        WriteList("others", PlaceMapOutline.OthersHeading, outline.Others, "ul", writer);
        TraceHtml.WriteReports(outline.Reports, writer);
        writer.Write("</main>\n");
        HtmlPage.Close(writer);
    }

    private static void WriteList(string id, string heading, ImmutableArray<ListedPlace> places, string list, TextWriter writer)
    {
        if (places.IsEmpty)
        {
            return;
        }

        writer.Write($"<section aria-labelledby=\"{id}\">\n<h2 id=\"{id}\">{heading}</h2>\n<{list} class=\"placed\">\n");
        foreach (ListedPlace place in places)
        {
            writer.Write($"<li><b>{HtmlText.Foreign(place.FullName)}</b> {string.Join(' ', place.Cites.Select(HtmlText.Cite))} <span class=\"faint\">{HtmlText.Foreign(place.Remark)}</span></li>\n");
        }

        writer.Write($"</{list}>\n</section>\n");
    }
}
