using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Entente.Analysis.Entities;

namespace Entente.Analysis.Briefings;

/// <summary>One frame of a map: land, the countries named shaded, a dot for each other place, and words where they have room.</summary>
/// <param name="places">All that are located; those outside the frame are passed over.</param>
/// <param name="closeUp">The part that is drawn once more, larger: its places get a dot here and their words there.</param>
internal sealed class PlaceMapPanel(MapView view, ImmutableArray<ListedPlace> places, MapBox? closeUp)
{
    private const double LeastStep = 0.8;
    private const double SmallestLand = 1.2;
    private const double SmallestShade = 9;
    private const double SmallestNamedLand = 26;

    private readonly MapLabels _labels = new(view.Width, view.Height);
    private readonly StringBuilder _svg = new();

    /// <summary>Whether a place stands there by its number only.</summary>
    public bool IsNumbered { get; private set; }

    public bool HasRegions { get; private set; }

    public bool HasDots { get; private set; }

    /// <summary>The size of a dot: its area goes with the reports that name the place.</summary>
    public static double RadiusOf(int reports) => Math.Round(Math.Min(3.6 * Math.Sqrt(reports), 13), 1);

    public string Draw(double x, double y)
    {
        string frame = string.Create(CultureInfo.InvariantCulture, $"width=\"{view.Width}\" height=\"{view.Height}\"");
        _svg.Append(CultureInfo.InvariantCulture, $"<svg x=\"{x}\" y=\"{y}\" {frame} overflow=\"hidden\">\n<rect class=\"sea\" {frame}/>\n");
        Dictionary<string, ListedPlace> named = places.Where(p => p.Named.Place!.Kind == PlaceKind.Country).ToDictionary(p => p.Named.Place!.Country, StringComparer.Ordinal);
        // Those named last: a border is theirs, not their neighbour's.
        List<(CountryOutline Country, double Wide)> lands = [.. CountryOutline.All.OrderBy(c => named.ContainsKey(c.Code)).Select(c => (c, DrawLand(c, named.GetValueOrDefault(c.Code))))];
        DrawCloseUpFrame();

        HashSet<string> shaded = [.. lands.Where(l => l.Wide >= SmallestShade && named.ContainsKey(l.Country.Code)).Select(l => l.Country.Code)];
        // Largest first, so that no dot is hidden below another.
        ListedPlace[] dots = [.. places.Where(p => view.Box.Holds(PointOf(p)) && !(p.Named.Place!.Kind == PlaceKind.Country && shaded.Contains(p.Named.Place.Country)))
            .OrderByDescending(p => p.Named.Reports).ThenBy(p => p.Number)];
        foreach (ListedPlace dot in dots)
        {
            (double atX, double atY) = view.At(PointOf(dot));
            _labels.Take(atX, atY, RadiusOf(dot.Named.Reports));
        }

        StringBuilder words = new();
        foreach (ListedPlace dot in dots)
        {
            DrawDot(dot, words);
        }

        foreach (ListedPlace country in places.Where(p => p.Named.Place!.Kind == PlaceKind.Country && shaded.Contains(p.Named.Place.Country) && view.Box.Holds(PointOf(p)) && !IsElsewhere(p)))
        {
            WriteCountry(country, words);
        }

        foreach ((CountryOutline country, double wide) in lands.Where(l => l.Wide >= SmallestNamedLand && !view.IsWorld && !named.ContainsKey(l.Country.Code)))
        {
            MapPoint middle = country.Middle();
            (double atX, double atY) = view.At(middle);
            string name = PlaceRegister.Shipped.NameOfCountry(country.Code) ?? country.Name;
            if (view.Box.Holds(middle) && MapLabels.WidthOf(name) < wide && _labels.TryPlaceOn(atX, atY, name) is { } place)
            {
                Write("aside", name, place, words);
            }
        }

        return _svg.Append(words).Append(CultureInfo.InvariantCulture, $"<rect class=\"frame\" {frame}/>\n</svg>\n").ToString();
    }

    /// <returns>How wide the largest visible piece of it is.</returns>
    private double DrawLand(CountryOutline country, ListedPlace? named)
    {
        StringBuilder path = new();
        double widest = 0;
        foreach (ImmutableArray<MapPoint> ring in country.Rings)
        {
            widest = Math.Max(widest, AddRing(view.Cut(ring), path));
        }

        if (path.Length > 0)
        {
            string title = named is null ? "" : $"<title>{HtmlText.Escaped(TitleOf(named))}</title>";
            _svg.Append(CultureInfo.InvariantCulture, $"<path class=\"{(named is null ? "land" : "land named")}\" d=\"{path}\"{(title.Length > 0 ? $">{title}</path>" : "/>")}\n");
        }

        return widest;
    }

