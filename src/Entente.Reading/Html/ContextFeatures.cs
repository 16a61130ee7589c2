namespace Entente.Reading.Html;

/// <summary>What is measured of a block once every block of the page has been judged alone: what its neighbours and the parts around it are.</summary>
internal sealed class ContextFeatures
{
    public const int MaxCount = 40;
    private const int Reach = 5;

    private readonly Page _page;
    private readonly double[] _chances;
    private readonly double[] _mainWords;
    private readonly Dictionary<int, (double Main, int Words)> _templates = [];
    private readonly double[] _before;
    private readonly double[] _nextLong;
    private readonly double[] _lastLong;
    private readonly int _first = -1;
    private readonly int _last = -1;
    private readonly float[] _row = new float[MaxCount];
    private int _count;

    public ContextFeatures(Page page, double[] chances)
    {
        _page = page;
        _chances = chances;
        _nextLong = NearestLong(page, chances, 1);
        _lastLong = NearestLong(page, chances, -1);
        _mainWords = new double[page.Parts.Count];
        _before = new double[page.Blocks.Count + 1];
        foreach (PageBlock block in page.Blocks)
        {
            int i = block.Index;
            double main = chances[i] * (block.Words + 0.5);
            _mainWords[block.Part.Index] += main;
            (double m, int w) = _templates.GetValueOrDefault(block.Part.Signature);
            _templates[block.Part.Signature] = (m + main, w + block.Words + 1);
            _before[i + 1] = _before[i] + (chances[i] > 0.5 ? block.Words : 0);
            if (chances[i] > 0.5 && block.Words >= 8)
            {
                _first = _first < 0 ? i : _first;
                _last = i;
            }
        }

        for (int p = page.Parts.Count - 1; p > 0; p--)
        {
            _mainWords[page.Parts[p].Parent!.Index] += _mainWords[p];
        }
    }

    public ReadOnlySpan<float> Measure(int index)
    {
        _count = 0;
        PageBlock block = _page.Blocks[index];
        for (int offset = -Reach; offset <= Reach; offset++)
        {
            int i = index + offset;
            Put(i < 0 || i >= _chances.Length ? -1 : _chances[i]);
        }

        Put(Around(index, 3));
        Put(Around(index, 10));
        PagePart part = block.Part;
        double own = _chances[index] * (block.Words + 0.5);
        for (int level = 0; level < 5; level++)
        {
            double words = part.Words + (0.5 * part.Blocks) - block.Words - 0.5;
            Put(words < 0.5 ? -1 : (_mainWords[part.Index] - own) / words);
            part = part.Parent ?? part;
        }

        (double main, int templateWords) = _templates[block.Part.Signature];
        Put(main / templateWords);
        double total = Math.Max(1, _before[^1]);
        Put(_before[index] / total);
        Put(total - _before[index]);
        Put(total);
        Put(_first < 0 ? -1 : Math.Clamp(index - _first, -99, 99));
        Put(_last < 0 ? -1 : Math.Clamp(_last - index, -99, 99));

        // What stands under the last heading before, and under this if it is one.
        int heading = index - 1;
        while (heading >= 0 && heading > index - 40 && _page.Blocks[heading].HeadingLevel == 0)
        {
            heading--;
        }

        Put(heading >= 0 ? _chances[heading] : -1);
        double under = 0, underWords = 0;
        for (int i = index + 1; i < _chances.Length && i < index + 15 && _page.Blocks[i].HeadingLevel == 0; i++)
        {
            under += _chances[i] * (_page.Blocks[i].Words + 0.5);
            underWords += _page.Blocks[i].Words + 0.5;
        }

        Put(underWords == 0 ? -1 : under / underWords);
        Put(_nextLong[index]);
        Put(_lastLong[index]);
        return _row.AsSpan(0, _count);
    }

    private void Put(double value) => _row[_count++] = (float)value;

    private double Around(int index, int reach)
    {
        double main = 0, words = 0;
        for (int i = Math.Max(0, index - reach); i <= Math.Min(_chances.Length - 1, index + reach); i++)
        {
            if (i != index)
            {
                double weight = _page.Blocks[i].Words + 0.5;
                main += _chances[i] * weight;
                words += weight;
            }
        }

        return words == 0 ? -1 : main / words;
    }

    /// <summary>For each block the chance of the nearest one of ten words or more in one direction; −1 where there is none.</summary>
    private static double[] NearestLong(Page page, double[] chances, int step)
    {
        double[] nearest = new double[chances.Length];
        double seen = -1;
        for (int i = step < 0 ? 0 : chances.Length - 1; i >= 0 && i < chances.Length; i -= step)
        {
            nearest[i] = seen;
            seen = page.Blocks[i].Words >= 10 ? chances[i] : seen;
        }

        return nearest;
    }
}
