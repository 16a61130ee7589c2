using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Entente.Analysis.Entities;

namespace Entente.Analysis.Briefings;

/// <summary>The places of a pile drawn on outlines of countries, as one self-contained SVG: what <c>entente map --out FILE.svg</c> writes.</summary>
/// <remarks>
/// Cropped to what is named; where several cities lie close together on a wide map they are drawn once more, larger. Below the map stands every place as text, with the reports that name it,
/// and a number for those whose name had no room. Black on white, no colour carries meaning, and the looks are inside the file: it prints as it is. Nothing foreign gets into an attribute; names are escaped text.
/// </remarks>
public static class PlaceMapDrawing
{
    private const int PageWidth = 900;
    private const int Edge = 24;
    private const int LineHeight = 18;
    private const int Columns = 118;
    private const double LeastDegrees = 5;
    private const double LeastCloseUpDegrees = 2.5;
    private const double SmallCountry = 25;
    private const int LeastCloseUp = 3;
    private const double CloseUpReach = 1.0 / 18;
    private const double Flattest = 0.55;

    public static void Write(PlaceSurvey survey, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        PlaceMapOutline outline = new(survey);
        StringBuilder rows = new();
        double y = DrawPanels(outline, Edge, 66, PageWidth - (2 * Edge), 0.72, rows) + 20;
        y = Words(PlaceMapOutline.Sources, y, "faint", rows) + 10;
        foreach (ListedPlace place in outline.Located)
        {
            y = Words($"{place.Number}. {place.FullName} {Cites(place)}", y, "name", rows);
            y = Words(place.Remark, y, "faint", rows) + 4;
        }

        if (!outline.Others.IsEmpty)
        {
            y = Words(PlaceMapOutline.OthersHeading, y + 10, "name", rows);
            foreach (ListedPlace place in outline.Others)
            {
                y = Words($"{place.FullName}: {place.Remark} {Cites(place)}", y, "", rows);
            }
        }

        y += 10;
        foreach (Text.Document report in outline.Reports)
        {
            string line = $"{outline.List.Cite(report.Id).Text} {ReportList.NameOf(report)}, {ReportList.DateOf(report)}: {BriefingWords.HeadlineOf(report)}";
            y = Words(ForeignText.Shortened(line, Columns), y, "faint", rows);
        }

        string height = y.ToString("0", CultureInfo.InvariantCulture);
        writer.Write($"<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"t d\" viewBox=\"0 0 {PageWidth} {height}\" width=\"{PageWidth}\" height=\"{height}\">\n"
            + $"<title id=\"t\">{PlaceMapOutline.Title}</title>\n<desc id=\"d\">{HtmlText.Escaped(outline.Description)}</desc>\n"
            + "<style>text{font:14px system-ui,sans-serif;fill:#111}.name{font-weight:600}.faint{fill:#555;font-size:12px}.sea{fill:#fff}.land{fill:#efede7;stroke:#b5b2a8;stroke-width:.8;stroke-linejoin:round}"
            + ".land.named{fill:#d3d0c5;stroke:#8f8b7e}.frame{fill:none;stroke:#b5b2a8}.part{fill:none;stroke:#111;stroke-width:1;stroke-dasharray:4 3}.dot{fill:#111;stroke:#fff;stroke-width:1.2}"
            + ".dot.hollow{fill:#fff;stroke:#111;stroke-width:2}.label,.country,.aside{font-size:13px;paint-order:stroke;stroke:#fff;stroke-width:3;stroke-linejoin:round}.label{font-weight:600}.country{font-style:italic}"
            + ".aside{fill:#777;font-size:11px}.number{fill:#fff;font-size:10px;font-weight:700}</style>\n"
            + $"<rect width=\"{PageWidth}\" height=\"{height}\" fill=\"#fff\"/>\n<text class=\"name\" x=\"{Edge}\" y=\"32\" style=\"font-size:18px\">Where</text>\n"
            + $"<text class=\"faint\" x=\"{Edge}\" y=\"52\">{HtmlText.Escaped(outline.Summary)}</text>\n");
        writer.Write(rows.ToString());
        writer.Write("</svg>\n");
    }

    /// <summary>The map alone, for a page that has the list as text.</summary>
    /// <param name="name">Of this drawing among those of the page: "wide".</param>
    internal static void WriteFigure(PlaceMapOutline outline, string name, int width, double tallest, TextWriter writer)
    {
        StringBuilder rows = new();
        string height = (DrawPanels(outline, 1, 1, width - 2, tallest, rows) + 6).ToString("0", CultureInfo.InvariantCulture);
        writer.Write($"<svg class=\"drawing map {name}\" role=\"img\" aria-labelledby=\"t-{name} d-{name}\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\">\n"
            + $"<title id=\"t-{name}\">{PlaceMapOutline.Title}</title>\n<desc id=\"d-{name}\">{HtmlText.Escaped(outline.Description)}</desc>\n");
        writer.Write(rows.ToString());
        writer.Write("</svg>\n");
    }