    private double AddRing(IReadOnlyList<MapPoint> ring, StringBuilder path)
    {
        if (ring.Count < 3)
        {
            return 0;
        }

        List<(double X, double Y)> drawn = [];
        foreach (MapPoint point in ring)
        {
            (double x, double y) = view.At(point);
            if (drawn.Count == 0 || Math.Abs(x - drawn[^1].X) + Math.Abs(y - drawn[^1].Y) >= LeastStep)
            {
                drawn.Add((Math.Round(x, 1), Math.Round(y, 1)));
            }
        }

        double wide = drawn.Max(p => p.X) - drawn.Min(p => p.X), high = drawn.Max(p => p.Y) - drawn.Min(p => p.Y);
        if (drawn.Count < 3 || wide + high < SmallestLand)
        {
            return 0;
        }

        for (int i = 0; i < drawn.Count; i++)
        {
            path.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? "M" : i == 1 ? "L" : " ")}{drawn[i].X} {drawn[i].Y}");
        }

        path.Append('Z');
        return wide;
    }

    private void DrawCloseUpFrame()
    {
        if (closeUp is { } box)
        {
            (double left, double top) = view.At(new MapPoint(box.West, box.North));
            (double right, double bottom) = view.At(new MapPoint(box.East, box.South));
            _svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"part\" x=\"{left:0.0}\" y=\"{top:0.0}\" width=\"{right - left:0.0}\" height=\"{bottom - top:0.0}\"/>\n");
        }
    }

    private void DrawDot(ListedPlace place, StringBuilder words)
    {
        KnownPlace known = place.Named.Place!;
        (double x, double y) = view.At(PointOf(place));
        double radius = RadiusOf(place.Named.Reports);
        bool isElsewhere = IsElsewhere(place);
        (double X, double Y, string Anchor)? room = isElsewhere ? null : _labels.TryPlaceBeside(x, y, radius, LabelOf(place));
        bool isNumbered = room is null && !isElsewhere;
        string number = place.Number.ToString(CultureInfo.InvariantCulture);
        if (isNumbered)
        {
            IsNumbered = true;
            radius = Math.Max(radius, 4.5 + (2.5 * number.Length));
        }

        bool isHollow = known.Kind == PlaceKind.Region && !isNumbered;
        HasRegions |= known.Kind == PlaceKind.Region;
        HasDots |= !isHollow;
        _svg.Append(CultureInfo.InvariantCulture, $"<circle class=\"{(isHollow ? "dot hollow" : "dot")}\" cx=\"{x:0.0}\" cy=\"{y:0.0}\" r=\"{radius:0.0}\"><title>{HtmlText.Escaped(TitleOf(place))}</title></circle>\n");
        if (isNumbered)
        {
            // With the dots, not above them: a dot that covers this one covers its number.
            _svg.Append(CultureInfo.InvariantCulture, $"<text class=\"number\" x=\"{x:0.0}\" y=\"{y + 3.5:0.0}\" text-anchor=\"middle\">{number}</text>\n");
        }
        else if (room is { } at)
        {
            Write("label", LabelOf(place), at, words);
        }
    }

    private void WriteCountry(ListedPlace country, StringBuilder words)
    {
        (double x, double y) = view.At(PointOf(country));
        string number = country.Number.ToString(CultureInfo.InvariantCulture);
        if (_labels.TryPlaceOn(x, y, LabelOf(country)) is { } place)
        {
            Write("country", LabelOf(country), place, words);
        }
        else if (_labels.TryPlaceOn(x, y, number) is { } small)
        {
            IsNumbered = true;
            Write("country", number, small, words);
        }
    }

    private static void Write(string kind, string text, (double X, double Y, string Anchor) at, StringBuilder words) => words.Append(
        CultureInfo.InvariantCulture, $"<text class=\"{kind}\" x=\"{at.X:0.0}\" y=\"{at.Y:0.0}\"{(at.Anchor == "start" ? "" : $" text-anchor=\"{at.Anchor}\"")}>{HtmlText.Escaped(text)}</text>\n");

    private static string LabelOf(ListedPlace place) => ForeignText.Shortened(ForeignText.OneLine(place.Named.Name), 28) + (place.Named.IsAmbiguous ? "\u00A0?" : "");

    private static string TitleOf(ListedPlace place) => $"{place.FullName}: {BriefingWords.Count(place.Named.Reports, "report")}";

    private bool IsElsewhere(ListedPlace place) => closeUp is { } box && box.Holds(PointOf(place));

    private static MapPoint PointOf(ListedPlace place) => new(place.Named.Place!.Longitude, place.Named.Place.Latitude);
}
