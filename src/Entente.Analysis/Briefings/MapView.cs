using System.Collections.Immutable;
using Entente.Analysis.Entities;

namespace Entente.Analysis.Briefings;

/// <summary>The part of the globe that a map shows, and where its points fall on the page.</summary>
/// <remarks>
/// A part is drawn with straight degrees, a degree east as much shorter than one north as in its middle; the whole world in the Natural Earth projection, by its polynomials
/// (Šavrič, Patterson and Jenny 2011), which keep the shape of lands to the far north. Nothing crosses the line of 180 degrees: a part that would is the world.
/// </remarks>
internal sealed class MapView
{
    private const double WidestPart = 140;
    private const double TallestPart = 75;
    private const double WorldSouth = -57;
    private const double WorldNorth = 84;
    private const double Margin = 0.14;

    private readonly double _scale;
    private readonly double _shrink;
    private readonly (double X, double Y) _worldCorner;

    private MapView(MapBox box, bool isWorld, double width)
    {
        (Box, IsWorld, Width) = (box, isWorld, width);
        // Rounded, so that machines whose cosines differ in the last digit draw the same.
        _shrink = Math.Round(Math.Cos(box.MiddleLatitude * Math.PI / 180), 4);
        if (isWorld)
        {
            _worldCorner = (NaturalEarth(-180, 0).X, NaturalEarth(0, box.North).Y);
            _scale = width / (-2 * _worldCorner.X);
            Height = Math.Round((_worldCorner.Y - NaturalEarth(0, box.South).Y) * _scale);
        }
        else
        {
            _scale = width / (box.Width * _shrink);
            Height = Math.Round(box.Height * _scale);
        }
    }

    public MapBox Box { get; }

    public bool IsWorld { get; }

    public double Width { get; }

    public double Height { get; }

    /// <param name="least">Degrees north to south that are shown at least, so that a single town has a neighbourhood.</param>
    /// <param name="flattest">Height by width at least.</param>
    /// <param name="tallest">Height by width at most.</param>
    public static MapView Around(MapBox named, double least, double width, double flattest, double tallest)
    {
        double shrink = Math.Max(0.2, Math.Cos(named.MiddleLatitude * Math.PI / 180));
        double height = Math.Max(least, named.Height * (1 + (2 * Margin)));
        double across = Math.Max(least * 0.8, named.Width * shrink * (1 + (2 * Margin)));
        height = Math.Max(height, across * flattest);
        across = Math.Max(across, height / tallest);
        double longitudes = across / shrink;
        if (longitudes > WidestPart || height > TallestPart)
        {
            return World(width);
        }

        MapBox box = named.Grown(Math.Round(longitudes, 2), Math.Round(height, 2));
        return box.West < -180 || box.East > 180 || box.North > 89 || box.South < -89 ? World(width) : new MapView(box, isWorld: false, width);
    }

    public static MapView World(double width) => new(new MapBox(-180, WorldSouth, 180, WorldNorth), isWorld: true, width);

    public (double X, double Y) At(MapPoint point)
    {
        if (!IsWorld)
        {
            return ((point.Longitude - Box.West) * _shrink * _scale, (Box.North - point.Latitude) * _scale);
        }

        (double x, double y) = NaturalEarth(point.Longitude, point.Latitude);
        return ((x - _worldCorner.X) * _scale, (_worldCorner.Y - y) * _scale);
    }

    /// <summary>A closed line cut off a little outside the frame, so that the cuts are not seen; empty where nothing is left (Sutherland and Hodgman 1974).</summary>
    public IReadOnlyList<MapPoint> Cut(ImmutableArray<MapPoint> ring)
    {
        MapBox frame = Box.Grown(Box.Width * 1.04, Box.Height * 1.04);
        if (IsWorld || ring.All(frame.Holds))
        {
            return ring;
        }

        IReadOnlyList<MapPoint> left = ring;
        left = CutAlong(left, p => p.Longitude - frame.West);
        left = CutAlong(left, p => frame.East - p.Longitude);
        left = CutAlong(left, p => p.Latitude - frame.South);
        return CutAlong(left, p => frame.North - p.Latitude);
    }

    private static List<MapPoint> CutAlong(IReadOnlyList<MapPoint> ring, Func<MapPoint, double> inside)
    {
        List<MapPoint> left = [];
        for (int i = 0; i < ring.Count; i++)
        {
            (MapPoint from, MapPoint to) = (ring[i], ring[(i + 1) % ring.Count]);
            (double a, double b) = (inside(from), inside(to));
            if (a >= 0)
            {
                left.Add(from);
            }

            if (a >= 0 != b >= 0)
            {
                double at = a / (a - b);
                left.Add(new MapPoint(from.Longitude + (at * (to.Longitude - from.Longitude)), from.Latitude + (at * (to.Latitude - from.Latitude))));
            }
        }

        return left;
    }

    private static (double X, double Y) NaturalEarth(double longitude, double latitude)
    {
        (double east, double north) = (longitude * Math.PI / 180, latitude * Math.PI / 180);
        double p2 = north * north, p4 = p2 * p2, p6 = p4 * p2, p8 = p4 * p4;
        return (
            east * (0.870700 - (0.131979 * p2) + (p4 * (-0.013791 + (p6 * (0.003971 - (0.001529 * p2)))))),
            north * (1.007226 + (p2 * (0.015085 + (p4 * (-0.044475 + (0.028874 * p2) - (0.005916 * p4)))))));
    }
}