    /// <returns>Where the next thing may stand.</returns>
    private static double DrawPanels(PlaceMapOutline outline, double x, double y, double width, double tallest, StringBuilder rows)
    {
        if (outline.Located.IsEmpty)
        {
            rows.Append(CultureInfo.InvariantCulture, $"<text class=\"faint\" x=\"{x}\" y=\"{y + 20}\">No place to draw.</text>\n");
            return y + 30;
        }

        MapView main = MapView.Around(BoxOf(outline.Located), LeastDegrees, width, Flattest, tallest);
        MapView? closeUp = CloseUpOf(outline.Located, main, width, tallest);
        PlaceMapPanel panel = new(main, outline.Located, closeUp?.Box);
        rows.Append(panel.Draw(x, y));
        y += main.Height;
        List<PlaceMapPanel> drawn = [panel];
        if (closeUp is not null)
        {
            rows.Append(CultureInfo.InvariantCulture, $"<text class=\"faint note\" x=\"{x}\" y=\"{y + 20}\">The part in the dashed frame:</text>\n");
            PlaceMapPanel second = new(closeUp, outline.Located, closeUp: null);
            rows.Append(second.Draw(x, y + 28));
            y += 28 + closeUp.Height;
            drawn.Add(second);
        }

        return DrawKey(outline, drawn, x, y + 20, width, rows);
    }

    private static double DrawKey(PlaceMapOutline outline, List<PlaceMapPanel> drawn, double x, double y, double width, StringBuilder rows)
    {
        int most = outline.Located.Where(p => p.Named.Place!.Kind != PlaceKind.Country).Select(p => p.Named.Reports).DefaultIfEmpty(1).Max();
        List<(string Mark, double Wide, string Words)> entries = [];
        if (drawn.Exists(p => p.HasDots))
        {
            foreach (int reports in new[] { 1, most }.Distinct())
            {
                double radius = PlaceMapPanel.RadiusOf(reports);
                entries.Add((string.Create(CultureInfo.InvariantCulture, $"<circle class=\"dot\" cx=\"{radius}\" cy=\"-4\" r=\"{radius}\"/>"), 2 * radius, $"named by {BriefingWords.Count(reports, "report")}"));
            }
        }

        if (drawn.Exists(p => p.HasRegions))
        {
            entries.Add(("<circle class=\"dot hollow\" cx=\"4\" cy=\"-4\" r=\"4\"/>", 8, "a region, at the middle of its towns"));
        }

        if (outline.Located.Any(p => p.Named.Place!.Kind == PlaceKind.Country))
        {
            entries.Add(("<rect class=\"land named\" width=\"16\" height=\"11\" y=\"-10\"/>", 16, "a country named"));
        }

        if (outline.Located.Any(p => p.Named.IsAmbiguous))
        {
            entries.Add(("<text class=\"label\">?</text>", 8, "other places have that name"));
        }

        if (drawn.Exists(p => p.IsNumbered))
        {
            entries.Add(("<circle class=\"dot\" cx=\"7\" cy=\"-4\" r=\"7\"/><text class=\"number\" x=\"7\" y=\"-0.5\" text-anchor=\"middle\">1</text>", 14, "its number in the list"));
        }

        double left = x;
        foreach ((string mark, double wide, string words) in entries)
        {
            double all = wide + 6 + (words.Length * 5.9) + 18;
            if (left > x && left + all > x + width + 18)
            {
                (left, y) = (x, y + LineHeight + 2);
            }

            rows.Append(CultureInfo.InvariantCulture, $"<g transform=\"translate({left:0.0} {y})\">{mark}<text class=\"faint note\" x=\"{wide + 6:0.0}\">{words}</text></g>\n");
            left += all;
        }

        return y + 4;
    }

    private static MapView? CloseUpOf(ImmutableArray<ListedPlace> places, MapView main, double width, double tallest)
    {
        MapPoint[] cities = [.. places.Where(p => p.Named.Place!.Kind == PlaceKind.City).Select(PointOf)];
        double reach = main.Box.Width * CloseUpReach;
        MapPoint[] densest = [];
        foreach (MapPoint city in cities)
        {
            MapBox around = new MapBox(city.Longitude, city.Latitude, city.Longitude, city.Latitude).Grown(2 * reach, 2 * reach);
            MapPoint[] near = [.. cities.Where(c => around.Holds(c))];
            densest = near.Length > densest.Length ? near : densest;
        }

        if (densest.Length < LeastCloseUp)
        {
            return null;
        }

        MapView part = MapView.Around(MapBox.Around(densest), LeastCloseUpDegrees, width, Flattest, tallest);
        return part.Box.Width * 4 < main.Box.Width && part.Box.Height * 3 < main.Box.Height ? part : null;
    }

    // A small country is shown whole, of a large one its middle: else a pile that names Russia would always show half the globe.
    private static MapBox BoxOf(ImmutableArray<ListedPlace> places)
    {
        bool isOneOnly = places.Length == 1;
        List<MapPoint> points = [];
        foreach (ListedPlace place in places)
        {
            points.Add(PointOf(place));
            if (place.Named.Place!.Kind == PlaceKind.Country && CountryOutline.TryFind(place.Named.Place.Country) is { } outline)
            {
                MapBox whole = MapBox.Around(outline.Rings[0]);
                if (isOneOnly || (whole.Width <= SmallCountry && whole.Height <= SmallCountry))
                {
                    points.Add(new MapPoint(whole.West, whole.South));
                    points.Add(new MapPoint(whole.East, whole.North));
                }
            }
        }

        return MapBox.Around(points);
    }

    private static MapPoint PointOf(ListedPlace place) => new(place.Named.Place!.Longitude, place.Named.Place.Latitude);

    private static string Cites(ListedPlace place) => string.Join(' ', place.Cites.Select(c => c.Text));

    private static double Words(string words, double y, string kind, StringBuilder rows)
    {
        foreach (string line in TimelineDrawing.Wrapped(words, Columns))
        {
            rows.Append(CultureInfo.InvariantCulture, $"<text{(kind.Length > 0 ? $" class=\"{kind}\"" : "")} x=\"{Edge}\" y=\"{y:0}\">{HtmlText.Escaped(line)}</text>\n");
            y += LineHeight;
        }

        return y;
    }
}
