using Entente.Analysis.Entities;

namespace Entente.Analysis.Briefings;

/// <summary>A part of the globe between two meridians and two circles of latitude, in degrees.</summary>
internal readonly record struct MapBox(double West, double South, double East, double North)
{
    public double Width => East - West;

    public double Height => North - South;

    public double MiddleLatitude => (North + South) / 2;

    /// <summary>Around at least one point.</summary>
    public static MapBox Around(IEnumerable<MapPoint> points)
    {
        (double west, double south, double east, double north) = (double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        foreach (MapPoint point in points)
        {
            (west, east) = (Math.Min(west, point.Longitude), Math.Max(east, point.Longitude));
            (south, north) = (Math.Min(south, point.Latitude), Math.Max(north, point.Latitude));
        }

        return new MapBox(west, south, east, north);
    }

    public bool Holds(MapPoint point) => point.Longitude >= West && point.Longitude <= East && point.Latitude >= South && point.Latitude <= North;

    /// <summary>About the same middle.</summary>
    public MapBox Grown(double width, double height)
    {
        double x = (West + East) / 2, y = (South + North) / 2;
        return new MapBox(x - (width / 2), y - (height / 2), x + (width / 2), y + (height / 2));
    }
}
