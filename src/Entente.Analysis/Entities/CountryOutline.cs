using System.Collections.Immutable;
using System.Globalization;
using Entente.Analysis.Text;

namespace Entente.Analysis.Entities;

/// <summary>The land of a country as closed lines, the largest piece first.</summary>
/// <param name="Code">ISO 3166-1 code; empty for land that has none.</param>
internal sealed record CountryOutline(string Code, string Name, ImmutableArray<ImmutableArray<MapPoint>> Rings)
{
    private static readonly Lazy<ImmutableArray<CountryOutline>> s_all = new(() => [.. DataFile.Rows("Entities/Gazetteers/outlines.tsv").Select(Read)]);

    public static ImmutableArray<CountryOutline> All => s_all.Value;

    public static CountryOutline? TryFind(string code) => All.FirstOrDefault(o => o.Code == code);

    /// <summary>A point inside the largest piece, near its middle.</summary>
    /// <remarks>The mean of the corners of a crescent may lie in the sea. So the line of that latitude is cut where the outline crosses it, and the middle of the longest cut is taken.</remarks>
    public MapPoint Middle()
    {
        ImmutableArray<MapPoint> ring = Rings[0];
        double area = 0, height = 0;
        for (int i = 0; i < ring.Length; i++)
        {
            (MapPoint a, MapPoint b) = (ring[i], ring[(i + 1) % ring.Length]);
            double cross = (a.Longitude * b.Latitude) - (b.Longitude * a.Latitude);
            area += cross;
            height += (a.Latitude + b.Latitude) * cross;
        }

        // Off the grid of hundredths, so that no corner lies on the line.
        double latitude = (area == 0 ? ring[0].Latitude : Math.Round(height / (3 * area), 2)) + 0.005;
        List<double> crossings = [];
        for (int i = 0; i < ring.Length; i++)
        {
            (MapPoint a, MapPoint b) = (ring[i], ring[(i + 1) % ring.Length]);
            if (a.Latitude > latitude != b.Latitude > latitude)
            {
                crossings.Add(a.Longitude + ((latitude - a.Latitude) / (b.Latitude - a.Latitude) * (b.Longitude - a.Longitude)));
            }
        }

        crossings.Sort();
        (double longest, double middle) = (-1, ring[0].Longitude);
        for (int i = 0; i + 1 < crossings.Count; i += 2)
        {
            if (crossings[i + 1] - crossings[i] > longest)
            {
                (longest, middle) = (crossings[i + 1] - crossings[i], (crossings[i] + crossings[i + 1]) / 2);
            }
        }

        return new MapPoint(Math.Round(middle, 2), Math.Round(latitude, 2));
    }

    private static CountryOutline Read(string[] row) => new(row[0], row[1], [.. row[2].Split(';').Select(ReadRing)]);

    private static ImmutableArray<MapPoint> ReadRing(string steps)
    {
        string[] numbers = steps.Split(' ');
        ImmutableArray<MapPoint>.Builder ring = ImmutableArray.CreateBuilder<MapPoint>(numbers.Length / 2);
        (int x, int y) = (0, 0);
        for (int i = 0; i + 1 < numbers.Length; i += 2)
        {
            x += int.Parse(numbers[i], CultureInfo.InvariantCulture);
            y += int.Parse(numbers[i + 1], CultureInfo.InvariantCulture);
            ring.Add(new MapPoint(x / 100.0, y / 100.0));
        }

        return ring.ToImmutable();
    }
}
