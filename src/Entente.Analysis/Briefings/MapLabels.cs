namespace Entente.Analysis.Briefings;

/// <summary>Finds room for words on a map: the first of eight sides of a dot where they cover nothing.</summary>
/// <remarks>Greedy, the more important first; quadratic in the number of labels, of which a page has room for a hundred.</remarks>
internal sealed class MapLabels(double width, double height)
{
    private const double LineHeight = 14;
    private const double ColumnWidth = 7.2;
    private const double Edge = 3;

    private readonly List<(double Left, double Top, double Right, double Bottom)> _taken = [];

    public static double WidthOf(string words) => DisplayColumns.Of(words) * ColumnWidth;

    public void Take(double x, double y, double radius) => _taken.Add((x - radius, y - radius, x + radius, y + radius));

    /// <summary>Where the words stand, by their anchor (start, middle or end) on the base line; null where they would cover something.</summary>
    public (double X, double Y, string Anchor)? TryPlaceBeside(double x, double y, double radius, string words)
    {
        double gap = radius + 3, near = radius * 0.7;
        ReadOnlySpan<(double X, double Y, string Anchor)> sides =
        [
            (x + gap, y + 4.5, "start"), (x - gap, y + 4.5, "end"), (x, y - gap - 1, "middle"), (x, y + gap + 10, "middle"),
            (x + near + 2, y - near - 1, "start"), (x + near + 2, y + near + 11, "start"), (x - near - 2, y - near - 1, "end"), (x - near - 2, y + near + 11, "end"),
        ];
        foreach ((double X, double Y, string Anchor) side in sides)
        {
            if (TryTake(side.X, side.Y, side.Anchor, words))
            {
                return side;
            }
        }

        return null;
    }

    /// <summary>As <see cref="TryPlaceBeside"/>, on the point itself or just above or below it.</summary>
    public (double X, double Y, string Anchor)? TryPlaceOn(double x, double y, string words)
    {
        foreach (double shift in (ReadOnlySpan<double>)[4.5, -11, 20])
        {
            if (TryTake(x, y + shift, "middle", words))
            {
                return (x, y + shift, "middle");
            }
        }

        return null;
    }

    private bool TryTake(double x, double y, string anchor, string words)
    {
        double wide = WidthOf(words);
        double left = anchor switch { "start" => x, "end" => x - wide, _ => x - (wide / 2) };
        (double Left, double Top, double Right, double Bottom) box = (left, y - LineHeight + 3, left + wide, y + 3);
        if (box.Left < Edge || box.Top < Edge || box.Right > width - Edge || box.Bottom > height - Edge)
        {
            return false;
        }

        foreach ((double Left, double Top, double Right, double Bottom) other in _taken)
        {
            if (box.Left < other.Right && other.Left < box.Right && box.Top < other.Bottom && other.Top < box.Bottom)
            {
                return false;
            }
        }

        _taken.Add(box);
        return true;
    }
}
